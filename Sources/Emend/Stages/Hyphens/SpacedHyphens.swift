/// Words that an earlier joining of lines left with a hyphen and a space inside: `gov- ernment`, `self- taught`.
///
/// What copies text out of a PDF file, and most programs that make one line of a paragraph, leave them so. A hyphen before
/// a space may also be a suspended one (`pre- and post-war`) or a dash (`the end- they thought`), so that it takes more to
/// join than at a line end: a known word, whose halves are none unless the text shows that it has many.
struct SpacedHyphens {
  private let window: Window

  init(_ window: Window) { self.window = window }

  /// - Parameters:
  ///   - hyphens: the offsets of plain ones.
  ///   - judge: that of the line ends, which are known to him.
  func propose(at hyphens: [Int], by judge: inout BreakJudge, into edits: inout [Edit]) {
    let text = window.text
    var marks = hyphens.filter { text.byte($0 + 1) == .space }.map { $0..<$0 + 1 }
    appendOthers(to: &marks)
    var signs = 0
    var found: [Edit] = []
    // By edit, what it is where the text does not show that it has many, and the hash of a word that is joined.
    var alone: [(confidence: Confidence, solid: UInt64?)] = []
    for mark in marks {
      guard let word = word(mark), let verdict = judge.verdict(of: word),
        let edit = edit(mark.lowerBound..<word.tailRange.lowerBound, verdict)
      else { continue }
      let areWords = areWords(word)
      guard isKnown(verdict) || !areWords else { continue }
      let isSolid = verdict.joint == .solid
      let isSign = isSolid && isKnown(verdict) && !areWords
      if isSign { signs += 1 }
      found.append(edit)
      alone.append(
        (
          isSign ? .certain : areWords && isSolid ? .doubtful : .likely,
          isSolid ? word.solidHash : nil
        ))
    }
    let isShown = signs >= Self.fewest && signs * 10_000 >= window.survey.words
    for index in found.indices {
      if !isShown { found[index].confidence = alone[index].confidence }
      if found[index].confidence == .certain, let word = alone[index].solid {
        judge.joined.add(.solid(word))
      }
    }
    edits += found
  }

  /// Whether the text or the lexicon has what the halves make.
  private func isKnown(_ verdict: BreakVerdict) -> Bool {
    switch verdict.evidence {
    case .inDocument, .inLexicon: verdict.confidence == .certain
    default: false
    }
  }

  /// What is done where many stand; `nil` for what has to be known and is not, and for changes of letters.
  private func edit(_ gap: Range<Int>, _ verdict: BreakVerdict) -> Edit? {
    guard verdict.confidence == .certain, verdict.joint == .solid || isKnown(verdict),
      verdict.joint == .solid || verdict.keepsHyphen
    else { return nil }
    // What is no plain hyphen becomes one.
    let isPlain = window.text[gap.lowerBound] == .hyphen
    let isKept = verdict.keepsHyphen
    return Edit(
      span: (isKept && isPlain ? gap.lowerBound + 1 : gap.lowerBound)..<gap.upperBound,
      replacement: isKept && !isPlain ? "-" : "", rule: "hyphens/spaced", confidence: .certain,
      evidence: verdict.evidence)
  }

  /// Soft hyphens, those that FineReader writes for them (U+00AC), and U+2010, before a space.
  private func appendOthers(to marks: inout [Range<Int>]) {
    let text = window.text
    text.forEachOffset(of: 0xC2) { at in
      if text.byte(at + 2) == .space, [0xAC, 0xAD].contains(text.byte(at + 1)) {
        marks.append(at..<at + 2)
      }
    }
    text.forEachOffset(of: 0xE2) { at in
      if text.byte(at + 3) == .space, text.byte(at + 1) == 0x80, text.byte(at + 2) == 0x90 {
        marks.append(at..<at + 3)
      }
    }
  }

  /// The halves beside a hyphen, two letters each at least.
  private func word(_ mark: Range<Int>) -> DividedWord? {
    let text = window.text
    let head = text.lettersStart(before: mark.lowerBound)..<mark.lowerBound
    let start = mark.upperBound + 1
    let tail =
      start..<text.skipLetters(from: start, to: Swift.min(text.count, start + Self.longest))
    guard head.count >= 2, tail.count >= 2, head.count <= Self.longest,
      text[tail.lowerBound].isLower || text[tail.lowerBound].isUpper,
      !Self.joinsWords.contains(text.byte(head.lowerBound - 1)),
      text.byte(tail.upperBound) != .hyphen,
      // An ellipsis of the first of two compounds.
      !isSuspended(before: tail)
    else { return nil }
    return DividedWord(
      in: text, head: head, chain: head, tail: tail, tailGoesOn: false, lineEnd: .hyphen,
      isInterrupted: false, isIndented: false, line: window.layout.line(at: mark.lowerBound))
  }

  /// `two- to threefold`, `sea- as well as land-borne`
  private func isSuspended(before tail: Range<Int>) -> Bool {
    Self.suspending.contains(tail, of: window.text)
  }

  private func areWords(_ word: DividedWord) -> Bool {
    [word.headHash, word.tailHash].allSatisfy { window.lexicon.entry($0).isUsualWord }
  }

  /// Signs that show a text to have many, if they are one in 10,000 words.
  private static let fewest = 3
  private static let longest = 40
  private static let joinsWords = ByteSet("-/_.@'\\=#$".utf8)
  /// Words before the second of two compounds that have a part in common, in English, German, French and Polish.
  private static let suspending = ShortWords([
    "albo", "als", "and", "as", "bis", "but", "bzw", "et", "i", "lub", "nor", "oder", "or", "oraz",
    "ou", "sowie",
    "than", "to", "und", "wie",
  ])
}
