/// Decides which proposals are applied.
public struct Policy: Sendable {
  /// The least confidence that is applied.
  public var minimum: Confidence
  /// Rule ids or prefixes of them; empty selects all.
  public var select: [String]
  /// Rule ids or prefixes of them; wins over `select`.
  public var ignore: [String]

  public init(minimum: Confidence = .certain, select: [String] = [], ignore: [String] = []) {
    self.minimum = minimum
    self.select = select
    self.ignore = ignore
  }

  /// Whether the user wants a rule.
  ///
  /// `bytes/invalid` cannot be refused: the output is valid UTF-8 in any case.
  public func selects(_ rule: RuleID) -> Bool {
    if ignore.isEmpty, select.isEmpty { return true }
    if rule == "bytes/invalid" { return true }
    if ignore.contains(where: { Self.matches($0, rule) }) { return false }
    return select.isEmpty || select.contains { Self.matches($0, rule) }
  }

  private static func matches(_ selector: String, _ rule: RuleID) -> Bool {
    rule.name.hasPrefix(selector)
  }

  /// The outcome of each edit, in the order given.
  ///
  /// Of edits that overlap the surer one wins, then the earlier one. A group is applied whole or
  /// not at all.
  /// - Parameters:
  ///   - edits: in text order.
  ///   - isRefused: whether the user refuses an edit for its place or its word.
  /// - Complexity: O(*n*) where few overlap.
  func decide(
    _ edits: [Edit], isRefused: (Edit) -> Bool = { _ in false }
  ) -> [Outcome] {
    var outcomes = edits.map { edit -> Outcome in
      if !selects(edit.rule) || isRefused(edit) { return .notSelected }
      if edit.rule == "characters/sic" { return .sic }
      return edit.confidence < minimum ? .belowMinimum : .applied
    }
    var last = -1
    for i in edits.indices where outcomes[i] == .applied {
      defer { if outcomes[i] == .applied { last = i } }
      guard last >= 0 else { continue }
      let a = edits[last]
      let b = edits[i]
      let touching = b.span.lowerBound < a.span.upperBound || (b.span.isEmpty && b.span == a.span)
      guard touching else { continue }
      if b.confidence > a.confidence { outcomes[last] = .overlaps } else { outcomes[i] = .overlaps }
    }
    withdrawBrokenGroups(edits, &outcomes)
    return outcomes
  }

  private func withdrawBrokenGroups(_ edits: [Edit], _ outcomes: inout [Outcome]) {
    var broken: [Int: Outcome] = [:]
    for (edit, outcome) in zip(edits, outcomes) where edit.group != 0 && outcome != .applied {
      broken[edit.group] = outcome
    }
    guard !broken.isEmpty else { return }
    for i in edits.indices where outcomes[i] == .applied {
      if let outcome = broken[edits[i].group] { outcomes[i] = outcome }
    }
  }
}
