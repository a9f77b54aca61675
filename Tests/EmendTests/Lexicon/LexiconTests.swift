import Testing

@testable import Emend

@Suite struct LexiconTests {
  private let lexicon = Lexicon.english

  @Test(arguments: [
    "government", "Government", "GOVERNMENT", "the", "colour", "color", "harbour", "café", "fiancé",
    "attachés",
  ])
  func knowsWordsInAnyCase(word: String) {
    #expect(lexicon.entry(word).flags.contains(.word))
    #expect(lexicon.entry(word).isEnglish)
  }

  @Test(arguments: ["governm", "tlie", "rnodern", "qxzv", "", "govern-ment"])
  func doesNotKnowWhatIsNoWord(word: String) {
    #expect(!lexicon.entry(word).isKnown)
    #expect(lexicon.slot(of: WordHash.of(word)) == -1)
    #expect(lexicon.entry(word).frequency == 0)
  }

  @Test(arguments: [
    ("london", Lexicon.Flags.name), ("don't", .contraction), ("tum", .confusable),
    ("tolstoi", .nameVariant), ("und", .german),
  ])
  func knowsWhatAWordIs(word: String, flag: Lexicon.Flags) {
    #expect(lexicon.entry(word).flags.contains(flag))
    #expect(!lexicon.entry("quickly").flags.contains(flag))
  }

  @Test func theFilterMissesNoWordAndDismissesMostOthers() {
    let words = ["government", "London", "don't", "etc", "marzipan", "harbour"]
    for word in words { #expect(lexicon.mayHold(WordHash.of(word))) }
    let claimed = (0..<1000).count { lexicon.mayHold(WordHash.of("governm\($0)")) }
    #expect(claimed < 30)
  }

  @Test func ranksWordsByFrequency() {
    let falling = ["the", "government", "harbour", "marzipan"].map { lexicon.entry($0).frequency }
    #expect(falling == falling.sorted(by: >))
    #expect(Set(falling).count == falling.count)
  }

  @Test func knowsWordsThatFollowEachOther() {
    func bigram(_ first: String, _ second: String) -> Int {
      lexicon.bigram(WordHash.of(first), WordHash.of(second))
    }
    #expect(bigram("of", "the") > bigram("prime", "minister"))
    #expect(bigram("prime", "minister") > 0)
    #expect(bigram("minister", "prime") < bigram("prime", "minister"))
    #expect(bigram("marzipan", "the") == 0)
  }
}
