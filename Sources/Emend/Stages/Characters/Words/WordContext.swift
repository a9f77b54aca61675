/// What the words beside a place say of a word that may stand there.
///
/// The probability of a word between two others, from how often pairs of words occur, in bits of the
/// number of occurrences (see `Lexicon.Entry.frequency`). A pair that the table does not have is
/// taken to lie between what chance gives and the table's rarest pair.
struct WordContext {
  private struct Side {
    let hash: UInt64
    let frequency: Int
  }

  private let lexicon: Lexicon
  private let before: Side?
  private let after: Side?

  init(_ passage: Passage, around range: Range<Int>) {
    lexicon = passage.lexicon
    func side(_ word: Range<Int>?) -> Side? {
      guard let word else { return nil }
      let hash = passage.hash(word)
      let entry = passage.lexicon.entry(hash)
      // Of what a misread word stands beside nothing can be said.
      return entry.frequency > 0 ? Side(hash: hash, frequency: entry.frequency) : nil
    }
    before = side(passage.word(before: range.lowerBound))
    after = side(passage.word(after: range.upperBound))
  }

  /// On how many sides a known word stands.
  var sideCount: Int { (before == nil ? 0 : 1) + (after == nil ? 0 : 1) }
  /// Whether a known word stands on one side at least.
  var hasSide: Bool { before != nil || after != nil }

  /// Asks for the memory that is read of a word.
  func fetch(_ hash: UInt64) {
    if let before { lexicon.fetchBigram(before.hash, hash) }
    if let after { lexicon.fetchBigram(hash, after.hash) }
  }

  /// Bits for a word in this place; the higher, the likelier.
  func bits(of hash: UInt64, frequency: Int) -> Double {
    switch (before, after) {
    case (nil, nil): return Double(frequency) / 7
    case (let before?, nil): return pair(before.hash, hash, before.frequency, frequency) / 7
    case (nil, let after?): return pair(hash, after.hash, frequency, after.frequency) / 7
    case (let before?, let after?):
      let left = pair(before.hash, hash, before.frequency, frequency)
      let right = pair(hash, after.hash, frequency, after.frequency)
      return (left + right - Double(frequency)) / 7
    }
  }

  /// Bits for a word in this place or, where the words beside say little, anywhere: a pair that the
  /// table lacks is no evidence against a usual word.
  func bitsOrUsual(of hash: UInt64, frequency: Int) -> Double {
    Swift.max(bits(of: hash, frequency: frequency), Double(frequency) / 7 - 6)
  }

  /// On how many sides the word beside is one that often goes with this word.
  func sides(of hash: UInt64) -> Int {
    var sides = 0
    if let before, lexicon.bigram(before.hash, hash) > 0 { sides += 1 }
    if let after, lexicon.bigram(hash, after.hash) > 0 { sides += 1 }
    return sides
  }

  private func pair(_ first: UInt64, _ second: UInt64, _ a: Int, _ b: Int) -> Double {
    let known = lexicon.bigram(first, second)
    if known > 0 { return Double(known) }
    let rarest = WordPairModel.rarestPair
    let chance = Swift.max(0, a + b - WordPairModel.allWords)
    return Double(Swift.min(rarest, (chance + rarest) / 2))
  }
}
