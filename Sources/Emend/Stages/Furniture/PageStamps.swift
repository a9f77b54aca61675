/// Lines that nearly all pages have at one edge, byte for byte, and that no running heads are: a
/// download service puts them there.
enum PageStamps {
  private static let leastPages = 5
  /// Bytes of a stamp: a page may end in a short word as the one before it did.
  private static let shortest = 12
  /// Lines of a stamp: of pages that are alike in more the text is.
  private static let mostLines = 6

  /// The lines of the stamp, by page, from outside inwards.
  ///
  /// Only where form feeds or the marks of an export divide the pages: parts of a book that stand
  /// further apart may end in the same words.
  /// - Complexity: O(pages).
  static func find(_ edges: PageEdges, _ edge: PageEdges.Edge) -> [[Int]] {
    guard edges.count >= leastPages else { return [] }
    let mark = edges.reader.window.pages.pages[1].mark
    guard mark == .formFeed || mark == .exportMark else { return [] }
    var inner = edges
    var found: [[Int]] = []
    while let lines = outermost(inner, edge) {
      found.append(lines)
      if found.count > mostLines { return [] }
      for line in lines { inner.take(line) }
    }
    return found
  }

  private static func outermost(_ edges: PageEdges, _ edge: PageEdges.Edge) -> [Int]? {
    let reader = edges.reader
    var all: [(line: Int, hash: UInt64)] = []
    // The line that most pages have, if one has: the vote of Boyer and Moore (1981).
    var (candidate, votes) = (UInt64(0), 0)
    for page in 0..<edges.count where edges.hasBody(page) {
      guard let line = edges.line(page, edge) else { continue }
      let content = reader.lines[line].content
      guard content.count >= shortest else { continue }
      let hash = reader.text.hashOfBytes(content)
      all.append((line, hash))
      if votes == 0 { candidate = hash }
      votes += hash == candidate ? 1 : -1
    }
    let lines = all.filter { $0.hash == candidate }.map(\.line)
    guard lines.count >= leastPages, lines.count * 5 >= edges.count * 4,
      !mayBeHead(lines[0], edge, reader), !asks(lines[0], reader)
    else { return nil }
    // Notes may end in the same words.
    let inText = lines.count { goesOn($0, edge, edges) }
    return inText * 3 > lines.count ? nil : lines
  }

  /// Whether a line and the one further inside, which it touches, are of one sentence.
  private static func goesOn(_ line: Int, _ edge: PageEdges.Edge, _ edges: PageEdges) -> Bool {
    let (first, next) = edge == .top ? (line, line + 1) : (line - 1, line)
    let reader = edges.reader
    guard first >= 0, next < reader.lines.count, !reader.lines[first].isBlank,
      !reader.lines[next].isBlank
    else { return false }
    return reader.isUnfinished(first) && reader.startsSmall(next)
  }

  /// A form asks the same on each page; no service does.
  private static func asks(_ line: Int, _ reader: LineReader) -> Bool {
    reader.text[reader.lines[line].content.upperBound - 1] == UInt8(ascii: "?")
  }

  /// Whether a line is one that running heads and feet are sought among.
  private static func mayBeHead(_ line: Int, _ edge: PageEdges.Edge, _ reader: LineReader) -> Bool {
    !reader.startsSmall(line) && RunningLine(line, reader, isAtEdge: true) != nil
      && (edge == .top || reader.text[reader.lines[line].content.upperBound - 1] != .fullStop)
  }
}
