extension ReadingJudge {
  /// Whether what is likely is certain where words are known to be misread: `iu` in a text that has
  /// shown u for n, `pecuharly`, which is too long to be one confusion away from a word by chance.
  ///
  /// Measured on texts whose truth is known: of 430 two were wrong.
  func isSureInMisread(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    let isSmall = text[word.range.lowerBound].isLower
    guard damage.expectsMisreadings, damage.hasMisreadWords, isSmall || damage.isBadRate else {
      return false
    }
    if reading.isVowelForVowel { return isSmall && isSureVowel(reading, word) }
    return (isSmall && (isAskedFor(reading, word) || isAskedForByBoth(reading, word)))
      || (isSmall && word.range.count <= 4 && isShortAndOwn(reading, word))
      || isLongEnough(reading, word)
  }

  /// `Czechostovakia`, `cantemporary`: too long to be one shape away from another word by chance, whatever
  /// stands beside; a vowel of the last letters may be the writer's (`phenomenol`), and one of a name another name.
  ///
  /// Measured on texts whose truth is known: of 30 one was wrong.
  func isLongInMisread(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    damage.expectsMisreadings && damage.hasMisreadWords && word.range.count >= 8
      && !word.isAmongUnknown && reading.isOnly && reading.candidate.bits <= 18
      && !(reading.isVowelForVowel
        && (reading.isSpelledEitherWay || reading.isLastVowel
          || text[word.range.lowerBound].isUpper))
      && !text.hasCapital(word.range.dropFirst()) && passage.standsOnce(word)
      && !isSlip(word.range, of: reading)
  }

  /// `Foland`, `Teplied`: a first letter that print closes or bends and type does not, of a word that is too long
  /// to be another but for it.
  ///
  /// Measured on scans whose truth is known: of 9 none was wrong, as far as one of a heading can be told.
  func isCapitalOfShape(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    let (candidate, range) = (reading.candidate, word.range)
    guard damage.expectsMisreadings, damage.hasMisreadWords, range.count >= 6, !word.isAmongUnknown,
      candidate.word.count == range.count, candidate.frequency >= 120, reading.isOnly,
      text[range.dropFirst()].elementsEqual(candidate.word.dropFirst()),
      let printed = Self.capitals[text[range.lowerBound]], printed == candidate.word[0]
    else { return false }
    if printed.isLower {
      return passage.continuesSentence(range) && passage.isCommonWord(candidate.hash)
    }
    // `Fossum` may be a name in a text that has possums.
    let isName = passage.lexicon.entry(candidate.hash).flags.contains(.name)
    return candidate.count > 0 ? isName || range.count >= 9 : isName && reading.sides > 0
  }

  /// What the first letter of a word is read for: P as F, r as T.
  private static let capitals: [UInt8: UInt8] = [
    UInt8(ascii: "F"): UInt8(ascii: "P"), UInt8(ascii: "T"): UInt8(ascii: "r"),
    UInt8(ascii: "H"): UInt8(ascii: "B"), UInt8(ascii: "K"): UInt8(ascii: "E"),
  ]

  /// `frem`: no text writes a word of its own in two ways, and one of them next to never; `relatlvo`,
  /// `freedam`: long words that stand once and that a word beside asks for.
  private func isSureVowel(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    let candidate = reading.candidate
    if reading.sides > 0, word.range.count >= 7, word.count == 1,
      // In a good scan an e for an a is the writer's.
      damage.isBadRate || (candidate.count >= 3 && !reading.isSpelledEitherWay)
    {
      return true
    }
    guard damage.isBad, word.range.count >= 3 else { return false }
    return (reading.sides == 2 && candidate.count >= 20 * word.count && reading.margin >= 5)
      || (reading.sides > 0 && reading.margin >= 14 && candidate.bits <= 20
        && candidate.count >= 10 * word.count)
  }

  /// `gaUon of`: what a word beside asks for, and no other word comes near; the longer, the less it has
  /// to be.
  private func isAskedFor(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    let length = word.range.count
    guard reading.sides > 0 else { return false }
    if length >= 6, reading.margin >= 1 { return true }
    if length >= 4, reading.candidate.count >= 3, reading.margin >= 7 { return true }
    return length >= 3 && reading.margin >= (length >= 4 ? 12 : 15)
      && (reading.candidate.count > 0 || reading.candidate.frequency >= 120)
  }

  /// `the man ig old`: two or three letters that are no word, where both words beside ask for a usual one and no other
  /// comes near.
  ///
  /// Measured on texts whose truth is known: of 8 none was wrong.
  private func isAskedForByBoth(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    word.range.count <= 3 && reading.sides == 2 && reading.margin >= 6 && !word.isAmongUnknown
      && reading.candidate.frequency >= 190 && reading.candidate.bits <= 18
      && !passage.besideFragment(word.range)
  }

  /// `the property ol his`: a word that the text has time and again, where all words beside ask for it.
  private func isShortAndOwn(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    reading.sides > 0 && reading.sides == reading.knownSides
      && reading.candidate.count >= 20 * word.count
      && reading.margin >= (word.range.count == 2 ? 1 : 4)
      // `f'tt` is a part of something else, and hardly a sentence ends so.
      && text.byte(word.range.lowerBound - 1) != .apostrophe
      && passage.word(after: word.range.upperBound) != nil
  }

  private func isLongEnough(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    let candidate = reading.candidate
    let isSmall = text[word.range.lowerBound].isLower
    let length = word.range.count
    if isSmall, length >= 8, reading.isOnly, reading.score >= 4 { return true }
    guard candidate.count > 0 || candidate.frequency >= 120 else { return false }
    let isSeen = candidate.confusion.shown >= 3
    switch length {
    case 2: return isSeen && candidate.frequency >= 190 && reading.margin >= 9
    case 3, 4:
      return isSeen && reading.sides > 0 && candidate.frequency >= 180 && reading.margin >= 3
    default:
      if isSeen, reading.margin >= 3 { return true }
      if candidate.count > 0, candidate.bits <= 20, reading.margin >= 0 { return true }
      return length >= 7 && ((isSmall && damage.isBadRate) || reading.score >= 8)
    }
  }
}
