/// What the finders of furniture ask of a line and its neighbours.
///
/// A class, because what is found of a line holds one: copies of its parts cost as much as the search.
final class LineReader {
  let window: Window
  let layout: Layout
  let text: Text
  let textLineCount: Int
  /// Blank lines that stand between ordinary lines: 1 in a double-spaced text.
  let spacing: Int

  private(set) lazy var ends = LineEnds(layout.lines, of: text)

  /// Blank lines before the first line and behind the last.
  static let unbounded = 99

  /// - Parameter known: furniture that is known already: read as if it were not there.
  init(_ window: Window, without known: [Removal] = []) {
    self.window = window
    layout =
      known.isEmpty
      ? window.layout : window.layout.blanking(known.lazy.flatMap(\.lines), in: window.text)
    text = window.text
    textLineCount = layout.lines.count - layout.blank.count(in: layout.lines.indices)
    spacing = window.evidence.lines.isDoubleSpaced ? 1 : 0
  }

  var lines: [Line] { layout.lines }

  func content(_ line: Int) -> String { text.string(lines[line].content) }

  /// Blank lines right before a line; `unbounded` at the start of the text.
  func blanksBefore(_ line: Int) -> Int {
    let before = layout.blank.lastMissing(before: line)
    return before < 0 ? Self.unbounded : line - 1 - before
  }

  func blanksAfter(_ line: Int) -> Int {
    let after = layout.blank.nextMissing(from: line + 1, to: lines.count)
    return after >= lines.count ? Self.unbounded : after - 1 - line
  }

  /// Whether more than the usual line distance stands on one side at least.
  func isIsolated(_ line: Int) -> Bool {
    blanksBefore(line) > spacing || blanksAfter(line) > spacing || hasFormFeed(line)
  }

  /// Whether the line begins with a form feed, or the one behind it does.
  func hasFormFeed(_ line: Int) -> Bool {
    if window.evidence.lines.formFeeds == 0 { return false }
    if beginsWithFormFeed(line) { return true }
    var next = line + 1
    while next < lines.count {
      if beginsWithFormFeed(next) { return true }
      if !lines[next].isBlank { return false }
      next += 1
    }
    return false
  }

  func beginsWithFormFeed(_ line: Int) -> Bool {
    text[lines[line].start..<lines[line].content.lowerBound].contains(.formFeed)
  }

  /// Whether the line ends without the punctuation that ends a sentence, or with a hyphen. Dirt behind
  /// it does not count: a later stage takes it away.
  func isUnfinished(_ line: Int) -> Bool {
    let content = lines[line].content
    guard var last = content.last.map({ text[$0] }) else { return false }
    if Self.dirtAtEnd.contains(last), content.count >= 3, text[content.upperBound - 2].isBlank {
      let end = text.skipBack(from: content.upperBound - 1, while: \.isBlank)
      guard end > content.lowerBound else { return false }
      last = text[end - 1]
    }
    return last.isLetter || last.isDigit || last == .comma || last == .hyphen
      || last == UInt8(ascii: ";")
  }

  /// Whether a line ends in a label that a number has to follow: `see pp.`
  func endsInLabel(_ line: Int) -> Bool {
    let content = lines[line].content
    guard text[content].last == .fullStop else { return false }
    let end = content.upperBound - 1
    let start = text.skipBack(
      from: end, to: Swift.max(content.lowerBound, end - 4), while: \.isLetter)
    return Self.labels.contains(text.string(start..<end).lowercased())
  }

  private static let labels: Set<String> = [
    "bd", "col", "f", "ff", "fol", "no", "nos", "nr", "p", "pp", "s", "sp", "st", "str", "t", "vol",
  ]

  /// Whether the sentence of the text line before goes on in the text line behind.
  func isInsideSentence(_ range: Range<Int>) -> Bool { sentence(around: range) != nil }

  /// The text lines before and behind, where a sentence goes on from the one in the other.
  func sentence(around range: Range<Int>) -> (before: Int, after: Int)? {
    guard let before = layout.previousText(before: range.lowerBound),
      let after = layout.nextText(after: range.upperBound - 1), isUnfinished(before),
      startsSmall(after)
    else { return nil }
    return (before, after)
  }

  /// Whether a line is shorter than the next one, in which a sentence goes on.
  func interrupts(_ line: Int) -> Bool {
    guard let next = layout.nextText(after: line), startsSmall(next) else { return false }
    return lines[line].content.count * 4 <= lines[next].content.count * 3
  }

  /// Whether a line begins with a small letter, perhaps behind dirt, which a later stage takes away.
  func startsSmall(_ line: Int) -> Bool {
    let start = lines[line].content.lowerBound
    let first = text[start]
    if first.isLetter { return first.isLower }
    guard first.isHigh || Self.dirtAtStart.contains(first) else { return false }
    let (scalar, length) = text.scalar(at: start)
    if first.isHigh, scalar != Self.bullet { return scalar.isLowercase }
    let end = text.skip(from: start + length, to: start + length + 2, while: \.isBlank)
    return text.byte(end).isLower && !marksList(line, first)
  }

  /// Whether a line near begins with the same byte: marks of a list are on purpose.
  private func marksList(_ line: Int, _ mark: UInt8) -> Bool {
    let near =
      Swift.max(0, line - Self.longestItem)..<Swift.min(lines.count, line + Self.longestItem)
    return near.contains {
      $0 != line && !lines[$0].isBlank && text[lines[$0].content.lowerBound] == mark
    }
  }

  /// What `SpeckRepair` takes away at a line's start, but for what may be a quotation or a table.
  private static let dirtAtStart = ByteSet("*^~".utf8)
  private static let bullet: Unicode.Scalar = "\u{2022}"
  private static let dirtAtEnd = ByteSet("/~^".utf8)
  /// Lines of an item of a list, at most.
  private static let longestItem = 12
}
