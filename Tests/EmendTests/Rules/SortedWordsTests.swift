import Testing

@testable import Emend

@Suite struct SortedWordsTests {
  private static let words = TextTable(embedded: "en/hyphenated.tsv").rows.map { $0[0] }

  @Test func findsEachOfItsWordsAndNoOther() {
    #expect(Self.words.count > 4000)
    #expect(Self.words == Set(Self.words).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Self.words.allSatisfy { SortedWords.hyphenated.contains($0) })
    for word in ["", "a", "able", "able-bodie", "able-bodiedx", "zzz", "#", "well-"] {
      #expect(!SortedWords.hyphenated.contains(word), "\(word)")
    }
  }
}
