import Testing

@testable import Emend

@Suite struct BreakJudgeTests {
  /// The verdict as the word that comes out, with a mark for what is not certain; `nil` for none.
  private func verdict(
    _ head: String, _ tail: String, at lineEnd: DividedWord.Break = .hyphen,
    in document: String = "",
    isInterrupted: Bool = false
  ) -> String? {
    let text = Text(document)
    var evidence = DocumentEvidence(for: .english)
    var surveyor = WordSurveyor(lexicon: .english, counts: evidence.counts, counting: true)
    let survey = surveyor.survey(text)
    evidence.counts = surveyor.counts
    evidence.prose.add(survey, of: text)
    var judge = BreakJudge(
      window: Window(text: text, evidence: evidence, lexicon: .english, isFirst: true))
    let halves = head.utf8.count
    let word = DividedWord(
      in: Text(head + tail), head: 0..<halves, chain: 0..<halves,
      tail: halves..<halves + tail.utf8.count, tailGoesOn: false, lineEnd: lineEnd,
      isInterrupted: isInterrupted, isIndented: false, line: 0)
    guard let found = judge.verdict(of: word) else { return nil }
    let mark = ["doubtful": "??", "likely": "?", "certain": ""][found.confidence.name]!
    return head + (found.keepsHyphen ? "-" : "") + tail + mark
  }

  @Test(
    arguments: [
      ("govern", "ment", "government"), ("well", "known", "well-known"),
      ("Anglo", "Soviet", "Anglo-Soviet"),
      ("ex", "minister", "ex-minister"), ("first", "and", nil), ("Ost", "und", nil),
      ("und", "oder", nil),
      ("thinly", "veiled", "thinly-veiled"), ("Lindq", "vist", "Lindqvist"),
      ("GOVERN", "MENT", "GOVERNMENT"),
      ("govern", "Ment", "govern-Ment"), ("ANGLO", "QXZ", nil), ("gov", "правит", nil),
    ] as [(String, String, String?)])
  func judgesAPrintedHyphen(head: String, tail: String, expected: String?) {
    #expect(verdict(head, tail) == expected)
  }

  @Test func theDocumentComesFirst() {
    #expect(verdict("co", "operate", in: "co-operate, co-operate") == "co-operate")
    #expect(verdict("co", "operate", in: "cooperate, cooperate") == "cooperate")
    // A stray one does not outweigh many.
    #expect(verdict("co", "operate", in: "cooperate cooperate co-operate") == "cooperate")
    #expect(verdict("Lind", "Qvist", in: "LindQvist, LindQvist") == "LindQvist")
  }

  @Test(arguments: [DividedWord.Break.missingBlank, .nothing, .dash])
  func withoutAHyphenOnlyWordsCount(lineEnd: DividedWord.Break) {
    #expect(verdict("negotia", "tion", at: lineEnd) == "negotiation")
    #expect(verdict("Lindq", "vist", at: lineEnd) == nil)
    #expect(verdict("thinly", "veiled", at: lineEnd) == nil)
    #expect(verdict("Ogden", "Soviet", at: lineEnd) == nil)
  }

  @Test func whatIsUnsureHasBothReadings() {
    #expect(verdict("re", "cultivated") == "re-cultivated?")
  }

  /// `a new` is two words wherever the line ends; `over seas` hardly is.
  @Test func whatFollowsEachOtherIsNoLostHyphen() {
    #expect(verdict("a", "new", at: .missingBlank) == nil)
    #expect(verdict("of", "documents", at: .missingBlank, in: "Selection ofDocuments") == nil)
    #expect(verdict("more", "over", at: .missingBlank) == "moreover")
    #expect(verdict("under", "standing", at: .missingBlank) == "understanding")
  }

  @Test func aCompoundBeforeACapitalGetsItsHyphenBack() {
    #expect(verdict("Anglo", "American", at: .missingBlank) == "Anglo-American")
    let document = "Ruro-Xanadu, Sino-Xanadu, Sino-Xanadu, The-Xanadu, The-Xanadu"
    #expect(verdict("Ruro", "Xanadu", at: .missingBlank, in: document) == "Ruro-Xanadu")
    #expect(verdict("Sino", "Xanadu", at: .missingBlank, in: document) == "Sino-Xanadu")
    #expect(verdict("Sino", "Xanadu", at: .missingBlank) == nil)
    #expect(verdict("The", "Xanadu", at: .missingBlank, in: document) == nil)
    #expect(verdict("Anglo", "American", at: .nothing) == nil)
  }

  @Test func overAPageOnlyKnownWordsAreJoined() {
    #expect(verdict("govern", "ment", isInterrupted: true) == "government")
    #expect(verdict("thinly", "veiled", isInterrupted: true) == "thinly-veiled??")
    #expect(verdict("Lindq", "vist", isInterrupted: true) == "Lindq-vist??")
  }
}
