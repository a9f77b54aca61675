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
  mutating func add(_ layout: Layout, of text: Text) {
    unsafe text.storage.withUnsafeBufferPointer { bytes in
      var run = 0
      for line in layout.lines {
        if line.isBlank {
          run &+= 1
          if line.end > line.start, text[line.start..<line.end].contains(.formFeed) {
            formFeeds += 1
          }
          continue
        }
        if run > 0 {
          if run == 3 { triples += 1 } else if run > 1 { otherRuns += 1 } else { doubleSpaced += 1 }
          run = 0
        }
        self.text &+= 1
        if line.leading > 0 {
          if unsafe bytes[line.start] == .formFeed {
            formFeeds += 1
          } else {
            indented += 1
            if line.leading == 1, unsafe bytes[line.start] == .space { indentedByOne += 1 }
          }
        }
        guard line.contentEnd &- line.contentStart >= 40 else { continue }
        long &+= 1
        let last = unsafe bytes[line.contentEnd &- 1]
        let behind = unsafe bytes[line.contentEnd]
        if behind.isBlank, last.isLetter || last.isDigit || last == .comma {
          wraps &+= 1
          wrapsWithBlank &+= 1
        } else if last.isDigit || last == .comma {
          wraps &+= 1
        }
      }
    }
  }
}

extension Text {
  subscript(range: Range<Int>) -> ArraySlice<UInt8> { storage[range] }
}
