/// What is said of a verdict. Where nobody reads it, no word is written for it: half of what a verdict takes.
extension BreakJudge {
  func inDocument(_ word: @autoclosure () -> String, count: Int) -> Evidence {
    .inDocument(window.tellsWhy ? word() : "", count: count)
  }

  func inLexicon(_ word: @autoclosure () -> String) -> Evidence {
    .inLexicon(window.tellsWhy ? word() : "")
  }

  /// Nothing decides: the hyphen stays, and the journal has both readings.
  func unsure(
    _ word: DividedWord, _ confidence: Confidence = .doubtful
  ) -> BreakVerdict {
    .init(
      .hyphen, confidence,
      .pattern("\(word.hyphenated) or \(word.solid), neither known"))
  }

  /// Whether one half is a word that makes no compounds.
  func isApart(_ word: DividedWord) -> Bool {
    let parts = LanguageParts.of(.english)
    return word.chainRange == word.headRange && !word.tailGoesOn
      && (parts.kinds(word.headHash).contains(.apart)
        || parts.kinds(word.tailHash).contains(.apart))
  }

  /// Whether another letter for one makes a usual word of the whole: one half may be misread (`Commit-⏎tea`).
  ///
  /// Asked only of halves that are words by themselves: of compounds hardly one comes so near by chance.
  func isNearUsualWord(_ word: DividedWord) -> Bool {
    var letters = Array(word.text[word.headRange]) + word.text[word.tailRange]
    guard word.chainRange == word.headRange, !word.tailGoesOn,
      (Self.shortestNear...Self.longestNear).contains(letters.count),
      letters.allSatisfy(\.isLetter)
    else { return false }
    return letters.indices.contains { at in
      let read = letters[at]
      defer { letters[at] = read }
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains { letter in
        letters[at] = letter
        let entry = window.lexicon.entry(WordHash.folding(letters))
        return entry.isUsualWord && entry.frequency >= Self.usualNear
      }
    }
  }

  private static let (shortestNear, longestNear) = (6, 24)
  /// About a million in the counts of the lexicon.
  private static let usualNear = 120

  /// `d'Or-⏎say`: behind an article or preposition of French a name begins.
  func isElided(_ word: DividedWord) -> Bool {
    let start = word.headRange.lowerBound
    let before = word.text.byte(start - 1)
    let at = before == .apostrophe ? start - 2 : before == 0x99 ? start - 4 : -1
    return at >= 0 && (word.text[at] | 0x20 == 0x64 || word.text[at] | 0x20 == 0x6C)
      && !word.text.byte(at - 1).isLetter
  }

  /// `pre-empt`, `re-elect`, `co-opt`: the vowels would run together.
  func meetsItsOwnVowel(
    _ word: DividedWord, _ prefix: HyphenTables.Prefix, _ tail: Lexicon.Entry
  ) -> Bool {
    let last = word.text[word.headRange.upperBound - 1]
    guard prefix.contains(.either), tail.isEnglish, last == word.text[word.tailRange.lowerBound]
    else { return false }
    return last == UInt8(ascii: "e") || last == UInt8(ascii: "o") || last == UInt8(ascii: "i")
  }

  /// Whether the second half is a small word of a name that goes on (`Abd-⏎el-Krim`, `Ashby-⏎de-la-Zouch`).
  func isNameLink(_ word: DividedWord) -> Bool {
    guard word.isCapital else { return false }
    let (text, parts) = (word.text, LanguageParts.of(.english))
    var link = word.tailRange
    while parts.kinds(text.hash(link)).contains(.nameLink), text.byte(link.upperBound) == .hyphen {
      let next = link.upperBound + 1
      if text.scalar(at: next).scalar.isUppercase { return true }
      link = next..<text.skipLetters(from: next, to: text.count)
      if link.isEmpty { return false }
    }
    return false
  }

  /// Before a small word inside a compound the hyphen is printed (`mother-⏎in-law`), and before one inside a
  /// name where a name may end: one that the lexicon has, or a short one (`Ibn`). Others may be divided
  /// (`Fernan-⏎des-Castro`).
  func beforeLink(
    _ word: DividedWord, _ whole: Usage, _ hyphenated: Int, _ head: @autoclosure () -> Lexicon.Entry
  ) -> BreakVerdict? {
    if Self.links.contains(word.tailRange, of: word.text) {
      return .init(.hyphen, .certain, .pattern("-\(word.tail)- is the middle of a compound"))
    }
    guard hyphenated == 0, whole.count == 0, !whole.entry.isKnown, isNameLink(word) else {
      return nil
    }
    guard word.tailRange.count > 3 || word.headRange.count <= 4 || head().isKnown else {
      return unsure(word)
    }
    return .init(.hyphen, .certain, .pattern("-\(word.tail)- is the middle of a name"))
  }
}
