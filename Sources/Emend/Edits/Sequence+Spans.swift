extension Sequence<Edit> {
  /// The spans of the edits that are at least so sure, in text order.
  /// - Complexity: O(*n* log *n*).
  func spans(atLeast least: Confidence) -> [Range<Int>] {
    filter { $0.confidence >= least }.map(\.span).sorted { $0.lowerBound < $1.lowerBound }
  }
}
