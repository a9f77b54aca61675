extension String {
  /// The string with spaces behind it, at least this many characters long.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
