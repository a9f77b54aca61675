import EmendTestSupport
import Testing

@testable import Emend

@Suite struct WordHashTests {
  /// Every length up to five steps, in small letters and capitals.
  @Test func stringAndSurveyorAgree() {
    var random = SeededGenerator(seed: 5)
    for length in 1...40 {
      let word = String(
        (0..<length).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement(using: &random)! })
      for written in [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()] {
        var surveyor = WordSurveyor(
          lexicon: .english, counts: DocumentCounts(for: .english), counting: true)
        _ = surveyor.survey(Text("1939, \(written)."))
        let hash = WordHash.of(word)
        #expect(
          surveyor.counts.count(of: hash, slot: Lexicon.english.slot(of: hash)) == 1, "\(written)")
      }
    }
  }

  @Test(arguments: [
    ("Été", "été"), ("ŁÓDŹ", "łódź"), ("don\u{2019}t", "don't"), ("o\u{FB03}ce", "office"),
    ("\u{FB01}nal", "final"), ("a\u{FB02}oat", "afloat"), ("e\u{FB00}ect", "effect"),
    ("The", "the"),
  ])
  func foldsWhatIsTheSameWord(written: String, folded: String) {
    #expect(WordHash.fold(written) == Array(folded.utf8))
    #expect(WordHash.of(written) == WordHash.of(folded))
  }

  /// Eight bytes a step fold and hash as a byte a step does.
  @Test func fastEqualsSlow() {
    var random = SeededGenerator(seed: 6)
    let letters = Array(
      "abzAZ@[`{'0é É×÷ÀÞßÿþłŁœŒŸĄőĹĺŉſİı“—\u{2019}\u{FB01}\u{FB06}\u{FB13}ЖѢΩ"
    ).map(String.init)
    for length in 0..<400 {
      // Most words are ASCII, and every length up to five steps occurs.
      let some = length % 3 == 0 ? letters : Array(letters[..<11])
      let word = (0..<length % 42).map { _ in some.randomElement(using: &random)! }.joined()
      let bytes = Array(word.utf8)
      let slow = WordHash.of(WordHash.fold(word))
      #expect(WordHash.of(word) == slow, "\(word)")
      #expect(WordHash.of(written: bytes[...]) == slow, "\(word)")
    }
  }

  /// Both parts of a word, wherever it is divided and whatever stands behind it.
  @Test func partsOfWordsHashAsWords() {
    var random = SeededGenerator(seed: 7)
    for length in 1...20 {
      let word = (0..<length).map { _ in Array("abzAZ'".utf8).randomElement(using: &random)! }
      let text = Text([0x21] + word + Array("Rest é".utf8))
      let range = 1..<1 + length
      #expect(text.hash(range) == WordHash.of(written: word[...]))
      #expect(text.hashFolding(range) == WordHash.of(written: word[...]))
      guard let parts = WordPiece(range, of: text) else {
        #expect(length > 16)
        continue
      }
      for first in 1..<length {
        #expect(parts.first(first) == WordHash.of(written: word[..<first]))
        #expect(parts.rest(behind: first) == WordHash.of(written: word[first...]))
      }
    }
    #expect(WordPiece(0..<5, of: Text("caf\u{E9}")) == nil)
  }

  /// Two parts with or without a byte between them, of all lengths.
  @Test func joinedPartsHashAsOneWord() {
    var random = SeededGenerator(seed: 11)
    func letters(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in Array("abzAZ'".utf8).randomElement(using: &random)! }
    }
    for first in 1...18 {
      for second in 1...18 {
        let (head, tail) = (letters(first), letters(second))
        let text = Text([0x21] + head + [0x0A] + tail + Array("Rest é".utf8))
        let parts = (1..<1 + first, first + 2..<first + 2 + second)
        #expect(text.hash(parts.0, parts.1) == WordHash.of(written: (head + tail)[...]))
        #expect(
          text.hash(parts.0, parts.1, between: .hyphen)
            == WordHash.of(written: (head + [.hyphen] + tail)[...]))
      }
    }
  }

  /// Letters of two bytes are folded without a string as with one.
  @Test func foldsEachLetterAsItsStringIsFolded() {
    for value in (0x80..<0x600).map(UInt32.init) + Array(0x2000..<0x2070) {
      let word = "a\(Unicode.Scalar(value)!)b"
      let folded = AnySequence(WordHash.fold(word))
      #expect(WordHash.of(word) == WordHash.of(folded), "\(word)")
    }
  }

  @Test func tellsWordsApart() {
    // Lengths around a step, zero bytes and order all count.
    let words = [
      "a", "aa", "ab", "ba", "aaaaaaa", "aaaaaaaa", "aaaaaaaaa", "a\0", "\0", "", "é", "e",
    ]
    #expect(Set(words.map { WordHash.of(Array($0.utf8)) }).count == words.count)
    let pairs = [("a", "b"), ("b", "a"), ("ab", ""), ("", "ab")]
    #expect(Set(pairs.map { WordHash.pair(WordHash.of($0), WordHash.of($1)) }).count == pairs.count)
  }
}
