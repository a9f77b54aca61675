/// How a generated document is set and read, its damage apart.
public struct DocumentStyle: Sendable {
  /// What stands for a page end.
  public enum PageMark: CaseIterable, Sendable {
    case none, formFeed, blankLines, leadingSpace
  }

  /// What refers to a note: nothing, `3)` or `3` behind the stop.
  public enum NoteMarks: CaseIterable, Sendable {
    case none, brackets, digits
  }

  /// Bytes of the longest line.
  public var width: Int
  /// Whether an ordinary line end has a space before it.
  public var trailingSpace: Bool
  public var pageMark: PageMark
  public var linesPerPage: Int
  public var notes: NoteMarks
  public var paragraphs: Int

  /// A style that the seed decides.
  public init(using random: inout SeededGenerator, paragraphs: Int = 12) {
    width = Int.random(in: 38...58, using: &random)
    let mark = PageMark.allCases.randomElement(using: &random)!
    pageMark = mark
    // One space before a line shows a page only where wraps end in a space.
    trailingSpace = mark == .leadingSpace || Bool.random(using: &random)
    linesPerPage = Int.random(in: 26...38, using: &random)
    notes = NoteMarks.allCases.randomElement(using: &random)!
    self.paragraphs = paragraphs
  }
}
