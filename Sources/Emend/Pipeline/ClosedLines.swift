/// The lines that a writer closed to all stages: from a line `emend:off` to a line `emend:on`, or
/// to the end.
///
/// The line may dress the word as a comment (`<!-- emend:off -->`, `% emend:off`); it holds no other
/// letter or digit, so that prose may speak of it.
struct ClosedLines {
  /// Bytes of the closed lines and of those that close and open them, in text order; with the line
  /// end before the first, so that nothing is joined to it.
  private(set) var spans: [Range<Int>] = []
  /// Blocks of code.
  private let fences: [Range<Int>]
  /// Whether what follows the text is closed.
  let staysClosed: Bool

  var isEmpty: Bool { spans.isEmpty && fences.isEmpty }

  /// - Parameter isClosed: whether the text begins closed.
  /// - Complexity: O(*n*) at the speed of `memchr`.
  init(of text: Text, isClosed: Bool) {
    var start = isClosed ? 0 : nil
    var spans: [Range<Int>] = []
    text.forEachOffset(of: UInt8(ascii: ":")) { colon in
      guard colon >= 5, text.has("emend:o", at: colon - 5) else { return }
      let isOff = text.has("off", at: colon + 1)
      let word = colon - 5..<colon + (isOff ? 4 : 3)
      guard isOff || text.has("on", at: colon + 1) else { return }
      let line = text.skipBack(from: word.lowerBound) { $0 != .newline }
      let end = text.skip(from: word.upperBound) { $0 != .newline }
      func isBare(_ part: Range<Int>) -> Bool {
        !text[part].contains { $0.isLetter || $0.isDigit || $0.isHigh }
      }
      guard isBare(line..<word.lowerBound), isBare(word.upperBound..<end) else { return }
      if isOff, start == nil {
        start = Swift.max(0, line - 1)
      } else if !isOff, let opened = start {
        spans.append(opened..<Swift.min(end + 1, text.count))
        start = nil
      }
    }
    if let start, start < text.count { spans.append(start..<text.count) }
    self.spans = spans
    fences = CodeFences.find(in: text)
    staysClosed = start != nil
  }

  /// Whether an edit would change a closed line, or join one to what stands before it.
  /// - Complexity: O(log *n*) for *n* closed stretches.
  func hold(_ edit: Edit) -> Bool {
    let span = edit.span
    // A rejoined word takes the rest of its line along, the end too, and puts one behind itself.
    let end = edit.replacement.utf8.last == .newline ? span.upperBound - 1 : span.upperBound
    return [spans, fences].contains {
      $0.firstEnding(from: span.lowerBound + 1).map { $0.lowerBound < end } ?? false
    }
  }
}
