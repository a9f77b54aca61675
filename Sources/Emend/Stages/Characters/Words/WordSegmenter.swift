/// Divides letters that are several words run together, by how often words and pairs of words occur.
///
/// The likeliest sequence of words is found by dynamic programming over the letters (Viterbi); what it is
/// worth is told against one unknown word of as many letters.
struct WordSegmenter {
  /// Words that were run together.
  struct Segmentation {
    /// The words, in order.
    let words: [Range<Int>]
    /// Bits for the words in their place less those of the spaces, as `Reading.score` has them.
    let score: Double
    /// Bits by which they are likelier than one unknown word.
    let gain: Double
    /// Whether each is known to follow the one before it.
    let areKnownPairs: Bool
  }

  private let passage: Passage
  private let lexicon: Lexicon
  private let model: WordPairModel
  private var text: Text { passage.text }

  init(_ passage: Passage) {
    self.passage = passage
    lexicon = passage.lexicon
    model = WordPairModel(passage.lexicon)
  }

  /// A word that ends somewhere, with the best way to come to it.
  private struct Step {
    let range: Range<Int>
    let word: WordPairModel.Word
    let bits: Double
    /// The step before it, or -1.
    let previous: Int
    let areKnownPairs: Bool
  }

  /// The likeliest words that letters are, two at least; `nil` where there are none.
  ///
  /// A capital begins a word.
  /// - Complexity: O(*n* m²) for *n* letters, of which each ends *m* words.
  func segmentation(of range: Range<Int>) -> Segmentation? {
    guard (Self.shortest...Self.longest).contains(range.count), !isDerived(range) else {
      return nil
    }
    var steps: [Step] = []
    // By offset: the steps that end there.
    var ending = [Range<Int>](repeating: 0..<0, count: range.count + 1)
    for end in range.lowerBound + 1...range.upperBound {
      let first = steps.count
      for start in Swift.max(range.lowerBound, end - Self.longestWord)..<end {
        let before = ending[start - range.lowerBound]
        guard start == range.lowerBound || !before.isEmpty, start..<end != range,
          let step = step(start..<end, behind: before, of: steps)
        else { continue }
        steps.append(step)
      }
      ending[end - range.lowerBound] = first..<steps.count
    }
    guard let best = ending[range.count].max(by: { steps[$0].bits < steps[$1].bits }) else {
      return nil
    }
    var words: [Range<Int>] = []
    var at = best
    while at >= 0 {
      words.append(steps[at].range)
      at = steps[at].previous
    }
    let bits = steps[best].bits + context(of: steps, best)
    return Segmentation(
      words: words.reversed(), score: bits + WordPairModel.bitsOfAll,
      gain: bits - WordPairModel.unknown(range.count), areKnownPairs: steps[best].areKnownPairs)
  }

  private func step(_ range: Range<Int>, behind steps: Range<Int>, of all: [Step]) -> Step? {
    guard let word = known(range) else { return nil }
    guard !steps.isEmpty else {
      return Step(
        range: range, word: word, bits: WordPairModel.bits(word.frequency), previous: -1,
        areKnownPairs: true)
    }
    var best: Step?
    for step in steps {
      let previous = all[step]
      let pair = model.bits(of: word, behind: previous.word)
      let bits = previous.bits + pair.bits - Self.lostSpace
      if bits > best?.bits ?? -.infinity {
        best = Step(
          range: range, word: word, bits: bits, previous: step,
          areKnownPairs: previous.areKnownPairs && pair.isKnown)
      }
    }
    return best
  }

  /// Bits that the words on both sides add: a pair that the table lacks says nothing.
  private func context(of steps: [Step], _ last: Int) -> Double {
    var first = last
    while steps[first].previous >= 0 { first = steps[first].previous }
    func word(_ range: Range<Int>?) -> WordPairModel.Word? {
      range.map {
        let hash = passage.hash($0)
        return WordPairModel.Word(hash: hash, frequency: lexicon.entry(hash).frequency)
      }
    }
    var bits = 0.0
    if let before = word(passage.word(before: steps[first].range.lowerBound)) {
      bits += model.affinity(of: before, steps[first].word)
    }
    if let after = word(passage.word(after: steps[last].range.upperBound)) {
      bits += model.affinity(of: steps[last].word, after)
    }
    return Swift.min(bits, Self.mostContext)
  }

  /// The hash and frequency of a word that others may touch; `nil` for what is none, and for short words that hardly
  /// anybody writes.
  private func known(_ word: Range<Int>) -> WordPairModel.Word? {
    if text.hasCapital(word.dropFirst()) { return nil }
    let isCapitalised = text[word.lowerBound].isUpper
    switch word.count {
    case 1:
      // The pronoun is no word in small letters.
      guard text[word.lowerBound] == UInt8(ascii: isCapitalised ? "I" : "a") else { return nil }
      let hash = passage.hash(word)
      return .init(
        hash: hash, frequency: Swift.max(lexicon.entry(hash).frequency, Self.usualFrequency))
    case 2: guard Self.ofTwoLetters.contains(word, of: text) || isCapitalised else { return nil }
    default: break
    }
    let hash = passage.hash(word)
    if Self.solid.contains(word, of: text) {
      return .init(hash: hash, frequency: Self.usualFrequency)
    }
    if let frequency = frequency(hash), frequency > Self.leastFrequency || word.count >= 5 {
      return .init(hash: hash, frequency: frequency)
    }
    if isCapitalised, word.count > 2, case let entry = lexicon.entry(hash),
      entry.flags.contains(.name), entry.frequency >= Self.leastFrequency
    {
      return .init(hash: hash, frequency: entry.frequency)
    }
    // `Stomoniakovhad`: a name of the text.
    return isDerived(word) || (isCapitalised && passage.ownNames.contains(word))
      ? .init(hash: hash, frequency: Self.leastFrequency) : nil
  }

  /// The frequency of a word that texts have; `nil` for what is none. Some that all lists have lack a count (`labor`).
  private func frequency(_ hash: UInt64) -> Int? {
    guard lexicon.mayHold(hash) else { return nil }
    let entry = lexicon.entry(hash)
    guard entry.flags.contains(.word),
      entry.frequency >= Self.leastFrequency || !entry.flags.contains(.rare)
    else { return nil }
    return Swift.max(entry.frequency, Self.leastFrequency)
  }

  /// `sensitiveness`, `overhung`: a word with a suffix or prefix, which is no word by itself there.
  private func isDerived(_ word: Range<Int>) -> Bool {
    guard word.count >= 6 else { return false }
    for length in 3...5 where word.count >= length + 3 {
      let at = word.upperBound - length
      if Self.suffixes.contains(at..<word.upperBound, of: text),
        frequency(passage.hash(word.lowerBound..<at)) != nil
      {
        return true
      }
    }
    for length in 2...5 where word.count >= length + 3 {
      let at = word.lowerBound + length
      let prefix = HyphenTables.english.prefix(passage.hash(word.lowerBound..<at))
      if prefix != [], frequency(passage.hash(at..<word.upperBound)) != nil,
        // `inhouse` may be a compound, `inthe` is none.
        !FunctionWords.english.standsAlone(passage.hash(at..<word.upperBound))
      {
        return true
      }
    }
    return false
  }

  /// What the table counts as two words.
  private static let solid = ShortWords(["cannot"])
  private static let suffixes = ShortWords([
    "able", "dom", "ful", "hood", "ible", "ish", "ism", "ist", "ists", "less", "like", "man", "men",
    "most", "ness", "proof",
    "ship", "ward", "wards", "wise",
  ])

  /// Frequency of a word that texts have at all, and of one that each has.
  private static let leastFrequency = 120
  private static let usualFrequency = 200
  /// Bits of a space that was lost, of which a page of a bad copy has several.
  static let lostSpace = 8.0
  /// What the words beside may add, at most.
  private static let mostContext = 12.0
  private static let shortest = 4
  private static let longest = 60
  private static let longestWord = 18
  private static let ofTwoLetters = ShortWords([
    "am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no",
    "of", "on", "or",
    "so", "to", "up", "us", "we",
  ])
}
