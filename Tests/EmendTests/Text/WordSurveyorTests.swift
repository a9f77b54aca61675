import EmendTestSupport
import Testing

@testable import Emend

@Suite struct WordSurveyorTests {
  /// Words and marks of every kind that the surveyor tells apart.
  private static let pieces = [
    "the", "The", "THE", "tHe", "government", "GovernMent", "litvinoff", "Litvinoff", "tum",
    "london",
    "qxzv", "Qxzv", "a", "s", "I", "x", "don't", "state's", "'Tis", "\"So", "x1", "1x", "1939",
    "well-known",
    "vis-a-vis", "-", "--", ".", ",", ";", " .", " ,", "\t-", "\n", "\r\n", "\u{C}", " ", "  ", "#",
    "*", "&c.",
    "é", "naïve", "NAÏVE", "Ínaïve", "Łódź", "Москва", "Афины-1", "αβγ", "\u{201C}well\u{201D}",
    "\u{2014}",
    "e\u{301}t", "ﬁnal", "don\u{2019}t", "\u{1F600}", "\0", "incomprehensibilities",
  ]

  private static func text(_ random: inout SeededGenerator, length: Int) -> String {
    var out = ""
    while out.utf8.count < length {
      out += pieces.randomElement(using: &random)!
      if Bool.random(using: &random) { out += " " }
    }
    while out.utf8.count > length { out.unicodeScalars.removeLast() }
    return out
  }

  private static func expectReference(_ text: String) {
    let lexicon = Lexicon.english
    let slow = SlowSurvey(text, lexicon: lexicon)
    var surveyor = WordSurveyor(
      lexicon: lexicon, counts: DocumentCounts(for: lexicon), counting: true)
    let fast = surveyor.survey(Text(text))
    #expect(fast.words == slow.words, "\(text.debugDescription)")
    #expect(fast.suspects == slow.suspects, "\(text.debugDescription)")
    #expect(fast.marks == slow.marks, "\(text.debugDescription)")
    #expect(fast.singleOpenings == slow.singleOpenings, "\(text.debugDescription)")
    #expect(fast.doubleOpenings == slow.doubleOpenings, "\(text.debugDescription)")
    for (hash, count) in slow.counts {
      #expect(
        surveyor.counts.count(of: hash, slot: lexicon.slot(of: hash)) == count,
        "\(text.debugDescription)")
    }
    for word in ["govern", "known", "well", "qx"] {
      let hash = WordHash.of(word)
      let count = surveyor.counts.count(of: hash, slot: lexicon.slot(of: hash))
      #expect(count == slow.counts[hash, default: 0])
    }
    let halves = [("well", "known"), ("vis", "a"), ("a", "vis"), ("known", "well")]
    for (first, second) in halves {
      let pair = (WordHash.of(first), WordHash.of(second))
      let expected = slow.compounds[WordHash.pair(pair.0, pair.1), default: 0]
      #expect(
        surveyor.counts.count(compound: pair.0, pair.1) == expected, "\(text.debugDescription)")
    }
  }

  /// Every length up to several blocks, so that words cross each border at each place.
  @Test(arguments: 0..<4) func findsWhatTheSlowVersionFinds(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for length in 0...300 { Self.expectReference(Self.text(&random, length: length)) }
  }

  /// Words that stand again, which the scanner knows by then.
  @Test(arguments: 0..<4) func findsFamiliarWordsAsItFoundThem(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for length in [2_000, 4_000, 12_000] {
      Self.expectReference(Self.text(&random, length: length))
    }
  }

  /// A word at every offset of two blocks.
  @Test(arguments: [
    "government", "naïveté", "Litvinoff", "well-known", "x", "'tis", "Москва", "don\u{2019}t",
    "\u{201C}So\u{201D}\u{2014}",
  ])
  func findsAWordWhereverItStands(word: String) {
    for offset in 0...130 {
      Self.expectReference(String(repeating: " ", count: offset) + word)
      Self.expectReference(String(repeating: ".", count: offset) + word + " and more")
    }
  }

  @Test func marksNothingBehindTheText() {
    var surveyor = WordSurveyor(
      lexicon: .english, counts: DocumentCounts(for: .english), counting: false)
    #expect(surveyor.survey(Text(String(repeating: "the ", count: 16))).marks == [])
    #expect(surveyor.survey(Text("the government\n")).marks == [])
  }

  @Test func clipsWhatIsTooLongForAWord() {
    let word = String(repeating: "q", count: 700)
    var surveyor = WordSurveyor(
      lexicon: .english, counts: DocumentCounts(for: .english), counting: false)
    let survey = surveyor.survey(Text("the " + word + " the"))
    let read = String(repeating: "q", count: Suspect.longest)
    #expect(
      survey.suspects == [
        Suspect(
          start: 4, count: Suspect.longest, kind: .unknown, hash: WordHash.of(read),
          isInLexicon: false)
      ])
    #expect(survey.suspects.first?.range == 4..<259)
    #expect(survey.words == 3)
  }

  @Test func countsOnlyWhenAsked() {
    let hash = WordHash.of("government")
    for counting in [true, false] {
      var surveyor = WordSurveyor(
        lexicon: .english, counts: DocumentCounts(for: .english), counting: counting)
      _ = surveyor.survey(Text("government Government"))
      _ = surveyor.survey(Text("the GOVERNMENT"))
      let count = surveyor.counts.count(of: hash, slot: Lexicon.english.slot(of: hash))
      #expect(count == (counting ? 3 : 0))
    }
  }
}
