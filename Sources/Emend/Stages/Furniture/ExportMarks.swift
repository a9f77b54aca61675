/// Lines by which a library's export says where pages begin.
enum ExportMarks {
  /// Fewer are an author's.
  private static let least = 3

  static func find(in reader: LineReader) -> [Removal] {
    let pages = reader.window.pages.pages
    guard pages.count >= least else { return [] }
    // On the first page the mark may stand on the first line, and where a page begins otherwise.
    let marks = pages.compactMap { page -> (line: Int, number: Int)? in
      guard let line = page.lines.first(where: { !reader.lines[$0].isBlank }),
        let number = ExportMark.number(of: reader.lines[line].content, in: reader.text)
      else { return nil }
      return (line, number)
    }
    guard marks.count >= least,
      RunningLines.increasing(marks.map(\.number)).count * 10 >= marks.count * 9
    else { return [] }
    return marks.map {
      Removal(
        lines: $0.line..<$0.line + 1, rule: "furniture/page-mark", confidence: .certain,
        evidence: .folio(expected: $0.number))
    }
  }
}
