/// The length of a text's pages, from the numbers that were found: where the next one has to stand.
///
/// A text without marks of its pages shows them by the heads and folios that repeat. Those that do not
/// (a head of one page, a folio that was misread) are known by their distance from those around them,
/// and by the number that is due there.
struct PageDistance {
  private(set) var removals: [Removal] = []
  /// The lines of page numbers, in order, with their numbers.
  private(set) var folios: [(line: Int, number: Int)] = []

  private let reader: LineReader
  /// Lines of a page, blank ones too.
  private var length = 0.0

  /// Numbers that have to be known before a distance is believed.
  private static let least = 5
  /// Pages between two known ones over which a number is looked for.
  private static let reach = 8
  /// How far from its place a line may stand, in pages: a chapter begins further down.
  private static let tolerance = 0.35

  /// - Parameter found: heads and folios that repetition or sequence told.
  /// - Complexity: O(lines).
  init(_ found: [Removal], _ candidates: [RunningLine], _ reader: LineReader) {
    self.reader = reader
    var isFound = [Bool](repeating: false, count: reader.lines.count)
    for removal in found { isFound[removal.lines.lowerBound] = true }
    let known = candidates.filter { isFound[$0.line] && $0.number != nil }
    folios = RunningLines.increasing(known.map { $0.number ?? 0 }).map {
      (known[$0].line, known[$0].number ?? 0)
    }
    guard folios.count >= Self.least else { return }
    guard let page = PageLength(folios) else { return }
    length = page.lines
    let usual = page.rates.count { abs($0 - length) <= length * Self.tolerance }
    guard usual * 10 >= page.rates.count * 7 else { return }
    takeHeads(candidates.filter { !isFound[$0.line] })
    takeMisreadFolios(except: isFound)
    folios.sort { $0.line < $1.line }
  }

  private mutating func take(_ line: Int, _ rule: RuleID, _ number: Int) {
    removals.append(
      Removal(
        lines: line..<line + 1, rule: rule, confidence: .certain,
        evidence: .folio(expected: number)))
    folios.append((line, number))
  }

  /// Heads and folios that carry the number that is due where they stand.
  private mutating func takeHeads(_ candidates: [RunningLine]) {
    let known = folios
    var next = 0
    for candidate in candidates {
      while next < known.count, known[next].line < candidate.line { next += 1 }
      guard next > 0, next < known.count, let number = candidate.number,
        isDue(number, at: candidate.line, between: known[next - 1], and: known[next]),
        candidate.isBare || candidate.letterCount >= 4, standsApart(candidate.line),
        !RunningLines.isHeading(candidate, reader)
      else { continue }
      take(candidate.line, candidate.isBare ? "furniture/folio" : "furniture/running-head", number)
    }
  }

  /// Short lines at the places of folios that are not read as numbers, or as others.
  private mutating func takeMisreadFolios(except isFound: [Bool]) {
    let known = folios.sorted { $0.line < $1.line }
    for (a, b) in zip(known, known.dropFirst()) {
      let pages = b.number - a.number
      guard (2...Self.reach).contains(pages) else { continue }
      for due in a.number + 1..<b.number {
        let found = (a.line + 1..<b.line).filter { line in
          let content = reader.lines[line].content
          return !content.isEmpty && content.count <= 8 && !isFound[line]
            && isDue(due, at: line, between: a, and: b) && standsApart(line)
            && sharesDigit(line, with: due)
            && PageStarts.isMisreadFolio(line, reader, due: due)
        }
        guard found.count == 1, let line = found.first else { continue }
        take(line, "furniture/folio-garbled", due)
      }
    }
  }

  private func isDue(
    _ number: Int, at line: Int, between a: (line: Int, number: Int),
    and b: (line: Int, number: Int)
  ) -> Bool {
    guard number > a.number, number < b.number, b.number - a.number <= Self.reach else {
      return false
    }
    // Between the two by their own distance, which has to be that of the text.
    let length = Double(b.line - a.line) / Double(b.number - a.number)
    guard abs(length - self.length) <= self.length * Self.tolerance else { return false }
    let place = Double(a.line) + length * Double(number - a.number)
    return abs(Double(line) - place) <= length * Self.tolerance
  }

  private func standsApart(_ line: Int) -> Bool {
    let before = reader.blanksBefore(line)
    let after = reader.blanksAfter(line)
    return Swift.min(before, after) >= reader.spacing && Swift.max(before, after) > reader.spacing
  }

  /// Whether a line has a digit of the number, or letters that make the whole number: words of other
  /// languages are short, too.
  private func sharesDigit(_ line: Int, with due: Int) -> Bool {
    let digits = String(due).utf8
    let visible = reader.text[reader.lines[line].content].filter { !$0.isWhite }
    if visible.contains(where: { $0.isDigit && digits.contains($0) }) { return true }
    return visible.map { Folio.digit($0) } == digits.map { Int($0 - 0x30) }
  }
}
