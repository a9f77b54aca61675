/// One decision: these bytes are to become those, by this rule, for this reason.
public struct Edit: Equatable, Sendable {
  /// Bytes of the text that the stage was given.
  public var span: Range<Int>
  /// What stands there afterwards; valid UTF-8.
  public var replacement: String
  public var rule: RuleID
  public var confidence: Confidence
  public var evidence: Evidence
  /// Edits with the same number, other than 0, are one decision in several places: a word that goes
  /// on behind a note block. They are applied or left together.
  public var group: Int

  public init(
    span: Range<Int>, replacement: String, rule: RuleID, confidence: Confidence,
    evidence: Evidence, group: Int = 0
  ) {
    self.span = span
    self.replacement = replacement
    self.rule = rule
    self.confidence = confidence
    self.evidence = evidence
    self.group = group
  }
}
