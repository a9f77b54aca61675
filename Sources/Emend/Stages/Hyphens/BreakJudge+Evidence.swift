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
}
