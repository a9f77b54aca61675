/// A few bits for each of some words, found by the hash of the word.
///
/// Open addressing over the hash that the caller has anyway: a dictionary would hash it again.
struct WordBits: Sendable {
  private var hashes: [UInt64]
  private var bits: [UInt8]

  init(_ words: [(word: String, bits: UInt8)]) {
    var size = 64
    while size < 4 * words.count { size *= 2 }
    hashes = [UInt64](repeating: 0, count: size)
    bits = [UInt8](repeating: 0, count: size)
    for (word, value) in words {
      let hash = WordHash.of(word)
      let slot = slot(of: hash)
      hashes[slot] = hash
      bits[slot] |= value
    }
  }

  /// The bits of a word, of all its rows; 0 for any other.
  /// - Complexity: O(1).
  subscript(hash: UInt64) -> UInt8 { bits[slot(of: hash)] }

  /// The slot that a word has or would have.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (hashes.count - 1) }
    return slot
  }
}
