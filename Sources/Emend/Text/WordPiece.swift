/// The bytes of a word or of a part of one, read once for every hash that they have a share in: of parts joined, and of
/// parts of a word that is divided.
///
/// `WordHash` is a sum, to which the bytes of a part add the same whatever stands before them, but for
/// their place.
struct WordPiece {
  /// Its folded bytes, and zeros behind them.
  private let low: UInt64
  private let high: UInt64
  let count: Int

  /// - Returns: `nil` for a part that is empty, longer than sixteen bytes or not in ASCII.
  @inline(__always)
  init?(_ range: Range<Int>, of text: borrowing Text) {
    count = range.count
    guard count > 0, count <= Self.longest else { return nil }
    precondition(range.upperBound <= text.count)
    let unread = UInt64(truncatingIfNeeded: (count <= 8 ? 8 &- count : 16 &- count) &* 8)
    let isShort = count <= 8
    let (first, second) = unsafe text.storage.withUnsafeBytes { bytes in
      // Behind the text are bytes that may be read.
      let base = unsafe bytes.baseAddress.unsafelyUnwrapped + range.lowerBound
      return unsafe (
        base.loadUnaligned(as: UInt64.self),
        base.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      )
    }
    let mask = UInt64.max &>> unread
    let (low, high) = isShort ? (first & mask, 0) : (first, second & mask)
    guard (low | high) & WordHash.highBits == 0 else { return nil }
    self.low = WordHash.lowered(low)
    self.high = WordHash.lowered(high)
  }

  private static let longest = 16

  @inline(__always)
  private var sum: UInt64 { Self.sum(low, high) }

  @inline(__always)
  private static func sum(_ low: UInt64, _ high: UInt64) -> UInt64 {
    low &* WordHash.k1 &+ high &* (WordHash.k1 &* WordHash.k1)
  }

  /// What it adds behind so many bytes, sixteen and a hyphen at most.
  @inline(__always)
  private func sum(behind place: Int) -> UInt64 {
    let bits = UInt64(truncatingIfNeeded: (place & 7) &* 8)
    let first = low &<< bits
    // A shift by 64 would be one by none.
    let second = high &<< bits | (low &>> 1) &>> (63 &- bits)
    let third = (high &>> 1) &>> (63 &- bits)
    let k1 = WordHash.k1
    let sum = (first &+ (second &+ third &* k1) &* k1) &* k1
    switch place &>> 3 {
    case 0: return sum
    case 1: return sum &* k1
    default: return sum &* (k1 &* k1)
    }
  }

  /// The hash of the part as a word.
  @inline(__always)
  var hash: UInt64 { WordHash.finish(sum, length: count) }

  /// The hash of its first bytes as a word.
  @inline(__always)
  func first(_ length: Int) -> UInt64 {
    WordHash.finish(
      Self.sum(Self.bytes(length, of: low), Self.bytes(length &- 8, of: high)), length: length)
  }

  /// The hash of the bytes behind the first ones as a word.
  @inline(__always)
  func rest(behind length: Int) -> UInt64 {
    let bits = UInt64(truncatingIfNeeded: length &* 8)
    // A shift by more than there are bits is by the rest, or leaves nothing.
    let rest = length < 8 ? low >> bits | high << (64 &- bits) : high >> (bits &- 64)
    return WordHash.finish(
      Self.sum(rest, length < 8 ? high >> bits : 0), length: count &- length)
  }

  /// Some of the first of eight bytes: none for fewer than one, all for more than seven.
  @inline(__always)
  private static func bytes(_ count: Int, of word: UInt64) -> UInt64 {
    count >= 8 ? word : count <= 0 ? 0 : word & ~(UInt64.max &<< UInt64(count &* 8))
  }

  /// The hash of the part with another behind it, as one word.
  @inline(__always)
  func hash(before next: WordPiece) -> UInt64 {
    WordHash.finish(sum &+ next.sum(behind: count), length: count &+ next.count)
  }

  /// The same with a byte between them.
  @inline(__always)
  func hash(before next: WordPiece, between: UInt8) -> UInt64 {
    let k1 = WordHash.k1
    let byte = UInt64(between) &<< UInt64(truncatingIfNeeded: (count & 7) &* 8)
    let power = count < 8 ? k1 : count < 16 ? k1 &* k1 : k1 &* k1 &* k1
    return WordHash.finish(
      sum &+ byte &* power &+ next.sum(behind: count &+ 1), length: count &+ 1 &+ next.count)
  }
}
