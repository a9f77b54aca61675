/// Puts right the marks of possessives: a space before the s, a slash for the apostrophe.
struct PossessiveRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// `Stalin' s`, `state/ s`: found through the letter s that stands alone.
  func propose(into edits: inout [Edit]) {
    for suspect in passage.survey.suspects where suspect.kind == .single {
      let at = suspect.range.lowerBound
      guard text[at] == UInt8(ascii: "s"), text.byte(at - 1) == .space else { continue }
      var mark = at - 2
      var length = 1
      if text.byte(mark).isContinuation, mark >= 2, text.scalar(at: mark - 2).scalar == "\u{2019}" {
        mark -= 2
        length = 3
      }
      let glyph = text.byte(mark)
      guard glyph == .apostrophe || glyph == UInt8(ascii: "/") || length == 3,
        text.byte(mark - 1).isLetter
      else { continue }
      let stem = passage.letters(around: mark - 1)
      guard stem.count >= 3, text[stem.upperBound - 1] != UInt8(ascii: "s") || glyph != .apostrophe
      else { continue }
      edits.append(
        Edit(
          span: mark..<at, replacement: length == 3 ? "\u{2019}" : "'",
          rule: "characters/space-in-possessive",
          confidence: .certain, evidence: .pattern("a possessive s follows")))
    }
  }

  /// `other states/ power`: a slash that ends a plural before a word.
  func slashBehindPlural(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at - 1) == UInt8(ascii: "s"), text.byte(at + 1) == .space,
      let next = passage.word(after: at + 1), text[next.lowerBound].isLower,
      passage.isPlainWord(next)
    else { return }
    let stem = passage.letters(around: at - 1)
    guard stem.count >= 4, text.byte(stem.lowerBound - 1).isWhite, passage.isPlainWord(stem),
      passage.isPlainWord(stem.lowerBound..<stem.upperBound - 1), !passage.isCommand(at)
    else { return }
    edits.append(
      Edit(
        span: at..<at + 1, replacement: "'", rule: "characters/apostrophe", confidence: .likely,
        evidence: .pattern("a plural owns what follows")))
  }
}
