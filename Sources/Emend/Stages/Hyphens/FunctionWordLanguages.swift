/// The languages that a short word holds together, as bits (`hyphens/function-words.tsv`).
///
/// Open addressing over the hash that the caller has anyway: a dictionary would hash it again.
struct FunctionWordLanguages: Sendable {
  static let english: UInt8 = 1
  static let french: UInt8 = 2
  static let german: UInt8 = 4
  static let polish: UInt8 = 8

  static let standard = FunctionWordLanguages(
    TextTable(embedded: "hyphens/function-words.tsv"))

  private var hashes: [UInt64]
  private var languages: [UInt8]

  init(_ table: TextTable) {
    let bits = ["en": Self.english, "fr": Self.french, "de": Self.german, "pl": Self.polish]
    let words = table.rows.flatMap { row in
      row[1].split(separator: " ").map { (WordHash.of(String($0)), bits[row[0]] ?? 0) }
    }
    var size = 64
    while size < 4 * words.count { size *= 2 }
    hashes = [UInt64](repeating: 0, count: size)
    languages = [UInt8](repeating: 0, count: size)
    for (hash, language) in words {
      let slot = slot(of: hash)
      hashes[slot] = hash
      languages[slot] |= language
    }
  }

  /// - Complexity: O(1).
  func languages(of hash: UInt64) -> UInt8 { languages[slot(of: hash)] }

  /// The slot that a word has or would have.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (hashes.count - 1) }
    return slot
  }
}
