/// One proposal and what became of it.
public struct JournalEntry: Equatable, Sendable {
  public let stage: StageID
  public let rule: RuleID
  /// Bytes of the source file (before decoding) that the edit is about. Where an earlier stage
  /// changed some of them the span widens to whole edits.
  public let source: Range<Int>
  /// Where the replacement starts in the text that the stage produced, in bytes from the start of
  /// the document; `restore` undoes the stages in reverse with it. For an edit that was not applied:
  /// where its first byte stands in that text.
  public let at: Int
  /// The bytes that the stage was given there; not always valid UTF-8 in the stage `bytes`.
  public let removed: [UInt8]
  /// What the edit puts there.
  public let inserted: String
  public let confidence: Confidence
  public let evidence: Evidence
  public let outcome: Outcome

  public var isApplied: Bool { outcome == .applied }
}
