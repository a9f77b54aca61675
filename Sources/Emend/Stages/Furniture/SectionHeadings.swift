/// Lines that head what the author wrote, with numbers or none: poems, chapters, the documents of a collection. They
/// repeat and count upwards as running heads and folios do, but no sentence goes on over them.
enum SectionHeadings {
  /// Of this many pages one at least ends inside a sentence.
  private static let pages = 6

  /// Whether lines are sections' sooner than pages'.
  /// - Complexity: O(*n*) for *n* lines.
  static func are(_ lines: some Collection<Int>, _ reader: LineReader) -> Bool {
    lines.count { goesOn(over: $0, reader) } * pages < lines.count && !haveHeads(lines, reader)
  }

  /// Whether beside a third of them stands the same line, misread or not, apart from the text.
  private static func haveHeads(_ lines: some Collection<Int>, _ reader: LineReader) -> Bool {
    let beside = lines.flatMap { line in
      [reader.layout.previousText(before: line), reader.layout.nextText(after: line)]
        .compactMap(\.self)
    }
    let heads = beside.compactMap { line -> HeadClusters.Member? in
      guard reader.blanksBefore(line) > reader.spacing, reader.blanksAfter(line) > reader.spacing,
        let head = RunningLine(line, reader), head.letterCount >= 4
      else { return nil }
      return HeadClusters.Member(page: 0, line: head, reader: reader)
    }
    let most = HeadClusters(heads).clusters().map(\.count).max() ?? 0
    return most >= 2 && most * 3 >= lines.count
  }

  /// The lines of roman numerals that are sections' numbers: in capitals, where those of front matter are small.
  static func numerals(_ lines: [Int], _ reader: LineReader) -> Set<Int> {
    let capitals = lines.filter { line in
      reader.text[reader.lines[line].content].contains(where: \.isUpper)
    }
    guard capitals.count * 2 > lines.count, are(capitals, reader) else { return [] }
    return Set(capitals)
  }

  /// Whether a word or a sentence goes on behind a line, or behind the head that follows it.
  private static func goesOn(over line: Int, _ reader: LineReader) -> Bool {
    if let before = reader.layout.previousText(before: line),
      reader.text[reader.lines[before].content.upperBound - 1] == .hyphen
    {
      return true
    }
    guard let next = reader.layout.nextText(after: line) else { return false }
    if reader.startsSmall(next) { return true }
    guard let behind = reader.layout.nextText(after: next), reader.startsSmall(behind) else {
      return false
    }
    return reader.blanksAfter(next) > reader.spacing
      || !reader.text[reader.lines[next].content].contains(where: \.isLower)
  }
}
