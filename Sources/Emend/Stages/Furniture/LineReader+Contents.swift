extension LineReader {
  /// Whether a line is an entry of a table of contents, which has the words of the running heads and a
  /// folio, too: an entry with leaders stands beside it, or entries whose folios go before and behind.
  func isContentsEntry(_ index: Int) -> Bool {
    guard let folio = folioOfEntry(index) else { return false }
    let beside = [layout.previousText(before: index), layout.nextText(after: index)].map { line in
      line.flatMap { abs($0 - index) <= spacing + 2 ? $0 : nil }
    }
    if beside.contains(where: { $0.map { folioOfEntry($0) != nil && hasLeaders($0) } ?? false }) {
      return true
    }
    guard let before = beside[0].flatMap(folioOfEntry), let after = beside[1].flatMap(folioOfEntry)
    else { return false }
    return before <= folio && folio <= after
  }

  /// The number at the end of a line that has words before it.
  private func folioOfEntry(_ index: Int) -> Int? {
    let content = lines[index].content
    let start = text.skipBack(from: content.upperBound, to: content.lowerBound, while: \.isDigit)
    guard (1...Self.longestFolio).contains(content.upperBound - start), start > content.lowerBound,
      text[start - 1].isBlank || text[start - 1] == .fullStop,
      text[content.lowerBound..<start].contains(where: \.isLetter)
    else { return nil }
    return text[start..<content.upperBound].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Whether a row of stops leads to the end of a line: `. . .`, `...`.
  private func hasLeaders(_ index: Int) -> Bool {
    var stops = 0
    for at in lines[index].content where !text[at].isBlank {
      stops = text[at] == .fullStop ? stops + 1 : 0
      if stops == 3 { return true }
    }
    return false
  }

  /// Digits of a folio.
  private static let longestFolio = 4
}
