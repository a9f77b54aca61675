/// Where a name stands: in running text, in a quotation, or in a title or note.
struct NamePlaces {
  private let window: Window
  private var text: Text { window.text }

  /// Bytes before a name in which an open quotation is looked for.
  private static let reach = 4000
  /// Bytes of a line that is a whole paragraph.
  private static let longLine = 200

  init(_ window: Window) { self.window = window }

  func place(of span: Range<Int>) -> NameOptions.Place {
    let line = window.layout.line(at: span.lowerBound)
    if window.notes.block(ofLine: line) != nil { return .titles }
    // `(1)` is no label but a marker that came to stand at the start of a line.
    if text[window.layout.lines[line].content.lowerBound] != .openBracket,
      NoteLabels.label(at: window.layout.lines[line].content, in: text) != nil
    {
      return .titles
    }
    // `Maisky, Ivan, …`: an author at the head of an entry.
    let isAtStart = window.layout.lines[line].content.lowerBound == span.lowerBound
    if isAtStart, text.byte(span.upperBound) == .comma, text.byte(span.upperBound + 2).isUpper {
      return .titles
    }
    // A paragraph may be one long line with thousands of names.
    let start = Swift.max(paragraphStart(line), span.lowerBound - Self.reach)
    let marks = openMarks(from: start, to: span.lowerBound)
    if marks.star { return .titles }
    return marks.quote || isExtract(span.lowerBound, line) ? .quotations : .text
  }

  /// Whether a paragraph without marks is quoted: in a text that says I next to nowhere it does.
  private func isExtract(_ offset: Int, _ line: Int) -> Bool {
    guard window.usage(of: "I").count * 100 < window.survey.words else { return false }
    let (start, paragraphEnd) = paragraph(of: line)
    let end = Swift.min(paragraphEnd, offset + Self.reach)
    var at = Swift.max(start, offset - Self.reach)
    var isFirstPerson = false
    while at < end {
      let byte = text[at]
      // Marks tell by themselves what is quoted.
      if byte == .quotationMark
        || byte == 0xE2 && text.byte(at + 1) == 0x80
          && (0x9C...0x9E).contains(text.byte(at + 2))
      {
        return false
      }
      if byte == UInt8(ascii: "I"), text.byte(at - 1).isWhite || text.byte(at - 1) == .openBracket,
        text.byte(at + 1) == .space, text.byte(at + 2).isLower
      {
        isFirstPerson = true
      }
      at += 1
    }
    return isFirstPerson
  }

  /// The bytes of a paragraph: a long line by itself, else all lines up to the blank ones around.
  private func paragraph(of line: Int) -> (start: Int, end: Int) {
    let lines = window.layout.lines
    if lines[line].content.count >= Self.longLine {
      return (lines[line].start, lines[line].content.upperBound)
    }
    let start = paragraphStart(line)
    let spacing = window.evidence.lines.isDoubleSpaced ? 1 : 0
    var at = line
    var blanks = 0
    while at + 1 < lines.count, lines[at].start - start < Self.reach {
      blanks = lines[at + 1].isBlank ? blanks + 1 : 0
      if blanks > spacing { break }
      at += 1
    }
    return (start, lines[at].content.upperBound)
  }

  /// Whether a Polish first name stands before: the bearer keeps the Polish form.
  func hasPolishName(_ span: Range<Int>) -> Bool {
    let end = text.skipBack(from: span.lowerBound, while: \.isWhite)
    let start = text.skipBack(from: end) { $0.isLetter || $0.isHigh }
    return Self.polishNames.contains(text.string(start..<end))
  }

  private static let polishNames: Set<String> = [
    "Andrzej", "Bolesław", "Boleslaw", "Czesław", "Czeslaw", "Henryk", "Ignacy", "Jan", "Jerzy",
    "Józef", "Jozef", "Kazimierz", "Leszek", "Michał", "Mieczysław", "Paweł", "Piotr", "Stanisław",
    "Stanislaw", "Tadeusz", "Wacław", "Waclaw", "Witold", "Władysław", "Wladyslaw", "Wojciech",
    "Zbigniew", "Zygmunt",
  ]

  /// Whether `(sic)` follows: the writer meant the spelling.
  func isMarkedSic(_ span: Range<Int>) -> Bool {
    let end = text.skip(from: span.upperBound, to: span.upperBound + 24) { !$0.isBlank }
    let after = text.skip(from: end, while: \.isBlank)
    return text.has("(sic", at: after) || text.has("[sic", at: after)
  }

  /// Whether `M.`, `Mr` or the like stands before: as in letters and despatches that are quoted.
  func hasForeignTitle(_ span: Range<Int>) -> Bool {
    let end = text.skipBack(from: span.lowerBound, while: \.isWhite)
    let start = text.skipBack(from: end) { $0.isLetter || $0 == .fullStop }
    return Self.titles.contains(text.string(start..<end))
  }

  private static let titles: Set<String> = [
    "M.", "MM.", "Mr.", "Mr", "Monsieur", "Herr", "Mme.", "Mme", "Mrs.", "Mrs", "Madame",
  ]

  private func paragraphStart(_ line: Int) -> Int {
    let lines = window.layout.lines
    let spacing = window.evidence.lines.isDoubleSpaced ? 1 : 0
    var at = line
    var blanks = 0
    while at > 0, lines[line].start - lines[at].start < Self.reach {
      blanks = lines[at - 1].isBlank ? blanks + 1 : 0
      if blanks > spacing { break }
      at -= 1
    }
    return lines[at].start
  }

  /// Whether a byte is a quotation mark or a star, or the first of a typographic one: letters are
  /// passed without being decoded.
  @inline(__always)
  private static func mayBeMark(_ byte: UInt8) -> Bool {
    byte == .quotationMark || byte == .apostrophe || byte == .asterisk || byte == 0xC2
      || byte == 0xE2
  }

  /// What is open where a paragraph has been read up to `end`.
  private func openMarks(from start: Int, to end: Int) -> (quote: Bool, star: Bool) {
    var double = false
    var single = false
    var guillemet = false
    var star = false
    var at = start
    while at < end {
      guard Self.mayBeMark(text[at]) else {
        at += 1
        continue
      }
      let (scalar, length) = text.scalar(at: at)
      let before = text.byte(at - 1)
      let after = text.byte(at + length)
      let opens =
        before.isWhite || before == .openBracket || before == .hyphen || before == 0x94
        || before == UInt8(ascii: "[")
      switch scalar {
      case "\"", "\u{201C}", "\u{201D}", "\u{201E}": double = opens && !after.isWhite
      case "\u{AB}", "\u{BB}": guillemet = opens || scalar == "\u{AB}"
      case "'", "\u{2018}", "\u{2019}":
        if opens, after.isLetter || after.isHigh || after == UInt8(ascii: "[") || after == .fullStop
        {
          single = true
        } else if !opens, !after.isLetter {
          single = false
        }
      case "*": star = opens && after.isUpper
      default: break
      }
      at += length
    }
    return (double || guillemet || single && closesSingle(from: end), star)
  }

  /// Whether a single quotation mark that is open at an offset is closed before the next one opens: the
  /// OCR loses some.
  private func closesSingle(from start: Int) -> Bool {
    var at = start
    let end = Swift.min(start + Self.reach, text.count)
    while at < end {
      guard Self.mayBeMark(text[at]) else {
        at += 1
        continue
      }
      let (scalar, length) = text.scalar(at: at)
      if scalar == "'" || scalar == "\u{2018}" || scalar == "\u{2019}" {
        let before = text.byte(at - 1)
        let after = text.byte(at + length)
        let opens = before.isWhite || before == .openBracket
        if opens, after.isLetter || after.isHigh { return false }
        if !opens, !after.isLetter { return true }
      }
      at += length
    }
    return true
  }
}
