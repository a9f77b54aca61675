/// Labels of notes without a stop, `1 Ibid., p. 4`: raised digits of the page that were read as plain ones.
///
/// Such a line may be one of a table, or a folio. It is a note where its number is glued to a word, as a marker is,
/// in the text of the page above.
struct BareLabels {
  private let text: Text
  private let layout: Layout

  init(text: Text, layout: Layout) {
    self.text = text
    self.layout = layout
  }

  /// Lines of a page: where a text does not show its pages, its last number says nothing.
  private static let longestPage = 200
  /// Lines of a page from its foot in which such notes are looked for: a page has no more.
  private static let longest = 60
  /// Notes of a row that may miss, their labels or their markers misread.
  private static let gap = 2

  /// The notes at the end of a page, from the first on.
  /// - Returns: their lines, and the numbers of the first and the last of them.
  /// - Complexity: O(bytes of the page) where a line begins with a number, else O(lines).
  func block(on page: Range<Int>) -> (lines: Range<Int>, first: Int, last: Int)? {
    guard page.count <= Self.longestPage,
      let bottom = label(in: page.suffix(Self.longest), above: page.upperBound)
    else { return nil }
    let markers = markers(
      from: layout.lines[page.lowerBound].start, to: layout.lines[bottom.line].start)
    var first: (line: Int, number: Int)?
    var last = 0
    var next: (line: Int, number: Int)? = bottom
    while let label = next {
      if let at = markers[label.number], at < layout.lines[label.line].start,
        first.map({ (1...Self.gap + 1).contains($0.number - label.number) }) ?? true
      {
        if first == nil { last = label.number }
        first = label
      }
      next = self.label(in: page.suffix(Self.longest), above: label.line)
    }
    guard let first, let above = layout.previousText(before: first.line), above >= page.lowerBound
    else { return nil }
    return (first.line..<page.upperBound, first.number, last)
  }

  /// The last line above another that begins with a number and a word with a capital.
  private func label(in lines: Range<Int>, above line: Int) -> (line: Int, number: Int)? {
    var end = line
    while end > lines.lowerBound, let index = layout.odd.last(in: lines.lowerBound..<end) {
      if let number = number(at: layout.lines[index].content) { return (index, number) }
      end = index
    }
    return nil
  }

  private func number(at line: Range<Int>) -> Int? {
    let end = text.skip(from: line.lowerBound, to: line.upperBound, while: \.isDigit)
    guard (1...3).contains(end - line.lowerBound), text[line.lowerBound] != UInt8(ascii: "0"),
      text.byte(end) == .space, NoteLabels.startsNote(end, before: line.upperBound, in: text)
    else { return nil }
    return value(line.lowerBound..<end)
  }

  private func value(_ digits: Range<Int>) -> Int {
    text[digits].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The first place of each number that stands as a marker does: `ended.3 The`, `word4 and`, `1932.1 'We`.
  private func markers(from start: Int, to end: Int) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var at = start
    while at < end {
      guard text[at].isDigit else {
        at += 1
        continue
      }
      let digits = at..<text.skip(from: at, to: end, while: \.isDigit)
      if digits.count <= 3, isGlued(digits), endsMarker(digits.upperBound) {
        let number = value(digits)
        if found[number] == nil { found[number] = at }
      }
      at = digits.upperBound
    }
    return found
  }

  private func isGlued(_ digits: Range<Int>) -> Bool {
    let before = text.byte(digits.lowerBound - 1)
    if before.isLower { return true }
    // `”` and `’`.
    if before.isHigh { return text.byte(digits.lowerBound - 3) == 0xE2 }
    guard ".,;:!?'\")]".utf8.contains(before) else { return false }
    // `2.5` and `10,000` are numbers; a year may end a sentence.
    let year = text.skipBack(from: digits.lowerBound - 1, while: \.isDigit)
    let length = digits.lowerBound - 1 - year
    return length == 0 || length == 4
  }

  private func endsMarker(_ end: Int) -> Bool {
    let after = text.byte(end)
    return after.isWhite || ",;:)'\"".utf8.contains(after)
  }
}
