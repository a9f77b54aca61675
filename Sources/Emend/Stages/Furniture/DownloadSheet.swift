/// What aggregators put before and behind a text: a sheet from its first to its last telling line, a
/// header, a licence at the end.
enum DownloadSheet {
  private typealias Scored = (line: Int, score: Int, position: Int)

  /// Text lines at the beginning that are looked at.
  private static let reach = 80
  /// One of so many lines has to tell of a sheet.
  private static let beginning = 10
  /// Lines without a score that may stand between two with one: title, author, journal.
  private static let gap = 4
  /// Lines at the beginning in which a header ends, and at the end in which a licence begins.
  private static let longestHeader = 400
  private static let longestFooter = 600

  /// Bytes of a line that are looked at: a paragraph of terms tells itself long before.
  private static let longest = 1500

  /// The sheet before an article.
  static func find(in reader: LineReader) -> Removal? {
    if let header = header(in: reader) { return header }
    var lines: [Int] = []
    for index in reader.lines.indices where !reader.lines[index].isBlank {
      lines.append(index)
      if lines.count == reach { break }
    }
    // One look at the first lines is all that most documents cost.
    let first = lines.prefix(beginning).map { folded($0, reader) }
    guard Boilerplate.standard.scores(ofSheet: first, misread: false).contains(where: { $0 != nil })
    else { return nil }
    let all = first + lines.dropFirst(beginning).map { folded($0, reader) }
    let scores = Boilerplate.standard.scores(ofSheet: all, misread: true)
    // The first run of lines that stand close together.
    var run: [Scored] = []
    for (position, score) in scores.enumerated() {
      guard let score else { continue }
      if let last = run.last, position - last.position > gap + 1 { break }
      run.append((lines[position], score, position))
    }
    let total = run.reduce(0) { $0 + $1.score }
    guard let first = run.first, let last = run.last,
      run.count >= 4, total >= 10,
      run.contains(where: { $0.score >= 4 })
    else { return nil }
    let told = Set(run.map(\.line))
    return Removal(
      lines: first.line..<last.line + 1, rule: "furniture/download-sheet", confidence: .certain,
      evidence: .cover(facts: facts(first.line..<last.line + 1, told, reader), score: total))
  }

  /// The licence behind a text.
  static func licence(in reader: LineReader) -> Removal? {
    var found: Removal?
    let first = Swift.max(0, reader.lines.count - longestFooter)
    for index in first..<reader.lines.count {
      let start = reader.lines[index].content.lowerBound
      guard
        reader.text.has("***", at: start) || reader.text.has("End of", at: start)
          || reader.text.has("END OF", at: start)
      else { continue }
      let line = folded(index, reader)
      // Another book begins behind the licence.
      if Boilerplate.standard.score(of: line, at: .head) > 0 { found = nil }
      let score = Boilerplate.standard.score(of: line, at: .tail)
      guard score > 0, found == nil else { continue }
      found = Removal(
        lines: index..<reader.lines.count, rule: "furniture/download-sheet", confidence: .certain,
        evidence: .boilerplate(score: score))
    }
    return found
  }

  private static func header(in reader: LineReader) -> Removal? {
    for index in reader.lines.indices.prefix(longestHeader) {
      let content = reader.lines[index].content
      guard reader.text.has("***", at: content.lowerBound) else { continue }
      let score = Boilerplate.standard.score(of: folded(index, reader), at: .head)
      guard score > 0 else { continue }
      return Removal(
        lines: 0..<index + 1, rule: "furniture/download-sheet", confidence: .certain,
        evidence: .cover(facts: facts(0..<index + 1, nil, reader), score: score))
    }
    return nil
  }

  /// What the sheet says of the text: `Author(s): …`, `Source: …`, `DOI: …`, and the lines that are
  /// none of the service's: title, author, journal.
  /// - Parameter told: the lines of the service, where they are known.
  private static func facts(_ lines: Range<Int>, _ told: Set<Int>?, _ reader: LineReader) -> String
  {
    var facts: [String] = []
    for index in lines where !reader.lines[index].isBlank && facts.count < mostFacts {
      let line = folded(index, reader)
      let isFact = labels.contains { line.starts(with: $0.utf8) }
      let isOwn = told.map { !$0.contains(index) && line.count { $0.isLetter } >= 8 } ?? false
      if isFact || isOwn { facts.append(String(reader.content(index).prefix(longestFact))) }
    }
    return facts.joined(separator: " | ")
  }

  private static let mostFacts = 8
  private static let longestFact = 120

  /// What stands before a fact on a sheet, in small letters.
  private static let labels = [
    "author(s): ", "author: ", "title: ", "source: ", "to cite this article", "published by: ",
    "doi: ", "to link to this article", "stable url: ", "accessed: ", "on: ", "https://doi.org/",
    "release date: ", "citation for published version", "issn: ",
  ]

  private static func folded(_ line: Int, _ reader: LineReader) -> [UInt8] {
    Boilerplate.fold(reader.text[reader.lines[line].content].prefix(longest))
  }
}
