/// How likely words are behind one another, in bits, by how often words and pairs of words occur.
struct WordPairModel {
  /// A word with its frequency, in the lexicon's unit.
  struct Word {
    let hash: UInt64
    let frequency: Int
  }

  private let lexicon: Lexicon

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// 7 times the binary logarithm of the count of all words, and of the rarest pair in the table.
  static let allWords = 274
  static let rarestPair = 158
  private static let unit = 7.0

  /// Bits of a count of all words: what is to be added to compare with bits of a number of occurrences.
  static let bitsOfAll = Double(allWords) / unit

  /// Bits of a word by itself; below 0.
  static func bits(_ frequency: Int) -> Double { Double(frequency - allWords) / unit }

  /// Bits of a word behind another, and whether the table has the pair.
  ///
  /// A pair that it lacks is one of chance, and rarer than its rarest.
  func bits(of word: Word, behind previous: Word) -> (bits: Double, isKnown: Bool) {
    let pair = lexicon.bigram(previous.hash, word.hash)
    let bits =
      pair > 0
      ? pair - previous.frequency
      : Swift.min(word.frequency - Self.allWords, Self.rarestPair - previous.frequency)
    return (Double(bits) / Self.unit, pair > 0)
  }

  /// Bits by which two words are likelier beside each other than by chance; 0 where the table does not say so.
  func affinity(of first: Word, _ second: Word) -> Double {
    let pair = lexicon.bigram(first.hash, second.hash)
    guard pair > 0 else { return 0 }
    return Swift.max(
      0, Double(pair - first.frequency - second.frequency + Self.allWords) / Self.unit)
  }

  /// Bits of an unknown word: names and foreign words, of which each letter is one of some eighteen.
  static func unknown(_ letters: Int) -> Double { -4 - 4.2 * Double(letters) }
}
