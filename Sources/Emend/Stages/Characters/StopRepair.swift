/// Reports the full stop that may have been read as a comma: `weaker than before, The defeats`.
///
/// Never more than doubtful: poems and speeches set capitals behind commas.
struct StopRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// Looks at every comma, so it is for texts that are known to be misread.
  func propose(into edits: inout [Edit]) {
    var found: [Edit] = []
    text.forEachOffset(of: .comma) { at in
      let before = text.byte(at - 1)
      guard before.isLower || before == .closeBracket, text.byte(at + 1).isWhite,
        let next = passage.word(after: at + 1), text[next.lowerBound].isUpper, next.count >= 2,
        text[next.dropFirst()].allSatisfy(\.isLower),
        FunctionWords.english.opensSentences(text.string(next).lowercased()),
        // `Times, The Daily`: a title.
        let follower = passage.word(after: next.upperBound), text[follower.lowerBound].isLower,
        passage.isProse(at: at)
      else { return }
      // A name before the comma may be the subject of a heading or an entry of an index.
      if before.isLower, text[passage.letters(around: at - 1).lowerBound].isUpper,
        passage.isLineStart(passage.letters(around: at - 1).lowerBound)
      {
        return
      }
      found.append(
        Edit(
          span: at..<at + 1, replacement: ".", rule: "characters/comma-as-stop",
          confidence: .doubtful, evidence: .pattern("a sentence begins behind it")))
    }
    // Each line of a poem begins so.
    if found.count <= Swift.max(1, passage.survey.words / 200) { edits += found }
  }
}
