/// A line's letters, made ready to be compared with those of many others.
///
/// G. Myers, "A Fast Bit-Vector Algorithm for Approximate String Matching" (1999): a column of the
/// table in one word. Lines longer than 64 letters are compared by their beginnings.
struct LetterPattern {
  /// For each byte the places where it stands, a bit each.
  private let places: [UInt64]
  private let count: Int

  /// Letters that are compared.
  static let longest = 64

  init(_ letters: [UInt8]) {
    var places = [UInt64](repeating: 0, count: 256)
    for (i, letter) in letters.prefix(Self.longest).enumerated() {
      places[Int(letter)] |= 1 << UInt64(i)
    }
    self.places = places
    count = Swift.min(Self.longest, letters.count)
  }

  /// Whether at most `limit` letters have to be put in, taken out or replaced.
  /// - Complexity: O(*letters*).
  func isWithin(_ limit: Int, of letters: [UInt8]) -> Bool {
    let letters = letters.prefix(Self.longest)
    guard abs(count - letters.count) <= limit else { return false }
    guard count > 0 else { return letters.count <= limit }
    var column = Column(count)
    for (read, letter) in letters.enumerated() {
      column.step(places[Int(letter)], firstRow: 1)
      // Each letter that is left takes one off at most.
      if column.distance - (letters.count - read - 1) > limit { return false }
    }
    return column.distance <= limit
  }

  /// Where the letters first end in a line, with at most `limit` edits; they may begin anywhere.
  /// - Complexity: O(*line*).
  func end(in line: [UInt8], within limit: Int) -> Int? {
    guard count > 0 else { return nil }
    var column = Column(count)
    for (at, letter) in line.enumerated() {
      column.step(places[Int(letter)], firstRow: 0)
      if column.distance <= limit { return at + 1 }
    }
    return nil
  }

  /// A column of the table of distances, as its differences from row to row.
  private struct Column {
    private var up = UInt64.max
    private var down: UInt64 = 0
    private let last: UInt64
    /// What the last row says.
    private(set) var distance: Int

    init(_ count: Int) {
      last = 1 << UInt64(count - 1)
      distance = count
    }

    /// Goes on to the next column.
    /// - Parameters:
    ///   - equal: the rows whose letter is that of the column.
    ///   - firstRow: 1 where what stands before the pattern counts, 0 where it does not.
    @inline(__always)
    mutating func step(_ equal: UInt64, firstRow: UInt64) {
      let vertical = equal | down
      let horizontal = (((equal & up) &+ up) ^ up) | equal
      var rise = down | ~(horizontal | up)
      let fall = up & horizontal
      if rise & last != 0 { distance += 1 } else if fall & last != 0 { distance -= 1 }
      rise = rise << 1 | firstRow
      up = fall << 1 | ~(vertical | rise)
      down = rise & vertical
    }
  }
}
