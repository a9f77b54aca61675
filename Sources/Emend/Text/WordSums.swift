/// Sums over the beginnings and ends of a word, from which the hash of the word with some bytes
/// exchanged is had without reading the others.
///
/// `WordHash` is a sum of eight bytes at a time, each times a power of a number, so that what stands
/// before an exchange adds the same, and what stands behind it adds the same for each distance by
/// which it moves.
struct WordSums {
  /// Bytes by which the rest of a word may move either way.
  static let reach = 4
  /// Bytes by which one of two exchanges may move it.
  static let furthest = reach / 2

  private let count: Int
  /// By offset, what the bytes before it add; behind it, by distance and offset, what the bytes from
  /// it on add.
  private let sums: [UInt64]
  /// By place, what a byte there is multiplied by.
  private let units: [UInt64]
  /// The sum of the word as it is.
  let whole: UInt64

  /// - Returns: `nil` for a word that is not hashed byte by byte: one with characters beyond ASCII
  ///   other than the small letters and the signs of Latin-1.
  /// - Complexity: O(length).
  init?(_ word: [UInt8]) {
    guard WordHash.isFoldedByBytes(word) else { return nil }
    let count = word.count
    let width = count + 1
    // What is put in at the end may reach into the next eight bytes.
    let places = count + 2 * Self.reach + 9
    let units = places <= Self.usualUnits.count ? Self.usualUnits : Self.units(places)
    sums = unsafe [UInt64](unsafeUninitializedCapacity: width * (2 * Self.reach + 2)) {
      sums, filled in
      filled = width * (2 * Self.reach + 2)
      let out = unsafe sums.baseAddress.unsafelyUnwrapped
      unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { letters in
        unsafe units.withUnsafeBufferPointer { units in
          var sum: UInt64 = 0
          for at in 0..<count {
            unsafe letters[at] = Self.folded(word[at])
            unsafe out[at] = sum
            unsafe sum &+= letters[at] &* units[at]
          }
          unsafe out[count] = sum
          for distance in -Self.reach...Self.reach {
            let row = unsafe out + (distance &+ Self.reach &+ 1) &* width
            // What would lie before the word adds nothing.
            let first = Swift.min(count, Swift.max(0, -distance))
            var sum: UInt64 = 0
            var at = count
            unsafe row[at] = 0
            while at > first {
              at &-= 1
              unsafe sum &+= letters[at] &* units[at &+ distance]
              unsafe row[at] = sum
            }
            while at > 0 {
              at &-= 1
              unsafe row[at] = sum
            }
          }
        }
      }
    }
    self.count = count
    self.units = units
    whole = sums[count]
  }

  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt64 {
    UInt64(byte.isUpper ? byte | 0x20 : byte)
  }

  /// Those of words up to 47 bytes, which is nearly all.
  private static let usualUnits = units(64)

  private static func units(_ places: Int) -> [UInt64] {
    var power = WordHash.k1
    return (0..<places).map { place in
      if place > 0, place & 7 == 0 { power &*= WordHash.k1 }
      return power << UInt64((place & 7) * 8)
    }
  }

  /// The sum of the word with a shape in the place of some of its bytes.
  @inline(__always)
  func sum(_ change: Exchange) -> UInt64 {
    sum(change.start, change.end, folded: change.shape.folded, moved: change.moved)
  }

  /// The same with the folded bytes of the shape.
  @inline(__always)
  func sum(_ start: Int, _ end: Int, folded: UInt64, moved: Int) -> UInt64 {
    unsafe sums.withUnsafeBufferPointer { unsafe $0[start] } &+ addend(folded, at: start)
      &+ rest(end, moved)
  }

  /// The sum of the word with another exchange, that stands behind a first one, from the sum with the
  /// first one.
  @inline(__always)
  func sum(_ firstSum: UInt64, moved: Int, _ second: Exchange) -> UInt64 {
    sum(
      firstSum, moved: moved, second.start..<second.end, folded: second.shape.folded,
      movedBySecond: second.moved)
  }

  /// The same with the folded bytes of the second shape.
  @inline(__always)
  func sum(
    _ firstSum: UInt64, moved: Int, _ second: Range<Int>, folded: UInt64, movedBySecond: Int
  ) -> UInt64 {
    firstSum &- rest(second.lowerBound, moved) &+ addend(folded, at: second.lowerBound &+ moved)
      &+ rest(second.upperBound, moved &+ movedBySecond)
  }

  /// The sum of the word without one of its bytes, and what another one in its place adds for each unit
  /// of its value.
  @inline(__always)
  func without(_ byte: UInt8, at offset: Int) -> (rest: UInt64, unit: UInt64) {
    (whole &- UInt64(byte) &* units[offset], units[offset])
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
    // Within the room that was made for all distances.
    unsafe sums.withUnsafeBufferPointer {
      unsafe $0[(distance &+ Self.reach &+ 1) &* (count &+ 1) &+ offset]
    }
  }

  @inline(__always)
  private func addend(_ folded: UInt64, at place: Int) -> UInt64 {
    unsafe units.withUnsafeBufferPointer { units in
      let low = unsafe folded &* units[place]
      // What does not fit into these eight bytes; a shift by 64 is one by none.
      let bits = UInt64(truncatingIfNeeded: (place & 7) &* 8)
      return unsafe bits == 0
        ? low : low &+ (folded &>> (64 &- bits)) &* units[place & ~7 &+ 8]
    }
  }
}
