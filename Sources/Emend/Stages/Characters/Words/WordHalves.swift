/// Tells in a text that divides many words whether two pieces of letters are one: `fis cal year`, `the foo d`.
struct WordHalves {
  private let passage: Passage
  private let model: WordPairModel
  private var text: Text { passage.text }

  init(_ passage: Passage) {
    self.passage = passage
    model = WordPairModel(passage.lexicon)
  }

  /// Bits by which one word is likelier in its place than the two; `nil` where the letters make none.
  func gain(_ head: Range<Int>, _ tail: Range<Int>) -> Double? {
    let hash = text.hash(head, tail)
    guard passage.possibleWords.mayHold(hash) else { return nil }
    let entry = passage.lexicon.entry(hash)
    guard entry.isUsualWord, entry.frequency >= Self.leastFrequency else { return nil }
    let whole = Piece(
      word: .init(hash: hash, frequency: entry.frequency),
      bits: WordPairModel.bits(entry.frequency))
    let (first, second) = (piece(head), piece(tail))
    let before = passage.word(before: head.lowerBound).map(piece)
    let after = passage.word(after: tail.upperBound).map(piece)
    let one = whole.bits + affinity(before, whole) + affinity(whole, after) - Self.space
    let two =
      first.bits + second.bits + affinity(before, first) + affinity(first, second)
      + affinity(second, after)
    return one - two
  }

  private struct Piece {
    /// `nil` for what is no word.
    let word: WordPairModel.Word?
    let bits: Double
  }

  private func piece(_ range: Range<Int>) -> Piece {
    let hash = passage.hash(range)
    let entry = passage.lexicon.entry(hash)
    let isLetter = range.count == 1 && !"aAI".utf8.contains(text[range.lowerBound])
    guard !isLetter, entry.flags.contains(.word), entry.frequency > 0 else {
      // A letter by itself is a label, an initial or a variable.
      return Piece(word: nil, bits: isLetter ? Self.letter : WordPairModel.unknown(range.count))
    }
    return Piece(
      word: .init(hash: hash, frequency: entry.frequency),
      bits: WordPairModel.bits(entry.frequency))
  }

  private func affinity(_ first: Piece?, _ second: Piece?) -> Double {
    guard let first = first?.word, let second = second?.word else { return 0 }
    return model.affinity(of: first, second)
  }

  /// Frequency of a word that texts have, in the lexicon's unit.
  private static let leastFrequency = 120
  /// Bits of a space in a word, of which a page of such a text has several.
  private static let space = 8.0
  private static let letter = -14.0
}
