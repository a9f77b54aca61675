/// What becomes of the two halves of a divided word.
struct BreakVerdict {
  enum Joint: Equatable {
    case solid
    case hyphen
    /// The last letter of the head gives way: `Zuk-⏎ker` is `Zucker`, `Schiff-⏎fahrt` was `Schiffahrt`.
    case replacingLast(with: String)
    /// The tail's capital is a misread small letter of the same shape: `nieskończono-⏎Ści`.
    case lowered
  }

  let joint: Joint
  let confidence: Confidence
  let evidence: Evidence

  init(_ joint: Joint, _ confidence: Confidence = .certain, _ evidence: Evidence) {
    self.joint = joint
    self.confidence = confidence
    self.evidence = evidence
  }

  var keepsHyphen: Bool { joint == .hyphen }
}
