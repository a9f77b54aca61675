extension Passage {
  /// `cp a.txt . && ls`: a stop that is a word of a command. A sign behind a letter may be one that was
  /// read for a letter: `Oliph&nt`.
  func isCommand(_ at: Int) -> Bool {
    // Hardly a line has one of them: they are sought before it is.
    let first = Swift.max(0, at - 80)
    let last = Swift.min(text.count, at + 80)
    guard
      text.next(in: Self.joins, from: first, to: last) < last
        || text.next(in: Self.brackets, from: first, to: last) < last
    else { return false }
    let line = window.layout.lines[window.layout.line(at: at)].content
    let end = Swift.min(line.upperBound, last)
    for sign in Swift.max(line.lowerBound, first)..<end where Self.shell.contains(text[sign]) {
      // `$500 million`: a sum.
      if text[sign] == UInt8(ascii: "$"), text.byte(sign + 1).isDigit { continue }
      if text[sign] == UInt8(ascii: "=") || !text.byte(sign - 1).isLetter { return true }
    }
    return false
  }

  // Nine signs: one search takes eight.
  private static let joinBytes = "&|=$\\"
  private static let bracketBytes = "<>{}"
  private static let joins = FewBytes(joinBytes.utf8)
  private static let brackets = FewBytes(bracketBytes.utf8)
  private static let shell = ByteSet((joinBytes + bracketBytes).utf8)
}
