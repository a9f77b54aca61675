/// Where a name stands: in running text, in a quotation, or in a title or note.
///
/// A paragraph may be one long line with thousands of names, so what was found of the bytes around the last
/// name is kept for the next one.
final class NamePlaces {
  private let window: Window
  // Held: asked of the window they are copied.
  private let layout: Layout
  private let notes: NoteBlocks
  private let bibliography: Bibliography
  private var text: Text { window.text }

  /// Whether the text is English: the lexicon knows so many French and German words that it takes such
  /// texts for English, but they lack `the`.
  let areEnglish: Bool
  /// Whether the text says I next to nowhere.
  private let isImpersonal: Bool
  private var lastParagraph: (line: Int, start: Int, end: Int)?
  private var lastMarks: (start: Int, end: Int, marks: Marks)?
  private var lastClosing: (start: Int, end: Int, closes: Bool)?
  private var lastExtract: (start: Int, end: Int, isExtract: Bool)?

  /// What is open at a place.
  private struct Marks {
    var double = false
    var single = false
    var guillemet = false
    var star = false
  }

  /// Bytes before a name in which an open quotation is looked for, at least.
  private static let reach = 4000
  /// Bytes of a line that is a whole paragraph.
  private static let longLine = 200
  /// Words of a text that may do without `the`.
  private static let fewWords = 200

  init(_ window: Window) {
    self.window = window
    layout = window.layout
    notes = window.notes
    bibliography = Bibliography(window)
    let words = window.survey.words
    isImpersonal = window.usage(of: "I").count * 100 < words
    areEnglish =
      window.evidence.prose.isEnglish
      && (words < Self.fewWords || window.usage(of: "the").count * 100 >= words)
  }

  func place(of span: Range<Int>) -> NameOptions.Place {
    let line = layout.line(at: span.lowerBound)
    if notes.block(ofLine: line) != nil { return .titles }
    // `(1)` is no label but a marker that came to stand at the start of a line.
    let content = layout.lines[line].content
    if text[content.lowerBound] != .openBracket, NoteLabels.label(at: content, in: text) != nil {
      return .titles
    }
    if bibliography.contains(span.lowerBound, onLine: line) { return .titles }
    let block = span.lowerBound / Self.reach * Self.reach
    let start = Swift.max(paragraph(of: line).start, block - Self.reach)
    let marks = openMarks(from: start, to: span.lowerBound)
    if marks.star { return .titles }
    if marks.double || marks.guillemet || marks.single && closesSingle(from: span.lowerBound) {
      return .quotations
    }
    return isExtract(block, line) ? .quotations : .text
  }

  /// Whether a paragraph without marks is quoted: in a text that says I next to nowhere it does.
  private func isExtract(_ block: Int, _ line: Int) -> Bool {
    guard isImpersonal else { return false }
    let paragraph = paragraph(of: line)
    let start = Swift.max(paragraph.start, block - Self.reach)
    let end = Swift.min(paragraph.end, block + 2 * Self.reach)
    if let last = lastExtract, last.start == start, last.end == end { return last.isExtract }
    let isExtract = isFirstPerson(from: start, to: end)
    lastExtract = (start, end, isExtract)
    return isExtract
  }

  private func isFirstPerson(from start: Int, to end: Int) -> Bool {
    var at = text.next(in: Self.personMarks, from: start, to: end)
    var isFirstPerson = false
    var isQuoted = false
    while at < end {
      let byte = text[at]
      if byte == .apostrophe || byte == 0xE2 {
        // An I in single marks says nothing of what stands around them.
        switch singleMark(at: at) {
        case .opens: isQuoted = true
        case .closes: isQuoted = false
        case .neither: break
        }
      }
      // Marks tell by themselves what is quoted.
      if byte == .quotationMark
        || byte == 0xE2 && text.byte(at + 1) == 0x80
          && (0x9C...0x9E).contains(text.byte(at + 2))
      {
        return false
      }
      if byte == UInt8(ascii: "I"), !isQuoted,
        text.byte(at - 1).isWhite || text.byte(at - 1) == .openBracket,
        text.byte(at + 1) == .space, text.byte(at + 2).isLower
      {
        isFirstPerson = true
      }
      at = text.next(in: Self.personMarks, from: at + 1, to: end)
    }
    return isFirstPerson
  }

  /// What tells who speaks: an I, quotation marks or the first bytes of typographic ones.
  private static let personMarks = FewBytes(Array("I'\"".utf8) + [0xE2])

  /// The bytes of a paragraph: a long line by itself, else all lines up to the blank ones around.
  private func paragraph(of line: Int) -> (start: Int, end: Int) {
    if let last = lastParagraph, last.line == line { return (last.start, last.end) }
    let found = findParagraph(of: line)
    lastParagraph = (line, found.start, found.end)
    return found
  }

  private func findParagraph(of line: Int) -> (start: Int, end: Int) {
    let content = layout.lines[line].content
    if content.count >= Self.longLine { return (layout.lines[line].start, content.upperBound) }
    let start = paragraphStart(line)
    let spacing = window.evidence.lines.isDoubleSpaced ? 1 : 0
    var at = line
    var blanks = 0
    while at + 1 < layout.lines.count, layout.lines[at].start - start < Self.reach {
      blanks = layout.lines[at + 1].isBlank ? blanks + 1 : 0
      if blanks > spacing { break }
      at += 1
    }
    return (start, layout.lines[at].content.upperBound)
  }

  /// Whether `(sic)` follows: the writer meant the spelling.
  func isMarkedSic(_ span: Range<Int>) -> Bool {
    let end = text.skip(from: span.upperBound, to: span.upperBound + 24) { !$0.isBlank }
    let after = text.skip(from: end, while: \.isBlank)
    return text.has("(sic", at: after) || text.has("[sic", at: after)
  }

  /// Whether the name is half of a double name that is another bearer's, as a firm's: its other half never
  /// stands alone, as it would in `the Simon-Litvinov talks`.
  func isInDoubleName(_ span: Range<Int>) -> Bool {
    if text.byte(span.lowerBound - 1) == .hyphen {
      let end = span.lowerBound - 1
      let start = text.skipBack(from: end) { $0.isLetter || $0.isHigh }
      if start < end, text[start].isUpper, !standsAlone(start..<end, beside: span, isFirst: true) {
        return true
      }
    }
    if text.byte(span.upperBound) == .hyphen, text.byte(span.upperBound + 1).isUpper {
      let start = span.upperBound + 1
      let end = text.skip(from: start) { $0.isLetter || $0.isHigh }
      return !standsAlone(start..<end, beside: span, isFirst: false)
    }
    return false
  }

  private func standsAlone(_ half: Range<Int>, beside span: Range<Int>, isFirst: Bool) -> Bool {
    let (other, name) = (WordHash.of(written: text[half]), WordHash.of(written: text[span]))
    let together =
      isFirst
      ? window.evidence.counts.count(compound: other, name)
      : window.evidence.counts.count(compound: name, other)
    return window.usage(of: other).count > together
  }

  /// Whether a firm is named: `Litvinoff & Co.`
  func isFirm(_ span: Range<Int>) -> Bool {
    var at = text.skip(from: span.upperBound) { $0.isLetter || $0 == .hyphen }
    if text.byte(at) == .comma { at += 1 }
    at = text.skip(from: at, to: at + 2, while: \.isWhite)
    return text.has("&", at: at) || text.has("Ltd", at: at) || text.has("Bros", at: at)
      || text.has("GmbH", at: at) || text.has("Verlag", at: at) || text.has("and Co.", at: at)
      || text.has("and Sons", at: at) || text.has("Brothers", at: at)
  }

  /// Whether `M.`, `Mr` or the like stands before: as in letters and despatches that are quoted.
  func hasForeignTitle(_ span: Range<Int>) -> Bool {
    let end = text.skipBack(from: span.lowerBound, while: \.isWhite)
    let start = text.skipBack(from: end) { $0.isLetter || $0 == .fullStop }
    // `M. M. Litvinov` has initials.
    if end - start == 2, text.byte(start - 1) == .space, text.byte(start - 2) == .fullStop,
      text.byte(start - 3).isUpper, !text.byte(start - 4).isLetter
    {
      return false
    }
    return Self.titles.contains(text.string(start..<end))
  }

  private static let titles: Set<String> = [
    "M.", "MM.", "Mr.", "Mr", "Monsieur", "Herr", "Mme.", "Mme", "Mrs.", "Mrs", "Madame",
  ]

  private func paragraphStart(_ line: Int) -> Int {
    let spacing = window.evidence.lines.isDoubleSpaced ? 1 : 0
    var at = line
    var blanks = 0
    while at > 0, layout.lines[line].start - layout.lines[at].start < Self.reach {
      blanks = layout.lines[at - 1].isBlank ? blanks + 1 : 0
      if blanks > spacing { break }
      at -= 1
    }
    return layout.lines[at].start
  }

  /// Marks, and the first bytes of typographic ones: all else is passed without being decoded.
  private static let marks = FewBytes(Array("\"'*(".utf8) + [0xC2, 0xE2])

  private enum SingleMark {
    case opens, closes, neither
  }

  /// What a single quotation mark, or what may be one, does where it stands.
  private func singleMark(at offset: Int) -> SingleMark {
    let (scalar, length) = text.scalar(at: offset)
    guard scalar == "'" || scalar == "\u{2018}" || scalar == "\u{2019}" else { return .neither }
    let before = text.byte(offset - 1)
    let after = text.byte(offset + length)
    if before.isWhite || before == .openBracket || before == .hyphen || before == 0x94
      || before == UInt8(ascii: "[") || offset == 0
    {
      return after.isLetter || after.isHigh || after == UInt8(ascii: "[") || after == .fullStop
        ? .opens : .neither
    }
    return after.isLetter ? .neither : .closes
  }

  /// Whether the mark of a note stands here, `(2).`: of a quotation before it the closing mark is lost.
  private func isNoteMark(at offset: Int) -> Bool {
    let end = text.skip(from: offset + 1, to: offset + 4, while: \.isDigit)
    guard end > offset + 1, text.byte(end) == .closeBracket else { return false }
    let after = text.skip(from: end + 1, to: end + 3, while: \.isBlank)
    return text.byte(after) == .fullStop || text.byte(after) == .comma
      || text.byte(after) == UInt8(ascii: ";")
  }

  /// What is open where a paragraph has been read up to `end`.
  private func openMarks(from start: Int, to end: Int) -> Marks {
    var marks = Marks()
    var at = start
    if let last = lastMarks, last.start == start, last.end <= end {
      (marks, at) = (last.marks, last.end)
    }
    while true {
      at = text.next(in: Self.marks, from: at, to: end)
      guard at < end else { break }
      let (scalar, length) = text.scalar(at: at)
      let before = text.byte(at - 1)
      let after = text.byte(at + length)
      let opens =
        before.isWhite || before == .openBracket || before == .hyphen || before == 0x94
        || before == UInt8(ascii: "[")
      switch scalar {
      case "\"", "\u{201C}", "\u{201D}", "\u{201E}": marks.double = opens && !after.isWhite
      case "\u{AB}", "\u{BB}": marks.guillemet = opens || scalar == "\u{AB}"
      case "'", "\u{2018}", "\u{2019}":
        switch singleMark(at: at) {
        case .opens: marks.single = true
        case .closes: marks.single = false
        case .neither: break
        }
      case "*":
        // A closing mark is misread as a star, too.
        if marks.single, !marks.star, !opens, !after.isLetter { marks.single = false }
        marks.star = opens && after.isUpper
      case "(": if marks.single, isNoteMark(at: at) { marks.single = false }
      default: break
      }
      at += length
    }
    lastMarks = (start, at, marks)
    return marks
  }

  /// Whether a single quotation mark that is open at an offset is closed before the next one opens: the
  /// OCR loses some.
  private func closesSingle(from start: Int) -> Bool {
    if let last = lastClosing, (last.start..<last.end).contains(start) { return last.closes }
    let (end, closes) = findClosing(from: start)
    lastClosing = (start, end, closes)
    return closes
  }

  private func findClosing(from start: Int) -> (end: Int, closes: Bool) {
    var at = start
    let end = Swift.min(start + Self.reach, text.count)
    while true {
      at = text.next(in: Self.marks, from: at, to: end)
      guard at < end else { break }
      let byte = text[at]
      if byte == .openBracket, isNoteMark(at: at) { return (at, true) }
      if byte == .asterisk, !text.byte(at - 1).isWhite, !text.byte(at + 1).isLetter {
        return (at, true)
      }
      switch singleMark(at: at) {
      case .opens: return (at, false)
      case .closes: return (at, true)
      case .neither: at += text.scalar(at: at).length
      }
    }
    return (start + Self.reach / 2, true)
  }
}
