/// Words that hold sentences together: no compound begins or ends with one.
struct FunctionWords: Sendable {
  private let words: Set<String>
  private let openers: Set<String>

  /// The words of `Dictionaries/en/function-words.tsv`.
  static let english = FunctionWords(TextTable(embedded: "en/function-words.tsv"))

  init(_ table: TextTable) {
    words = Set(table.rows.filter { $0[1] != "opener" }.map { $0[0] })
    openers = Set(table.rows.filter { $0[1] != "inner" }.map { $0[0] })
  }

  /// Whether a word in small letters stands between other words only, never in a compound.
  func contains(_ word: String) -> Bool { words.contains(word) }

  /// Whether a word in small letters begins sentences, and stands with a capital for that reason only.
  func opensSentences(_ word: String) -> Bool { openers.contains(word) }
}
