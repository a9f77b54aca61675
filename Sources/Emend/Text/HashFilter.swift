/// A set of hashes that may claim a few that it does not hold, and misses none: one bit for each.
struct HashFilter: Sendable {
  /// By the low bits of the hash.
  private(set) var words: [UInt64]
  private let mask: UInt64

  /// - Parameter bits: binary logarithm of its size in bits, at least 6.
  init(bits: Int) {
    words = [UInt64](repeating: 0, count: 1 << (bits - 6))
    mask = 1 << UInt64(bits) - 1
  }

  /// The size that claims one hash of sixteen falsely, or fewer.
  static func bits(for count: Int) -> Int {
    var bits = 10
    while 1 << bits < 16 * count { bits += 1 }
    return bits
  }

  mutating func insert(_ hash: UInt64) {
    let bit = hash & mask
    words[Int(bit >> 6)] |= 1 << (bit & 63)
  }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    let bit = hash & mask
    return words[Int(bit >> 6)] >> (bit & 63) & 1 != 0
  }
}
