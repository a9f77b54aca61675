/// Decides which proposals are applied.
///
/// What a reader decided about an edit wins over its level, but not over `select` and `ignore`.
public struct Policy: Sendable {
  /// The least confidence that is applied.
  public var minimum: Confidence
  /// Rule ids or prefixes of them; empty selects all.
  public var select: [String]
  /// Rule ids or prefixes of them; wins over `select`.
  public var ignore: [String]
  /// What readers decided about single edits.
  public var decisions: Decisions?

  public init(
    minimum: Confidence = .certain, select: [String] = [], ignore: [String] = [],
    decisions: Decisions? = nil
  ) {
    self.minimum = minimum
    self.select = select
    self.ignore = ignore
    self.decisions = decisions
  }

  /// The least confidence of an edit that may be applied.
  var least: Confidence { decisions?.hasAcceptances == true ? .doubtful : minimum }

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
  /// Of edits that overlap one that a reader accepted wins, then the surer one, then the earlier one.
  /// A group is applied whole or not at all.
  /// - Parameters:
  ///   - edits: in text order.
  ///   - isBarred: whether the user keeps all edits from its place or its word; `nil` where none is.
  ///   - verdicts: what readers decided about each edit; empty where nothing.
  /// - Complexity: O(*n*) where few overlap.
  func decide(
    _ edits: [Edit], verdicts: [Decision.Verdict?] = [],
    isBarred: ((Edit) -> Bool)? = nil
  ) -> [Outcome] {
    let selectsAll = select.isEmpty && ignore.isEmpty
    // By index: an edit is not copied.
    var outcomes = edits.indices.map { i -> Outcome in
      if !selectsAll, !selects(edits[i].rule) { return .notSelected }
      if let isBarred, isBarred(edits[i]) { return .notSelected }
      if edits[i].rule == "characters/sic" { return .sic }
      return edits[i].confidence < minimum ? .belowMinimum : .applied
    }
    for (i, verdict) in verdicts.enumerated()
    where outcomes[i] != .notSelected && outcomes[i] != .sic {
      switch verdict {
      case .accept?: outcomes[i] = .applied
      case .refuse?: outcomes[i] = .refused
      case nil: break
      }
    }
    func isStronger(_ b: Int, than a: Int) -> Bool {
      let isAccepted = verdicts.isEmpty ? (false, false) : (verdicts[a] != nil, verdicts[b] != nil)
      if isAccepted.0 != isAccepted.1 { return isAccepted.1 }
      return edits[b].confidence > edits[a].confidence
    }
    var last = -1
    for i in edits.indices where outcomes[i] == .applied {
      defer { if outcomes[i] == .applied { last = i } }
      guard last >= 0 else { continue }
      let a = edits[last].span
      let b = edits[i].span
      let touching = b.lowerBound < a.upperBound || (b.isEmpty && b == a)
      guard touching else { continue }
      if isStronger(i, than: last) { outcomes[last] = .overlaps } else { outcomes[i] = .overlaps }
    }
    withdrawBrokenGroups(edits, &outcomes)
    return outcomes
  }

  private func withdrawBrokenGroups(_ edits: [Edit], _ outcomes: inout [Outcome]) {
    var broken: [Int: Outcome] = [:]
    for i in edits.indices where edits[i].group != 0 && outcomes[i] != .applied {
      broken[edits[i].group] = outcomes[i]
    }
    guard !broken.isEmpty else { return }
    for i in edits.indices where outcomes[i] == .applied {
      if let outcome = broken[edits[i].group] { outcomes[i] = outcome }
    }
  }
}
