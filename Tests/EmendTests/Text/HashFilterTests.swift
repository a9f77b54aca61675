import EmendTestSupport
import Testing

@testable import Emend

@Suite struct HashFilterTests {
  /// A filter with those of another one misses none of either, whichever is larger.
  @Test(arguments: [(10, 400), (400, 10)]) func unionMissesNone(sizes: (Int, Int)) {
    var generator = SeededGenerator(seed: 3)
    let first = (0..<sizes.0).map { _ in UInt64.random(in: 0...(.max), using: &generator) }
    let second = (0..<sizes.1).map { _ in UInt64.random(in: 0...(.max), using: &generator) }
    var filter = HashFilter(of: first)
    filter.formUnion(HashFilter(of: second))
    #expect((first + second).allSatisfy(filter.mayHold))
  }

  @Test func claimsFewThatItDoesNotHold() {
    var generator = SeededGenerator(seed: 4)
    let held = (0..<1000).map { _ in UInt64.random(in: 0...(.max), using: &generator) }
    let filter = HashFilter(of: held)
    let claimed = (0..<10_000).count { _ in
      filter.mayHold(UInt64.random(in: 0...(.max), using: &generator))
    }
    #expect(claimed < 200)
  }
}
