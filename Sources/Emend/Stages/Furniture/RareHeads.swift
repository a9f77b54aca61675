/// Lines that occur once or twice, among which misread running heads are looked for.
struct RareHeads {
  private struct Entry {
    let lines: [RunningLine]
    let letters: [UInt8]
    /// Which letters a to z occur, a bit each: most lines are dismissed by it.
    let alphabet: UInt32
  }

  /// By number of letters.
  private var byLength: [Int: [Entry]] = [:]
  /// Entries of one length that are kept: a text of nothing but short lines stays linear.
  private static let limit = 2000

  init(_ groups: [[RunningLine]], _ reader: LineReader) {
    for group in groups.sorted(by: { $0[0].line < $1[0].line }) {
      let letters = group[0].letters(reader)
      guard byLength[letters.count]?.count ?? 0 < Self.limit else { continue }
      byLength[letters.count, default: []].append(
        Entry(lines: group, letters: letters, alphabet: Self.alphabet(letters)))
    }
  }

  /// The lines whose letters are within a fifth of the head's length of it, in single-letter edits.
  /// - Complexity: O(lines of a similar length × length²) for those that share most letters.
  func misreadings(of head: [UInt8]) -> [RunningLine] {
    let alphabet = Self.alphabet(head)
    let limit = head.count / 5
    guard limit > 0 else { return [] }
    var out: [RunningLine] = []
    for length in head.count - limit...head.count + limit {
      for entry in byLength[length] ?? []
      where (entry.alphabet ^ alphabet).nonzeroBitCount <= 2 * limit {
        if Self.isMisreading(entry.letters, of: head) { out += entry.lines }
      }
    }
    return out
  }

  private static func alphabet(_ letters: [UInt8]) -> UInt32 {
    letters.reduce(0) { $1.isLower ? $0 | 1 << UInt32($1 - 0x61) : $0 }
  }

  /// Whether `letters` is within a fifth of its length of `head` in single-letter edits.
  private static func isMisreading(_ letters: [UInt8], of head: [UInt8]) -> Bool {
    let limit = head.count / 5
    guard limit > 0, abs(letters.count - head.count) <= limit else { return false }
    var row = Array(0...head.count)
    for (i, a) in letters.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      var best = row[0]
      for (j, b) in head.enumerated() {
        let cost = Swift.min(diagonal + (a == b ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
        best = Swift.min(best, cost)
      }
      if best > limit { return false }
    }
    return row[head.count] <= limit
  }
}
