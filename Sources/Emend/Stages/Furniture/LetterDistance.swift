/// How far two readings of one line are apart, in single-letter edits.
enum LetterDistance {
  /// Which letters a to z occur, and which of them twice, a bit each: most pairs are dismissed by it,
  /// since an edit changes two of the bits at most.
  static func alphabet(_ letters: [UInt8]) -> UInt64 {
    var once: UInt64 = 0
    var twice: UInt64 = 0
    for letter in letters where letter.isLower {
      let bit: UInt64 = 1 &<< UInt64(letter &- 0x61)
      twice |= once & bit
      once |= bit
    }
    return once | twice << 32
  }

  /// How often each letter a to z occurs, up to 255 times.
  static func counts(_ letters: [UInt8]) -> [UInt8] {
    var counts = [UInt8](repeating: 0, count: 32)
    for letter in letters where letter.isLower && counts[Int(letter & 31)] < .max {
      counts[Int(letter & 31)] += 1
    }
    return counts
  }

  /// By how many letters two lines differ, in whatever order: each edit changes it by two at most.
  static func difference(_ a: [UInt8], _ b: [UInt8]) -> Int {
    unsafe a.withUnsafeBufferPointer { a in
      unsafe b.withUnsafeBufferPointer { b in
        var sum: UInt16 = 0
        for i in 0..<32 {
          let (x, y) = unsafe (a[i], b[i])
          sum &+= UInt16(Swift.max(x, y) &- Swift.min(x, y))
        }
        return Int(sum)
      }
    }
  }

  /// Whether the bytes of `phrase` begin `line`, but for at most `limit` edits.
  ///
  /// Only the cells of the table are filled that the limit allows: so many columns beside the diagonal.
  /// - Complexity: O(*phrase* × limit); ends at the first row that is beyond the limit.
  static func isBeginningWithin(_ limit: Int, _ phrase: [UInt8], of line: [UInt8]) -> Bool {
    let width = Swift.min(line.count, phrase.count + limit)
    let beyond = limit + 1
    var row = (0...width).map { Swift.min($0, beyond) }
    for (i, x) in phrase.enumerated() {
      let first = Swift.max(0, i - limit)
      let last = Swift.min(width, i + 1 + limit)
      guard first <= last else { return false }
      var diagonal = row[first]
      row[first] = first == 0 ? i + 1 : beyond
      var best = row[first]
      var j = first
      while j < last {
        let cost = Swift.min(diagonal + (x == line[j] ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
        best = Swift.min(best, cost)
        j += 1
      }
      if best > limit { return false }
    }
    return row[Swift.max(0, phrase.count - limit)...].contains { $0 <= limit }
  }
}
