/// The hashes of both parts of a word in ASCII, wherever it is divided: from sixteen bytes that are
/// read once.
struct WordParts {
  /// The bytes of the word, in small letters, zeros behind them.
  private let low: UInt64
  private let high: UInt64
  private let count: Int

  /// Bytes of the longest word.
  private static let longest = 16
  private static let power2 = WordHash.k1 &* WordHash.k1

  /// - Returns: `nil` for a longer word, and for one with characters beyond ASCII.
  init?(_ word: Range<Int>, in text: Text) {
    count = word.count
    guard count <= Self.longest else { return nil }
    // Behind the text are bytes that may be read.
    let (first, second) = unsafe text.storage.withUnsafeBytes {
      unsafe (
        $0.loadUnaligned(fromByteOffset: word.lowerBound, as: UInt64.self),
        $0.loadUnaligned(fromByteOffset: word.lowerBound + 8, as: UInt64.self)
      )
    }
    low = WordHash.lowered(Self.bytes(count, of: first))
    high = WordHash.lowered(Self.bytes(count &- 8, of: second))
    if (low | high) & WordHash.highBits != 0 { return nil }
  }

  /// The hash of the first bytes.
  @inline(__always)
  func first(_ length: Int) -> UInt64 {
    hash(Self.bytes(length, of: low), Self.bytes(length &- 8, of: high), length)
  }

  /// The hash of the bytes behind the first ones.
  @inline(__always)
  func rest(behind length: Int) -> UInt64 {
    let bits = UInt64(truncatingIfNeeded: length &* 8)
    // A shift by more than there are bits is by the rest, or leaves nothing.
    let rest = length < 8 ? low >> bits | high << (64 &- bits) : high >> (bits &- 64)
    return hash(rest, length < 8 ? high >> bits : 0, count &- length)
  }

  @inline(__always)
  private func hash(_ low: UInt64, _ high: UInt64, _ length: Int) -> UInt64 {
    WordHash.finish(low &* WordHash.k1 &+ high &* Self.power2, length: length)
  }

  /// Some of the first of eight bytes: none for fewer than one, all for more than seven.
  @inline(__always)
  private static func bytes(_ count: Int, of word: UInt64) -> UInt64 {
    count >= 8 ? word : count <= 0 ? 0 : word & ~(UInt64.max &<< UInt64(count &* 8))
  }
}
