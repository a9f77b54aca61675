/// Tells a lost hyphen by the space that an ordinary line end has and this one lacks.
///
/// Where the lines around lack the space as well, the block was read line by line, and its absence
/// means nothing. A line around that may itself be a divided word counts as if it had the space: so
/// it does not matter which of them is rejoined first, and cleaning twice changes nothing.
struct LineWraps {
  private let window: Window
  private let layout: Layout
  /// Whether an ordinary line of the document ends in a blank.
  let areTold: Bool

  private enum Answer: UInt8 { case unknown, no, yes }
  /// Whether the line may be a divided word, by its index.
  private var answers: [Answer]

  init(_ window: Window) {
    self.window = window
    layout = window.layout
    areTold = window.evidence.lines.wrapEndsInBlank
    answers = [Answer](repeating: .unknown, count: areTold ? layout.lines.count : 0)
  }

  /// Whether the line lacks the blank, whatever those around it have.
  func mayMissBlank(ofLine line: Int) -> Bool { areTold && !endsInBlank(line) }

  /// Takes over what was found of a line by itself.
  mutating func note(_ line: Int, mayBeDivided: Bool) {
    answers[line] = mayBeDivided ? .yes : .no
  }

  /// Whether the lack of the blank speaks of a lost hyphen.
  mutating func missesBlank(ofLine line: Int, _ judge: inout BreakJudge) -> Bool {
    guard mayMissBlank(ofLine: line) else { return false }
    var usual = 0
    var unusual = 0
    // The four text lines before, and those behind, eight in all.
    var count = 0
    var at = line
    while count < 4, let before = layout.previousText(before: at) {
      take(before, &usual, &unusual, &judge)
      at = before
      count += 1
    }
    at = line
    while count < 8, let after = layout.nextText(after: at) {
      take(after, &usual, &unusual, &judge)
      at = after
      count += 1
    }
    return usual > 0 && usual >= unusual
  }

  private mutating func take(
    _ line: Int, _ usual: inout Int, _ unusual: inout Int, _ judge: inout BreakJudge
  ) {
    let content = layout.lines[line].content
    guard content.count >= 30 else { return }
    let last = window.text[content.upperBound - 1]
    if last == .hyphen {
      usual += 1
    } else if last.isLetter || last.isDigit || last == .comma {
      if endsInBlank(line) || isPerhapsDivided(line, &judge) { usual += 1 } else { unusual += 1 }
    }
  }

  private func endsInBlank(_ line: Int) -> Bool {
    window.text[layout.lines[line].content.upperBound].isBlank
  }

  private mutating func isPerhapsDivided(_ line: Int, _ judge: inout BreakJudge) -> Bool {
    if answers[line] == .unknown {
      // As it was before any word was rejoined, whenever it is asked.
      let state = judge.joined.startOver()
      note(line, mayBeDivided: readsAsDivided(line, &judge))
      judge.joined.goOn(state)
    }
    return answers[line] == .yes
  }

  private func readsAsDivided(_ line: Int, _ judge: inout BreakJudge) -> Bool {
    let text = window.text
    guard let end = LineEnd(of: layout.lines[line], in: text), end.mark == .none,
      let next = layout.nextText(after: line),
      let tail = Tail(of: layout.lines[next].content, in: text), tail.startsSmall
    else { return false }
    let word = DividedWord(
      in: text, head: end.head, chain: end.chain, tail: tail.letters,
      tailGoesOn: tail.goesOn, lineEnd: .missingBlank, isInterrupted: false, isIndented: false,
      line: line)
    return judge.verdict(of: word) != nil
  }
}
