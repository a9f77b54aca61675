/// Lines that are to be taken out, and why.
struct Removal {
  let lines: Range<Int>
  let rule: RuleID
  let confidence: Confidence
  let evidence: Evidence

  /// The same as a report: so much of the document would go that something is wrong.
  var doubted: Removal {
    Removal(
      lines: lines, rule: rule, confidence: .doubtful,
      evidence: .pattern("not taken out: too large a share of the text is like it"))
  }
}
