/// How many spaces a text has lost, as far as words tell that no one writes as one.
struct SpaceLoss {
  /// Words that are a usual function word and another one that goes with it (`ofthe`, `itfollows`).
  private let signs: Int
  /// How many different ones they are, up to `leastTypes`.
  private let types: Int
  private let words: Int

  /// - Complexity: O(suspects); a few hashes for each that begins with a small letter.
  init(_ passage: Passage) {
    let text = passage.text
    var signs = 0
    var types: [UInt64] = []
    for suspect in passage.suspects where suspect.kind == .unknown {
      guard text[suspect.range.lowerBound].isLower, Self.isRunOn(suspect.range, in: passage) else {
        continue
      }
      signs += 1
      if types.count < Self.leastTypes, !types.contains(suspect.hash) { types.append(suspect.hash) }
    }
    self.signs = signs
    self.types = types.count
    words = passage.survey.words
  }

  /// Whether spaces are lost time and again: three different words, and four in 10,000.
  var isShown: Bool { types >= Self.leastTypes && signs * 10_000 >= words * 4 }

  /// Whether one word in 250 is run together with another, so that two nouns are as well.
  var isDense: Bool { isShown && signs * 250 >= words }

  /// Bits of a lost space, as a whole number: of three words that lack it one is a sign.
  var bits: Double {
    let rate = 3 * Double(signs) / Double(Swift.max(1, words))
    return Swift.min(WordSegmenter.lostSpace, Swift.max(2, Double(-rate.exponent)))
  }

  private static let leastTypes = 3

  /// `itfollows`, `utilisedin`: two usual words that go with each other, one of which no compound has.
  private static func isRunOn(_ range: Range<Int>, in passage: Passage) -> Bool {
    guard range.count >= 5, let word = WordPiece(range, of: passage.text) else { return false }
    let (lexicon, function) = (passage.lexicon, FunctionWords.english)
    func isPair(_ left: UInt64, _ right: UInt64, other: UInt64) -> Bool {
      guard lexicon.mayHold(other), lexicon.bigram(left, right) >= leastPair else { return false }
      let entry = lexicon.entry(other)
      return entry.flags.contains(.word) && entry.frequency >= leastFrequency
    }
    for length in 2...Swift.min(longestFunctionWord, range.count - 2) {
      let left = word.first(length)
      if function.standsAlone(left), case let right = word.rest(behind: length),
        isPair(left, right, other: right), passage.stands(range)
      {
        return !HyphenTables.english.takesHyphen(left) || function.standsAlone(right)
      }
      let right = word.rest(behind: range.count - length)
      if function.standsAlone(right), case let left = word.first(range.count - length),
        isPair(left, right, other: left), passage.stands(range)
      {
        return true
      }
    }
    return false
  }

  /// A pair that texts have time and again, and a word that is no fragment of one.
  private static let leastPair = 165
  private static let leastFrequency = 150
  private static let longestFunctionWord = 5
}
