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
}
