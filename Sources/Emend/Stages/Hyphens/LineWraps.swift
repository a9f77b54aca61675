/// Tells a lost hyphen by the space that an ordinary line end has and this one lacks.
///
/// Where the lines around lack the space as well, the block was read line by line, and its absence
/// means nothing. A line around that may itself be a divided word counts as if it had the space: so
/// it does not matter which of them is rejoined first, and cleaning twice changes nothing.
final class LineWraps {
  private let window: Window
  private let judge: BreakJudge
  /// Whether the line may be a divided word, by its index.
  private var mayBeDivided: [Int: Bool] = [:]

  init(_ window: Window, _ judge: BreakJudge) {
    self.window = window
    self.judge = judge
  }

  /// What a line end without a hyphen says.
  func kind(ofLine line: Int) -> DividedWord.Break {
    guard window.evidence.lines.wrapEndsInBlank, !endsInBlank(line) else {
      return .nothing
    }
    var usual = 0
    var unusual = 0
    for index in neighbours(of: line) {
      let neighbour = window.layout.lines[index]
      let last = window.text[neighbour.content.upperBound - 1]
      guard neighbour.content.count >= 30 else { continue }
      if last == .hyphen {
        usual += 1
      } else if last.isLetter || last.isDigit || last == .comma {
        if endsInBlank(index) || isPerhapsDivided(index) { usual += 1 } else { unusual += 1 }
      }
    }
    return usual > 0 && usual >= unusual ? .missingBlank : .nothing
  }

  private func endsInBlank(_ line: Int) -> Bool {
    window.text[window.layout.lines[line].content.upperBound].isBlank
  }

  /// The four text lines before and the four behind.
  private func neighbours(of line: Int) -> [Int] {
    var out: [Int] = []
    var at = line
    while out.count < 4, let before = window.layout.previousText(before: at) {
      out.append(before)
      at = before
    }
    at = line
    while out.count < 8, let after = window.layout.nextText(after: at) {
      out.append(after)
      at = after
    }
    return out
  }

  private func isPerhapsDivided(_ line: Int) -> Bool {
    if let known = mayBeDivided[line] { return known }
    let found = readsAsDivided(line)
    mayBeDivided[line] = found
    return found
  }

  private func readsAsDivided(_ line: Int) -> Bool {
    let text = window.text
    guard let end = LineEnd(of: window.layout.lines[line], in: text), end.mark == .none,
      let next = window.layout.nextText(after: line),
      let tail = Tail(of: window.layout.lines[next].content, in: text), tail.startsSmall
    else { return false }
    let word = DividedWord(
      head: text.string(end.head), chain: text.string(end.chain), tail: text.string(tail.letters),
      tailGoesOn: tail.goesOn(in: text), lineEnd: .missingBlank, acrossPage: false,
      isIndented: false, line: line)
    return judge.verdict(of: word) != nil
  }
}
