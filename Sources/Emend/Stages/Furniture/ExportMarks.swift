/// Lines by which a library's export says where pages begin.
enum ExportMarks {
  /// Fewer are an author's.
  private static let least = 3

  static func find(in reader: LineReader) -> [(line: Int, mark: ExportMark)] {
    let pages = reader.window.pages.pages
    guard pages.count >= least else { return [] }
    // On the first page the mark may stand on the first line, and where a page begins otherwise.
    let marks = pages.compactMap { page -> (line: Int, mark: ExportMark)? in
      guard let line = page.lines.first(where: { !reader.lines[$0].isBlank }),
        let mark = ExportMark(reader.lines[line].content, in: reader.text)
      else { return nil }
      return (line, mark)
    }
    guard marks.count >= least, counts(marks.map(\.mark)), !areMarkup(marks.map(\.line), reader)
    else { return [] }
    return marks
  }

  /// Whether tags that close others stand at line starts: there `<pb n="12"/>` is an editor's, and says more than a
  /// page number.
  private static func areMarkup(_ marks: [Int], _ reader: LineReader) -> Bool {
    let text = reader.text
    guard marks.contains(where: { text[reader.lines[$0].content.lowerBound] == lessThan }) else {
      return false
    }
    return reader.lines.contains { line in
      line.content.count > 3 && text[line.content.lowerBound] == lessThan
        && text[line.content.lowerBound + 1] == UInt8(ascii: "/")
    }
  }

  private static let lessThan = UInt8(ascii: "<")

  static func removals(of marks: [(line: Int, mark: ExportMark)]) -> [Removal] {
    marks.map { line, mark in
      Removal(
        lines: line..<line + 1, rule: "furniture/page-mark", confidence: .certain,
        evidence: mark.number.map { .folio(expected: $0) } ?? .pattern("an export's mark of a page")
      )
    }
  }

  /// Whether the marks count upwards: their images, or the numbers of the front matter and those
  /// of the text by themselves.
  private static func counts(_ marks: [ExportMark]) -> Bool {
    let images = marks.compactMap(\.image)
    if images.count == marks.count { return isIncreasing(images) }
    return [true, false].allSatisfy { roman in
      isIncreasing(marks.compactMap { $0.isRoman == roman ? $0.number : nil })
    }
  }

  private static func isIncreasing(_ values: [Int]) -> Bool {
    RunningLines.increasing(values).count * 10 >= values.count * 9
  }
}
