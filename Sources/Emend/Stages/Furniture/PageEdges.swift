/// The outermost lines of a window's pages; furniture is taken off them from outside inwards.
struct PageEdges {
  enum Edge: Equatable { case top, bottom }

  let reader: LineReader
  /// Text lines by page, without the blank ones at both ends.
  private let pages: [Range<Int>]
  /// Whether a line is known to be furniture, by its index.
  private var taken: [Bool]

  /// Lines at an edge that can be furniture.
  static let depth = 3

  /// Text lines by page.
  let textLines: [Int]
  /// Text lines of a full page.
  let full: Int

  var count: Int { pages.count }

  init(_ reader: LineReader) {
    self.reader = reader
    taken = [Bool](repeating: false, count: reader.lines.count)
    let blank = reader.layout.blank
    pages = reader.window.pages.pages.map { page in
      var range = page.lines
      while !range.isEmpty, blank.contains(range.lowerBound) { range.removeFirst() }
      while !range.isEmpty, blank.contains(range.upperBound - 1) { range.removeLast() }
      return range
    }
    textLines = pages.map { $0.count - blank.count(in: $0) }
    full = textLines.sorted()[textLines.count / 2]
  }

  /// The line at the edge of a page, behind `depth` others that are not furniture; `nil` where the
  /// page has no more.
  func line(_ page: Int, _ edge: Edge, depth: Int = 0) -> Int? {
    let range = pages[page]
    var left = depth
    var at = edge == .top ? range.lowerBound : range.upperBound - 1
    while range.contains(at) {
      if !reader.lines[at].isBlank, !taken[at] {
        if left == 0 { return at }
        left -= 1
      }
      at += edge == .top ? 1 : -1
    }
    return nil
  }

  mutating func take(_ line: Int) { taken[line] = true }

  func isTaken(_ line: Int) -> Bool { taken[line] }

  /// The lines of a page, without the blank ones at both ends.
  func lines(_ page: Int) -> Range<Int> { pages[page] }

  /// Whether a page is more than its edges.
  func hasBody(_ page: Int) -> Bool { line(page, .top, depth: Self.depth) != nil }

  /// Whether the text of the page before goes on in a line.
  func runsOn(into line: Int, of page: Int) -> Bool {
    guard page > 0, reader.startsSmall(line), let last = self.line(page - 1, .bottom) else {
      return false
    }
    return reader.isUnfinished(last)
  }

  /// Whether the text of every sixth page goes on in the next one.
  var textRunsOn: Bool {
    var found = 0
    for page in 1..<count {
      for depth in 0...1 {
        guard let first = line(page, .top, depth: depth) else { break }
        if reader.startsSmall(first) {
          found += 1
          break
        }
      }
    }
    return found * 6 >= count
  }
}
