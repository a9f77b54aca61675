/// What edits did to a text whose truth is known: by stage, and by how sure they were.
///
/// The words that an edit touches are compared with the truth before and after its stage; more right
/// words, or fewer wrong ones, and it was right. A step of a repair that a later stage completes is
/// neither right nor wrong.
public struct EditScores: Sendable {
  public enum Verdict: Sendable {
    case right, wrong, open
  }

  /// What a stage did, in edits, and what it left, in words.
  public struct StageScore: Sendable {
    public var fixed = 0
    public var harmed = 0
    public var open = 0
    /// Words of the output that are still wrong, given to the stage whose damage they look like.
    public var missed = 0
  }

  public private(set) var stages: [StageID: StageScore] = [:]
  /// Of the edits that are right or wrong: how many are right.
  public private(set) var levels: [Confidence: Proportion] = [:]
  /// The edits that are wrong.
  public private(set) var wrong: [JournalEntry] = []

  public init() {}

  /// - Parameters:
  ///   - scan: the text as the stages were given it, in UTF-8.
  ///   - output: the text as they left it.
  ///   - levels: the levels that are counted.
  init(
    scan: [UInt8], entries: [JournalEntry], output: [UInt8], truth: ComparedText,
    levels counted: PartialRangeFrom<Confidence>
  ) {
    var text = scan
    for stage in StageID.allCases {
      let applied = entries.filter { $0.stage == stage && $0.isApplied }
      guard !applied.isEmpty else { continue }
      let revised = Self.apply(applied, to: text)
      let before = PlacedWords(text, truth: truth)
      let after = PlacedWords(revised.text, truth: truth)
      for (entry, spans) in zip(applied, revised.spans) {
        let gain = after.value(touching: spans.new) - before.value(touching: spans.old)
        add(entry, gain > 0 ? .right : gain < 0 ? .wrong : .open, counted)
      }
      text = revised.text
    }
    for (stage, count) in MissedWords.counts(in: output, truth: truth) {
      stages[stage, default: StageScore()].missed += count
    }
  }

  /// Takes over the levels that were not applied.
  mutating func add(levelsOf other: EditScores, below minimum: Confidence) {
    for (level, proportion) in other.levels where level < minimum { levels[level] = proportion }
  }

  public static func + (a: EditScores, b: EditScores) -> EditScores {
    var sum = a
    for (stage, score) in b.stages {
      sum.stages[stage, default: StageScore()].fixed += score.fixed
      sum.stages[stage, default: StageScore()].harmed += score.harmed
      sum.stages[stage, default: StageScore()].open += score.open
      sum.stages[stage, default: StageScore()].missed += score.missed
    }
    for (level, proportion) in b.levels {
      sum.levels[level] = sum.levels[level, default: Proportion()] + proportion
    }
    sum.wrong += b.wrong
    return sum
  }

  private mutating func add(
    _ entry: JournalEntry, _ verdict: Verdict, _ counted: PartialRangeFrom<Confidence>
  ) {
    switch verdict {
    case .right: stages[entry.stage, default: StageScore()].fixed += 1
    case .wrong:
      stages[entry.stage, default: StageScore()].harmed += 1
      wrong.append(entry)
    case .open: stages[entry.stage, default: StageScore()].open += 1
    }
    guard verdict != .open, counted.contains(entry.confidence) else { return }
    let one = Proportion(right: verdict == .right ? 1 : 0, all: 1)
    levels[entry.confidence] = levels[entry.confidence, default: Proportion()] + one
  }

  /// Does a stage's edits again.
  private static func apply(
    _ entries: [JournalEntry], to text: [UInt8]
  ) -> (text: [UInt8], spans: [(old: Range<Int>, new: Range<Int>)]) {
    var revised = [UInt8]()
    var spans: [(old: Range<Int>, new: Range<Int>)] = []
    var kept = 0
    for entry in entries {
      let start = kept + entry.at - revised.count
      revised += text[kept..<start]
      kept = start + entry.removed.count
      revised += entry.inserted.utf8
      spans.append((start..<kept, entry.at..<revised.count))
    }
    revised += text[kept...]
    return (revised, spans)
  }
}
