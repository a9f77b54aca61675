import CScan

/// Dismisses hashes that are no word's, cheaply.
protocol WordFilter {
  /// `false` for most hashes that are none, `true` for all that are one.
  /// - Complexity: O(1).
  func mayHold(_ hash: UInt64) -> Bool

  /// The same of a word that begins with a small letter: what is right only with a capital may be
  /// dismissed, too.
  func mayHoldSmall(_ hash: UInt64) -> Bool

  /// A first look, that may let pass more; where it does it asks for the memory that the second reads.
  func mayHoldAtFirst(_ hash: UInt64) -> Bool

  /// Asks for the memory that `mayHold` reads, and those who ask for a word that it lets pass.
  func fetch(_ hash: UInt64)

  /// Lends a filter that lets pass all that `mayHold` does: C asks it for many hashes at once.
  func withFilter(_ body: (cscan_filter) -> Void)
}

extension WordFilter {
  @inline(__always)
  func mayHoldSmall(_ hash: UInt64) -> Bool { mayHold(hash) }

  @inline(__always)
  func mayHoldAtFirst(_ hash: UInt64) -> Bool { mayHold(hash) }

  @inline(__always)
  func fetch(_ hash: UInt64) {}
}
