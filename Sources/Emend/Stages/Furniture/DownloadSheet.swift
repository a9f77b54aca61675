/// The sheet that aggregators put before an article: from its first to its last telling line.
enum DownloadSheet {
  /// Text lines at the beginning that are looked at.
  private static let reach = 80
  /// Lines without a score that may stand between two with one: title, author, journal.
  private static let gap = 4

  /// Bytes of a line that are looked at: a paragraph of terms tells itself long before.
  private static let longest = 1500

  static func find(in reader: LineReader) -> Removal? {
    var scored: [(line: Int, score: Int, position: Int)] = []
    var position = 0
    for index in reader.lines.indices where !reader.lines[index].isBlank {
      position += 1
      if position > reach { break }
      let content = reader.lines[index].content
      let beginning =
        content.lowerBound..<Swift.min(content.upperBound, content.lowerBound + longest)
      let score = Boilerplate.standard.score(
        ofSheetLine: reader.text.string(beginning).lowercased())
      if score > 0 { scored.append((index, score, position)) }
    }
    // The first run of lines that stand close together.
    var run: [(line: Int, score: Int, position: Int)] = []
    for line in scored {
      if let last = run.last, line.position - last.position > gap + 1 { break }
      run.append(line)
    }
    let total = run.reduce(0) { $0 + $1.score }
    guard let first = run.first, let last = run.last, run.count >= 4, total >= 10,
      run.contains(where: { $0.score >= 4 }), first.position <= 10
    else { return nil }
    return Removal(
      lines: first.line..<last.line + 1, rule: "furniture/download-sheet", confidence: .certain,
      evidence: .boilerplate(score: total))
  }
}
