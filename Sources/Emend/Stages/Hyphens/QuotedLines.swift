/// Lines that Markdown or mail marks as quoted: `> ` before each.
enum QuotedLines {
  static let mark = UInt8(ascii: ">")

  /// The content of a line that may go on the one before: without its marks, where both have the same.
  static func content(of line: Int, behind before: Int, in layout: Layout, of text: Text) -> Range<
    Int
  > {
    let content = layout.lines[line].content
    guard text[content.lowerBound] == mark else { return content }
    let marks = self.marks(of: content, in: text)
    let above = self.marks(of: layout.lines[before].content, in: text)
    guard marks.count == above.count, marks.end < content.upperBound else { return content }
    return marks.end..<content.upperBound
  }

  /// How many marks a line begins with, and where what is quoted begins.
  private static func marks(of content: Range<Int>, in text: Text) -> (count: Int, end: Int) {
    var (count, end) = (0, content.lowerBound)
    for at in content {
      if text[at] == mark { count += 1 } else if !text[at].isBlank { return (count, at) }
      end = at + 1
    }
    return (count, end)
  }
}
