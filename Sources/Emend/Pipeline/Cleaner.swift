/// Turns OCR output back into what the printed page said.
///
/// ```swift
/// let result = try Cleaner().clean("the govern-\nment of Litvinoff\n")
/// print(result.text)          // the government
///                             // of Litvinov
/// for entry in result.entries { print(entry.rule, entry.source, entry.evidence.description) }
/// ```
public struct Cleaner: Sendable {
  /// What to do; the defaults are those of the command.
  public struct Options: Sendable {
    /// The stages that run.
    public var stages: Set<StageID> = Set(StageID.allCases)
    /// Which proposals are applied.
    public var policy = Policy()
    /// How names are spelt, and where.
    public var names = NameOptions()
    /// Words that are right as they are written.
    public var words = WordList.none
    /// What becomes of running heads, folios and download sheets.
    public var furniture = FurnitureStyle.drop
    /// What becomes of the line structure.
    public var lines = LineStyle.keep
    /// The words that the language has.
    public var lexicon = Lexicon.english
    /// Bytes of a window; a longer document is cleaned in parts.
    public var windowSize = 4 << 20
    /// Lines of a window.
    public var windowLines = 1 << 17

    public init() {}
  }

  /// A document that was cleaned in one piece.
  public struct Result: Sendable {
    public let text: String
    /// All proposals, applied or not, in the order of the stages.
    public let entries: [JournalEntry]

    /// Whether anything changed.
    public var isChanged: Bool { entries.contains(where: \.isApplied) }
  }

  public let options: Options
  private let pipeline: Pipeline

  public init(options: Options = Options()) {
    self.options = options
    pipeline = Pipeline(
      stages: StandardStages.make(options: options), policy: options.policy,
      lexicon: options.lexicon, words: options.words)
  }

  /// Cleans a document that is in memory.
  /// - Complexity: O(*n*).
  public func clean(_ text: String) throws -> Result {
    var bytes = [UInt8]()
    var entries = [JournalEntry]()
    let session = session(
      output: { bytes.append(contentsOf: $0) },
      events: { if case .edit(let entry) = $0 { entries.append(entry) } })
    try session.feed(text.utf8)
    try session.finish()
    return Result(text: String(decoding: bytes, as: UTF8.self), entries: entries)
  }

  /// Starts to clean a document that comes in chunks.
  public func session(
    output: @escaping CleaningSession.Output, events: CleaningSession.Events? = nil
  ) -> CleaningSession {
    CleaningSession(
      pipeline: pipeline,
      cutter: WindowCutter(size: options.windowSize, lines: options.windowLines), output: output,
      events: events)
  }
}
