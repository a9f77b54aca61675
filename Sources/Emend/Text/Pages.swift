/// Where the pages of a window begin, from whatever the text offers.
public struct Pages: Sendable {
  /// What shows that a page begins.
  public enum Mark: Sendable {
    /// The first page of the window.
    case start
    case formFeed
    /// Three blank lines, in a text that has no other long runs of them.
    case blankLines
    /// One space before the first line, in a text that is not indented.
    case leadingSpace
    /// A line that an export puts there.
    case exportMark

    var description: String {
      switch self {
      case .start: "the text begins"
      case .formFeed: "form feed"
      case .blankLines: "three blank lines"
      case .leadingSpace: "one leading space"
      case .exportMark: "the mark of an export"
      }
    }
  }

  public struct Page: Sendable {
    /// Indices of its lines, the blank ones at its end included.
    public var lines: Range<Int>
    public let mark: Mark
  }

  public let pages: [Page]

  /// Form feeds that are no accident.
  private static let leastFormFeeds = 3

  /// - Complexity: O(lines).
  init(of text: Text, layout: Layout, evidence: DocumentEvidence) {
    let lines = layout.lines
    var starts: [(line: Int, mark: Mark)] = [(0, .start)]
    var run = 0
    var feeds: [Int] = []
    if evidence.lines.formFeeds > 0 { feeds = text.offsets(of: .formFeed) }
    var nextFeed = 0
    // Where form feeds divide the pages, blank lines stand inside them.
    let onlyFormFeeds = evidence.lines.formFeeds >= Self.leastFormFeeds
    let tripleIsPageEnd = !onlyFormFeeds && evidence.lines.tripleIsPageEnd
    let spaceIsPageStart = !onlyFormFeeds && evidence.lines.spaceIsPageStart
    let usual = UsualLines(
      lines: lines, text: text, leastBlanks: tripleIsPageEnd ? 3 : .max,
      lead: spaceIsPageStart ? 1 : -1)
    unsafe lines.withUnsafeBufferPointer { lines in
      var next = 0
      while true {
        let index = usual.end(from: next, to: nextFeed < feeds.count ? feeds[nextFeed] : .max, &run)
        if index == lines.count { break }
        next = index + 1
        let line = unsafe lines[index]
        let blanks = run
        run = 0
        let sawFormFeed = nextFeed < feeds.count && feeds[nextFeed] < line.end
        while nextFeed < feeds.count, feeds[nextFeed] < line.end { nextFeed += 1 }
        if index == 0 { continue }
        if sawFormFeed {
          starts.append((index, .formFeed))
        } else if ExportMark.mayBegin(with: text[line.contentStart]),
          line.content.count >= ExportMark.shortest, ExportMark(line.content, in: text) != nil
        {
          starts.append((index, .exportMark))
        } else if blanks == 3, tripleIsPageEnd {
          starts.append((index, .blankLines))
        } else if spaceIsPageStart, line.leading == 1, text[line.start] == .space {
          starts.append((index, .leadingSpace))
        }
      }
    }
    var pages = [Page]()
    for (i, start) in starts.enumerated() {
      let end = i + 1 < starts.count ? starts[i + 1].line : lines.count
      if start.line < end { pages.append(Page(lines: start.line..<end, mark: start.mark)) }
    }
    self.pages = pages
  }

  /// Nearly all lines: those that may not begin a page.
  private struct UsualLines {
    let lines: [Line]
    let text: Text
    /// Blank lines before one that may.
    let leastBlanks: Int
    /// Blanks at the start of one that may.
    let lead: Int

    /// The first line from one on that is not one of them and not blank, and the blank ones before it.
    func end(from start: Int, to feed: Int, _ run: inout Int) -> Int {
      unsafe lines.withUnsafeBufferPointer { lines in
        unsafe text.storage.withUnsafeBufferPointer { bytes in
          var blanks = run
          defer { run = blanks }
          var index = start
          while index < lines.count {
            let line = unsafe lines[index]
            if line.isBlank {
              blanks &+= 1
            } else {
              let first = unsafe bytes[line.contentStart]
              if blanks >= leastBlanks || line.contentStart &- line.start == lead
                || line.end > feed || !first.isLetter && ExportMark.mayBegin(with: first)
              {
                break
              }
              blanks = 0
            }
            index &+= 1
          }
          return index
        }
      }
    }
  }

  /// Index of the page that holds a line.
  /// - Complexity: O(log *n*).
  public func page(ofLine line: Int) -> Int {
    var low = 0
    var high = pages.count
    while low < high {
      let middle = (low + high) / 2
      if pages[middle].lines.lowerBound <= line { low = middle + 1 } else { high = middle }
    }
    return Swift.max(0, low - 1)
  }
}
