import EmendTestSupport
import Testing

@testable import Emend

/// What a user refuses, by a rule or edit by edit, leaves alone what does not depend on it; on documents that
/// nobody chose (see `GeneratedPropertyTests`).
@Suite(.serialized) struct GeneratedRefusalTests {
  /// A rule that is refused changes nothing before its stage and, in the stage, nothing but what had lost
  /// against it.
  @Test(arguments: [
    "furniture/running-head", "hyphens/soft", "characters/space-before-stop",
    "characters/confusion",
  ])
  func refusingARule(rule: String) throws {
    var options = GeneratedSource.cleaner.options
    options.policy.ignore = [rule]
    let cleaner = Cleaner(options: options)
    let stage = try #require(StageID(rawValue: String(rule.prefix { $0 != "/" })))
    let failures = GeneratedSource.failures(of: "refusing \(rule)") { document in
      let run = try CleaningRun(document.source, by: cleaner)
      return Self.difference(document.run, run, in: stage) { before, after in
        after.rule.name.hasPrefix(rule) || before.outcome == .overlaps
      }
    }
    #expect(failures == [])
    let refused = GeneratedSource.all.count { $0.run.applied.contains { $0.rule.name == rule } }
    #expect(refused > 0)
  }

  /// One edit of each document is refused.
  @Test func refusingAnEdit() {
    let failures = GeneratedSource.failures(of: "refusing an edit") { document in
      // `bytes/invalid` cannot be refused.
      let edits = document.run.applied.filter { $0.stage != .bytes }
      guard document.run.charset == nil, !edits.isEmpty else { return nil }
      let edit = edits[document.number * 7919 % edits.count]
      var options = GeneratedSource.cleaner.options
      options.policy.decisions = Self.refusal(of: edit, in: document.source)
      let run = try CleaningRun(document.source, by: Cleaner(options: options))
      guard run.entries.contains(where: { $0.outcome == .refused && $0.source == edit.source })
      else { return "\(edit.rule) at \(edit.source) is not refused" }
      return Self.difference(document.run, run, in: edit.stage) { before, after in
        after.outcome == .refused || before.outcome == .overlaps
      } ?? Self.distant(document.run, run, from: edit)
    }
    #expect(failures == [])
  }

  private static func refusal(of edit: JournalEntry, in source: [UInt8]) -> Decisions {
    func text(_ range: Range<Int>) -> String {
      String(decoding: source[range.clamped(to: 0..<source.count)], as: UTF8.self)
    }
    var decisions = Decisions()
    decisions.add(
      Decision(
        .refuse, rule: edit.rule, old: String(decoding: edit.removed, as: UTF8.self),
        new: edit.inserted,
        surroundings: Decision.Surroundings(
          before: text(edit.source.lowerBound - 90..<edit.source.lowerBound),
          after: text(edit.source.upperBound..<edit.source.upperBound + 90))))
    return decisions
  }

  /// What changed up to a stage, but for outcomes that may.
  private static func difference(
    _ before: CleaningRun, _ after: CleaningRun, in stage: StageID,
    mayDiffer: (JournalEntry, JournalEntry) -> Bool
  ) -> String? {
    let old = before.entries.filter { $0.stage.order <= stage.order }
    let new = after.entries.filter { $0.stage.order <= stage.order }
    guard old.map(\.source) == new.map(\.source), old.map(\.rule) == new.map(\.rule) else {
      return "other edits are proposed"
    }
    let changed = zip(old, new).first { $0.outcome != $1.outcome && !mayDiffer($0, $1) }
    return changed.map { "\($0.0.rule) at \($0.0.source) became \($0.1.outcome)" }
  }

  /// What changed in the stages behind, further than a line away.
  private static func distant(
    _ before: CleaningRun, _ after: CleaningRun, from edit: JournalEntry
  ) -> String? {
    func key(_ entry: JournalEntry) -> String {
      "\(entry.rule) \(entry.source) \(entry.removed) \(entry.inserted)"
    }
    let old = Set(before.applied.map(key))
    let new = Set(after.applied.map(key))
    let changed =
      before.applied.filter { !new.contains(key($0)) }
      + after.applied.filter { !old.contains(key($0)) }
    let near = edit.source.lowerBound - 200...edit.source.upperBound + 200
    let far = changed.first {
      !near.contains($0.source.lowerBound) && $0.stage.order > edit.stage.order
    }
    return far.map { "without \(told(edit)) another edit: \(told($0)), \($0.evidence)" }
  }

  private static func told(_ edit: JournalEntry) -> String {
    let removed = String(decoding: edit.removed, as: UTF8.self)
    return "\(edit.rule) at \(edit.source): \(removed.debugDescription)"
      + " -> \(edit.inserted.debugDescription)"
  }
}
