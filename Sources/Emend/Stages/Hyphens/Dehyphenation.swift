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
    let lines = window.layout.lines
    var group = 0
    for index in lines.indices where !lines[index].isBlank {
      let last = window.text[lines[index].content.upperBound - 1]
      // Most lines end in a space behind a word, or in a full stop.
      guard Self.mayDivide(last, lines[index], window) else { continue }
      guard let end = LineEnd(of: lines[index], in: window.text),
        let next = continuation(of: index, in: window)
      else { continue }
      join(end, next, line: index, judge, wraps, window, group: &group, into: &edits)
    }
    proposeStranded(window, into: &edits)
  }

  private static func mayDivide(_ last: UInt8, _ line: Line, _ window: Window) -> Bool {
    if last == .hyphen || last.isHigh || last == UInt8(ascii: "=") { return true }
    if last.isLetter, line.trailing == 0 || !window.evidence.lines.wrapEndsInBlank { return true }
    // A speck behind the hyphen: the last byte stands alone.
    let end = line.content.upperBound
    return line.content.count > 4 && window.text[end - 2].isBlank
      && LineEnd.hyphen(
        before: window.text.skipBack(from: end - 1, while: \.isBlank), in: window.text) > 0
  }

  /// Where a line's last word may go on.
  private struct Continuation {
    let line: Int
    let acrossPage: Bool
    /// Whether a note block stands between.
    let acrossNotes: Bool
    let blanks: Int
  }

  private func continuation(of index: Int, in window: Window) -> Continuation? {
    let layout = window.layout
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

  private func join(
    _ end: LineEnd, _ next: Continuation, line: Int, _ judge: BreakJudge, _ wraps: LineWraps,
    _ window: Window, group: inout Int, into edits: inout [Edit]
  ) {
    let text = window.text
    guard let tail = Tail(of: window.layout.lines[next.line].content, in: text) else { return }
    let kind: BreakJudge.Break
    if end.mark == .hyphen {
      kind = .hyphen
    } else {
      guard !text[end.breakStart - 1].isDigit, tail.startsSmall, tail.specks.isEmpty,
        tail.letters.count >= 2
      else { return }
      kind = end.mark == .dash ? .dash : wraps.kind(ofLine: line)
      if kind != .missingBlank, next.blanks > 0 || next.acrossPage { return }
      // Nothing but a head that is no word speaks for a divided one: most line ends are done here.
      if kind == .nothing, isKnown(end.head, window) { return }
    }
    let verdict: BreakJudge.Verdict
    let rule: RuleID
    if text[end.breakStart - 1].isDigit || tail.startsWithDigit {
      guard end.mark == .hyphen, isRange(end, tail, next, window) else { return }
      verdict = .init(keepsHyphen: true, confidence: .certain, evidence: .capitalOrDigit)
      rule = "hyphens/range"
    } else {
      let chainStart = text.skipBack(from: end.head.lowerBound) { $0.isLetter || $0 == .hyphen }
      guard
        let found = judge.verdict(
          head: text.string(end.head), chain: text.string(chainStart..<end.breakStart),
          tail: text.string(tail.letters), at: kind,
          acrossPage: next.acrossPage || next.acrossNotes,
          isIndented: window.layout.lines[next.line].leading > 0)
      else { return }
      // Dirt at the line start is taken away only with a word that is known.
      if !tail.specks.isEmpty, case .pattern = found.evidence { return }
      verdict = found
      switch (kind, found.keepsHyphen) {
      case (.hyphen, true): rule = "hyphens/hard"
      case (.hyphen, false): rule = "hyphens/soft"
      case (.dash, _): rule = "hyphens/dash"
      case (_, true): rule = "hyphens/lost-compound"
      case (_, false): rule = "hyphens/lost"
      }
    }
    let moved = (verdict.keepsHyphen ? end.keptHyphen : "") + text.string(tail.token)
    if next.acrossNotes {
      group += 1
      edits.append(
        Edit(
          span: end.breakStart..<end.contentEnd, replacement: moved, rule: rule,
          confidence: verdict.confidence, evidence: verdict.evidence, group: group))
      let behind = text.byte(tail.token.upperBound).isBlank ? 1 : 0
      edits.append(
        Edit(
          span: tail.specks.lowerBound..<tail.token.upperBound + behind, replacement: "",
          rule: rule,
          confidence: verdict.confidence, evidence: verdict.evidence, group: group))
      return
    }
    edits.append(
      Edit(
        span: end.breakStart..<resume(behind: tail, in: text),
        replacement: moved + lineBreak(from: end, to: tail, window),
        rule: rule, confidence: verdict.confidence, evidence: verdict.evidence))
  }

  /// `178-⏎179`, `3-⏎mile`: a number goes on in the next line, at once and on the same page.
  private func isRange(
    _ end: LineEnd, _ tail: Tail, _ next: Continuation, _ window: Window
  ) -> Bool {
    let text = window.text
    guard text[end.breakStart - 1].isDigit, tail.specks.isEmpty, next.blanks == 0,
      !next.acrossPage, !next.acrossNotes,
      NoteBlocks.label(at: window.layout.lines[next.line].content, in: text) == nil
    else { return false }
    return tail.startsWithDigit
      || window.usage(of: text.string(tail.letters)).entry.flags.contains(.word)
  }

  /// Whether letters are a word, found without making a string of them.
  private func isKnown(_ letters: Range<Int>, _ window: Window) -> Bool {
    let hash = WordHash.folding(window.text[letters])
    return window.lexicon.entry(hash).isKnown
  }

  /// Where the text goes on behind the moved half: behind the blank, or on the next line.
  private func resume(behind tail: Tail, in text: Text) -> Int {
    let end = tail.token.upperBound
    let behind = text.skip(from: end) { $0.isBlank || $0 == .carriageReturn }
    if text.byte(behind) == .newline { return behind + 1 }
    return text.byte(end).isBlank ? end + 1 : end
  }

  /// The break that follows the rejoined word.
  private func lineBreak(from end: LineEnd, to tail: Tail, _ window: Window) -> String {
    let text = window.text
    let start = text.skip(from: end.contentEnd, while: \.isBlank)
    let gap = text.string(start..<tail.specks.lowerBound)
    let after = resume(behind: tail, in: text)
    // At the very end of the text the half leaves no line behind.
    if after >= text.count, text.byte(after - 1) != .newline { return "" }
    let movedBlank =
      text.byte(tail.token.upperBound).isBlank && window.evidence.lines.wrapEndsInBlank
    return (movedBlank ? " " : "") + gap
  }

  /// Hyphens left inside a line by an earlier reflow: `govern-ment`.
  private func proposeStranded(_ window: Window, into edits: inout [Edit]) {
    let text = window.text
    text.forEachOffset(of: .hyphen) { at in
      guard text.byte(at - 1).isLower, text.byte(at + 1).isLower else { return }
      let head = text.skipBack(from: at, while: \.isLetter)..<at
      let tail = at + 1..<text.skip(from: at + 1, while: \.isLower)
      guard head.count >= 2, tail.count >= 2, text.byte(head.lowerBound - 1).isWhite,
        text.byte(tail.upperBound) != .hyphen, !text.byte(tail.upperBound).isLetter,
        !isUsual(tail, window)
      else { return }
      let solid = text.string(head) + text.string(tail)
      let whole = window.usage(of: solid)
      let asWritten = window.evidence.counts.count(
        compound: WordHash.of(text.string(head)), WordHash.of(text.string(tail)))
      guard whole.count > asWritten, whole.entry.flags.contains(.word) else { return }
      edits.append(
        Edit(
          span: head.upperBound..<tail.lowerBound, replacement: "", rule: "hyphens/stranded",
          confidence: .certain, evidence: .inDocument(solid, count: whole.count)))
    }
  }

  /// Whether letters are a word that an author uses by itself.
  private func isUsual(_ letters: Range<Int>, _ window: Window) -> Bool {
    let hash = WordHash.folding(window.text[letters])
    let flags = window.lexicon.entry(hash).flags
    return flags.contains(.word) && !flags.contains(.rare)
  }
}
