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

  private let compounds: WordBits
  private let prefixes: WordBits

  static let english = HyphenTables(
    compounds: EmbeddedText.hashes(ofFirstColumnIn: "en/compounds.tsv"),
    prefixes: TextTable(embedded: "en/prefixes.tsv"))

  /// - Parameter compounds: by their hashes.
  init(compounds: [UInt64], prefixes: TextTable) {
    self.compounds = WordBits(compounds.map { ($0, 1) })
    let kinds: [String: Prefix] = [
      "hyphen": .hyphen, "either": .either, "rather": [.rather, .either],
    ]
    self.prefixes = WordBits(prefixes.rows.map { ($0[0], (kinds[$0[1]] ?? []).rawValue) })
  }

  /// Whether the compound with this hash is listed.
  func hasCompound(_ hash: UInt64) -> Bool { compounds[hash] != 0 }

  /// How a prefix with this hash is written; empty for what is none.
  func prefix(_ hash: UInt64) -> Prefix { Prefix(rawValue: prefixes[hash]) }

  /// Whether a hyphen may be usual behind a prefix.
  func takesHyphen(_ hash: UInt64) -> Bool { !prefix(hash).isDisjoint(with: [.hyphen, .either]) }
}
