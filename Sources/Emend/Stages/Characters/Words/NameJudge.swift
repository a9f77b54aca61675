/// Says how sure the reading of a misread name is, or of another word with a capital.
///
/// All bounds are in bits, measured on texts whose truth is known.
struct NameJudge {
  private let passage: Passage
  private let damage: Damage
  private var text: Text { passage.text }

  init(_ passage: Passage, _ damage: Damage) {
    self.passage = passage
    self.damage = damage
  }

  /// How sure a reading is by itself in a text that is known to be misread.
  func confidence(_ reading: Reading, _ weight: Double) -> Confidence {
    if weight >= 24 || reading.isClear(20, 12) { return .certain }
    if weight >= (damage.isHeavy ? 12 : 20) { return .likely }
    let isSeen = reading.candidate.confusion.shown > 0
    return isSeen && reading.candidate.word.count >= 6 && reading.isClear(12, 10)
      ? .likely : .doubtful
  }

  /// In a good scan an unknown word with a capital is a name (`Liu`, `Glick`) sooner than another word
  /// misread, unless the document has that other name or a sentence begins.
  func mostInGoodScan(_ reading: Reading, _ word: WordRepair.Case) -> Confidence {
    if damage.isOfScan, isBeyondChance(reading, word) { return .certain }
    let candidate = reading.candidate
    let isWord = passage.lexicon.entry(candidate.hash).flags.contains(.word)
    let isOwn = !isWord && candidate.count > (word.range.count < 5 ? 4 * word.count : 0)
    if isOwn { return .certain }
    if word.range.count >= 8 { return isWord ? .certain : .likely }
    let fits: Bool
    if passage.beginsSentence(word.range.lowerBound) {
      fits = isWord && candidate.frequency >= 190
    } else {
      fits = isWord && candidate.frequency >= 208 && reading.sides > 0
    }
    if fits { return .certain }
    // `the Foreign Ofice`: a long word of a title.
    let isTitle = isWord && word.range.count >= 5
    return reading.sides > 0 && (isTitle || !isWord) ? .likely : .doubtful
  }

  /// `Fenner Brockway`, `Ministero Degli`: a capital before another that a common word would not have;
  /// `Thc King` is short and frequent.
  func isFirstName(_ range: Range<Int>, _ reading: Reading) -> Bool {
    guard range.count >= 5, text[range.lowerBound].isUpper, reading.sides == 0,
      reading.candidate.count == 0 || reading.candidate.frequency < 208,
      passage.isCommonWord(reading.candidate.hash), let next = passage.word(after: range.upperBound)
    else { return false }
    return text[next.lowerBound].isUpper && text[next.dropFirst()].contains(where: \.isLower)
  }

  /// `Coisica` in a book that has `Corsica` on every page and few misread words: too few to expect more.
  func isOfThinScan(
    _ reading: Reading, _ word: WordRepair.Case, _ weight: Double
  ) -> Bool {
    damage.isOfScan
      && (isOwn(reading, word)
        || (word.range.count >= 6 && word.count == 1 && weight >= 8
          && reading.candidate.count >= Passage.oftenWritten && !reading.isVowelForVowel))
  }

  /// `Gregorovtus`, `Galletli`: a name that the text has ten times as often, and no other word is as near.
  ///
  /// Measured on texts whose truth is known: of 17 one was wrong.
  func isOwn(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    text[word.range.lowerBound].isUpper && word.range.count >= 6
      && reading.candidate.count >= Passage.oftenWritten * word.count && !reading.isVowelForVowel
      && reading.margin >= reading.score
  }

  /// `Narkoraindel`, `Grandehamps`: one shape is misread, or in bad scans more.
  ///
  /// Measured on texts whose truth is known: of 17 none was wrong; in clean news with misreadings put in a
  /// letter that was no shape away was the writer's (`Melbourme`).
  func isSurelyOwn(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    damage.isOfScan && isOwn(reading, word)
      && (reading.candidate.bits <= Self.oneShape || damage.isBadRate)
      && !isOtherSpelling(word.range, of: reading)
  }

  /// The most bits of one confusion of shapes that is met with.
  private static let oneShape = 18.0

  /// `Sovict` beside hundreds of `Soviet`, `Univcrsity`: one shape away from a word that the text has time
  /// and again, or from a usual one, and from no other.
  ///
  /// Measured on five scans and on clean texts of 1.1 million words, with misreadings put in: of 144 that were not
  /// certain before none was wrong.
  func isBeyondChance(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    let candidate = reading.candidate
    let length = word.range.count
    guard length >= 5, candidate.bits <= Self.oneShape, reading.isOnly,
      !text.hasHigh(word.range), passage.standsByItself(word)
    else { return false }
    let flags = passage.lexicon.entry(candidate.hash).flags
    let isOften = candidate.count >= Passage.oftenWritten * word.count
    // `Mr. Slout`, `Miss J. F. Tuke`
    if flags.contains(.word), !isOften, reading.sides == 0, isBehindName(word.range) {
      return false
    }
    // In shorter ones two names may differ by a shape (`Kerin`, `Kevin`).
    guard reading.weight >= (length >= 7 ? 12 : 15) else { return false }
    if reading.isVowelForVowel {
      // `Burdon`, `Angelos` may be names, and `Galitzin` is one as `Golitzin` is.
      guard length >= 6, candidate.count >= Self.foremost * word.count,
        candidate.frequency >= Self.usual
      else { return false }
    } else if candidate.count < 3 * word.count {
      guard word.count == 1, candidate.frequency >= 120 else { return false }
    }
    return !isOtherSpelling(word.range, of: reading)
  }

  /// `Maiskij` and `Maiskii`: the same name, as two romanisations write it.
  func isOtherSpelling(_ range: Range<Int>, of reading: Reading) -> Bool {
    let candidate = reading.candidate
    let exchanged = [candidate.confusion.read.folded, candidate.confusion.printed.folded]
    // Of letters alike in shape romanisations exchange these only.
    guard candidate.frequency < 150,
      reading.isVowelForVowel || exchanged == Self.iAndJ || exchanged == Self.iAndJ.reversed()
    else { return false }
    let form = CyrillicReadings(of: text.string(range))
    return form.meeting(CyrillicReadings(of: candidate.string)) != nil
  }

  private static let iAndJ = [UInt64(UInt8(ascii: "i")), UInt64(UInt8(ascii: "j"))]

  /// Whether a title, an initial or another name stands right before a word.
  private func isBehindName(_ range: Range<Int>) -> Bool {
    let end = text.skipBack(from: range.lowerBound, while: \.isWhite)
    guard end > 0, end < range.lowerBound else { return false }
    let isStopped = text[end - 1] == .fullStop
    let before = passage.letters(around: isStopped ? end - 2 : end - 1)
    guard let first = before.first, text[first].isUpper else { return false }
    return !isStopped || before.count == 1
      || SpacingRepair.abbreviations.contains(text.string(before))
  }

  /// Frequency of a usual word, in the lexicon's unit.
  private static let usual = 140
  /// A name that a text has so many times as often as another is what the text is about.
  private static let foremost = 50

  /// `Losbeme` as often as `Losberne`, in a text that has m for rn in all sorts of words.
  func isMachinesForm(_ reading: Reading, of word: WordRepair.Case) -> Bool {
    damage.isBad && word.range.count >= 5 && reading.candidate.count >= word.count
      && reading.candidate.confusion.shown >= Self.shownEverywhere
      && reading.candidate.bits <= 6 && !reading.isVowelForVowel
  }

  /// Words that a confusion explains where it is a habit of the machine.
  private static let shownEverywhere = 20
}
