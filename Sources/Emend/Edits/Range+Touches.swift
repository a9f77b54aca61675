extension Range<Int> {
  /// Whether the range overlaps or meets one of some ranges in text order that do not overlap.
  /// - Complexity: O(log *n*).
  func touchesAny(of others: [Range<Int>]) -> Bool {
    others.firstEnding(from: lowerBound).map { $0.lowerBound <= upperBound } ?? false
  }
}

extension [Range<Int>] {
  /// The first of some ranges in text order, which do not overlap, that ends at an offset or behind it.
  /// - Complexity: O(log *n*).
  func firstEnding(from offset: Int) -> Range<Int>? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound < offset { low = middle + 1 } else { high = middle }
    }
    return low < count ? self[low] : nil
  }
}
