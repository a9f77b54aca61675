extension Sequence<Edit> {
  /// The spans of the edits that are at least so sure, in text order.
  /// - Complexity: O(*n* log *n*).
  func spans(atLeast least: Confidence) -> [Range<Int>] {
    // The spans alone: to filter edits is to copy them.
    var spans: [Range<Int>] = []
    for edit in self where edit.confidence >= least { spans.append(edit.span) }
    return spans.sorted { $0.lowerBound < $1.lowerBound }
  }
}
