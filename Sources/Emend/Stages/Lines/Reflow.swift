/// Gives each paragraph one line, with an empty line between paragraphs.
///
/// A line goes on in the next unless a blank line or a page stands between and the sentence is
/// finished, a note or list label starts the next, or the line is much shorter than its neighbours
/// and ends a sentence.
struct Reflow: Stage {
  let id = StageID.lines

  func propose(for window: Window, into edits: inout [Edit]) {
    let lines = window.layout.lines
    var previous: Int?
    for index in lines.indices where !lines[index].isBlank {
      defer { previous = index }
      guard let before = previous else { continue }
      let gap = lines[before].content.upperBound..<lines[index].content.lowerBound
      let replacement = endsParagraph(before, next: index, in: window) ? "\n\n" : " "
      guard window.text.string(gap) != replacement else { continue }
      edits.append(
        Edit(
          span: gap, replacement: replacement, rule: "lines/reflow", confidence: .certain,
          evidence: .pattern(replacement == " " ? "the paragraph goes on" : "a paragraph ends")))
    }
  }

  private func endsParagraph(_ line: Int, next: Int, in window: Window) -> Bool {
    let text = window.text
    let content = window.layout.lines[line].content
    let following = window.layout.lines[next].content
    if NoteLabels.label(at: following, in: text) != nil { return true }
    let note = window.notes.block(ofLine: line) != nil
    if note != (window.notes.block(ofLine: next) != nil) { return true }
    let last = text[content.upperBound - 1]
    let isFinished = ".?!:\"')*".utf8.contains(last) || last.isHigh || last.isDigit
    let blanks = next - line - 1
    let expected = window.evidence.lines.isDoubleSpaced && !note ? 1 : 0
    if blanks > expected {
      // A blank line in mid-sentence is a page end or a slip; small letters go on.
      return isFinished || !text[following.lowerBound].isLower
    }
    return isFinished && content.count * 10 < following.count * 8
  }
}
