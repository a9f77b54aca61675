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

  @Test(arguments: [("harbour", false), ("don't", false), ("und", true), ("zythum", true)])
  func theFilterLeavesOutWhatIsNotEnglishOrOnlyListed(word: String, isLeftOut: Bool) {
    let hash = WordHash.of(word)
    #expect(lexicon.isLeftOut(slot: lexicon.slot(of: hash)) == isLeftOut)
  }

  /// Each word is in the filter or marked as left out: else a repeated one would be in neither.
  @Test func theFilterOrItsMarksHaveEachWord() {
    var leftOut = 0
    for slot in 0..<lexicon.slotCount where lexicon.entry(inSlot: slot).isKnown {
      let entry = lexicon.entry(inSlot: slot)
      #expect(lexicon.isLeftOut(slot: slot) == (!entry.isEnglish || entry.isListedOnly))
      if lexicon.isLeftOut(slot: slot) {
        leftOut += 1
      } else {
        #expect(lexicon.mayHold(lexicon.fingerprint(inSlot: slot)))
      }
    }
    #expect(leftOut > 1000)
  }

  @Test(arguments: ["und", "zythum"]) func whatADocumentRepeatsIsAddedToTheFilter(word: String) {
    let hash = WordHash.of(word)
    for count in 1...2 {
      var counts = DocumentCounts(for: lexicon)
      var rejoined = WordCounts()
      rejoined.add(hash, times: count)
      counts.add(rejoined, lexicon: lexicon)
      var filter = HashFilter(bits: 12)
      counts.addRepeated(to: &filter, lexicon)
      #expect(filter.mayHold(hash) == (count >= 2))
    }
  }

  @Test func findsWhatADocumentRepeatsAmongTheWordsLeftOut() {
    let counts: [UInt16] = (0..<lexicon.slotCount).map { [0, 1, 2, 40_000][$0 / 7 % 4] }
    var found: [Int] = []
    counts.withUnsafeBufferPointer { counts in
      var slot = lexicon.nextLeftOut(from: 0, repeatedIn: counts)
      while slot < counts.count {
        found.append(slot)
        slot = lexicon.nextLeftOut(from: slot + 1, repeatedIn: counts)
      }
    }
    #expect(found == counts.indices.filter { lexicon.isLeftOut(slot: $0) && counts[$0] > 1 })
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
