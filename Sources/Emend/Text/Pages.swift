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
    var feeds: [Int] = []
    if evidence.lines.formFeeds > 0 { feeds = text.offsets(of: .formFeed) }
    var nextFeed = 0
    // Where form feeds divide the pages, blank lines stand inside them.
    let onlyFormFeeds = evidence.lines.formFeeds >= Self.leastFormFeeds
    let tripleIsPageEnd = !onlyFormFeeds && evidence.lines.tripleIsPageEnd
    let spaceIsPageStart = !onlyFormFeeds && evidence.lines.spaceIsPageStart
    let (blank, marked) = (layout.blank, layout.marked)
    let behindThree = tripleIsPageEnd ? blank.behindThree : nil
    // All other lines are passed without a look.
    var notable = marked
    if spaceIsPageStart { notable.formUnion(layout.led.subtracting(blank)) }
    if let behindThree { notable.formUnion(behindThree) }
    // The line of the next form feed, found once for each.
    var fed = (number: -1, line: 0)
    var index = -1
    // Sought anew only behind it: many form feeds may stand before it.
    var nextNotable = -1
    while true {
      let start = index + 1
      if nextNotable < start { nextNotable = notable.next(from: start, to: lines.count) }
      index = nextNotable
      if nextFeed < feeds.count {
        // Where only a form feed stands the page begins with the next line that has more.
        if fed.number != nextFeed {
          let line = layout.line(at: feeds[nextFeed])
          fed = (nextFeed, layout.nextText(after: line - 1) ?? lines.count)
        }
        index = Swift.min(index, Swift.max(start, fed.line))
      }
      if index >= lines.count { break }
      let line = lines[index]
      let sawFormFeed = nextFeed < feeds.count && feeds[nextFeed] < line.end
      while nextFeed < feeds.count, feeds[nextFeed] < line.end { nextFeed += 1 }
      if index == 0 { continue }
      if sawFormFeed {
        starts.append((index, .formFeed))
      } else if marked.contains(index), line.content.count >= ExportMark.shortest,
        ExportMark(line.content, in: text) != nil
      {
        starts.append((index, .exportMark))
      } else if behindThree?.contains(index) ?? false {
        starts.append((index, .blankLines))
      } else if spaceIsPageStart, line.leading == 1, text[line.start] == .space {
        starts.append((index, .leadingSpace))
      }
    }
    var pages = [Page]()
    for (i, start) in starts.enumerated() {
      let end = i + 1 < starts.count ? starts[i + 1].line : lines.count
      if start.line < end { pages.append(Page(lines: start.line..<end, mark: start.mark)) }
    }
    self.pages = pages
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
