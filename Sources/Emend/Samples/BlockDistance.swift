/// Levenshtein's distance of texts that have little in common: 64 rows of the table at a time.
///
/// H. Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances" (2003).
/// Neighbouring cells differ by one at most, so a bit for up and one for down say it all.
struct BlockDistance {
  /// Rows of `a` at which each symbol stands, block by block; symbol 0 stands nowhere.
  private var rows: [UInt64]
  private var numbers: [Int32: Int] = [:]
  private let blocks: Int
  private let count: Int

  init(_ a: [Int32]) {
    count = a.count
    blocks = (a.count + 63) / 64
    for symbol in a where numbers[symbol] == nil { numbers[symbol] = numbers.count + 1 }
    rows = [UInt64](repeating: 0, count: (numbers.count + 1) * blocks)
    for (row, symbol) in a.enumerated() {
      rows[(numbers[symbol] ?? 0) * blocks + row / 64] |= 1 << UInt64(row % 64)
    }
  }

  /// The distance to another text.
  /// - Complexity: O(*n* *m* / 64).
  func distance(to b: [Int32]) -> Int {
    guard count > 0 else { return b.count }
    var distance = count
    var up = [UInt64](repeating: .max, count: blocks)
    var down = [UInt64](repeating: 0, count: blocks)
    let last = UInt64(1) << UInt64((count - 1) % 64)
    for symbol in b {
      let first = (numbers[symbol] ?? 0) * blocks
      // What the row above a block does from one column to the next; above all it goes up.
      var rises: UInt64 = 1
      var falls: UInt64 = 0
      for block in 0..<blocks {
        var equal = rows[first + block]
        let (p, m) = (up[block], down[block])
        let vertical = equal | m
        equal |= falls
        let horizontal = (((equal & p) &+ p) ^ p) | equal
        var rise = m | ~(horizontal | p)
        var fall = p & horizontal
        if block == blocks - 1 {
          if rise & last != 0 { distance += 1 } else if fall & last != 0 { distance -= 1 }
        }
        let (nextRises, nextFalls) = (rise &>> 63, fall &>> 63)
        rise = rise &<< 1 | rises
        fall = fall &<< 1 | falls
        up[block] = fall | ~(vertical | rise)
        down[block] = rise & vertical
        (rises, falls) = (nextRises, nextFalls)
      }
    }
    return distance
  }
}
