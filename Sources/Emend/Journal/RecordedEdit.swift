/// An edit as a journal has it: a `JournalEntry` whose evidence is in words.
public struct RecordedEdit: Sendable {
  public var stage: StageID
  public var rule: RuleID
  /// Bytes of the source file that the edit is about.
  public var source: Range<Int>
  /// Byte of the text that the stage produced, counted over the whole document, at which `inserted`
  /// stands, or would stand.
  public var at: Int
  /// The bytes that the stage was given there.
  public var removed: [UInt8]
  public var inserted: String
  public var confidence: Confidence
  /// Why, in words; for people only.
  public var evidence: String
  public var outcome: Outcome

  public init(
    stage: StageID, rule: RuleID, source: Range<Int>, at: Int, removed: [UInt8], inserted: String,
    confidence: Confidence, evidence: String, outcome: Outcome = .applied
  ) {
    self.stage = stage
    self.rule = rule
    self.source = source
    self.at = at
    self.removed = removed
    self.inserted = inserted
    self.confidence = confidence
    self.evidence = evidence
    self.outcome = outcome
  }

  public init(_ entry: JournalEntry) {
    self.init(
      stage: entry.stage, rule: entry.rule, source: entry.source, at: entry.at,
      removed: entry.removed, inserted: entry.inserted, confidence: entry.confidence,
      evidence: entry.evidence.description, outcome: entry.outcome)
  }

  public var isApplied: Bool { outcome == .applied }
}

extension RecordedEdit: Equatable {
  /// Compares texts byte by byte: an edit may do nothing but compose a character, which `String`'s
  /// own `==` would not see.
  public static func == (a: RecordedEdit, b: RecordedEdit) -> Bool {
    (a.stage, a.rule, a.source, a.at) == (b.stage, b.rule, b.source, b.at)
      && (a.removed, a.confidence, a.outcome) == (b.removed, b.confidence, b.outcome)
      && a.inserted.utf8.elementsEqual(b.inserted.utf8)
      && a.evidence.utf8.elementsEqual(b.evidence.utf8)
  }
}
