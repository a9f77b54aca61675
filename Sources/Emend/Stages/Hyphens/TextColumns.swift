/// Columns that stand side by side, in a text that keeps the layout of its pages: what a line's last
/// word goes on in is not the next line's first.
enum TextColumns {
  /// Blanks between two columns, at least.
  private static let narrowest = 3
  /// Characters of a column or of the gap behind a shorter one, at least: less is the number of an item.
  private static let least = 16
  /// Lines to the next one that has text, at most.
  private static let reach = 2

  /// Whether a line ends in a column that has another to its left: the same characters are blank in
  /// it and in a line beside it, with text before them in one of the two.
  /// - Complexity: O(length of the lines).
  static func standBeside(endOf line: Int, in layout: Layout, of text: Text) -> Bool {
    let own = layout.lines[line]
    // Nearly all lines.
    guard own.leading >= least || hasGap(own.content, text) else { return false }
    let gaps = gaps(line, layout, text)
    return [layout.previousText(before: line), layout.nextText(after: line)].contains { beside in
      guard let beside, abs(beside - line) <= reach else { return false }
      return self.gaps(beside, layout, text).contains { other in
        gaps.contains {
          ($0.lowerBound > 0 || other.lowerBound > 0)
            && $0.clamped(to: other).count >= narrowest
        }
      }
    }
  }

  /// Whether three blanks may stand side by side in a line, looked at eight bytes at a time.
  private static func hasGap(_ content: Range<Int>, _ text: Text) -> Bool {
    unsafe text.storage.withUnsafeBytes { bytes in
      var at = content.lowerBound
      while at < content.upperBound {
        // A text is padded behind its end.
        let some = unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ spaces
        // The highest bit of each byte that was a space, and now and then of the one behind it.
        let blank = (some &- ones) & ~some & WordHash.highBits
        if blank & blank >> 8 & blank >> 16 != 0 { return true }
        at += 6
      }
      return false
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let spaces: UInt64 = 0x2020_2020_2020_2020

  /// The blanks in a line behind a column or in the place of one, in characters.
  private static func gaps(_ line: Int, _ layout: Layout, _ text: Text) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var column = layout.lines[line].leading
    if column >= least { gaps.append(0..<column) }
    var start = column
    for at in layout.lines[line].content where !text[at].isContinuation {
      column += 1
      if text[at] == .space { continue }
      let width = column - 1 - start
      if width >= narrowest, start >= least || width >= least { gaps.append(start..<column - 1) }
      start = column
    }
    return gaps
  }
}
