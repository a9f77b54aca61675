/// The decisions of readers, to be looked up for each edit.
///
/// An edit meets a decision with its rule, the same change (white space counts as one blank), and the
/// same surroundings. These may differ by a quarter of their letters, so that a decision holds for a
/// second scan of the page; of several the nearest counts. One without surroundings is the last that is asked.
public struct Decisions: Sendable {
  /// In the order of the file.
  public private(set) var all: [Decision] = []

  /// What an edit does, wherever.
  private struct Change: Hashable {
    let rule: RuleID
    let old: String
    let new: String

    init(rule: RuleID, old: String, new: String) {
      self.rule = rule
      self.old = Self.folded(old)
      self.new = Self.folded(new)
    }

    private static func folded(_ text: String) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private struct Place: Hashable {
    let change: Change
    let context: EditContext
  }

  /// The letters next to an edit on one side: what is near has them on one side at least.
  private struct Anchor: Hashable {
    let change: Change
    let isBefore: Bool
    let letters: ArraySlice<Int32>

    static func both(_ change: Change, _ context: EditContext) -> [Anchor] {
      [
        Anchor(change: change, isBefore: true, letters: context.before.suffix(6)),
        Anchor(change: change, isBefore: false, letters: context.after.prefix(6)),
      ]
    }
  }

  private var rules: Set<RuleID> = []
  private var contexts: [EditContext?] = []
  private var everywhere: [Change: Int] = [:]
  private var exact: [Place: Int] = [:]
  private var anchors: [Anchor: [Int]] = [:]

  public init() {}

  /// Whether some edit is to be applied that would not be otherwise.
  public private(set) var hasAcceptances = false

  /// Adds a decision; of two about the same place the later one counts.
  public mutating func add(_ decision: Decision) {
    let number = all.count
    let change = Change(rule: decision.rule, old: decision.old, new: decision.new)
    all.append(decision)
    rules.insert(decision.rule)
    if decision.verdict == .accept { hasAcceptances = true }
    contexts.append(decision.surroundings.map { EditContext($0) })
    guard let context = contexts[number] else {
      everywhere[change] = number
      return
    }
    exact[Place(change: change, context: context)] = number
    for anchor in Anchor.both(change, context) { anchors[anchor, default: []].append(number) }
  }

  /// The place in `all` of the decision about an edit.
  /// - Parameters:
  ///   - old: what the edit removes.
  ///   - surroundings: of the source.
  public func index(
    rule: RuleID, old: String, new: String, surroundings: Decision.Surroundings
  ) -> Int? {
    index(rule: rule, old: old, new: new) { EditContext(surroundings) }
  }

  private func index(
    rule: RuleID, old: String, new: String, context: () -> EditContext
  ) -> Int? {
    guard rules.contains(rule) else { return nil }
    let change = Change(rule: rule, old: Decision.shown(old), new: Decision.shown(new))
    let context = context()
    if let found = exact[Place(change: change, context: context)] { return found }
    var best: (distance: Int, index: Int)?
    for anchor in Anchor.both(change, context) {
      for index in anchors[anchor] ?? [] {
        guard let distance = contexts[index]?.distance(to: context) else { continue }
        // Of two as near the later one counts.
        if let best, (best.distance, index) < (distance, best.index) { continue }
        best = (distance, index)
      }
    }
    return best?.index ?? everywhere[change]
  }

  /// What was decided about each edit; empty where nothing was about any.
  ///
  /// `bytes/invalid` cannot be refused. What was decided about one part of a group holds for all of it.
  /// - Parameters:
  ///   - edits: of one stage.
  ///   - text: what the stage was given.
  ///   - source: what the window was before any stage, and the bytes of it that an edit is about.
  func verdicts(
    on edits: [Edit], in text: Text, source: Text, span: (Range<Int>) -> Range<Int>
  ) -> [Decision.Verdict?] {
    guard edits.contains(where: { rules.contains($0.rule) }) else { return [] }
    var groups: [Int: Decision.Verdict] = [:]
    var verdicts = edits.map { edit -> Decision.Verdict? in
      guard edit.rule != "bytes/invalid", rules.contains(edit.rule) else { return nil }
      let found = index(
        rule: edit.rule, old: String(decoding: text[edit.span], as: UTF8.self),
        new: edit.replacement
      ) { EditContext(of: span(edit.span), in: source) }
      guard let verdict = found.map({ all[$0].verdict }) else { return nil }
      if edit.group != 0, groups[edit.group] != .refuse { groups[edit.group] = verdict }
      return verdict
    }
    if !groups.isEmpty {
      for i in edits.indices where edits[i].group != 0 {
        verdicts[i] = groups[edits[i].group] ?? verdicts[i]
      }
    }
    return verdicts
  }
}
