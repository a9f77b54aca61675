/// The fewest removals and additions that turn one sequence of numbers into another.
///
/// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in its linear-space form:
/// paths from both ends meet in the middle, and both halves are solved alike.
struct ShortestEdit {
  /// Differences after which a search takes the best path so far, which need not be the shortest.
  private static let searchLimit = 512

  private let old: [Int32]
  private let new: [Int32]
  /// Steps left for all searches together. When they are used up what is not compared yet counts
  /// as changed, so that two texts which have little in common take seconds, not hours.
  private var budget: Int
  /// How far along `old` the paths reach, by diagonal (place in `old` less place in `new`).
  private var forward: [Int]
  private var backward: [Int]
  /// Index of diagonal 0.
  private let origin: Int

  /// Which elements are not in both.
  private(set) var removed: [Bool]
  private(set) var added: [Bool]

  /// - Complexity: O((*n* + *m*) *d*) in the lengths and the number of differences, at most
  ///   O(`budget`); memory O(*n* + *m*).
  init(from old: [Int32], to new: [Int32], budget: Int = 1 << 28) {
    self.old = old
    self.new = new
    self.budget = budget
    origin = new.count + 1
    forward = [Int](repeating: 0, count: old.count + new.count + 3)
    backward = forward
    removed = [Bool](repeating: false, count: old.count)
    added = [Bool](repeating: false, count: new.count)
    compare(Box(old: 0..<old.count, new: 0..<new.count))
  }

  private struct Box {
    var old: Range<Int>
    var new: Range<Int>
  }

  private mutating func compare(_ whole: Box) {
    var box = whole
    while true {
      trim(&box)
      guard !box.old.isEmpty, !box.new.isEmpty, let (x, y) = middle(of: box) else {
        for x in box.old { removed[x] = true }
        for y in box.new { added[y] = true }
        return
      }
      compare(Box(old: box.old.lowerBound..<x, new: box.new.lowerBound..<y))
      box = Box(old: x..<box.old.upperBound, new: y..<box.new.upperBound)
    }
  }

  private func trim(_ box: inout Box) {
    while let a = box.old.first, let b = box.new.first, old[a] == new[b] {
      box.old.removeFirst()
      box.new.removeFirst()
    }
    while let a = box.old.last, let b = box.new.last, old[a] == new[b] {
      box.old.removeLast()
      box.new.removeLast()
    }
  }

  /// A point that a shortest path runs through; `nil` when the budget is used up.
  private mutating func middle(of box: Box) -> (x: Int, y: Int)? {
    let lowest = box.old.lowerBound - box.new.upperBound
    let highest = box.old.upperBound - box.new.lowerBound
    let start = box.old.lowerBound - box.new.lowerBound
    let end = box.old.upperBound - box.new.upperBound
    let meetsForward = (start - end) & 1 != 0
    var ahead = Front(start: start, lowest: lowest, highest: highest)
    var behind = Front(start: end, lowest: lowest, highest: highest)
    forward[origin + start] = box.old.lowerBound
    backward[origin + end] = box.old.upperBound

    for _ in 0..<Self.searchLimit {
      ahead.widen(&forward, origin, outside: -1)
      for d in stride(from: ahead.high, through: ahead.low, by: -2) {
        let x = advance(along: d, in: box)
        if meetsForward, behind.low <= d, d <= behind.high, backward[origin + d] <= x {
          return (x, x - d)
        }
      }
      behind.widen(&backward, origin, outside: .max)
      for d in stride(from: behind.high, through: behind.low, by: -2) {
        let x = retreat(along: d, in: box)
        if !meetsForward, ahead.low <= d, d <= ahead.high, x <= forward[origin + d] {
          return (x, x - d)
        }
      }
      budget -= ahead.high - ahead.low + behind.high - behind.low + 2
      if budget < 0 { return nil }
    }
    return furthest(ahead, in: box)
  }

  /// One more difference, then as far as the two agree.
  private mutating func advance(along d: Int, in box: Box) -> Int {
    let start = max(forward[origin + d - 1] + 1, forward[origin + d + 1])
    var x = start
    while x < box.old.upperBound, x - d < box.new.upperBound, old[x] == new[x - d] { x += 1 }
    forward[origin + d] = x
    budget -= x - start
    return x
  }

  private mutating func retreat(along d: Int, in box: Box) -> Int {
    let start = min(backward[origin + d - 1], backward[origin + d + 1] - 1)
    var x = start
    while x > box.old.lowerBound, x - d > box.new.lowerBound, old[x - 1] == new[x - 1 - d] {
      x -= 1
    }
    backward[origin + d] = x
    budget -= start - x
    return x
  }

  /// The point that the paths from the start have come to with the most behind them.
  private func furthest(_ ahead: Front, in box: Box) -> (x: Int, y: Int)? {
    var best: (x: Int, y: Int)?
    for d in stride(from: ahead.high, through: ahead.low, by: -2) {
      let x = forward[origin + d]
      guard x <= box.old.upperBound, x - d <= box.new.upperBound else { continue }
      if best.map({ x + x - d > $0.x + $0.y }) ?? true { best = (x, x - d) }
    }
    return best
  }

  /// The diagonals that paths have come to; every other one is in use at a time.
  private struct Front {
    private let lowest: Int
    private let highest: Int
    private(set) var low: Int
    private(set) var high: Int

    init(start: Int, lowest: Int, highest: Int) {
      self.lowest = lowest
      self.highest = highest
      low = start
      high = start
    }

    /// Takes in the diagonals beside, or draws back from the edge of the box. Beyond the front
    /// stands `outside`, which no path takes.
    mutating func widen(_ reach: inout [Int], _ origin: Int, outside: Int) {
      if low > lowest {
        low -= 1
        reach[origin + low - 1] = outside
      } else {
        low += 1
      }
      if high < highest {
        high += 1
        reach[origin + high + 1] = outside
      } else {
        high -= 1
      }
    }
  }
}
