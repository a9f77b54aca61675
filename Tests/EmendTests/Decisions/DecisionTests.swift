import Foundation
import Testing

@testable import Emend

/// What a reader decided holds in the pipeline, and for nothing else.
@Suite struct DecisionTests {
  private static let text = """
    The clerk of the old govern-
    ment saw nothing in it, but he wrote of it to
    the head of the other govern-
    ment before noon, and so the thing was done.

    """

  /// A comma that may have been a stop: an edit that is doubtful.
  private static let doubtful = """
    She sat wIth them at first. They came wIth a letter.
    The country was weaker than before, When they had lost the war they left.

    """

  /// The decision about an edit as a review would save it.
  private static func decision(
    _ verdict: Decision.Verdict, _ entry: JournalEntry, in source: [UInt8]
  ) -> Decision {
    func text(_ range: Range<Int>) -> String {
      String(decoding: source[range.clamped(to: 0..<source.count)], as: UTF8.self)
    }
    return Decision(
      verdict, rule: entry.rule, old: String(decoding: entry.removed, as: UTF8.self),
      new: entry.inserted,
      surroundings: Decision.Surroundings(
        before: text(max(0, entry.source.lowerBound - 90)..<entry.source.lowerBound),
        after: text(entry.source.upperBound..<entry.source.upperBound + 90)))
  }

  private static func clean(_ text: String, _ list: [Decision] = []) throws -> CleaningRun {
    try clean(Array(text.utf8), list)
  }

  private static func clean(_ source: [UInt8], _ list: [Decision] = []) throws -> CleaningRun {
    var decisions = Decisions()
    for decision in list { decisions.add(decision) }
    var options = Cleaner.Options()
    options.policy.decisions = decisions
    return try CleaningRun(source, by: Cleaner(options: options))
  }

  /// What refuses the first of the two joins of `text`.
  private static func refusal() throws -> Decision {
    let source = Array(text.utf8)
    let entry = try #require(try clean(source).applied.first { $0.rule == "hyphens/soft" })
    return decision(.refuse, entry, in: source)
  }

  @Test func aRefusedEditIsNotAppliedAndItsLikeElsewhereIs() throws {
    let run = try Self.clean(Self.text, [try Self.refusal()])
    #expect(run.text.contains("the old govern-\nment saw"))
    #expect(run.text.contains("the other government\nbefore"))
    #expect(run.entries.count { $0.outcome == .refused } == 1)
  }

  /// Another scan of the page: other misreadings, lines, marks and blanks, and text before it.
  @Test(arguments: [
    text.replacing("clerk of", with: "c1erk  of").replacing(
      "nothing in it,", with: "notliing in it"),
    text.replacing("The clerk", with: "And yet, it was said.\n\nThe clerk"),
    text.replacing("\n", with: "\r\n"),
    text.replacing("but he wrote", with: "but\nhe wrote"),
    "\u{FEFF}" + text.replacing("ment saw", with: "ment  saw"),
  ])
  func aRefusalHoldsForASecondScan(_ scan: String) throws {
    let run = try Self.clean(scan, [try Self.refusal()])
    #expect(run.entries.filter { $0.outcome == .refused }.map(\.rule.name) == ["hyphens/soft"])
    #expect(run.text.contains("the old govern-"))
    #expect(run.text.contains("the other government"))
  }

  @Test(arguments: [
    "A letter from a former govern-\nment lay there unread for years, and nobody asked for it.\n",
    "The govern-\nment fell.\n",
  ])
  func aRefusalIsNotAboutAnotherPlace(_ other: String) throws {
    let run = try Self.clean(other, [try Self.refusal()])
    #expect(run.text.contains("government"))
  }

  @Test func withoutSurroundingsItHoldsEverywhereAndTheNearerWins() throws {
    let refusal = try Self.refusal()
    var series = refusal
    series.surroundings = nil
    #expect(!(try Self.clean(Self.text, [series])).text.contains("government"))
    var accepted = refusal
    accepted.verdict = .accept
    let run = try Self.clean(Self.text, [accepted, series])
    #expect(run.text.contains("old government"))
    #expect(run.text.contains("other govern-"))
  }

  @Test func ofTwoAboutOnePlaceTheLaterCounts() throws {
    let refusal = try Self.refusal()
    var accepted = refusal
    accepted.verdict = .accept
    #expect(try Self.clean(Self.text, [refusal, accepted]).text.contains("old government"))
    #expect(!(try Self.clean(Self.text, [accepted, refusal])).text.contains("old government"))
  }

  @Test func anAcceptedEditIsAppliedHoweverUnsure() throws {
    let source = Array(Self.doubtful.utf8)
    let before = try Self.clean(source)
    let entry = try #require(before.entries.first { $0.outcome == .belowMinimum })
    let run = try Self.clean(source, [Self.decision(.accept, entry, in: source)])
    #expect(run.applied.count == before.applied.count + 1)
    #expect(run.applied.contains { $0.rule == entry.rule && $0.source == entry.source })
  }

  /// Without a journal, too, where unsure edits need not be proposed otherwise.
  @Test func theTextIsTheSameWhetherAnybodyReadsTheJournal() throws {
    let source = Array(Self.doubtful.utf8)
    let entry = try #require(
      try Self.clean(source).entries.first { $0.outcome == .belowMinimum })
    var options = Cleaner.Options()
    var decisions = Decisions()
    decisions.add(Self.decision(.accept, entry, in: source))
    options.policy.decisions = decisions
    var output: [UInt8] = []
    let session = Cleaner(options: options).session { output += $0 }
    try session.feed(source)
    try session.finish()
    #expect(output == (try CleaningRun(source, by: Cleaner(options: options))).output)
    #expect(output != (try Self.clean(source).output))
  }

  /// Each edit of some samples refused by itself: what is elsewhere stays as it was.
  @Test(arguments: ["thesis-press", "names-commissars", "book-envoy"])
  func aRefusalLeavesWhatDoesNotDependOnIt(_ name: String) throws {
    let file = URL(fileURLWithPath: #filePath)
      .appendingPathComponent("../../../../Samples/\(name)/scan.txt").standardizedFileURL
    let source = [UInt8](try Data(contentsOf: file))
    let all = try Self.clean(source)
    let edits = all.applied.filter { $0.rule != "bytes/invalid" }
    #expect(!edits.isEmpty)
    // Some forty of them will do.
    for (number, entry) in edits.enumerated() where number % max(1, edits.count / 40) == 0 {
      let run = try Self.clean(source, [Self.decision(.refuse, entry, in: source)])
      #expect(run.entries.contains { $0.outcome == .refused }, "\(entry)")
      let common = zip(all.output, run.output).prefix { $0 == $1 }.count
      let behind = zip(all.output.reversed(), run.output.reversed()).prefix { $0 == $1 }.count
      let length = max(all.output.count, run.output.count) - common - behind
      #expect(
        length <= entry.removed.count + entry.inserted.utf8.count + 60,
        "\(entry.rule) at \(entry.source) changes \(length) bytes")
    }
  }

  @Test func aGroupIsDecidedAboutAsAWhole() {
    func edit(_ span: Range<Int>) -> Edit {
      Edit(
        span: span, replacement: "", rule: "hyphens/soft", confidence: .likely,
        evidence: .composed, group: 1)
    }
    var decisions = Decisions()
    decisions.add(Decision(.accept, rule: "hyphens/soft", old: "-", new: ""))
    let text = Text(adopting: Array("go- and vern".utf8))
    let edits = [edit(2..<3), edit(8..<12)]
    let verdicts = decisions.verdicts(on: edits, in: text, source: text) { $0 }
    #expect(verdicts == [.accept, .accept])
    #expect(Policy().decide(edits, verdicts: verdicts) == [.applied, .applied])
  }

  @Test func whatAReaderAcceptedWinsOverWhatOverlapsIt() {
    func edit(_ span: Range<Int>, _ confidence: Confidence) -> Edit {
      Edit(
        span: span, replacement: "x", rule: "hyphens/soft", confidence: confidence,
        evidence: .composed)
    }
    let edits = [edit(0..<4, .certain), edit(3..<6, .doubtful)]
    #expect(Policy().decide(edits, verdicts: [nil, .accept]) == [.overlaps, .applied])
    #expect(Policy().decide(edits, verdicts: [.refuse, nil]) == [.refused, .belowMinimum])
    // Rules that are switched off stay off.
    let ignoring = Policy(ignore: ["hyphens"])
    #expect(ignoring.decide(edits, verdicts: [nil, .accept]) == [.notSelected, .notSelected])
  }
}
