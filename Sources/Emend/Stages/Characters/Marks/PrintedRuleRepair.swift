/// Takes out a printed rule, a line between texts, that was read as signs: `__‘__—.—‘__—_.__`.
///
/// A rule that was read as one sign is left: forms are filled in on such lines.
struct PrintedRuleRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// - Complexity: O(*n*).
  func propose(into edits: inout [Edit]) {
    var done = 0
    text.forEachOffset(of: UInt8(ascii: "_")) { at in
      guard at >= done else { return }
      let run =
        text.skipBack(from: at, to: done, while: isSign)..<text.skip(from: at, while: isSign)
      done = run.upperBound
      guard let span = apart(run), isRule(span) else { return }
      let startsLine = passage.isLineStart(span.lowerBound)
      let endsLine = passage.isLineEnd(span.upperBound)
      // One blank is left between words.
      let start =
        startsLine ? span.lowerBound : text.skipBack(from: span.lowerBound, while: \.isBlank)
      let end =
        startsLine && !endsLine
        ? text.skip(from: span.upperBound, while: \.isBlank) : span.upperBound
      edits.append(
        Edit(
          span: start..<end, replacement: "", rule: "characters/printed-rule",
          confidence: .likely, evidence: .pattern("signs without a word")))
    }
  }

  /// The signs that no word touches, without the blanks around them.
  private func apart(_ run: Range<Int>) -> Range<Int>? {
    var start = run.lowerBound
    if text.byte(start - 1).isLetter || text.byte(start - 1).isDigit {
      start = text.skip(from: start, to: run.upperBound) { !$0.isBlank }
    }
    var end = run.upperBound
    if text.byte(end).isLetter || text.byte(end).isDigit {
      end = text.skipBack(from: end, to: start) { !$0.isBlank }
    }
    start = text.skip(from: start, to: end, while: \.isBlank)
    end = text.skipBack(from: end, to: start, while: \.isBlank)
    return start < end ? start..<end : nil
  }

  private func isRule(_ span: Range<Int>) -> Bool {
    var kinds = ByteSet()
    var signs = 0
    var strokes = 0
    for byte in text[span] where !byte.isBlank && !byte.isContinuation {
      kinds.insert(byte)
      signs += 1
      if byte == UInt8(ascii: "_") || byte == 0xE2 { strokes += 1 }
    }
    return signs >= 8 && kinds.count >= 3 && strokes >= 4
  }

  private func isSign(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == 0xE2 || byte.isContinuation
      || (byte > .space && byte < 0x7F && !byte.isLetter && !byte.isDigit)
  }
}
