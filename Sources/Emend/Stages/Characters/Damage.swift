/// How damaged a text is: what is a misreading in a bad scan is a rare word in a clean text.
struct Damage {
  /// Repairs that are certain by themselves.
  private(set) var signs: Int
  private let words: Int

  init(_ edits: [Edit], words: Int) {
    // By index: a rule is not copied.
    signs = edits.indices.count {
      edits[$0].confidence == .certain && edits[$0].rule != "characters/ligature"
    }
    self.words = words
  }

  /// Counts signs that words give: misreadings that only a machine makes.
  /// - Parameter near: words that one shape parts from a usual word, and from no other; where they are many, each is a
  ///   sign. Of 1.1 million words of clean texts three are so near, in no 15 kB more than one, and of the truths of 296
  ///   old prints none has three in 3,000; of typescripts that a machine read, two to six in a thousand are.
  mutating func add(_ signs: Int, nearWords near: Int = 0) {
    let areMany = near >= Self.leastNear && near * Self.wordsForEachNear >= words
    let signs = areMany ? Swift.max(signs, near) : signs
    self.signs += signs
    wordSigns += signs
  }

  private static let (leastNear, wordsForEachNear) = (3, 1_000)

  /// Counts signs that stand between words.
  mutating func add(signsBetweenWords count: Int) { signs += count }

  /// Whether so few signs are lacking that what stands between words is worth a look: a third is there.
  var mayExpectMisreadings: Bool {
    signs >= 3 && signs * 10_000 >= words * 4 && !expectsMisreadings
  }

  /// Those that words give.
  private var wordSigns = 0

  /// Words that are too near another one for chance.
  private var strangeWords = 0

  /// Counts words that stand once and are too near another one for chance.
  mutating func add(strangeWords: Int) { self.strangeWords += strangeWords }

  /// Whether words are misread, not only marks and spaces: else what no shape explains is a writer's slip.
  var hasMisreadWords: Bool { wordSigns * 10_000 >= words * 5 }

  /// Whether one sign is enough, as on a single page for what is only likely.
  private(set) var trustsOneSign = false

  /// Whether misread words are to be expected: at least two signs, and 12 in 10,000 words.
  var expectsMisreadings: Bool {
    signs >= (trustsOneSign ? 1 : 2) && signs * 10_000 >= words * 12
  }

  /// The same where one sign is enough.
  var trustingOneSign: Damage {
    var damage = self
    damage.trustsOneSign = true
    return damage
  }

  /// Signs in 10,000 words.
  var rate: Int { signs * 10_000 / Swift.max(1, words) }

  /// Whether a machine read the text, however few words it misread: no clean text shows ten signs.
  ///
  /// Of words that chance does not explain two are enough, in an article of which few words are misread: in 1.1
  /// million words of clean texts one stands, in 348,000 words of old prints 13.
  var isOfScan: Bool {
    signs >= Self.signsOfScan || expectsMisreadings
      || (strangeWords >= Self.leastStrange && strangeWords * Self.wordsForEach >= words)
  }

  private static let leastStrange = 2
  /// A clean text has a hundred times as many words for each that is strange, an old print ten times.
  private static let wordsForEach = 2_500

  /// Signs that no clean text has, however long it is.
  static let signsOfScan = 10

  /// Whether a word in two hundred is misread, as far as few signs can tell.
  var isBadRate: Bool { rate >= 45 }

  /// Whether a word in two hundred is misread, so that letters are lost and usual words misread as well.
  var isBad: Bool { signs >= Self.signsOfScan && isBadRate }

  /// Whether words are so often misread that any letter may stand for any other.
  var isHeavy: Bool { signs >= 20 && rate >= 100 }
}
