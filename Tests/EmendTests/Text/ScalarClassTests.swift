import EmendTestSupport
import Testing

@testable import Emend

/// The fast ways to tell and to fold letters agree with the slow ones.
@Suite struct ScalarClassTests {
  @Test func classesAreThoseOfUnicode() {
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      #expect(scalar.isAlphabetic == properties.isAlphabetic, "\(value)")
      #expect(scalar.isLowercase == properties.isLowercase, "\(value)")
      #expect(scalar.isUppercase == properties.isUppercase, "\(value)")
      let isMark = properties.canonicalCombiningClass != .notReordered
      #expect(scalar.isWordLetter == (properties.isAlphabetic || isMark), "\(value)")
    }
  }

  @Test func hashOfBytesIsTheHashOfTheFoldedWord() {
    var random = SeededGenerator(seed: 5)
    let letters = Array("abcXYZ'-éÉÀÖ×ßÿœŁłжЖ’ﬁ£§ªµ").map(String.init)
    for _ in 0..<4000 {
      let count = Int.random(in: 1...20, using: &random)
      let word = (0..<count).map { _ in letters.randomElement(using: &random)! }.joined()
      #expect(WordHash.of(word) == WordHash.of(WordHash.fold(word)), "\(word)")
      #expect(WordHash.of(written: Array(word.utf8)[...]) == WordHash.of(word), "\(word)")
    }
  }
}
