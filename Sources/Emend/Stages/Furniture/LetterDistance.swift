/// How far two readings of one line are apart, in single-letter edits.
enum LetterDistance {
  /// Which letters a to z occur, a bit each: most pairs are dismissed by it.
  static func alphabet(_ letters: [UInt8]) -> UInt32 {
    letters.reduce(0) { $1.isLower ? $0 | 1 << UInt32($1 - 0x61) : $0 }
  }

  /// Whether at most `limit` letters have to be put in, taken out or replaced.
  ///
  /// G. Myers, "A Fast Bit-Vector Algorithm for Approximate String Matching" (1999): a column of the
  /// table in one word. Lines longer than 64 letters are compared by their beginnings.
  /// - Complexity: O(*b*).
  static func isWithin(_ limit: Int, _ a: [UInt8], _ b: [UInt8]) -> Bool {
    let a = a.prefix(64)
    let b = b.prefix(64)
    guard abs(a.count - b.count) <= limit else { return false }
    guard !a.isEmpty else { return b.count <= limit }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 256) { rows in
      unsafe rows.initialize(repeating: 0)
      for (i, letter) in a.enumerated() { unsafe rows[Int(letter)] |= 1 << UInt64(i) }
      var distance = a.count
      var up = UInt64.max
      var down: UInt64 = 0
      let last = UInt64(1) << UInt64(a.count - 1)
      for (read, letter) in b.enumerated() {
        let equal = unsafe rows[Int(letter)]
        let vertical = equal | down
        let horizontal = (((equal & up) &+ up) ^ up) | equal
        var rise = down | ~(horizontal | up)
        var fall = up & horizontal
        if rise & last != 0 { distance += 1 } else if fall & last != 0 { distance -= 1 }
        // Each letter that is left takes one off at most.
        if distance - (b.count - read - 1) > limit { return false }
        rise = rise << 1 | 1
        fall <<= 1
        up = fall | ~(vertical | rise)
        down = rise & vertical
      }
      return distance <= limit
    }
  }

  /// Letters of a phrase that are compared.
  static let longest = 64

  /// Where a phrase first ends in a line, with at most `limit` edits; only its first 64 bytes count.
  ///
  /// The method of `isWithin`, but the phrase may begin anywhere.
  /// - Complexity: O(*line*).
  static func end(of phrase: [UInt8], in line: [UInt8], within limit: Int) -> Int? {
    let phrase = phrase.prefix(longest)
    guard !phrase.isEmpty else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 256) { rows in
      unsafe rows.initialize(repeating: 0)
      for (i, letter) in phrase.enumerated() { unsafe rows[Int(letter)] |= 1 << UInt64(i) }
      var distance = phrase.count
      var up = UInt64.max
      var down: UInt64 = 0
      let last = UInt64(1) << UInt64(phrase.count - 1)
      for (at, letter) in line.enumerated() {
        let equal = unsafe rows[Int(letter)]
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

  /// Whether the bytes of `phrase` begin `line`, but for at most `limit` edits.
  /// - Complexity: O(*phrase*²); ends at the first row that is beyond the limit.
  static func isBeginningWithin(_ limit: Int, _ phrase: [UInt8], of line: [UInt8]) -> Bool {
    let line = line.prefix(phrase.count + limit)
    var row = Array(0...line.count)
    for (i, x) in phrase.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      var best = row[0]
      for (j, y) in line.enumerated() {
        let cost = Swift.min(diagonal + (x == y ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
        best = Swift.min(best, cost)
      }
      if best > limit { return false }
    }
    return (row.min() ?? 0) <= limit
  }
}
