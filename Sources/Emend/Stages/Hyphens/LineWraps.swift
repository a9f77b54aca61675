/// Tells a lost hyphen by the space that an ordinary line end has and this one lacks.
///
/// Where the lines around lack the space as well, the block was read line by line, and its absence
/// means nothing. A line around that may itself be a divided word counts as if it had the space: so
/// it does not matter which of them is rejoined first, and cleaning twice changes nothing.
final class LineWraps {
  private let window: Window
  private let judge: BreakJudge
  // Held, because the window hands out a copy each time.
  private let layout: Layout
  /// Whether the line may be a divided word, by its index; `nil` where it was not asked.
  private var mayBeDivided: [Bool?]

  init(_ window: Window, _ judge: BreakJudge) {
    self.window = window
    self.judge = judge
    layout = window.layout
    mayBeDivided = [Bool?](repeating: nil, count: layout.lines.count)
  }

  /// What a line end without a hyphen says.
  func kind(ofLine line: Int) -> DividedWord.Break {
    guard window.evidence.lines.wrapEndsInBlank, !endsInBlank(line) else {
      return .nothing
    }
    var usual = 0
    var unusual = 0
    func take(_ index: Int) {
      let neighbour = layout.lines[index]
      let last = window.text[neighbour.content.upperBound - 1]
      guard neighbour.content.count >= 30 else { return }
      if last == .hyphen {
        usual += 1
      } else if last.isLetter || last.isDigit || last == .comma {
        if endsInBlank(index) || isPerhapsDivided(index) { usual += 1 } else { unusual += 1 }
      }
    }
    // The four text lines before, and those behind, eight in all.
    var count = 0
    var at = line
    while count < 4, let before = layout.previousText(before: at) {
      take(before)
      at = before
      count += 1
    }
    at = line
    while count < 8, let after = layout.nextText(after: at) {
      take(after)
      at = after
      count += 1
    }
    return usual > 0 && usual >= unusual ? .missingBlank : .nothing
  }

  private func endsInBlank(_ line: Int) -> Bool {
    window.text[layout.lines[line].content.upperBound].isBlank
  }

  private func isPerhapsDivided(_ line: Int) -> Bool {
    if let known = mayBeDivided[line] { return known }
    let found = readsAsDivided(line)
    mayBeDivided[line] = found
    return found
  }

  private func readsAsDivided(_ line: Int) -> Bool {
    let text = window.text
    guard let end = LineEnd(of: layout.lines[line], in: text), end.mark == .none,
      let next = layout.nextText(after: line),
      let tail = Tail(of: layout.lines[next].content, in: text), tail.startsSmall
    else { return false }
    let word = DividedWord(
      head: text.string(end.head), chain: text.string(end.chain), tail: text.string(tail.letters),
      tailGoesOn: tail.goesOn(in: text), lineEnd: .missingBlank, acrossPage: false,
      isIndented: false, line: line)
    return judge.verdict(of: word) != nil
  }
}
