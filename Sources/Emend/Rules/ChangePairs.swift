import CScan

/// The changes of a word in columns, from which those that may make a word, alone or two together, are
/// found many at a time.
/// Safe: the columns are lent, and have room for each change and the rows that C reads behind the last.
@safe struct ChangePairs {
  private var columns: cscan_changes
  private var at = cscan_pair()

  /// Rows behind the last one.
  private static let behind = 8
  private static let reach = WordSums.furthest
  private static let columnCount = 5 + 2 * reach

  /// Lends the columns of some changes.
  /// - Parameters:
  ///   - places: by place in the word, the number of the first change there.
  ///   - looks: whether each change may make a word by itself.
  ///   - limit: the most bits of two changes.
  static func withColumns(
    of changes: UnsafeBufferPointer<ConfusionModel.Change>, _ places: UnsafeBufferPointer<Int>,
    _ looks: UnsafePointer<Bool>, _ sums: WordSums, limit: Double,
    _ body: (inout ChangePairs) -> Void
  ) {
    let rows = changes.count + behind
    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: rows * columnCount) {
      let base = unsafe $0.baseAddress.unsafelyUnwrapped
      var pairs = unsafe ChangePairs(changes, places, looks, sums, limit, base)
      body(&pairs)
    }
  }

  private init(
    _ changes: UnsafeBufferPointer<ConfusionModel.Change>, _ places: UnsafeBufferPointer<Int>,
    _ looks: UnsafePointer<Bool>, _ sums: WordSums, _ limit: Double,
    _ base: UnsafeMutablePointer<UInt64>
  ) {
    let count = changes.count
    let rows = count + Self.behind
    let length = places.count - 1
    let costs = unsafe UnsafeMutableRawPointer(base).assumingMemoryBound(to: Double.self)
    let (lengths, alone) = unsafe (base + rows, base + 2 * rows)
    let behind = unsafe UnsafeMutableRawPointer(base + 3 * rows)
      .assumingMemoryBound(to: UInt32.self)
    let added = unsafe base + 4 * rows
    var distances = 0
    var cheapest = Double.infinity
    for number in 0..<count {
      let change = unsafe changes[number]
      unsafe costs[number] = change.bits
      if change.bits < cheapest { cheapest = change.bits }
      unsafe alone[number] = change.sum
      unsafe behind[number] = UInt32(truncatingIfNeeded: places[Int(change.end)])
      let newLength = UInt64(truncatingIfNeeded: length &+ change.moved)
      unsafe lengths[number] = change.isSummed ? newLength : newLength | 1 << 63
      // What those behind the first one that moves them so far add.
      let distance = change.moved &+ Self.reach
      if change.isSummed, distances & (1 << distance) == 0 {
        distances |= 1 << distance
        unsafe Self.makeSums(
          changes, from: places[Int(change.start) + 1], moved: change.moved, sums,
          added + distance * rows)
      }
    }
    for number in count..<rows {
      unsafe costs[number] = .infinity
      unsafe lengths[number] = 0
      for distance in 0...2 * Self.reach { unsafe added[distance * rows + number] = 0 }
    }
    unsafe columns = cscan_changes(
      costs: costs, lengths: lengths, alone: alone, added: added, behind: behind,
      looks: UnsafeRawPointer(looks).assumingMemoryBound(to: UInt8.self), count: count,
      length: UInt64(length), reach: UInt64(Self.reach), most: limit, cheapest: cheapest)
  }

  @inline(__always)
  private static func makeSums(
    _ changes: UnsafeBufferPointer<ConfusionModel.Change>, from start: Int, moved: Int,
    _ sums: WordSums, _ out: UnsafeMutablePointer<UInt64>
  ) {
    var number = start
    while number < changes.count {
      let change = unsafe changes[number]
      // Where nothing moves, each adds what it adds alone. One that begins before where the first one
      // ends is no second; it would lie before the word.
      unsafe out[number] =
        moved == 0
        ? change.sum &- sums.whole
        : change.isSummed && Int(change.start) &+ moved >= 0
          ? sums.sum(
            0, moved: moved, Int(change.start)..<Int(change.end), folded: change.folded,
            movedBySecond: change.moved) : 0
      number &+= 1
    }
  }

  /// Hands over the changes, alone or two together, that may make a word, some at a time and in order. A
  /// change without a sum comes by itself only.
  mutating func forEachSome(
    _ filter: cscan_filter, _ body: (UnsafeBufferPointer<cscan_made>) -> Void
  ) {
    var filter = unsafe filter
    unsafe withUnsafeTemporaryAllocation(of: cscan_made.self, capacity: Self.some) { made in
      while true {
        let count = unsafe cscan_find_changes(
          &columns, &at, &filter, made.baseAddress, made.count)
        if count == 0 { return }
        unsafe body(UnsafeBufferPointer(rebasing: made[..<count]))
      }
    }
  }

  /// What fits on the stack.
  private static let some = 64
}
