/// How a document sets its lines: what an ordinary wrap looks like tells a removed hyphen.
public struct LineEvidence: Sendable {
  /// Lines with content.
  public var text = 0
  /// Lines of usual length: 40 bytes or more.
  public var long = 0
  /// Long lines that end in a letter, a digit or a comma and tell whether a wrap ends in a blank:
  /// those that do, and of those that do not the ones behind a digit or comma. A letter without a
  /// blank may be half of a word; were it counted, rejoining words would change the evidence.
  public var wraps = 0
  /// Wraps that end in a blank.
  public var wrapsWithBlank = 0
  /// Lines with content that start with a blank.
  public var indented = 0
  /// Lines with content that start with exactly one space.
  public var indentedByOne = 0
  /// Lines with content between two single blank lines or next to one.
  public var doubleSpaced = 0
  /// Runs of exactly three blank lines, and runs of two or of four and more.
  public var triples = 0
  public var otherRuns = 0
  public var formFeeds = 0

  public init() {}

  /// Whether an ordinary wrap of this document ends in a space, so that a wrap without one speaks.
  public var wrapEndsInBlank: Bool {
    wrapsWithBlank >= 5 && wrapsWithBlank * 10 >= wraps * 7 && wrapsWithBlank * 10 >= long * 3
  }
  /// Whether a blank line stands between most lines and means nothing.
  public var isDoubleSpaced: Bool { text >= 8 && doubleSpaced * 10 >= text * 7 }
  /// Whether three blank lines stand for a page end: then no other long runs occur to speak of.
  public var tripleIsPageEnd: Bool { triples >= 1 && triples * 4 >= otherRuns * 5 }
  /// Whether one space at the start of a line stands for a page end: rare, and nothing else is
  /// indented.
  public var spaceIsPageStart: Bool {
    wrapEndsInBlank && indentedByOne > 0 && indentedByOne * 8 <= text
      && (indented - indentedByOne) * 4 <= indentedByOne
  }

  /// Takes in the lines of one more window.
  ///
  /// Sixty-four lines are counted at once; read one by one, where a line ends as the one before did not the
  /// processor has begun with the wrong branch.
  mutating func add(_ layout: Layout, of text: Text) {
    let ends = LineEnds(layout.lines, of: text)
    // The blank lines among the sixty-four before.
    var before: UInt64 = 0
    for (at, end) in ends.words.enumerated() {
      let blank = ~end.content
      let (one, two) = (blank &<< 1 | before &>> 63, blank &<< 2 | before &>> 62)
      let (three, four) = (blank &<< 3 | before &>> 61, blank &<< 4 | before &>> 60)
      before = blank
      self.text &+= end.content.nonzeroBitCount
      // Lines behind blank ones.
      let behind = end.content & one
      let single = (behind & ~two).nonzeroBitCount
      let triple = (behind & two & three & ~four).nonzeroBitCount
      doubleSpaced &+= single
      triples &+= triple
      otherRuns &+= behind.nonzeroBitCount &- single &- triple
      long &+= end.full.nonzeroBitCount
      let open = end.full & end.open
      wraps &+= (open & end.letter | end.full & end.figure).nonzeroBitCount
      wrapsWithBlank &+= (open & (end.letter | end.figure)).nonzeroBitCount
      var padded = end.padded
      while padded != 0 {
        let line = layout.lines[at &<< 6 &+ padded.trailingZeroBitCount]
        if text[line.start..<line.end].contains(.formFeed) { formFeeds += 1 }
        padded &= padded &- 1
      }
      var indents = end.indented
      while indents != 0 {
        let line = layout.lines[at &<< 6 &+ indents.trailingZeroBitCount]
        if text[line.start] == .formFeed {
          formFeeds += 1
        } else {
          indented += 1
          if line.leading == 1, text[line.start] == .space { indentedByOne += 1 }
        }
        indents &= indents &- 1
      }
    }
  }
}

extension Text {
  subscript(range: Range<Int>) -> ArraySlice<UInt8> { storage[range] }
}
