/// Single parts of the work, for the benchmark.
extension Text {
  /// Reads all words; returns how many there are.
  package func survey(counting: Bool) -> Int {
    var surveyor = WordSurveyor(
      lexicon: .english, counts: DocumentCounts(for: .english), counting: counting)
    return surveyor.survey(self).words
  }

  /// The bytes, with padding behind them.
  package func withBytes(_ body: (UnsafePointer<UInt8>, Int) -> Void) {
    unsafe storage.withUnsafeBufferPointer { unsafe body($0.baseAddress.unsafelyUnwrapped, count) }
  }
}
