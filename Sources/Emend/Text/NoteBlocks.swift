/// The blocks of notes at the feet of pages: a sentence may go on behind one.
public struct NoteBlocks: Sendable {
  /// Ranges of line indices, in order.
  public let blocks: [Range<Int>]

  /// - Complexity: O(lines).
  init(of text: Text, layout: Layout, pages: Pages) {
    var blocks = [Range<Int>]()
    for page in pages.pages {
      if let block = Self.block(on: page.lines, of: text, layout: layout) { blocks.append(block) }
    }
    self.blocks = blocks
  }

  /// The block that holds a line, if one does.
  /// - Complexity: O(log *n*).
  public func block(ofLine line: Int) -> Range<Int>? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].lowerBound <= line { low = middle + 1 } else { high = middle }
    }
    guard low > 0, blocks[low - 1].contains(line) else { return nil }
    return blocks[low - 1]
  }

  /// The numbers of the notes on a page, in order.
  func numbers(on page: Range<Int>, of text: Text, layout: Layout) -> [Int] {
    guard let block = block(ofLine: page.upperBound - 1) else { return [] }
    return block.compactMap { index in
      let content = layout.lines[index].content
      return content.isEmpty ? nil : Self.label(at: content, in: text)
    }
  }

  /// Notes stand at the end of a page: from the first label on whose followers count up by one.
  private static func block(
    on page: Range<Int>, of text: Text, layout: Layout
  ) -> Range<Int>? {
    var labels: [(line: Int, number: Int, isInBrackets: Bool)] = []
    for index in page where !layout.lines[index].isBlank {
      let content = layout.lines[index].content
      if let number = label(at: content, in: text) {
        labels.append((index, number, text[content.lowerBound] == .openBracket))
      }
    }
    // The last run of labels that count up by one; a longer list inside the body breaks the count, and so
    // does a marker that came to stand at the start of a line, `(1) The next day`.
    guard var first = labels.last else { return nil }
    for label in labels.dropLast().reversed() {
      guard label.number == first.number - 1 || label.number == first.number,
        label.isInBrackets == first.isInBrackets
      else { break }
      first = label
    }
    // Something of the body has to stand before the notes, unless the page is all notes.
    let bodyEnds = layout.previousText(before: first.line) ?? -1
    guard bodyEnds >= page.lowerBound || first.number == 1 else { return nil }
    return first.line..<page.upperBound
  }

  /// The number of a note label such as `1. Ibid`, `3) See` or `¹² Ibid` at the start of a line.
  static func label(at line: Range<Int>, in text: Text) -> Int? {
    // Nearly all lines begin with a letter.
    if text[line.lowerBound].isLetter { return nil }
    var at = line.lowerBound
    // A speck of dirt may stand before the label.
    if line.count > 3, !text[at].isLetter, !text[at].isDigit, text[at] < 0x80 {
      at += 1
      while at < line.upperBound, text[at].isBlank { at += 1 }
    }
    var number = 0
    var digits = 0
    while at < line.upperBound, text[at].isDigit, digits < 4 {
      number = number * 10 + Int(text[at] - 0x30)
      at += 1
      digits += 1
    }
    if digits > 0 {
      guard digits <= 3, number > 0 else { return nil }
      if text.byte(at).isBlank, text.byte(at + 1) == .fullStop { at += 1 }
      guard text.byte(at) == .fullStop || text.byte(at) == .closeBracket || text.byte(at) == .comma
      else { return nil }
      at += 1
      while at < line.upperBound, text[at].isBlank { at += 1 }
      let next = text.byte(at)
      return next.isUpper || next == .apostrophe || next == .quotationMark || next.isHigh
        || next == .openBracket || next == .asterisk ? number : nil
    }
    while at < line.upperBound {
      let (scalar, length) = text.scalar(at: at)
      guard let digit = superscripts[scalar] else { break }
      number = number * 10 + digit
      at += length
      digits += 1
    }
    return digits > 0 && digits <= 3 && text.byte(at).isBlank ? number : nil
  }

  static let superscripts: [Unicode.Scalar: Int] = [
    "\u{2070}": 0, "\u{B9}": 1, "\u{B2}": 2, "\u{B3}": 3, "\u{2074}": 4, "\u{2075}": 5,
    "\u{2076}": 6, "\u{2077}": 7, "\u{2078}": 8, "\u{2079}": 9,
  ]
}
