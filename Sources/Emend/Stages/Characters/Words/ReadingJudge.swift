/// Says how sure the reading of a misread word is.
///
/// All bounds are in bits, measured on texts whose truth is known.
struct ReadingJudge {
  let passage: Passage
  let damage: Damage
  private let names: NameJudge
  /// Whether the machine is seen to set accents on letters.
  private let takesAccents: Bool
  var text: Text { passage.text }

  init(_ passage: Passage, _ damage: Damage, takesAccents: Bool) {
    self.passage = passage
    self.damage = damage
    names = NameJudge(passage, damage)
    self.takesAccents = takesAccents
  }

  /// How sure the best reading of a word is in its place; `nil` where the word is rather right.
  func confidence(_ reading: Reading, of word: WordRepair.Case) -> Confidence? {
    guard var confidence = byItself(reading, of: word) else { return nil }
    if reading.isVowelForVowel,
      isDoubledByHand(word.range) || (confidence < .certain && !damage.hasMisreadWords)
    {
      confidence = .doubtful
    } else if confidence < .certain,
      names.isFirstName(word.range, reading) || isSlip(word.range, of: reading)
    {
      confidence = .doubtful
    } else if confidence == .doubtful, damage.expectsMisreadings,
      isLikelyInPlace(reading, word)
    {
      confidence = .likely
    }
    if confidence == .likely, word.range.count == 3, isShortByChance(reading) {
      confidence = .doubtful
    }
    if confidence == .likely, isSureInMisread(reading, word) || names.isSurelyOwn(reading, word) {
      confidence = .certain
    }
    // Of small letters a usual word is made whatever stands beside them, of a name a dozen others.
    if word.isAmongUnknown, text[word.range.lowerBound].isUpper {
      confidence = Swift.min(confidence, .likely)
    }
    if !damage.isBadRate {
      let isSmall = text[word.range.lowerBound].isLower || wasSmall(reading, in: word.range)
      confidence = Swift.min(
        confidence, isSmall ? ofOwn(reading, word) : names.mostInGoodScan(reading, word))
    }
    if confidence == .likely, isLongInMisread(reading, word) { confidence = .certain }
    if isCapitalOfShape(reading, word) { confidence = .certain }
    if text.hasHigh(word.range) {
      let sure = ofAccented(reading, word)
      confidence = Swift.min(confidence, sure)
    }
    if confidence > .doubtful, text[word.range.lowerBound].isUpper,
      names.isOtherSpelling(word.range, of: reading)
    {
      return .doubtful
    }
    if confidence == .likely, passage.isBesideDirt(word.range) { return .doubtful }
    return passage.mayEndWithMark(word.range) ? .doubtful : confidence
  }

  /// `feng shui`: what a document writes time and again, with a confusion that its other words do not
  /// show, is right.
  private func ofOwn(_ reading: Reading, _ word: WordRepair.Case) -> Confidence {
    let candidate = reading.candidate
    return word.count >= 3 && candidate.frequency < 190 && candidate.word[0].isLower
      && candidate.confusion.shown < word.count + 2 ? .doubtful : .certain
  }

  /// `dumpting` of a text that has `dumping` time and again: a letter too many is the writer's.
  func isSlip(_ range: Range<Int>, of reading: Reading) -> Bool {
    guard range.count >= 7, reading.sides == 0 else { return false }
    var letters = Array(text[range])
    return letters.indices.dropFirst().dropLast().contains { at in
      let letter = letters.remove(at: at)
      defer { letters.insert(letter, at: at) }
      let count = passage.window.usage(of: WordHash.folding(letters)).count
      return count >= Passage.oftenWritten && count > reading.candidate.count
    }
  }

  /// A letter with an accent is one, unless the machine is seen to make them, or the word without is a
  /// usual one; a name has it by right unless the document mostly writes it without.
  private func ofAccented(_ reading: Reading, _ word: WordRepair.Case) -> Confidence {
    let candidate = reading.candidate
    let isOwn = candidate.count > 2 * word.count
    if text[word.range.lowerBound].isUpper, !isOwn { return .doubtful }
    if takesAccents { return .certain }
    // `collective sécurity`: the text has it without, and a word beside asks for it.
    if damage.expectsMisreadings, candidate.count > word.count, reading.sides > 0 {
      return .certain
    }
    return damage.expectsMisreadings && (isOwn || candidate.frequency >= 160) ? .likely : .doubtful
  }

  /// `preceeding`: a usual word but for a letter written twice, which is a writer's slip.
  private func isDoubledByHand(_ range: Range<Int>) -> Bool {
    var letters = Array(text[range])
    for at in letters.indices.dropFirst() where letters[at] == letters[at - 1] {
      let double = letters.remove(at: at)
      let entry = passage.lexicon.entry(WordHash.folding(letters))
      if entry.flags.contains(.word), entry.frequency >= Self.usual { return true }
      letters.insert(double, at: at)
    }
    return false
  }

  private static let usual = 140

  private func byItself(_ reading: Reading, of word: WordRepair.Case) -> Confidence? {
    let candidate = reading.candidate
    let weight = reading.weight
    let isKnown = passage.lexicon.entry(candidate.hash).isEnglish
    let letters = text[word.range]
    let isCapitalised = (letters.first?.isUpper ?? false) && !wasSmall(reading, in: word.range)
    let isMixed =
      letters.dropFirst().contains(where: \.isUpper) && letters.contains(where: \.isLower)
    // The document's own frequent spellings are right by default.
    if word.count >= 3, candidate.count < word.count, candidate.frequency < 160 { return nil }
    if !isKnown, !isCapitalised || candidate.count < 3 * word.count + 2 {
      return isCapitalised && names.isMachinesForm(reading, of: word) ? .certain : nil
    }
    if isMixed, !isCapitalised, candidate.frequency >= (word.range.count == 2 ? 160 : 130) {
      // `considerabJe` is no other word, whatever the words beside say.
      let isLong = word.range.count >= (reading.isOnly ? 6 : 8)
      return weight >= (isLong ? 0 : 8) ? .certain : .likely
    }
    if damage.isOfScan,
      isCapitalised ? names.isBeyondChance(reading, word) : isBeyondChance(reading, word)
    {
      return .certain
    }
    guard damage.expectsMisreadings else {
      if weight >= (isCapitalised ? 30 : 24) { return .likely }
      return
        (isCapitalised ? names.isOfThinScan(reading, word, weight) : isLone(reading, word, weight))
        ? .likely : .doubtful
    }
    if word.range.count == 2 {
      return weight >= 12 && !passage.mayLackLetter(word.range, of: candidate.frequency)
        ? .likely : .doubtful
    }
    if reading.isVowelForVowel, candidate.confusion.shown == 0 {
      // `prasperity`, `reasanably`: too long for an older spelling, and no other word.
      if word.range.count >= 9, word.count == 1, !isCapitalised, !reading.isSpelledEitherWay,
        reading.margin >= 5,
        !passage.besideFragment(word.range)
      {
        return .likely
      }
      return weight >= 20 && word.count <= 2 ? .likely : .doubtful
    }
    return isCapitalised
      ? names.confidence(reading, weight) : ofSmall(reading, word, weight)
  }

  private func isBeyondChance(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    let length = word.range.count
    return passage.isBeyondChance(reading, word)
      || ((reading.isSureOfScan(length, endingIn: text[word.range.upperBound - 1])
        || (damage.expectsMisreadings && reading.isOneAskedFor(length)))
        && passage.standsOnce(word) && !isSlip(word.range, of: reading))
  }

  /// `its fodowing part` of a page on which no other word is misread: what stands once, and what the words
  /// beside it or its length speak for.
  ///
  /// Measured on scans and pages whose truth is known: of 50 five were wrong; of 1.3 million words of clean
  /// texts one was taken for a misread one.
  private func isLone(_ reading: Reading, _ word: WordRepair.Case, _ weight: Double) -> Bool {
    let length = word.range.count
    if length >= 6, reading.isClear(18, 12) { return true }
    guard word.count == 1, length >= 3, !reading.isVowelForVowel,
      text.byte(word.range.upperBound) != .hyphen, !passage.besideFragment(word.range)
    else { return false }
    if length >= 6 { return weight >= (reading.sides > 0 ? 3 : 7) }
    return reading.sides > 0 && weight >= 5
  }

  /// `to Jearn`: a small letter read as a capital one, where a small word stands before it and those
  /// beside ask for another.
  private func wasSmall(_ reading: Reading, in range: Range<Int>) -> Bool {
    guard reading.candidate.word[0].isLower, reading.sides >= (range.count <= 4 ? 2 : 1),
      let before = passage.word(before: range.lowerBound)
    else { return false }
    // `the Iemma Government`: a name.
    if let next = passage.word(after: range.upperBound), text[next.lowerBound].isUpper {
      return false
    }
    return text[before].allSatisfy(\.isLower)
  }

  /// Whether what is doubtful by itself is likely in its place: the shorter the word, the more the
  /// words beside it have to ask for it.
  ///
  /// Measured on texts whose truth is known: of what passes nine in ten are right.
  private func isLikelyInPlace(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    let length = word.range.count
    let isSeen = reading.candidate.confusion.shown > 0
    // The document's usual words, one confusion away and asked for on one side at least.
    if reading.candidate.frequency > 208, reading.candidate.bits <= 25, reading.sides > 0,
      reading.margin > 0
    {
      return true
    }
    // `Aroos` once, `Arcos` time and again: no other name is that close.
    if length >= 5, word.count == 1, reading.candidate.count >= Passage.oftenWritten,
      reading.candidate.bits <= 20, !reading.isVowelForVowel, reading.margin > 0
    {
      return true
    }
    if isOwnOnce(reading, word) || names.isOwn(reading, word) { return true }
    if length >= 6, reading.isVowelForVowel { return damage.isBad && reading.sides > 0 }
    if length >= 6, word.count <= 1, reading.candidate.bits <= 20 {
      if length >= 7, damage.isBad { return true }
      if reading.candidate.count > 0 { return true }
    }
    if text[word.range.lowerBound].isUpper {
      guard length >= 6 else { return false }
      if reading.sides > 0, reading.candidate.bits <= 20 { return true }
      if length >= 8 { return reading.margin >= 0 && (isSeen || reading.candidate.count > 0) }
      return reading.margin >= (reading.sides > 0 ? 1 : 10)
    }
    if length == 2 { return reading.sides > 0 && reading.margin >= 7 }
    if length == 3 {
      return reading.sides > 0 && reading.margin >= (reading.isVowelForVowel ? 3 : 1)
    }
    if reading.sides == 2 { return reading.margin >= 1 }
    guard length >= 6 else { return false }
    if length >= 8 { return reading.isClear(-5, 0) }
    return reading.margin >= 1 && (isSeen || reading.sides > 0)
  }

  /// `Georgo`, `frem`: what stands once, or next to never, of a word that the text has elsewhere; `Mr. Slout` is
  /// a name.
  ///
  /// Measured on texts whose truth is known: of 25 two were wrong.
  private func isOwnOnce(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    let candidate = reading.candidate
    let start = word.range.lowerBound
    let weight = reading.weight
    let isOnce = word.count == 1 && candidate.count > 0
    if text[start].isUpper {
      let isWord = passage.lexicon.entry(candidate.hash).flags.contains(.word)
      return isOnce && damage.isBadRate && word.range.count >= 4 && weight >= 7
        && text.byte(start - 1) != .apostrophe
        // `Lavagne` and `Lavagna` may be two names.
        && (candidate.frequency > 0 || !reading.isVowelForVowel)
        && !(isWord && text.byte(start - 2) == .fullStop && text.byte(start - 3).isLower)
    }
    guard reading.isVowelForVowel, !passage.besideFragment(word.range) else { return false }
    return candidate.count >= 10 * word.count
      ? word.range.count >= 3 && weight >= 15 && (damage.isBadRate || !reading.isSpelledEitherWay)
      : word.range.count >= 6 && isOnce && weight >= 10 && !reading.isSpelledEitherWay
  }

  /// `v ery`, `ris`: letters that are one confusion away from some word of three letters, which neither a
  /// word beside nor the text speaks for.
  ///
  /// Measured on texts whose truth is known: of such readings every second was wrong.
  private func isShortByChance(_ reading: Reading) -> Bool {
    guard reading.candidate.confusion.shown == 0 else { return false }
    return reading.sides == 0 || (reading.candidate.count == 0 && reading.candidate.frequency < 170)
  }

  /// The longer a word, the less it is one confusion away from another by chance.
  private func ofSmall(_ reading: Reading, _ word: WordRepair.Case, _ weight: Double) -> Confidence
  {
    let isSeen = reading.candidate.confusion.shown > 0
    let length = word.range.count
    let isFragment = passage.besideFragment(word.range) && (!isSeen || word.count < 3)
    if isFragment ? weight >= 24 : weight >= (isSeen ? 16 : 20) { return .certain }
    // `therefpre`: the document knows no other way to write it. A last letter is grammar.
    if length >= 8, !isFragment, word.count == 1, reading.candidate.count >= 3,
      reading.margin > 0, !reading.isVowelForVowel,
      reading.candidate.word.last == text[word.range.upperBound - 1]
    {
      return .certain
    }
    // `offen ive` is no `we`.
    if reading.isClear(18, 10), !isFragment || length > 6 { return .certain }
    if length >= 8, reading.isClear(-5, 8) { return .certain }
    if !isFragment {
      if length >= 6, reading.isClear(8, 8) { return .certain }
      if length >= 5, reading.candidate.bits <= 12, reading.isClear(10, 8) { return .certain }
      if weight >= 9 || reading.isClear(14, 7) { return .likely }
    } else if weight >= 14 {
      return .likely
    }
    return length >= 6 && reading.isClear(6, 5) ? .likely : .doubtful
  }
}
