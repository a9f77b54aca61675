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
