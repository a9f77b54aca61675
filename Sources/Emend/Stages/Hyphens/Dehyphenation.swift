/// Rejoins words that are divided at a line, page or note-block end.
///
/// `exam-⏎ple of` becomes `example⏎of`: the second half moves up to the first, so that lines stay
/// lines. A hyphen that was printed may be the author's own (`well-⏎known`) and is then kept; a
/// hyphen that the OCR dropped is recognised where ordinary lines of the document end in a space
/// and the line of the divided word does not.
struct Dehyphenation: Stage {
  let id = StageID.hyphens

  func propose(for window: Window, into edits: inout [Edit]) {
    let judge = BreakJudge(window: window)
    let wraps = LineWraps(window, judge)
    var joint = LineJoint(window, judge, wraps)
    var open: [Int] = []
    for line in lines(of: window) {
      if !joint.join(line, into: &edits) { open.append(line) }
    }
    // What is rejoined is evidence for what is still open; without this a second run would find it.
    judge.joined.areCounted = true
    var known = 0
    while !open.isEmpty, judge.joined.count > known {
      known = judge.joined.count
      open.removeAll { joint.join($0, into: &edits) }
    }
    for line in open { joint.propose(line, into: &edits) }
    StrandedHyphens(window, judge.joined).propose(into: &edits)
    window.rejoined = judge.joined.words
    edits.sort { $0.span.lowerBound < $1.span.lowerBound }
  }

  /// Indices of the lines whose last word may be divided, in order.
  private func lines(of window: Window) -> [Int] {
    let layout = window.layout
    let lines = layout.lines
    var found: [Int] = []
    for index in lines.indices where !lines[index].isBlank {
      if Self.mayDivide(lines[index], window) { found.append(index) }
    }
    guard window.evidence.prose.isEnglish else { return found }
    // Without a mark at the line end nothing but halves that are no words speak of a divided one.
    let marked = found.count
    for suspect in window.survey.suspects where suspect.kind == .unknown {
      let index = layout.line(at: suspect.range.lowerBound)
      let content = lines[index].content
      if suspect.range.upperBound == content.upperBound { found.append(index) }
      if suspect.range.lowerBound == content.lowerBound, index > 0, !lines[index - 1].isBlank {
        found.append(index - 1)
      }
    }
    if found.count > marked { found = Set(found).sorted() }
    return found
  }

  private static func mayDivide(_ line: Line, _ window: Window) -> Bool {
    let end = line.content.upperBound
    let last = window.text[end - 1]
    if last == .hyphen || last.isHigh || last == UInt8(ascii: "=") { return true }
    if last.isLetter, window.evidence.lines.wrapEndsInBlank, !window.text[end].isBlank {
      return true
    }
    // A speck behind the hyphen: the last byte stands alone or touches it.
    guard line.content.count > 4 else { return false }
    if window.text[end - 2] == .hyphen { return !last.isDigit }
    return window.text[end - 2].isBlank
      && window.text.byte(window.text.skipBack(from: end - 1, while: \.isBlank) - 1).isHyphenLike
  }
}

extension UInt8 {
  /// A hyphen, or the end of a character beyond ASCII that may be one.
  fileprivate var isHyphenLike: Bool { self == .hyphen || isHigh }
}
