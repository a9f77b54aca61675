/// Compounds that print writes with a hyphen, and prefixes that take one.
struct HyphenTables: Sendable {
  /// In small letters.
  let compounds: Set<String>
  /// Prefixes that keep their hyphen before a small letter (`self-`, `ex-`).
  let hyphenPrefixes: Set<String>
  /// Prefixes that are written either way (`sub-`, `re-`), those of the next set included.
  let eitherPrefixes: Set<String>
  /// Prefixes that take their hyphen before a word with which they are in no list (`anti-`).
  let ratherPrefixes: Set<String>

  static let english = HyphenTables(
    compounds: TextTable(embedded: "en/compounds.tsv"),
    prefixes: TextTable(embedded: "en/prefixes.tsv"))

  init(compounds: TextTable, prefixes: TextTable) {
    self.compounds = Set(compounds.rows.map { $0[0].lowercased() })
    hyphenPrefixes = Set(prefixes.rows.filter { $0[1] == "hyphen" }.map { $0[0] })
    ratherPrefixes = Set(prefixes.rows.filter { $0[1] == "rather" }.map { $0[0] })
    eitherPrefixes = ratherPrefixes.union(
      prefixes.rows.filter { $0[1] == "either" }.map { $0[0] })
  }

  /// Whether a hyphen may be usual behind a prefix in small letters.
  func takesHyphen(_ prefix: String) -> Bool {
    hyphenPrefixes.contains(prefix) || eitherPrefixes.contains(prefix)
  }
}
