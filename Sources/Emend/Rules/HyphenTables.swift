/// Compounds that print writes with a hyphen, and prefixes that take one.
struct HyphenTables: Sendable {
  /// How a prefix is written.
  struct Prefix: OptionSet, Sendable {
    let rawValue: UInt8
    /// It keeps its hyphen before a small letter (`self-`, `ex-`).
    static let hyphen = Prefix(rawValue: 1)
    /// Either way (`sub-`, `re-`); so are those of the next kind.
    static let either = Prefix(rawValue: 2)
    /// It takes its hyphen before a word with which it is in no list (`anti-`).
    static let rather = Prefix(rawValue: 4)
  }

  /// In small letters.
  private let compounds: Set<String>
  /// Most compounds that are asked for are not there.
  private let filter: HashFilter
  private let prefixes: WordBits

  static let english = HyphenTables(
    compounds: TextTable(embedded: "en/compounds.tsv"),
    prefixes: TextTable(embedded: "en/prefixes.tsv"))

  init(compounds: TextTable, prefixes: TextTable) {
    self.compounds = Set(compounds.rows.map { $0[0].lowercased() })
    var filter = HashFilter(bits: HashFilter.bits(for: self.compounds.count))
    for compound in self.compounds { filter.insert(WordHash.of(compound)) }
    self.filter = filter
    let kinds: [String: Prefix] = [
      "hyphen": .hyphen, "either": .either, "rather": [.rather, .either],
    ]
    self.prefixes = WordBits(prefixes.rows.map { ($0[0], (kinds[$0[1]] ?? []).rawValue) })
  }

  /// Whether a compound is listed.
  /// - Parameters:
  ///   - hash: that of the compound.
  ///   - compound: in small letters; made only if it may be there.
  func contains(_ hash: UInt64, _ compound: @autoclosure () -> String) -> Bool {
    filter.contains(hash) && compounds.contains(compound())
  }

  /// How a prefix with this hash is written; empty for what is none.
  func prefix(_ hash: UInt64) -> Prefix { Prefix(rawValue: prefixes[hash]) }

  /// Whether a hyphen may be usual behind a prefix.
  func takesHyphen(_ hash: UInt64) -> Bool { !prefix(hash).isDisjoint(with: [.hyphen, .either]) }
}
