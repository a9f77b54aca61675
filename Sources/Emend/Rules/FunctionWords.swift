/// Words that hold sentences together: no compound begins or ends with one.
struct FunctionWords: Sendable {
  private let words: Set<String>
  /// By hash: commas ask for the word behind them.
  private let openers: Set<UInt64>
  /// By hash, those that stand between other words only.
  private let alone: Set<UInt64>
  /// Nearly every piece of letters is none of them.
  private let aloneFilter: HashFilter

  /// The words of `Dictionaries/en/function-words.tsv`.
  static let english = FunctionWords(TextTable(embedded: "en/function-words.tsv"))

  init(_ table: TextTable) {
    words = Set(table.rows.filter { ["inner", "both"].contains($0[1]) }.map { $0[0] })
    alone = Set(table.rows.filter { $0[1] != "opener" }.map { WordHash.of($0[0]) })
    aloneFilter = HashFilter(of: alone)
    openers = Set(
      table.rows.filter { ["opener", "both"].contains($0[1]) }.map { WordHash.of($0[0]) })
  }

  /// Whether a word in small letters stands between other words only, never in a compound.
  func contains(_ word: String) -> Bool { words.contains(word) }

  /// Whether a word stands between other words only in nearly every place, so that where a text has lost many spaces
  /// it is no part of a compound.
  /// - Parameter word: the hash of its small letters.
  func standsAlone(_ word: UInt64) -> Bool { aloneFilter.mayHold(word) && alone.contains(word) }

  /// Whether a word begins sentences, and stands with a capital for that reason only.
  /// - Parameter word: the hash of its small letters.
  func opensSentences(_ word: UInt64) -> Bool { openers.contains(word) }
}
