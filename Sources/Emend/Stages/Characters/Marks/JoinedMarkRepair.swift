/// Puts back spaces behind commas, stops and brackets in a text that has lost many spaces: `Germany,Poland`,
/// `told.On 5 December`.
struct JoinedMarkRepair {
  private let passage: Passage
  /// Whether words are misread: what is none may be a mark that is no mark, and half of a word.
  private let isMisread: Bool
  private var text: Text { passage.text }

  init(_ passage: Passage, isMisread: Bool) {
    self.passage = passage
    self.isMisread = isMisread
  }

  func propose(into edits: inout [Edit]) {
    let blocks = passage.blocks
    blocks.forEachOffset(of: .joined(.comma)) { behindPause($0, into: &edits) }
    for mark in ";:".utf8 {
      blocks.forEachOffset(of: .mark(mark)) { behindPause($0, into: &edits) }
    }
    blocks.forEachOffset(of: .joined(.fullStop)) { behindStop($0, into: &edits) }
    for mark in "?!".utf8 {
      blocks.forEachOffset(of: .mark(mark)) { behindStop($0, into: &edits) }
    }
    for bracket in passage.closeBrackets { behindBracket(bracket, into: &edits) }
  }

  /// `prices,a lack`, `dollars;the`
  private func behindPause(_ at: Int, into edits: inout [Edit]) {
    guard let tail = tail(at), endsWord(before: at) || text.byte(at - 1) == .closeBracket,
      isWord(tail), !passage.isInAddress(tail), !isDirt(at, before: tail)
    else { return }
    edits.append(space(at + 1, "a word follows a mark"))
  }

  /// `was:signed`: a mark between words that go with each other, in a text that is misread.
  private func isDirt(_ at: Int, before tail: Range<Int>) -> Bool {
    guard isMisread, text[at] != .comma else { return false }
    let head = passage.letters(around: at - 1)
    return passage.lexicon.bigram(passage.hash(head), passage.hash(tail)) > 0
  }

  /// `told.On`: a sentence ends and another begins.
  private func behindStop(_ at: Int, into edits: inout [Edit]) {
    guard let tail = tail(at), text[tail.lowerBound].isUpper, endsWord(before: at), isWord(tail),
      !passage.isInAddress(tail)
    else { return }
    // `theHouse.He`: the last word of those before it.
    let small = text.skipBack(from: at, while: \.isLower)
    let head = (text.byte(small - 1).isUpper ? small - 1 : small)..<at
    // `Mr.Eden`, `No.Pages`, `J.Bruce`
    guard head.count >= 3, !SpacingRepair.abbreviations.contains(text.string(head))
    else { return }
    edits.append(space(at + 1, "a sentence begins"))
  }

  /// `(FTU)should`
  private func behindBracket(_ at: Int, into edits: inout [Edit]) {
    guard let tail = tail(at), text[tail.lowerBound].isLower, tail.count >= 2, isWord(tail),
      !passage.isInAddress(tail),
      // `(un)usual` and `(s)he` are words.
      case let head = passage.letters(around: at - 1), head.count != 0,
      text.byte(head.lowerBound - 1) != .openBracket
        || text.byte(head.lowerBound - 2).isWhite && head.count > 3
    else { return }
    edits.append(space(at + 1, "a word follows a mark"))
  }

  /// The letters behind a mark, if they end where a word does.
  private func tail(_ at: Int) -> Range<Int>? {
    guard text.byte(at + 1).isLetter else { return nil }
    let tail = at + 1..<text.lettersEnd(from: at + 1)
    let after = text.byte(tail.upperBound)
    return after.isWhite || after.isHigh || Self.behind.contains(after) ? tail : nil
  }

  /// Whether a word of two letters at least ends at an offset.
  private func endsWord(before at: Int) -> Bool {
    text.byte(at - 1).isLetter && text.byte(at - 2).isLetter
      && (!isMisread || passage.isPlainWord(passage.letters(around: at - 1)))
  }

  /// Whether letters are a word, or one that may be run together with another.
  private func isWord(_ range: Range<Int>) -> Bool {
    if range.count == 1 { return "aAI".utf8.contains(text[range.lowerBound]) }
    return (range.count > 4 && !isMisread) || passage.isPlainWord(range)
  }

  private func space(_ at: Int, _ why: String) -> Edit {
    Edit(
      span: at..<at, replacement: " ", rule: "characters/space-lost", confidence: .certain,
      evidence: .pattern(why))
  }

  private static let behind = ByteSet(".,;:!?()\"'-".utf8)
}
