/// Dismisses hashes that are no word's, cheaply.
protocol WordFilter {
  /// `false` for most hashes that are none, `true` for all that are one.
  /// - Complexity: O(1).
  func mayHold(_ hash: UInt64) -> Bool
}
