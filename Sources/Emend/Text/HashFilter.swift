import CScan

/// A set of hashes that may claim a few that it does not hold, and misses none: a Bloom filter whose
/// two bits for a hash stand in one word.
struct HashFilter: WordFilter, Sendable, Equatable {
  /// By bits 6 and up of the hash.
  private(set) var words: [UInt64]
  private let mask: UInt64

  /// - Parameter bits: binary logarithm of its size in bits, at least 6.
  init(bits: Int) {
    words = [UInt64](repeating: 0, count: 1 << (bits - 6))
    mask = 1 << UInt64(bits) - 1
  }

  /// Takes over the words of a filter, whose number is a power of two.
  init(_ words: UnsafeBufferPointer<UInt64>) {
    unsafe self.words = Array(words)
    mask = UInt64(words.count) << 6 - 1
  }

  init(of hashes: some Collection<UInt64>) {
    self.init(bits: Self.bits(for: hashes.count))
    for hash in hashes { insert(hash) }
  }

  /// The size that claims one hash of fifty falsely, or fewer.
  static func bits(for count: Int) -> Int {
    var bits = 10
    while 1 << bits < 16 * count { bits += 1 }
    return bits
  }

  mutating func insert(_ hash: UInt64) {
    words[Int(truncatingIfNeeded: (hash & mask) >> 6)] |= Self.bits(of: hash)
  }

  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    let bits = Self.bits(of: hash)
    let at = Int(truncatingIfNeeded: (hash & mask) >> 6)
    // The mask keeps it inside.
    return unsafe words.withUnsafeBufferPointer { unsafe $0[at] & bits == bits }
  }

  func withFilter(_ body: (cscan_filter) -> Void) {
    unsafe words.withUnsafeBufferPointer {
      unsafe body(cscan_filter(words: $0.baseAddress, mask: mask))
    }
  }

  /// Adds what another filter holds, of whatever size: a smaller one repeats itself in a larger one,
  /// since places are told by the lower bits.
  mutating func formUnion(_ other: HashFilter) {
    let (last, otherLast) = (words.count - 1, other.words.count - 1)
    unsafe words.withUnsafeMutableBufferPointer { words in
      unsafe other.words.withUnsafeBufferPointer { other in
        // The masks keep it inside.
        for at in 0...Swift.max(last, otherLast) {
          unsafe words[at & last] |= other[at & otherLast]
        }
      }
    }
  }

  /// The two bits of a hash in their word.
  ///
  /// The second is told by the bits in which all words differ that have another letter in one place: those
  /// above them, and those below, are the same for each sixth to eighth letter, so that a filter which held
  /// one such word claimed most of the others.
  @inline(__always)
  static func bits(of hash: UInt64) -> UInt64 { 1 << (hash & 63) | 1 << (hash >> 26 & 63) }
}
