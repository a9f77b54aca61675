/// What became of a sample: its edits, its errors before and after, and what is wrong with it.
public struct SampleResult: Sendable {
  /// Why a sample fails.
  public enum Problem: Sendable {
    /// No output was blessed yet.
    case noCleanText
    /// The output is another than the blessed one.
    case differs
    /// Output and journal do not give the source back.
    case isNotRestored(String)
    /// Cleaning the output changes it again, into this.
    case isNotStable([UInt8])
  }

  /// How often a rule had something to say.
  public struct RuleCount: Sendable {
    public var applied = 0
    public var left = 0
  }

  /// Errors of the text against the truth, before and after.
  public struct Accuracy: Sendable {
    public let characters: (before: ErrorRate, after: ErrorRate)
    public let words: (before: ErrorRate, after: ErrorRate)
    /// The match error rate of the characters without case and punctuation: never more than 1.
    public let matches: (before: MatchErrorRate, after: MatchErrorRate)
    /// Words of the truth that the scan has right and the output has wrong.
    public let harmed: Int

    /// 1 where the output is nearer to the truth than the scan, -1 where it is farther, else 0.
    public var preference: Int { (matches.before.rate - matches.after.rate).sign01 }
  }

  public let sample: Sample
  public let output: [UInt8]
  public private(set) var rules: [RuleID: RuleCount] = [:]
  /// Applied edits of each stage.
  public private(set) var edits: [StageID: Int] = [:]
  /// `nil` for a sample without a truth.
  public private(set) var accuracy: Accuracy?
  /// What can be said of each edit, by stage and level; `nil` for a sample without a truth.
  public private(set) var scores: EditScores?
  /// All proposals, in the order of the stages.
  public private(set) var entries: [JournalEntry] = []
  /// Empty when the sample passes.
  public private(set) var problems: [Problem] = []

  public var isPass: Bool { problems.isEmpty }

  /// Cleans a sample and looks at the result from all sides.
  /// - Throws: `EmendError` where the source cannot be cleaned at all.
  public init(checking sample: Sample) throws {
    self.sample = sample
    let run = try Run(of: sample.source, options: sample.options)
    output = run.output
    for entry in run.entries {
      if entry.isApplied {
        rules[entry.rule, default: RuleCount()].applied += 1
        edits[entry.stage, default: 0] += 1
      } else {
        rules[entry.rule, default: RuleCount()].left += 1
      }
    }
    entries = run.entries
    if let truth = sample.truth {
      let scan = try Cleaner.decode(sample.source)
      accuracy = Accuracy(scan: scan, output: output, truth: truth)
      scores = try Self.scores(scan: scan, run: run, sample: sample, truth: ComparedText(truth))
    }
    // Where nobody blessed an output, the truth alone speaks.
    if sample.isGold { return }
    if let expected = sample.expected {
      if expected != output { problems.append(.differs) }
    } else {
      problems.append(.noCleanText)
    }
    if let why = Self.whyNotRestored(run, sample.source) {
      problems.append(.isNotRestored(why))
    }
    let again = try Run(of: output, options: sample.options).output
    if again != output { problems.append(.isNotStable(again)) }
  }

  /// What another program made of a sample: measured, with nothing known of its edits.
  public init(of sample: Sample, output: [UInt8]) throws {
    self.sample = sample
    self.output = output
    if let truth = sample.truth {
      accuracy = Accuracy(scan: try Cleaner.decode(sample.source), output: output, truth: truth)
    }
    if sample.isClean, output != sample.expected { problems.append(.differs) }
  }

  /// Edits that are not applied are judged by what they would have done.
  private static func scores(
    scan: [UInt8], run: Run, sample: Sample, truth: ComparedText
  ) throws -> EditScores {
    var scores = EditScores(
      scan: scan, entries: run.entries, output: run.output, truth: truth,
      levels: sample.options.policy.minimum...)
    if sample.options.policy.minimum > .doubtful {
      var options = sample.options
      options.policy.minimum = .doubtful
      let all = try Run(of: sample.source, options: options)
      scores.add(
        levelsOf: EditScores(
          scan: scan, entries: all.entries, output: all.output, truth: truth, levels: .doubtful...),
        below: sample.options.policy.minimum)
    }
    return scores
  }

  private static func whyNotRestored(_ run: Run, _ source: [UInt8]) -> String? {
    do {
      let records = try JournalReader.read(run.journal, file: "journal")
      let restored = try Restorer.restore(clean: run.output, journal: records)
      return restored == source ? nil : "other bytes came back"
    } catch {
      return "\(error)"
    }
  }

  /// A cleaning with its journal, in memory.
  private struct Run {
    private(set) var output: [UInt8] = []
    private(set) var journal: [UInt8] = []
    private(set) var entries: [JournalEntry] = []

    init(of source: [UInt8], options: Cleaner.Options) throws {
      var output: [UInt8] = []
      var journal: [UInt8] = []
      var entries: [JournalEntry] = []
      var writer = unsafe JournalWriter<Never> { unsafe journal.append(contentsOf: $0) }
      writer.begin(JournalHeader(version: "check"))
      let session = Cleaner(options: options).session(
        output: { output.append(contentsOf: $0) },
        events: { event in
          switch event {
          case .charset(let name, let source, let confidence):
            writer.charset(name: name, source: source, confidence: confidence)
          case .edit(let entry):
            writer.edit(entry)
            entries.append(entry)
          case .tail(let bytes): writer.tail(bytes)
          case .exceedsWindow, .notice, .page: break
          }
        })
      try session.feed(source)
      try session.finish()
      writer.sourceBytes(source)
      writer.outputBytes(output)
      writer.finish()
      (self.output, self.journal, self.entries) = (output, journal, entries)
    }
  }
}

extension SampleResult.Accuracy {
  /// Compares a scan and what became of it with the truth.
  public init(scan: [UInt8], output: [UInt8], truth: [UInt8]) {
    let truth = ComparedText(truth)
    let scan = ComparedText(scan)
    let output = ComparedText(output)
    characters = (
      ErrorRate(charactersOf: scan, against: truth), ErrorRate(charactersOf: output, against: truth)
    )
    words = (
      ErrorRate(wordsOf: scan, against: truth), ErrorRate(wordsOf: output, against: truth)
    )
    let normalised = truth.normalised
    matches = (
      MatchErrorRate(of: scan.normalised, against: normalised),
      MatchErrorRate(of: output.normalised, against: normalised)
    )
    let before = truth.wordsThatAreRight(in: scan)
    let after = truth.wordsThatAreRight(in: output)
    harmed = zip(before, after).count { $0 && !$1 }
  }
}

extension Double {
  /// The sign as a number: -1, 0 or 1.
  fileprivate var sign01: Int { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
