import Testing

@testable import Emend

@Suite struct WordNumbersTests {
  /// Words get their numbers in order and keep them, also where the table has to grow and where the hash
  /// is that of a free slot.
  @Test func numbersWordsInTheOrderInWhichTheyCome() {
    var numbers = WordNumbers()
    let hashes = [0] + (1..<1000 as Range<UInt64>).map { $0 &* 0x9E37_79B9_7F4A_7C15 }
    for _ in 0..<2 {
      for (index, hash) in hashes.enumerated() { #expect(numbers.number(of: hash) == index) }
    }
    #expect(numbers.count == hashes.count)
  }
}
