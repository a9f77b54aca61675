/// Joins the last word of a line to its other half on a later one.
struct LineJoint {
  private let window: Window
  private let layout: Layout
  private let notes: NoteBlocks
  private let pages: Pages
  /// The lines of the page, and of the note block or those between two, that were asked last: most lines
  /// go on in the same.
  private var page = 0..<0
  private var stretch = (lines: 0..<0, isBlock: false)
  var judge: BreakJudge
  private var wraps: LineWraps
  /// Lines that end in half a word beside another column.
  private(set) var columnEnds: Set<Int> = []
  /// Number of the last decision in two places.
  private var group = 0

  /// - Parameter most: lines that may be asked about.
  init(_ window: Window, most: Int) {
    self.window = window
    layout = window.layout
    notes = window.notes
    pages = window.pages
    judge = BreakJudge(window: window, most: most)
    wraps = LineWraps(window)
  }

  /// A line that is not joined yet.
  struct Open {
    let line: Int
    /// What the judge was asked of it, as a part of his list.
    fileprivate var questions: Range<Int>
    /// Whether there is a decision that is less than certain.
    fileprivate var isUnsure: Bool
  }

  /// Proposes the join of a line if it is certain, and tells the judge.
  /// - Returns: the line if more can be asked of it.
  mutating func join(_ line: Int, into edits: inout [Edit]) -> Open? {
    let start = judge.joined.asked.count
    // Handed on, not held: to copy a decision takes longer than most of what is asked.
    guard let found = decision(line) else {
      let end = judge.joined.asked.count
      return start == end ? nil : Open(line: line, questions: start..<end, isUnsure: false)
    }
    guard found.verdict.confidence == .certain else {
      return Open(line: line, questions: start..<judge.joined.asked.count, isUnsure: true)
    }
    if let word = found.word { judge.joined.add(word) }
    append(found, into: &edits)
    return nil
  }

  /// Joins the open lines that the words rejoined since make certain, until there is nothing new.
  ///
  /// What is rejoined is evidence for what is still open; without this a second run would find it.
  mutating func join(_ open: [Open], into edits: inout [Edit]) -> [Open] {
    judge.joined.areCounted = true
    var open = open
    var known = 0
    while !open.isEmpty, judge.joined.count > known {
      known = judge.joined.count
      var left: [Open] = []
      for line in open {
        if !judge.joined.mayAnswerAnew(line.questions) {
          left.append(line)
        } else if let line = join(line.line, into: &edits) {
          left.append(line)
        }
      }
      open = left
    }
    return open
  }

  /// Proposes the join of a line that is less than certain.
  mutating func propose(_ open: Open, into edits: inout [Edit]) {
    if open.isUnsure, let found = decision(open.line) { append(found, into: &edits) }
  }

  /// Two halves, and what becomes of them.
  private struct Decision {
    let end: LineEnd
    let next: Continuation
    let tail: Tail
    /// `nil` for numbers.
    let word: JoinedWords.Rejoined?
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

  private mutating func decision(_ line: Int) -> Decision? {
    let content = layout.lines[line]
    // Lent to all that read it: each time it is taken from the window it is counted.
    let text = window.text
    let end = LineEnd(of: content, in: text)
    let beforeSpeck = LineEnd(beforeGluedSpeckOf: content, in: text)
    guard end != nil || beforeSpeck != nil, let next = continuation(of: line),
      let tail = Tail(of: layout.lines[next.line].content, in: text)
    else { return nil }
    if let end, let found = decision(end, next, tail, in: text, line: line) {
      guard TextColumns.standBeside(endOf: line, in: layout, of: text) else { return found }
      columnEnds.insert(line)
      return nil
    }
    if let beforeSpeck { return decision(beforeSpeck, next, tail, in: text, line: line) }
    return nil
  }

  /// Whether a line is the middle of a word, `com-⏎mis-⏎sion`: of three parts two that are joined
  /// would make a word for the next run to judge.
  private func isDividedTwice(_ line: Int) -> Bool {
    let text = window.text
    let content = layout.lines[line].content
    guard content.count <= Self.longestPart, endsInHyphen(content),
      !text[content].contains(where: \.isWhite), let before = layout.previousText(before: line)
    else { return false }
    return endsInHyphen(layout.lines[before].content)
  }

  private func endsInHyphen(_ content: Range<Int>) -> Bool {
    window.text.byte(content.upperBound - 1) == .hyphen
      && window.text.byte(content.upperBound - 2).isLetter
  }

  /// Bytes of a part of a word that has a line to itself.
  private static let longestPart = 16

  private mutating func decision(
    _ end: LineEnd, _ next: Continuation, _ tail: Tail, in text: Text, line: Int
  ) -> Decision? {
    if text[end.breakStart - 1].isDigit || tail.startsWithDigit {
      guard end.mark == .hyphen, let evidence = number(end, tail, next) else { return nil }
      return Decision(
        end: end, next: next, tail: tail, word: nil, verdict: .init(.hyphen, .certain, evidence),
        rule: "hyphens/range")
    }
    guard end.mark == .hyphen || (tail.specks.isEmpty && tail.letters.count >= 2) else {
      return nil
    }
    var word = DividedWord(
      in: text, head: end.head, chain: end.chain, tail: tail.letters, tailGoesOn: tail.goesOn,
      lineEnd: .hyphen,
      isInterrupted: next.acrossPage || next.acrossNotes
        || (next.blanks > 0 && !window.evidence.lines.isDoubleSpaced),
      isIndented: layout.lines[next.line].leading > 0, line: line)
    judge.fetch(for: word)
    guard let verdict = verdict(of: &word, end, next, tail), !isDividedTwice(line),
      !isDividedTwice(next.line)
    else { return nil }
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
      switch (word.lineEnd, verdict.keepsHyphen) {
      case (.hyphen, true): "hyphens/hard"
      case (.hyphen, false): "hyphens/soft"
      case (.dash, _), (.doubleHyphen, _): "hyphens/dash"
      case (_, true): "hyphens/lost-compound"
      case (_, false): "hyphens/lost"
      }
    return Decision(
      end: end, next: next, tail: tail,
      word: verdict.keepsHyphen
        ? .compound(word.headHash, word.tailHash) : .solid(word.solidHash),
      verdict: verdict, rule: rule)
  }

  /// The verdict on a word, whose line end is told by the way.
  private mutating func verdict(
    of word: inout DividedWord, _ end: LineEnd, _ next: Continuation, _ tail: Tail
  ) -> BreakVerdict? {
    if end.mark == .hyphen { return judge.verdict(of: word) }
    // Whatever shows no hyphen goes on close by.
    let isClose = next.blanks == 0 && !next.acrossPage
    if end.mark != .none {
      word.lineEnd = end.mark == .dash ? .dash : .doubleHyphen
      return isClose ? judge.verdict(of: word) : nil
    }
    // Words are looked up faster than the lines around are read, and most make no divided word
    // either way.
    var mayMissBlank = wraps.mayMissBlank(ofLine: word.line)
    if mayMissBlank {
      word.lineEnd = .missingBlank
      let verdict = judge.verdict(of: word)
      if !judge.joined.areCounted, !word.isInterrupted {
        wraps.note(word.line, mayBeDivided: verdict != nil && tail.startsSmall)
      }
      if let verdict {
        if wraps.missesBlank(ofLine: word.line, &judge) { return verdict }
        mayMissBlank = false
      }
    }
    guard isClose else { return nil }
    word.lineEnd = .nothing
    guard let verdict = judge.verdict(of: word),
      !mayMissBlank || !wraps.missesBlank(ofLine: word.line, &judge)
    else { return nil }
    return verdict
  }

  private mutating func continuation(of index: Int) -> Continuation? {
    guard var next = layout.nextText(after: index) else { return nil }
    let blanks = next - index - 1
    var acrossNotes = false
    if !stretch.lines.contains(index) { stretch = notes.stretch(at: index) }
    if !stretch.lines.contains(next) {
      let block = notes.block(ofLine: next)
      if stretch.isBlock {
        if block == nil { return nil }
      } else if let block, block.lowerBound == next {
        guard let behind = layout.nextText(after: block.upperBound - 1) else { return nil }
        next = behind
        acrossNotes = true
      }
    }
    if !page.contains(index) { page = pages.pages[pages.page(ofLine: index)].lines }
    let acrossPage = next >= page.upperBound
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
        || window.lexicon.entry(text.hash(tail.letters)).flags.contains(.word)
        ? .capitalOrDigit : nil
    }
    // A page number or a note may stand behind half a word: the part must be one that a number
    // follows, and what looks like a note must stand so elsewhere.
    if isLabel {
      let digits = tail.token.lowerBound..<text.skip(from: tail.token.lowerBound, while: \.isDigit)
      var whole = text.string(end.head) + "-" + text.string(digits)
      let isFound = whole.withUTF8 {
        unsafe text.first($0, knownBy: end.head.count, in: 0..<text.count) != nil
      }
      return isFound ? .inDocument(whole, count: 1) : nil
    }
    guard
      HyphenTables.english.takesHyphen(text.hash(end.head))
        || (end.head.count <= Self.longestSign
          && text.string(end.head).allSatisfy(\.isUppercase))
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
    let after = resume(behind: tail)
    var moved =
      found.next.acrossNotes
      ? text.string(tail.token) : withLineBreak(tail, from: end, after: after)
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
        span: start..<after, replacement: moved, rule: found.rule,
        confidence: verdict.confidence, evidence: verdict.evidence))
  }

  /// Where the text goes on behind the moved half: behind the blank, or on the next line.
  private func resume(behind tail: Tail) -> Int {
    let text = window.text
    let end = tail.token.upperBound
    let behind = text.skip(from: end) { $0.isBlank || $0 == .carriageReturn }
    if text.byte(behind) == .newline { return behind + 1 }
    return text.byte(end).isBlank ? end + 1 : end
  }

  /// The moved half with the line break that stands behind a rejoined word.
  private func withLineBreak(_ tail: Tail, from end: LineEnd, after: Int) -> String {
    let text = window.text
    // At the very end of the text the half leaves no line behind.
    if after >= text.count, text.byte(after - 1) != .newline { return text.string(tail.token) }
    let gap = text.skip(from: end.contentEnd, while: \.isBlank)..<tail.specks.lowerBound
    let behind = tail.token.upperBound
    guard wraps.areTold, text.byte(behind).isBlank else { return text.string(tail.token, gap) }
    if text[behind] == .space { return text.string(tail.token.lowerBound..<behind + 1, gap) }
    return text.string(tail.token) + " " + text.string(gap)
  }
}
