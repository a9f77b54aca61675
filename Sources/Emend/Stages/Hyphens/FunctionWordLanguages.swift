/// The languages that a short word holds together, as bits (`hyphens/function-words.tsv`).
struct FunctionWordLanguages: Sendable {
  static let english: UInt8 = 1
  static let french: UInt8 = 2
  static let german: UInt8 = 4
  static let polish: UInt8 = 8

  static let standard = FunctionWordLanguages(
    TextTable(embedded: "hyphens/function-words.tsv"))

  private let words: WordBits

  init(_ table: TextTable) {
    let bits = ["en": Self.english, "fr": Self.french, "de": Self.german, "pl": Self.polish]
    words = WordBits(
      table.rows.flatMap { row in
        row[1].split(separator: " ").map { (String($0), bits[row[0]] ?? 0) }
      })
  }

  /// - Complexity: O(1).
  func languages(of hash: UInt64) -> UInt8 { words[hash] }
}
