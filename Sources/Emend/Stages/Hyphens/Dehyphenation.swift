/// Rejoins words that are divided at a line, page or note-block end.
///
/// `exam-⏎ple of` becomes `example⏎of`: the second half moves up to the first, so that lines stay
/// lines. A hyphen that was printed may be the author's own (`well-⏎known`) and is then kept; a
/// hyphen that the OCR dropped is recognised where ordinary lines of the document end in a space
/// and the line of the divided word does not.
struct Dehyphenation: Stage {
  let id = StageID.hyphens

  func propose(for window: Window, into edits: inout [Edit]) {
    let lines = lines(of: window)
    var joint = LineJoint(window, most: lines.count)
    var open: [LineJoint.Open] = []
    for line in lines {
      if let line = joint.join(line, into: &edits) { open.append(line) }
    }
    open = joint.join(open, into: &edits)
    if window.least < .certain {
      for line in open { joint.propose(line, into: &edits) }
    }
    var stranded = StrandedHyphens(window, joint.judge.joined)
    stranded.propose(into: &edits)
    window.rejoined = joint.judge.joined.words
    edits.sort { $0.span.lowerBound < $1.span.lowerBound }
  }

  /// Indices of the lines whose last word may be divided, in order.
  private func lines(of window: Window) -> [Int] {
    let lines = window.layout.lines
    var isAsked = [Bool](repeating: false, count: lines.count)
    let wrapEndsInBlank = window.evidence.lines.wrapEndsInBlank
    for index in lines.indices where !lines[index].isBlank {
      if Self.mayDivide(lines[index], window.text, wrapEndsInBlank) { isAsked[index] = true }
    }
    if window.evidence.prose.isEnglish {
      // Without a mark at the line end nothing but halves that are no words speak of a divided one.
      var index = 0
      for suspect in window.survey.suspects where suspect.kind == .unknown {
        while lines[index].end < suspect.range.lowerBound { index += 1 }
        let content = lines[index].content
        if suspect.range.upperBound == content.upperBound { isAsked[index] = true }
        if suspect.range.lowerBound == content.lowerBound, index > 0, !lines[index - 1].isBlank {
          isAsked[index - 1] = true
        }
      }
    }
    return isAsked.indices.filter { isAsked[$0] }
  }

  private static func mayDivide(_ line: Line, _ text: Text, _ wrapEndsInBlank: Bool) -> Bool {
    let content = line.content
    guard content.count >= 2 else { return false }
    let end = content.upperBound
    let last = text[end - 1]
    if last.isLetter {
      // Nearly all lines.
      if wrapEndsInBlank, !text[end].isBlank { return true }
    } else if last.isHyphenLike || last == UInt8(ascii: "=") {
      return true
    }
    // A speck behind the hyphen: the last byte stands alone or touches it.
    guard content.count > 4 else { return false }
    if text[end - 2] == .hyphen { return !last.isDigit }
    return text[end - 2].isBlank
      && text.byte(text.skipBack(from: end - 1, while: \.isBlank) - 1).isHyphenLike
  }
}

extension UInt8 {
  /// A hyphen, or the end of a character beyond ASCII that may be one.
  fileprivate var isHyphenLike: Bool { self == .hyphen || isHigh }
}
