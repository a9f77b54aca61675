extension LineReader {
  /// The bytes that go when furniture is taken out, for each piece.
  ///
  /// Pieces between which only blank lines stand are one where a sentence goes on behind them.
  /// - Parameter pieces: the lines of each, in text order.
  func spans(removing pieces: [Range<Int>]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    spans.reserveCapacity(pieces.count)
    var first = 0
    while first < pieces.count {
      var last = first
      while last + 1 < pieces.count,
        layout.nextText(after: pieces[last].upperBound - 1) == pieces[last + 1].lowerBound
      {
        last += 1
      }
      let whole = pieces[first].lowerBound..<pieces[last].upperBound
      if first < last, let gap = gapInSentence(whole) {
        // Each goes up to the next one, the first and the last with the gap's ends.
        let starts = pieces[(first + 1)...last].map { lines[$0.lowerBound].start }
        let bounds = [gap.lowerBound] + starts + [gap.upperBound]
        spans += zip(bounds, bounds.dropFirst()).map { $0..<$1 }
      } else {
        for piece in first...last { spans.append(span(removing: pieces[piece])) }
      }
      first = last + 1
    }
    return spans
  }

  /// The bytes that go when these lines are taken out.
  ///
  /// Inside a sentence the blank lines on both sides go as well. Elsewhere those behind go if some
  /// stand before. A form feed stays.
  func span(removing range: Range<Int>) -> Range<Int> {
    if let gap = gapInSentence(range) { return gap }
    let last = lines[range.upperBound - 1]
    var start = lines[range.lowerBound].start
    let contentStart = lines[range.lowerBound].content.lowerBound
    if let feed = text[start..<contentStart].lastIndex(of: .formFeed) { start = feed + 1 }
    let end = Swift.min(last.end + 1, text.count)
    guard let after = layout.nextText(after: range.upperBound - 1) else { return start..<end }
    let hasFeedBehind = text[end..<lines[after].content.lowerBound].contains(.formFeed)
    return start..<(!hasFeedBehind && blanksBefore(range.lowerBound) > 0 ? lines[after].start : end)
  }

  /// What stands between the lines before and behind these; `nil` where no sentence goes on there, and
  /// where a form feed divides them.
  private func gapInSentence(_ range: Range<Int>) -> Range<Int>? {
    guard let (before, after) = sentence(around: range),
      !text[lines[before].end..<lines[after].content.lowerBound].contains(.formFeed)
    else { return nil }
    return lines[before].end + 1..<lines[after].start
  }
}
