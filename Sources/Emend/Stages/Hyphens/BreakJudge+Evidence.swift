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
}
