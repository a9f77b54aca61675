/// What the lexicon says of the two halves of a divided word, and how often they follow each other: looked up
/// when it is asked, since most verdicts go by the whole word.
struct BreakHalves {
  private let lexicon: Lexicon
  private let headHash: UInt64
  private let tailHash: UInt64

  init(_ word: borrowing DividedWord, _ lexicon: Lexicon) {
    self.lexicon = lexicon
    headHash = word.headHash
    tailHash = word.tailHash
  }

  var head: Lexicon.Entry { lexicon.entry(headHash) }
  var tail: Lexicon.Entry { lexicon.entry(tailHash) }
  var pair: Int { lexicon.bigram(headHash, tailHash) }
}
