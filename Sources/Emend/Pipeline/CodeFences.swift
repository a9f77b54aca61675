/// Code that Markdown sets between lines of three backticks or more: nothing in it was read from a page.
enum CodeFences {
  private static let mark = UInt8(ascii: "`")
  private static let shortest = 3

  /// The bytes of the blocks, with the lines that open and close them.
  ///
  /// A fence that nothing closes is none; and where most of a text stands between fences it is the text.
  /// - Complexity: O(*n*) at the speed of `memchr`.
  static func find(in text: Text) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var open: (start: Int, length: Int)?
    var last = -1
    text.forEachOffset(of: mark) { at in
      guard at > last, text.byte(at + 1) == mark, text.byte(at + 2) == mark else { return }
      let line = text.skipBack(from: at) { $0 != .newline }
      let end = text.skip(from: at) { $0 != .newline }
      last = end
      let info = text.skip(from: at, while: { $0 == mark })
      guard text[line..<at].allSatisfy(\.isBlank), !text[info..<end].contains(mark) else { return }
      if let (start, length) = open {
        guard info - at >= length, text[info..<end].allSatisfy(\.isWhite) else { return }
        spans.append(start..<Swift.min(end + 1, text.count))
        open = nil
      } else {
        open = (line, info - at)
      }
    }
    return spans.reduce(0) { $0 + $1.count } * 2 > text.count ? [] : spans
  }
}
