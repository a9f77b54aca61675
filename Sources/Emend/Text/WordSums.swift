/// Sums over the beginnings and ends of a word, from which the hash of the word with some bytes
/// exchanged is had without reading the others.
///
/// `WordHash` is a sum of eight bytes at a time, each times a power of a number, so that what stands
/// before an exchange adds the same, and what stands behind it adds the same for each distance by
/// which it moves.
struct WordSums {
  /// Bytes by which the rest of a word may move either way.
  static let reach = 4

  private let count: Int
  /// By offset, what the bytes before it add.
  private let before: [UInt64]
  /// By distance and offset, what the bytes from it on add.
  private let behind: [UInt64]
  private let powers: [UInt64]

  /// - Returns: `nil` for a word that is not hashed byte by byte: one with letters beyond ASCII other
  ///   than the small ones of Latin-1.
  /// - Complexity: O(length).
  init?(_ word: [UInt8]) {
    guard WordHash.isFoldedByBytes(word) else { return nil }
    count = word.count
    var powers = [WordHash.k1]
    for _ in 0...(word.count + 2 * Self.reach) / 8 { powers.append(powers.last! &* WordHash.k1) }
    self.powers = powers
    let width = word.count + 1
    var before = [UInt64](repeating: 0, count: width)
    var behind = [UInt64](repeating: 0, count: width * (2 * Self.reach + 1))
    func addend(_ at: Int, at place: Int) -> UInt64 {
      let byte = UInt64(word[at].isUpper ? word[at] | 0x20 : word[at])
      return (byte << UInt64((place & 7) * 8)) &* powers[place >> 3]
    }
    for at in word.indices { before[at + 1] = before[at] &+ addend(at, at: at) }
    for distance in -Self.reach...Self.reach {
      let row = (distance + Self.reach) * width
      for at in word.indices.reversed() where at + distance >= 0 {
        behind[row + at] = behind[row + at + 1] &+ addend(at, at: at + distance)
      }
    }
    self.before = before
    self.behind = behind
  }

  /// The sum of the word with a shape in the place of some of its bytes.
  @inline(__always)
  func sum(_ change: Exchange) -> UInt64 {
    before[change.start] &+ addend(change.shape, at: change.start)
      &+ rest(change.end, change.moved)
  }

  /// The sum of the word with two exchanges, the first of which stands before the second, from their
  /// own sums.
  @inline(__always)
  func sum(
    _ first: Exchange, _ firstSum: UInt64, _ second: Exchange, _ secondSum: UInt64
  ) -> UInt64 {
    let moved = first.moved
    // Where nothing moves, each adds what it adds alone.
    if moved == 0 { return firstSum &+ secondSum &- before[count] }
    return firstSum &- rest(second.start, moved) &+ addend(second.shape, at: second.start &+ moved)
      &+ rest(second.end, moved &+ second.moved)
  }

  /// The sum of the word without one of its bytes, and what another one in its place adds for each unit
  /// of its value.
  @inline(__always)
  func without(_ byte: UInt8, at offset: Int) -> (rest: UInt64, unit: UInt64) {
    let unit = powers[offset >> 3] << UInt64((offset & 7) * 8)
    return (before[count] &- UInt64(byte) &* unit, unit)
  }

  /// The hash of the word with a sum, of which so many bytes more are in it.
  @inline(__always)
  func hash(_ sum: UInt64, longerBy moved: Int) -> UInt64 {
    WordHash.finish(sum, length: count &+ moved)
  }

  /// Bytes of a word, and what stands in their place.
  struct Exchange {
    let start: Int
    let end: Int
    let shape: Shape

    var moved: Int { shape.count &- (end &- start) }
  }

  @inline(__always)
  private func rest(_ offset: Int, _ distance: Int) -> UInt64 {
    behind[(distance &+ Self.reach) &* (count &+ 1) &+ offset]
  }

  @inline(__always)
  private func addend(_ shape: Shape, at place: Int) -> UInt64 {
    let bytes = shape.folded
    let bits = UInt64(truncatingIfNeeded: (place & 7) &* 8)
    let low = (bytes << bits) &* powers[place >> 3]
    // What does not fit into these eight bytes; a shift by 64 is one by none.
    return bits == 0 ? low : low &+ (bytes >> (64 &- bits)) &* powers[place >> 3 &+ 1]
  }
}
