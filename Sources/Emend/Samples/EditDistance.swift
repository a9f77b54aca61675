/// Levenshtein's distance: the fewest elements to replace, add or remove.
///
/// E. Ukkonen, "Algorithms for Approximate String Matching" (1985): how far along each diagonal
/// one comes with one more error. Texts that are mostly the same cost little, however long; for those
/// that are not, `BlockDistance` takes over.
package enum EditDistance {
  /// Errors from which on the table costs less than the diagonals.
  private static let limit = 4096

  /// - Complexity: O(*n* + *d*²) in the length and the distance, at most O(*n*² / 64).
  package static func between(_ a: [Int32], _ b: [Int32]) -> Int {
    near(a, b)?.errors ?? BlockDistance(a).distance(to: b)
  }

  /// The distance, and the elements that `a` has besides those of `b` in one way to lay them side by
  /// side; for texts with little in common the fewest that there can be.
  /// - Complexity: as `between`.
  static func alignment(_ a: [Int32], _ b: [Int32]) -> (errors: Int, added: Int) {
    near(a, b) ?? (BlockDistance(a).distance(to: b), max(0, a.count - b.count))
  }

  private static func near(_ a: [Int32], _ b: [Int32]) -> (errors: Int, added: Int)? {
    unsafe a.withUnsafeBufferPointer { a in
      unsafe b.withUnsafeBufferPointer { b in unsafe distance(a, b) }
    }
  }

  /// The distance, if it is not above the limit.
  private static func distance(
    _ a: UnsafeBufferPointer<Int32>, _ b: UnsafeBufferPointer<Int32>
  ) -> (errors: Int, added: Int)? {
    let goal = a.count - b.count
    // No path of so few errors strays further from the goal's diagonal.
    let most = min(max(a.count, b.count), limit)
    guard abs(goal) <= most else { return nil }
    let none = Int.min / 2
    // How far along `a` one comes, by diagonal (place in `a` less place in `b`), with two to spare
    // on both sides.
    let origin = b.count + 2
    var reach = [Int](repeating: none, count: a.count + b.count + 5)
    var next = reach
    // Elements of `a` alone on the way there.
    var added = [Int32](repeating: 0, count: reach.count)
    var nextAdded = added
    for errors in 0...most {
      let low = max(-b.count, -errors, goal - (most - errors))
      let high = min(a.count, errors, goal + (most - errors))
      guard low <= high else { continue }
      next[origin + low - 1] = none
      next[origin + high + 1] = none
      for diagonal in low...high {
        let at = origin + diagonal
        var x = errors == 0 ? 0 : max(reach[at] + 1, reach[at - 1] + 1, reach[at + 1])
        nextAdded[at] =
          errors == 0 || x == reach[at] + 1
          ? added[at] : x == reach[at - 1] + 1 ? added[at - 1] + 1 : added[at + 1]
        x = min(x, a.count, b.count + diagonal)
        guard x >= 0, x >= diagonal else {
          next[at] = none
          continue
        }
        while x < a.count, x - diagonal < b.count, unsafe a[x] == b[x - diagonal] { x += 1 }
        next[at] = x
      }
      if low <= goal, goal <= high, next[origin + goal] == a.count {
        return (errors, Int(nextAdded[origin + goal]))
      }
      swap(&reach, &next)
      swap(&added, &nextAdded)
    }
    return nil
  }
}
