import EmendTestSupport
import Testing

@testable import Emend

@Suite struct HashIndexTests {
  @Test func givesWhatADictionaryGives() {
    var random = SeededGenerator(seed: 41)
    var index = HashIndex(room: 3)
    var expected: [UInt64: Int] = [:]
    // Few lower bits, so that many ask for one place; zero is a hash like any other.
    for number in 0..<500 {
      let hash = UInt64.random(in: 0..<40, using: &random) << 60 | UInt64(number % 16)
      if number.isMultiple(of: 3) { continue }
      index.set(hash &+ 2, to: number)
      expected[hash &+ 2] = number
    }
    for (hash, number) in expected { #expect(index[hash] == number) }
    #expect(index[1 << 40] == nil)
    index.set(0, to: 7)
    #expect(index[0] == 7)
  }
}
