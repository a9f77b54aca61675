/// Heads of a text without marks of its pages that no repetition tells, by their numbers alone: one for
/// each page or nearly, at the distance of pages, between the halves of sentences.
enum FolioChain {
  /// Numbers that are no accident.
  private static let least = 4
  /// How far the distance of two may be from that of the others, in hundredths.
  private static let tolerance = 35.0

  /// - Parameter candidates: lines that stand apart, in text order.
  /// - Complexity: O(*n* log *n*) for *n* numbers.
  static func heads(_ candidates: [RunningLine], _ reader: LineReader) -> [Removal] {
    let numbered = candidates.filter { line in
      line.number != nil && !line.isRoman && !RunningLines.isHeading(line, reader)
        && (line.isBare || line.letterCount >= 4)
        && (line.isBare || reader.interrupts(line.line))
        && reader.window.notes.block(ofLine: line.line) == nil
    }
    guard numbered.count >= least else { return [] }
    let chain = RunningLines.increasing(numbered.map { $0.number ?? 0 }).map { numbered[$0] }
    guard chain.count >= least, let first = chain.first?.number, let last = chain.last?.number,
      chain.count * 2 > last - first,
      chain.count(where: { reader.interrupts($0.line) }) * 2 >= chain.count,
      isRegular(chain)
    else { return [] }
    return chain.map {
      Removal(
        lines: $0.line..<$0.line + 1,
        rule: $0.isBare ? "furniture/folio" : "furniture/running-head",
        confidence: .certain, evidence: .folio(expected: $0.number ?? 0))
    }
  }

  /// Whether the lines between two are those of as many pages as their numbers say, or one more or less:
  /// a number at the foot of its page stands beside that of the next one.
  private static func isRegular(_ chain: [RunningLine]) -> Bool {
    guard let page = PageLength(chain.map { ($0.line, $0.number ?? 0) })?.lines else {
      return false
    }
    return zip(chain, chain.dropFirst()).allSatisfy { a, b in
      let pages = Double((b.number ?? 0) - (a.number ?? 0))
      let lines = Double(b.line - a.line) / page
      return (-1...1).contains { step in
        (step == 0 || a.isBare || b.isBare) && abs(lines - pages - Double(step)) * 100 <= tolerance
      }
    }
  }
}
