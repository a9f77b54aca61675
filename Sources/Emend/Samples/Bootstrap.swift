/// How far a figure over documents would move with other documents of the kind: B. Efron, "Bootstrap
/// Methods: Another Look at the Jackknife" (1979). Documents are drawn, not words: those of one document
/// go together.
public struct Bootstrap: Sendable {
  /// The bounds between which 95 % of the figures lie.
  /// - Parameters:
  ///   - count: how many documents there are.
  ///   - statistic: the figure for documents drawn, given by their numbers.
  /// - Returns: `nil` for fewer than two documents. The same for the same documents, always.
  /// - Complexity: 1000 calls with *count* numbers each.
  public static func interval(
    count: Int, statistic: ([Int]) -> Double
  ) -> (lower: Double, upper: Double)? {
    guard count > 1 else { return nil }
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next() -> Int {
      // SplitMix64: the draw has to be the same on each machine.
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(count))
    }
    let figures = (0..<1000).map { _ in statistic((0..<count).map { _ in next() }) }.sorted()
    return (figures[25], figures[974])
  }
}
