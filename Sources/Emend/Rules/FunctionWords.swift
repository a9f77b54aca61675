/// Words that hold sentences together: no compound begins or ends with one.
struct FunctionWords: Sendable {
  private let words: Set<String>
  /// By hash: commas ask for the word behind them.
  private let openers: Set<UInt64>

  /// The words of `Dictionaries/en/function-words.tsv`.
  static let english = FunctionWords(TextTable(embedded: "en/function-words.tsv"))

  init(_ table: TextTable) {
    words = Set(table.rows.filter { $0[1] != "opener" }.map { $0[0] })
    openers = Set(table.rows.filter { $0[1] != "inner" }.map { WordHash.of($0[0]) })
  }

  /// Whether a word in small letters stands between other words only, never in a compound.
  func contains(_ word: String) -> Bool { words.contains(word) }

  /// Whether a word begins sentences, and stands with a capital for that reason only.
  /// - Parameter word: the hash of its small letters.
  func opensSentences(_ word: UInt64) -> Bool { openers.contains(word) }
}
