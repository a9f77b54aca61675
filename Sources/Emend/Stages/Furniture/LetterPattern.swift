/// A line's letters, made ready to be compared with those of many others.
///
/// G. Myers, "A Fast Bit-Vector Algorithm for Approximate String Matching" (1999): a column of the
/// table in one word. Lines longer than 64 letters are compared by their beginnings.
struct LetterPattern {
  /// For each byte the places where it stands, a bit each.
  private let places: [UInt64]
  private let count: Int

  init(_ letters: [UInt8]) {
    var places = [UInt64](repeating: 0, count: 256)
    for (i, letter) in letters.prefix(Self.longest).enumerated() {
      places[Int(letter)] |= 1 << UInt64(i)
    }
    self.places = places
    count = Swift.min(Self.longest, letters.count)
  }

  /// Letters that are compared.
  static let longest = 64

  /// Whether at most `limit` letters have to be put in, taken out or replaced.
  /// - Complexity: O(*letters*).
  func isWithin(_ limit: Int, of letters: [UInt8]) -> Bool {
    let letters = letters.prefix(Self.longest)
    guard abs(count - letters.count) <= limit else { return false }
    guard count > 0 else { return letters.count <= limit }
    var distance = count
    var up = UInt64.max
    var down: UInt64 = 0
    let last = UInt64(1) << UInt64(count - 1)
    for (read, letter) in letters.enumerated() {
      let equal = places[Int(letter)]
      let vertical = equal | down
      let horizontal = (((equal & up) &+ up) ^ up) | equal
      var rise = down | ~(horizontal | up)
      var fall = up & horizontal
      if rise & last != 0 { distance += 1 } else if fall & last != 0 { distance -= 1 }
      // Each letter that is left takes one off at most.
      if distance - (letters.count - read - 1) > limit { return false }
      rise = rise << 1 | 1
      fall <<= 1
      up = fall | ~(vertical | rise)
      down = rise & vertical
    }
    return distance <= limit
  }

  /// Where the letters first end in a line, with at most `limit` edits; they may begin anywhere.
  /// - Complexity: O(*line*).
  func end(in line: [UInt8], within limit: Int) -> Int? {
    guard count > 0 else { return nil }
    var distance = count
    var up = UInt64.max
    var down: UInt64 = 0
    let last = UInt64(1) << UInt64(count - 1)
    for (at, letter) in line.enumerated() {
      let equal = places[Int(letter)]
      let vertical = equal | down
      let horizontal = (((equal & up) &+ up) ^ up) | equal
      var rise = down | ~(horizontal | up)
      var fall = up & horizontal
      if rise & last != 0 { distance += 1 } else if fall & last != 0 { distance -= 1 }
      if distance <= limit { return at + 1 }
      rise <<= 1
      fall <<= 1
      up = fall | ~(vertical | rise)
      down = rise & vertical
    }
    return nil
  }
}
