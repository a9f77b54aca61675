/// Which lines of two texts differ, in few and well placed stretches.
struct LineComparison {
  /// Lines of the old text that stand where those of the new text do; one of both may be empty.
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// In order; between two of them stand lines that both texts have.
  private(set) var changes: [Change] = []

  private let old: TextLines
  private let new: TextLines
  private var removed: [Bool]
  private var added: [Bool]

  /// - Complexity: O(*n* + *d*²) in lines and differing lines that both texts have somewhere;
  ///   see `ShortestEdit` for the cap. Memory O(*n*).
  init(old: TextLines, new: TextLines) {
    self.old = old
    self.new = new
    removed = [Bool](repeating: false, count: old.count)
    added = [Bool](repeating: false, count: new.count)
    markDifferences()
    removed = ChangeSlider.slide(removed, of: old, beside: added)
    added = ChangeSlider.slide(added, of: new, beside: removed)
    collectChanges()
  }

  /// Marks lines that are in one text only, then those which a shortest edit of the others changes.
  private mutating func markDifferences() {
    var start = 0
    let shorter = min(old.count, new.count)
    while start < shorter, old.matches(start, new, start) { start += 1 }
    var end = 0
    while end < shorter - start,
      old.matches(old.count - 1 - end, new, new.count - 1 - end)
    {
      end += 1
    }
    let oldRange = start..<old.count - end
    let newRange = start..<new.count - end
    guard !oldRange.isEmpty, !newRange.isEmpty else {
      for line in oldRange { removed[line] = true }
      for line in newRange { added[line] = true }
      return
    }

    // A line that the other text has nowhere is in no common part: in repaired text that is nearly
    // every changed line, so that little is left for the search.
    var numbers: [TextLines.Key: Int32] = [:]
    let oldNumbers = oldRange.map { Self.number(old[$0], &numbers) }
    let newNumbers = newRange.map { Self.number(new[$0], &numbers) }
    var inOld = [Bool](repeating: false, count: numbers.count)
    var inNew = inOld
    for number in oldNumbers { inOld[Int(number)] = true }
    for number in newNumbers { inNew[Int(number)] = true }
    let oldShared = oldNumbers.indices.filter { inNew[Int(oldNumbers[$0])] }
    let newShared = newNumbers.indices.filter { inOld[Int(newNumbers[$0])] }
    let edit = ShortestEdit(
      from: oldShared.map { oldNumbers[$0] }, to: newShared.map { newNumbers[$0] })

    for line in oldRange { removed[line] = true }
    for line in newRange { added[line] = true }
    for (i, line) in oldShared.enumerated() { removed[start + line] = edit.removed[i] }
    for (i, line) in newShared.enumerated() { added[start + line] = edit.added[i] }
  }

  private static func number(
    _ line: ArraySlice<UInt8>, _ numbers: inout [TextLines.Key: Int32]
  ) -> Int32 {
    let key = TextLines.Key(bytes: line)
    if let number = numbers[key] { return number }
    let number = Int32(truncatingIfNeeded: numbers.count)
    numbers[key] = number
    return number
  }

  private mutating func collectChanges() {
    var (x, y) = (0, 0)
    while x < removed.count || y < added.count {
      let (oldStart, newStart) = (x, y)
      while x < removed.count, removed[x] { x += 1 }
      while y < added.count, added[y] { y += 1 }
      if x > oldStart || y > newStart {
        changes.append(Change(old: oldStart..<x, new: newStart..<y))
      } else {
        x += 1
        y += 1
      }
    }
  }
}
