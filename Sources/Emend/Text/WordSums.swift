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
  /// By place, what a byte there is multiplied by.
  private let units: [UInt64]

  /// - Returns: `nil` for a word that is not hashed byte by byte: one with characters beyond ASCII
  ///   other than the small letters and the signs of Latin-1.
  /// - Complexity: O(length).
  init?(_ word: [UInt8]) {
    guard WordHash.isFoldedByBytes(word) else { return nil }
    count = word.count
    let width = count + 1
    // What is put in at the end may reach into the next eight bytes.
    let places = count + 2 * Self.reach + 9
    var units = [UInt64](repeating: 0, count: places)
    var power = WordHash.k1
    for place in 0..<places {
      if place > 0, place & 7 == 0 { power &*= WordHash.k1 }
      units[place] = power << UInt64((place & 7) * 8)
    }
    let bytes = word.map { UInt64($0.isUpper ? $0 | 0x20 : $0) }
    var before = [UInt64](repeating: 0, count: width)
    for at in 0..<count { before[at + 1] = before[at] &+ bytes[at] &* units[at] }
    var behind = [UInt64](repeating: 0, count: width * (2 * Self.reach + 1))
    for distance in -Self.reach...Self.reach {
      let row = (distance + Self.reach) * width
      var sum: UInt64 = 0
      for at in (0..<count).reversed() where at + distance >= 0 {
        sum &+= bytes[at] &* units[at + distance]
        behind[row + at] = sum
      }
    }
    self.units = units
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
    (before[count] &- UInt64(byte) &* units[offset], units[offset])
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
    let low = shape.folded &* units[place]
    // What does not fit into these eight bytes; a shift by 64 is one by none.
    let bits = UInt64(truncatingIfNeeded: (place & 7) &* 8)
    return bits == 0 ? low : low &+ (shape.folded >> (64 &- bits)) &* units[place & ~7 &+ 8]
  }
}
