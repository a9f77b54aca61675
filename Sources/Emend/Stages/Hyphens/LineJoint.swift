/// Joins the last word of a line to its other half on a later one.
struct LineJoint {
  private let window: Window
  // Held, because the window hands out a copy each time.
  private let layout: Layout
  private let judge: BreakJudge
  private let wraps: LineWraps
  /// Number of the last decision in two places.
  private var group = 0

  init(_ window: Window, _ judge: BreakJudge, _ wraps: LineWraps) {
    self.window = window
    layout = window.layout
    self.judge = judge
    self.wraps = wraps
  }

  /// Proposes the join of a line if it is certain, and tells the judge.
  /// - Returns: whether there is nothing more to ask of this line.
  mutating func join(_ line: Int, into edits: inout [Edit]) -> Bool {
    guard let found = decision(line) else { return false }
    if found.verdict.confidence < .certain { return false }
    if let word = found.word { judge.joined.add(word, keepsHyphen: found.verdict.keepsHyphen) }
    append(found, into: &edits)
    return true
  }

  /// Proposes the join of a line, certain or not.
  mutating func propose(_ line: Int, into edits: inout [Edit]) {
    if let found = decision(line) { append(found, into: &edits) }
  }

  /// Two halves, and what becomes of them.
  private struct Decision {
    let end: LineEnd
    let next: Continuation
    let tail: Tail
    /// `nil` for numbers.
    let word: DividedWord?
    let verdict: BreakVerdict
    let rule: RuleID
  }

  /// Where a line's last word may go on.
  private struct Continuation {
    let line: Int
    let acrossPage: Bool
    /// Whether a note block stands between.
    let acrossNotes: Bool
    let blanks: Int
  }

  private func decision(_ line: Int) -> Decision? {
    let content = layout.lines[line]
    let end = LineEnd(of: content, in: window.text)
    let beforeSpeck = LineEnd(beforeGluedSpeckOf: content, in: window.text)
    guard end != nil || beforeSpeck != nil, let next = continuation(of: line),
      let tail = Tail(of: layout.lines[next.line].content, in: window.text)
    else { return nil }
    return end.flatMap { decision($0, next, tail, line: line) }
      ?? beforeSpeck.flatMap { decision($0, next, tail, line: line) }
  }

  private func decision(
    _ end: LineEnd, _ next: Continuation, _ tail: Tail, line: Int
  ) -> Decision? {
    let text = window.text
    if text[end.breakStart - 1].isDigit || tail.startsWithDigit {
      guard end.mark == .hyphen, let evidence = number(end, tail, next) else { return nil }
      return Decision(
        end: end, next: next, tail: tail, word: nil, verdict: .init(.hyphen, .certain, evidence),
        rule: "hyphens/range")
    }
    guard let lineEnd = kind(of: end, next, tail, line: line) else { return nil }
    let word = DividedWord(
      head: text.string(end.head), chain: text.string(end.chain), tail: text.string(tail.letters),
      tailGoesOn: tail.goesOn(in: text), lineEnd: lineEnd,
      acrossPage: next.acrossPage || next.acrossNotes,
      isIndented: layout.lines[next.line].leading > 0, line: line)
    guard let verdict = judge.verdict(of: word) else { return nil }
    // Dirt is taken away only with a word that is known.
    if !tail.specks.isEmpty || end.hasSpeck || end.isBehindSlash {
      switch verdict.evidence {
      case .inLexicon, .inDocument: break
      default: return nil
      }
      // Not the ruling of a table.
      let bar = UInt8(ascii: "|")
      let cells = layout.lines[line].content
      if text[tail.specks].contains(bar), text[cells].contains(bar) { return nil }
    }
    let rule: RuleID =
      switch (lineEnd, verdict.keepsHyphen) {
      case (.hyphen, true): "hyphens/hard"
      case (.hyphen, false): "hyphens/soft"
      case (.dash, _), (.doubleHyphen, _): "hyphens/dash"
      case (_, true): "hyphens/lost-compound"
      case (_, false): "hyphens/lost"
      }
    return Decision(end: end, next: next, tail: tail, word: word, verdict: verdict, rule: rule)
  }

  /// What was seen at the line end; `nil` where no word goes on.
  private func kind(
    of end: LineEnd, _ next: Continuation, _ tail: Tail, line: Int
  ) -> DividedWord.Break? {
    if end.mark == .hyphen { return .hyphen }
    guard tail.specks.isEmpty, tail.letters.count >= 2 else { return nil }
    let kind: DividedWord.Break =
      switch end.mark {
      case .dash: .dash
      case .doubleHyphen: .doubleHyphen
      default: wraps.kind(ofLine: line)
      }
    if kind != .missingBlank, next.blanks > 0 || next.acrossPage { return nil }
    return kind
  }

  private func continuation(of index: Int) -> Continuation? {
    guard var next = layout.nextText(after: index) else { return nil }
    let blanks = next - index - 1
    var acrossNotes = false
    let ownBlock = window.notes.block(ofLine: index)
    if ownBlock == nil, let block = window.notes.block(ofLine: next), block.lowerBound == next {
      guard let behind = layout.nextText(after: block.upperBound - 1) else { return nil }
      next = behind
      acrossNotes = true
    } else if ownBlock != nil, window.notes.block(ofLine: next) == nil {
      return nil
    }
    let acrossPage = window.pages.page(ofLine: index) != window.pages.page(ofLine: next)
    guard acrossPage || acrossNotes || blanks <= 1 else { return nil }
    return Continuation(
      line: next, acrossPage: acrossPage, acrossNotes: acrossNotes, blanks: blanks)
  }

  // MARK: Numbers

  /// `178-⏎179`, `3-⏎mile`, `mid-⏎1929`, `VGG-⏎19`: a number on one side of the hyphen, on lines
  /// that follow each other.
  private func number(_ end: LineEnd, _ tail: Tail, _ next: Continuation) -> Evidence? {
    let text = window.text
    guard tail.specks.isEmpty, next.blanks == 0, !next.acrossPage, !next.acrossNotes else {
      return nil
    }
    let isLabel = NoteLabels.label(at: layout.lines[next.line].content, in: text) != nil
    if text[end.breakStart - 1].isDigit {
      guard !isLabel else { return nil }
      return tail.startsWithDigit
        || judge.joined.usage(of: text.string(tail.letters)).entry.flags.contains(.word)
        ? .capitalOrDigit : nil
    }
    // A page number or a note may stand behind half a word: the part must be one that a number
    // follows, and what looks like a note must stand so elsewhere.
    let head = text.string(end.head)
    if isLabel {
      let digits = tail.token.lowerBound..<text.skip(from: tail.token.lowerBound, while: \.isDigit)
      let whole = text.string(end.head.lowerBound..<end.breakStart) + "-" + text.string(digits)
      return text.holds(whole) ? .inDocument(whole, count: 1) : nil
    }
    guard
      HyphenTables.english.takesHyphen(head.lowercased())
        || (end.head.count <= Self.longestSign && head.allSatisfy(\.isUppercase))
    else { return nil }
    return .capitalOrDigit
  }

  /// Letters of a sign before a number (`VGG-19`, `T-34`); longer ones may be half a heading.
  private static let longestSign = 5

  // MARK: Edits

  private mutating func append(_ found: Decision, into edits: inout [Edit]) {
    let text = window.text
    let (end, tail, verdict) = (found.end, found.tail, found.verdict)
    var start = end.breakStart
    var moved = text.string(tail.token)
    switch verdict.joint {
    case .solid: break
    case .hyphen: moved = end.keptHyphen(in: text) + moved
    case .replacingLast(let letter):
      start -= text.scalar(before: start).length
      moved = letter + moved
    case .lowered: moved = moved.prefix(1).lowercased() + moved.dropFirst()
    }
    if found.next.acrossNotes {
      group += 1
      edits.append(
        Edit(
          span: start..<end.contentEnd, replacement: moved, rule: found.rule,
          confidence: verdict.confidence, evidence: verdict.evidence, group: group))
      let behind = text.byte(tail.token.upperBound).isBlank ? 1 : 0
      edits.append(
        Edit(
          span: tail.specks.lowerBound..<tail.token.upperBound + behind, replacement: "",
          rule: found.rule,
          confidence: verdict.confidence, evidence: verdict.evidence, group: group))
      return
    }
    edits.append(
      Edit(
        span: start..<resume(behind: tail), replacement: moved + lineBreak(from: end, to: tail),
        rule: found.rule, confidence: verdict.confidence, evidence: verdict.evidence))
  }

  /// Where the text goes on behind the moved half: behind the blank, or on the next line.
  private func resume(behind tail: Tail) -> Int {
    let text = window.text
    let end = tail.token.upperBound
    let behind = text.skip(from: end) { $0.isBlank || $0 == .carriageReturn }
    if text.byte(behind) == .newline { return behind + 1 }
    return text.byte(end).isBlank ? end + 1 : end
  }

  /// The break that follows the rejoined word.
  private func lineBreak(from end: LineEnd, to tail: Tail) -> String {
    let text = window.text
    let start = text.skip(from: end.contentEnd, while: \.isBlank)
    let gap = text.string(start..<tail.specks.lowerBound)
    let after = resume(behind: tail)
    // At the very end of the text the half leaves no line behind.
    if after >= text.count, text.byte(after - 1) != .newline { return "" }
    let movedBlank =
      text.byte(tail.token.upperBound).isBlank && window.evidence.lines.wrapEndsInBlank
    return (movedBlank ? " " : "") + gap
  }
}

extension Text {
  /// Whether a piece of text occurs.
  /// - Complexity: O(*n*) at memory speed, if its last character is rare.
  fileprivate func holds(_ piece: String) -> Bool {
    let bytes = Array(piece.utf8)
    guard let first = bytes.firstIndex(of: .hyphen) else { return false }
    var isFound = false
    forEachOffset(of: .hyphen) { at in
      let start = at - first
      guard !isFound, start >= 0, start + bytes.count <= count else { return }
      isFound = self[start..<start + bytes.count].elementsEqual(bytes)
    }
    return isFound
  }
}
