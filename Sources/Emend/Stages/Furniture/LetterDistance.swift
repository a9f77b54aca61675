/// How far two readings of one line are apart, in single-letter edits.
enum LetterDistance {
  /// Which letters a to z occur, a bit each: most pairs are dismissed by it.
  static func alphabet(_ letters: [UInt8]) -> UInt32 {
    letters.reduce(0) { $1.isLower ? $0 | 1 << UInt32($1 - 0x61) : $0 }
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
