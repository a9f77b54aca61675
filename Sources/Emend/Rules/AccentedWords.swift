/// Words that English prose prints with accents: `régime` is no `regime` with a speck on it.
struct AccentedWords: Sendable {
  private let words: WordBits

  /// The words of `Dictionaries/en/accented.tsv`.
  static let english = AccentedWords(TextTable(embedded: "en/accented.tsv"))

  init(_ table: TextTable) {
    words = WordBits(table.rows.map { ($0[0], 1) })
  }

  /// Whether a word in UTF-8, in any case and with or without a plural s, is listed.
  func contains(_ word: [UInt8]) -> Bool {
    words[WordHash.folding(word)] != 0
      || (word.last == UInt8(ascii: "s") && words[WordHash.folding(word.dropLast())] != 0)
  }
}
