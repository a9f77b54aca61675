/// Gives each paragraph one line, with an empty line between paragraphs.
///
/// A line goes on in the next unless a blank line or a page stands between and the sentence is
/// finished, a note or list label starts the next, or the line is much shorter than its neighbours
/// and ends a sentence.
struct Reflow: Stage {
  let id = StageID.lines

  func propose(for window: Window, into edits: inout [Edit]) {
    let lines = window.layout.lines
    let isDoubleSpaced = window.evidence.lines.isDoubleSpaced && goesOnOverBlankLines(window)
    var previous: Int?
    for index in lines.indices where !lines[index].isBlank {
      defer { previous = index }
      guard let before = previous else { continue }
      let gap = lines[before].content.upperBound..<lines[index].content.lowerBound
      let lineEnd = window.text[gap].contains(.carriageReturn) ? "\r\n" : "\n"
      let replacement =
        endsParagraph(before, next: index, in: window, isDoubleSpaced: isDoubleSpaced)
        ? lineEnd + lineEnd : " "
      guard window.text.string(gap) != replacement else { continue }
      edits.append(
        Edit(
          span: gap, replacement: replacement, rule: "lines/reflow", confidence: .certain,
          evidence: .pattern(replacement == " " ? "the paragraph goes on" : "a paragraph ends")))
    }
  }

  /// Whether sentences go on over a third of the blank lines between two lines: else each line is a paragraph,
  /// as this stage itself writes them.
  private func goesOnOverBlankLines(_ window: Window) -> Bool {
    let lines = window.layout.lines
    var (joints, goOn) = (0, 0)
    for next in lines.indices.dropFirst(2)
    where !lines[next].isBlank && lines[next - 1].isBlank && !lines[next - 2].isBlank {
      joints += 1
      let first = window.text.scalar(at: lines[next].content.lowerBound).scalar
      if first.isLowercase { goOn += 1 }
    }
    return goOn * 3 >= joints
  }

  private func endsParagraph(
    _ line: Int, next: Int, in window: Window, isDoubleSpaced: Bool
  ) -> Bool {
    let text = window.text
    let content = window.layout.lines[line].content
    let following = window.layout.lines[next].content
    if NoteLabels.label(at: following, in: text) != nil { return true }
    let note = window.notes.block(ofLine: line) != nil
    if note != (window.notes.block(ofLine: next) != nil) { return true }
    let last = text[content.upperBound - 1]
    let isFinished = ".?!:\"')*".utf8.contains(last) || last.isHigh || last.isDigit
    let blanks = next - line - 1
    let expected = isDoubleSpaced && !note ? 1 : 0
    if blanks > expected {
      // A blank line in mid-sentence is a page end or a slip; small letters go on.
      return isFinished || !text[following.lowerBound].isLower
    }
    return isFinished && content.count * 10 < following.count * 8
  }
}
