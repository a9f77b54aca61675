/// What becomes of the two halves of a divided word.
struct BreakVerdict {
  enum Joint {
    case solid
    case hyphen
    /// The last letter of the head was a c: `Zuk-⏎ker` is `Zucker`.
    case endingInC
    /// The head loses its last letter: `Schiff-⏎fahrt` was `Schiffahrt`.
    case withoutLast
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

  /// Hands over what is said of it, without a copy.
  consuming func takeEvidence() -> Evidence { evidence }

  var keepsHyphen: Bool { joint == .hyphen }
}
