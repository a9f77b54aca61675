/// The blocks of notes at the feet of pages: a sentence may go on behind one.
public struct NoteBlocks: Sendable {
  /// Ranges of line indices, in order.
  public private(set) var blocks: [Range<Int>] = []

  /// The numbers of a block's first and last note; `nil` for one that a star begins.
  private var numbered: [ClosedRange<Int>?] = []

  /// - Complexity: O(lines).
  init(of text: Text, layout: Layout, pages: Pages) {
    let reader = NoteLabels(text: text, layout: layout)
    let bareReader = BareLabels(text: text, layout: layout)
    // Pages without a label since the last note: one of theirs may be misread.
    var bare: [Range<Int>] = []
    var last: Int?
    for page in pages.pages {
      if let block = reader.block(on: page.lines) {
        if let last, block.first == last + 2 {
          let found = bare.compactMap { reader.misread(last + 1, in: $0).map($0.suffix(from:)) }
          if found.count == 1, let lines = found.first { add(lines, last + 1...last + 1) }
        }
        bare.removeAll(keepingCapacity: true)
        if block.first <= block.last {
          add(block.lines, block.first...block.last)
          last = block.last
        }
      } else if let block = bareReader.block(on: page.lines) {
        add(block.lines, block.first...block.last)
        last = block.last
      } else if pages.pages.count > 1, let block = reader.starred(on: page.lines) {
        add(block, nil)
      } else if last != nil, bare.count < Self.reach {
        bare.append(page.lines)
      }
    }
  }

  /// Pages without notes over which a note is looked for.
  private static let reach = 8

  private mutating func add(_ block: Range<Int>, _ numbers: ClosedRange<Int>?) {
    blocks.append(block)
    numbered.append(numbers)
  }

  /// The block that holds a line, or else the lines between the blocks before and behind it.
  /// - Complexity: O(log *n*).
  func stretch(at line: Int) -> (lines: Range<Int>, isBlock: Bool) {
    let next = count(upTo: line)
    let start = next > 0 ? blocks[next - 1].upperBound : 0
    if line < start { return (blocks[next - 1], true) }
    return (start..<(next < blocks.count ? blocks[next].lowerBound : Int.max), false)
  }

  /// The block that holds a line, if one does.
  /// - Complexity: O(log *n*).
  public func block(ofLine line: Int) -> Range<Int>? {
    index(ofLine: line).map { blocks[$0] }
  }

  /// The numbers of the notes on a page, in order.
  /// - Complexity: O(log *n*).
  func numbers(on page: Range<Int>) -> [Int] {
    index(ofLine: page.upperBound - 1).flatMap { numbered[$0] }.map(Array.init) ?? []
  }

  private func index(ofLine line: Int) -> Int? {
    let count = count(upTo: line)
    return count > 0 && blocks[count - 1].contains(line) ? count - 1 : nil
  }

  /// The number of blocks that begin at a line or before it.
  private func count(upTo line: Int) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].lowerBound <= line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
