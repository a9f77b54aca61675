import EmendTestSupport
import Testing

@testable import Emend

@Suite struct WordCountsTests {
  @Test func countsAsADictionaryDoes() {
    var random = SeededGenerator(seed: 3)
    var counts = WordCounts()
    var expected: [UInt64: Int] = [:]
    for _ in 0..<30_000 {
      // Keys that share their low bits make long probes.
      let key =
        UInt64.random(in: 0..<9000, using: &random) << UInt64.random(in: 0...20, using: &random)
      counts.add(key)
      expected[max(key, 1), default: 0] += 1
    }
    for (key, count) in expected { #expect(counts.count(of: key) == count) }
    #expect(counts.count(of: .max) == 0)
  }

  @Test func takesInNothingNewPastItsLimit() {
    var counts = WordCounts(limit: 100)
    for key in 1...150 { counts.add(UInt64(key)) }
    for key in 1...150 { counts.add(UInt64(key)) }
    #expect((1...100).allSatisfy { counts.count(of: UInt64($0)) == 2 })
    #expect((101...150).allSatisfy { counts.count(of: UInt64($0)) == 0 })
  }

  @Test func doesNotCountBeyondWhatItHolds() {
    var counts = WordCounts()
    for _ in 0..<70_000 { counts.add(42) }
    #expect(counts.count(of: 42) == 65_535)
    #expect(counts.count(of: 43) == 0)
  }
}
