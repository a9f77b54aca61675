extension Range<Int> {
  /// Whether the range overlaps or meets one of some ranges in text order that do not overlap.
  /// - Complexity: O(log *n*).
  func touchesAny(of others: [Range<Int>]) -> Bool {
    var low = 0
    var high = others.count
    while low < high {
      let middle = (low + high) / 2
      if others[middle].upperBound < lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < others.count && others[low].lowerBound <= upperBound
  }
}
