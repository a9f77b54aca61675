import CommandKit
import Emend

/// The edits of a text that a reader is to decide about.
struct Review {
  struct Edit {
    let entry: JournalEntry
    /// Both count from 1, in the source.
    let line: Int
    let column: Int
    let surroundings: Decision.Surroundings
    let verdict: Decision.Verdict?
    /// Whether it is applied if nothing is decided.
    let isProposed: Bool
  }

  let name: String
  private let source: [UInt8]
  private let options: Cleaner.Options
  private(set) var edits: [Edit] = []
  /// Edits that nothing can be decided about: `bytes/invalid`.
  private(set) var fixed = 0
  /// Decisions that are about no edit of this text alone.
  private(set) var kept: [Decision] = []

  /// Characters of context on each side.
  private static let context = 80

  init(name: String, source: [UInt8], options: Cleaner.Options) {
    (self.name, self.source, self.options) = (name, source, options)
  }

  /// Cleans the text and lists its edits in the order of the text.
  /// - Throws: `EmendError`.
  mutating func read() throws {
    var entries: [JournalEntry] = []
    var charset: Charset?
    let session = Cleaner(options: options).session(
      output: { _ in },
      events: { event in
        if case .edit(let entry) = event { entries.append(entry) }
        if case .charset(let name, _, _) = event { charset = Charset(name: name) }
      })
    try session.feed(source)
    try session.finish()
    entries.sort { ($0.source.lowerBound, $0.stage.order) < ($1.source.lowerBound, $1.stage.order) }
    var places = LinePlaces(source, charset: charset, context: Self.context)
    var met: Set<Int> = []
    for entry in entries where entry.outcome != .notSelected {
      if entry.rule == "bytes/invalid" {
        fixed += 1
        continue
      }
      let place = places.place(of: entry.source)
      let surroundings = Decision.Surroundings(before: place.before, after: place.after)
      let found = options.policy.decisions?.index(
        rule: entry.rule, old: String(decoding: entry.removed, as: UTF8.self),
        new: entry.inserted, surroundings: surroundings)
      if let found { met.insert(found) }
      let verdict =
        found.flatMap { options.policy.decisions?.all[$0].verdict }
        ?? (entry.outcome == .refused ? .refuse : nil)
      edits.append(
        Edit(
          entry: entry, line: place.line, column: place.column, surroundings: surroundings,
          verdict: verdict,
          isProposed: verdict == nil
            ? entry.isApplied : entry.confidence >= options.policy.minimum))
    }
    let all = options.policy.decisions?.all ?? []
    kept = all.enumerated().filter { !met.contains($0.offset) || $0.element.surroundings == nil }
      .map(\.element)
  }
}
