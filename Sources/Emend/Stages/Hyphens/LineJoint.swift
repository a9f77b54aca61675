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
  private(set) var habit: BreakHabit
  /// Lines that end in half a word beside another column.
  private(set) var columnEnds: Set<Int> = []
  /// Number of the last decision in two places.
  private var group = 0

  /// - Parameters:
  ///   - most: lines that may be asked about.
  ///   - keepsHyphens: whether the hyphens at line ends are known to be those of compounds.
  init(_ window: Window, most: Int, keepsHyphens: Bool = false) {
    self.window = window
    layout = window.layout
    notes = window.notes
    pages = window.pages
    judge = BreakJudge(window: window, most: most)
    wraps = LineWraps(window)
    habit = BreakHabit(window.lexicon, keepsHyphens: keepsHyphens)
  }

  /// A line that is not joined yet.
  struct Open {
    let line: Int
    /// What the judge was asked of it, as a part of his list.
    fileprivate var questions: Range<Int>
    /// Whether there is a decision that is less than certain.
    fileprivate var isUnsure: Bool
  }

  /// Proposes the joins of lines that are certain.
  /// - Returns: those of which more can be asked.
  mutating func join(_ lines: [Int], into edits: inout [Edit]) -> [Open] {
    var open: [Open] = []
    open.reserveCapacity(lines.count / 2)
    for line in lines {
      if let line = join(line, into: &edits) { open.append(line) }
    }
    return open
  }

  /// Proposes the join of a line if it is certain, and tells the judge.
  /// - Returns: the line if more can be asked of it.
  private mutating func join(_ line: Int, into edits: inout [Edit]) -> Open? {
    let start = judge.joined.asked.count
    let outcome = decide(line, atLeast: .certain, into: &edits)
    let questions = start..<judge.joined.asked.count
    switch outcome {
    case .nothing, .besideColumn:
      return questions.isEmpty ? nil : Open(line: line, questions: questions, isUnsure: false)
    case .unsure: return Open(line: line, questions: questions, isUnsure: true)
    case .proposed: return nil
    }
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
      left.reserveCapacity(open.count)
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
    if open.isUnsure { _ = decide(open.line, atLeast: .doubtful, into: &edits) }
  }

  /// What came of a line: nothing that held a decision is handed on, since to copy one takes longer than
  /// most of what is asked.
  private enum Outcome {
    case nothing, besideColumn
    /// There is a decision, but it is less sure than was asked for.
    case unsure
    case proposed
  }

  /// Where a line's last word may go on.
  private struct Continuation {
    let line: Int
    let acrossPage: Bool
    /// Whether a note block stands between.
    let acrossNotes: Bool
    let blanks: Int
  }

  // What only looks is static: a method that changes nothing would be given a copy of all this.

  /// - Parameter least: how sure a decision has to be to be proposed; those that have to be certain are told
  ///   the judge.
  private mutating func decide(
    _ line: Int, atLeast least: Confidence, into edits: inout [Edit]
  ) -> Outcome {
    let content = layout.lines[line]
    // Lent to all that read it: each time it is taken from the window it is counted.
    let text = window.text
    let end = LineEnd(of: content, in: text)
    let beforeSpeck = LineEnd(beforeGluedSpeckOf: content, in: text)
    guard end != nil || beforeSpeck != nil, let next = continuation(of: line),
      let tail = Tail(
        of: QuotedLines.content(of: next.line, behind: line, in: layout, of: text), in: text)
    else { return .nothing }
    if let end {
      let outcome = decide(
        end, next, tail, in: text, line: line, atLeast: least, into: &edits)
      if outcome != .nothing { return outcome }
    }
    guard let beforeSpeck else { return .nothing }
    return decide(
      beforeSpeck, next, tail, in: text, line: line, mayStandInColumns: true, atLeast: least,
      into: &edits)
  }

  /// Whether a line is the middle of a word, `com-⏎mis-⏎sion`: of three parts two that are joined
  /// would make a word for the next run to judge.
  private static func isDividedTwice(_ line: Int, _ layout: Layout, _ text: Text) -> Bool {
    let content = layout.lines[line].content
    guard content.count <= Self.longestPart, endsInHyphen(content, text),
      !text[content].contains(where: \.isWhite), let before = layout.previousText(before: line)
    else { return false }
    return endsInHyphen(layout.lines[before].content, text)
  }

  private static func endsInHyphen(_ content: Range<Int>, _ text: Text) -> Bool {
    text.byte(content.upperBound - 1) == .hyphen && text.byte(content.upperBound - 2).isLetter
  }

  /// Bytes of a part of a word that has a line to itself.
  private static let longestPart = 16

  /// - Parameter mayStandInColumns: whether another column may stand beside the line.
  private mutating func decide(
    _ end: LineEnd, _ next: Continuation, _ tail: Tail, in text: Text, line: Int,
    mayStandInColumns: Bool = false, atLeast least: Confidence, into edits: inout [Edit]
  ) -> Outcome {
    /// Whether the decision is left, since what stands on the next line is of another column.
    func isInColumn() -> Bool {
      !mayStandInColumns && TextColumns.standBeside(endOf: line, in: layout, of: text)
    }
    if text[end.breakStart - 1].isDigit || tail.startsWithDigit {
      guard end.mark == .hyphen, let evidence = number(end, tail, next) else { return .nothing }
      if isInColumn() {
        columnEnds.insert(line)
        return .besideColumn
      }
      append(
        .init(.hyphen, .certain, evidence), "hyphens/range", end, next, tail, in: text,
        into: &edits)
      return .proposed
    }
    guard end.mark == .hyphen || (tail.specks.isEmpty && tail.letters.count >= 2) else {
      return .nothing
    }
    let word = DividedWord(
      in: text, head: end.head, chain: end.chain, tail: tail.letters, tailGoesOn: tail.goesOn,
      lineEnd: lineEnd(end.mark, line),
      isInterrupted: next.acrossPage || next.acrossNotes
        || (next.blanks > 0 && !window.evidence.lines.isDoubleSpaced),
      isIndented: layout.lines[next.line].leading > 0, line: line)
    judge.fetch(for: word)
    guard let verdict = verdict(of: word, next, tail), !Self.isDividedTwice(line, layout, text),
      !Self.isDividedTwice(next.line, layout, text)
    else { return .nothing }
    // Dirt is taken away only with a word that is known.
    if !tail.specks.isEmpty || end.hasSpeck || end.isBehindSlash {
      switch verdict.evidence {
      case .inLexicon, .inDocument: break
      default: return .nothing
      }
      // Not the ruling of a table.
      let bar = UInt8(ascii: "|")
      let cells = layout.lines[line].content
      if text[tail.specks].contains(bar), text[cells].contains(bar) { return .nothing }
    }
    if isInColumn() {
      columnEnds.insert(line)
      return .besideColumn
    }
    guard verdict.confidence >= least else { return .unsure }
    if least == .certain {
      judge.joined.add(
        verdict.keepsHyphen ? .compound(word.headHash, word.tailHash) : .solid(word.solidHash))
    }
    let rule: RuleID =
      switch (word.lineEnd, verdict.keepsHyphen) {
      case (.hyphen, true): "hyphens/hard"
      case (.hyphen, false): "hyphens/soft"
      case (.dash, _), (.doubleHyphen, _): "hyphens/dash"
      case (_, true): "hyphens/lost-compound"
      case (_, false): "hyphens/lost"
      }
    append(verdict, rule, end, next, tail, in: text, into: &edits)
    return .proposed
  }

  /// What is seen at a line's end first.
  @inline(__always)
  private func lineEnd(_ mark: LineEnd.Mark, _ line: Int) -> DividedWord.Break {
    switch mark {
    case .hyphen: .hyphen
    case .dash: .dash
    case .doubleHyphen: .doubleHyphen
    case .none: wraps.mayMissBlank(ofLine: line) ? .missingBlank : .nothing
    }
  }

  /// The verdict on a word, of which nothing but the words may be left at the line end.
  private mutating func verdict(
    of word: DividedWord, _ next: Continuation, _ tail: Tail
  ) -> BreakVerdict? {
    // Whatever shows no hyphen goes on close by.
    let isClose = next.blanks == 0 && !next.acrossPage
    switch word.lineEnd {
    case .hyphen:
      return judge.verdict(of: word).map {
        habit.weigh($0, of: word, isFirst: !judge.joined.areCounted)
      }
    case .dash, .doubleHyphen: return isClose ? judge.verdict(of: word) : nil
    case .missingBlank, .nothing: break
    }
    // Words are looked up faster than the lines around are read, and most make no divided word
    // either way.
    var mayMissBlank = word.lineEnd == .missingBlank
    if mayMissBlank {
      let verdict = judge.verdict(of: word)
      if !judge.joined.areCounted, !word.isInterrupted {
        wraps.note(word.line, mayBeDivided: verdict != nil && tail.startsSmall)
      }
      if let verdict {
        if wraps.missesBlank(ofLine: word.line, &judge) { return verdict }
        mayMissBlank = false
      }
    }
    guard isClose, judge.mayBeDividedUnseen(word) else { return nil }
    var unseen = word
    unseen.lineEnd = .nothing
    guard let verdict = judge.verdict(of: unseen),
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
    let start = tail.letters.lowerBound
    let digits = start..<text.skip(from: start, while: \.isDigit)
    if isLabel {
      var whole = text.string(end.head) + "-" + text.string(digits)
      let isFound = whole.withUTF8 {
        unsafe text.first($0, knownBy: end.head.count, in: 0..<text.count) != nil
      }
      return isFound ? .inDocument(whole, count: 1) : nil
    }
    // `re-⏎12 Ibid`: nothing but a year or an ordinal number stands behind a prefix.
    guard
      (HyphenTables.english.takesHyphen(text.hash(end.head))
        && (digits.count >= 4 || text.byte(digits.upperBound).isLetter))
        || (end.head.count <= Self.longestSign
          && text.string(end.head).allSatisfy(\.isUppercase))
    else { return nil }
    return .capitalOrDigit
  }

  /// Letters of a sign before a number (`VGG-19`, `T-34`); longer ones may be half a heading.
  private static let longestSign = 5

  // MARK: Edits

  private mutating func append(
    _ verdict: consuming BreakVerdict, _ rule: RuleID, _ end: LineEnd, _ next: Continuation,
    _ tail: Tail, in text: Text, into edits: inout [Edit]
  ) {
    var start = end.breakStart
    let token = tail.token(in: text)
    let after = Self.resume(behind: token.upperBound, in: text)
    var moved =
      next.acrossNotes
      ? text.string(token)
      : Self.withLineBreak(
        token, behind: tail.specks, from: end, after: after, in: text, blanksAreTold: wraps.areTold)
    switch verdict.joint {
    case .solid: break
    case .hyphen: moved = end.keptHyphen(in: text) + moved
    case .endingInC:
      start -= text.scalar(before: start).length
      moved = "c" + moved
    case .withoutLast: start -= text.scalar(before: start).length
    case .lowered: moved = moved.prefix(1).lowercased() + moved.dropFirst()
    }
    guard next.acrossNotes else {
      edits.append(
        Edit(
          span: start..<after, replacement: moved, rule: rule,
          confidence: verdict.confidence, evidence: verdict.takeEvidence()))
      return
    }
    group += 1
    edits.append(
      Edit(
        span: start..<end.contentEnd, replacement: moved, rule: rule,
        confidence: verdict.confidence, evidence: verdict.evidence, group: group))
    let behind = text.byte(token.upperBound).isBlank ? 1 : 0
    edits.append(
      Edit(
        span: tail.specks.lowerBound..<token.upperBound + behind, replacement: "", rule: rule,
        confidence: verdict.confidence, evidence: verdict.evidence, group: group))
  }

  /// Where the text goes on behind the moved half: behind the blank, or on the next line.
  private static func resume(behind end: Int, in text: Text) -> Int {
    let behind = text.skip(from: end) { $0.isBlank || $0 == .carriageReturn }
    if text.byte(behind) == .newline { return behind + 1 }
    return text.byte(end).isBlank ? end + 1 : end
  }

  /// The moved half with the line break that stands behind a rejoined word.
  private static func withLineBreak(
    _ token: Range<Int>, behind specks: Range<Int>, from end: LineEnd, after: Int, in text: Text,
    blanksAreTold: Bool
  ) -> String {
    // At the very end of the text the half leaves no line behind.
    if after >= text.count, text.byte(after - 1) != .newline { return text.string(token) }
    var gap = text.skip(from: end.contentEnd, while: \.isBlank)..<specks.lowerBound
    if text.byte(after - 1) == .newline {
      // Nothing is left of the half's line: the next one has its own indent.
      gap =
        gap
        .lowerBound..<text.skipBack(from: gap.upperBound, to: gap.lowerBound) {
          $0.isBlank || $0 == QuotedLines.mark
        }
    }
    let behind = token.upperBound
    guard blanksAreTold, text.byte(behind).isBlank else { return text.string(token, gap) }
    if text[behind] == .space { return text.string(token.lowerBound..<behind + 1, gap) }
    return text.string(token) + " " + text.string(gap)
  }
}
