/// Finds running heads and folios by what only they do: they repeat over pages, count upwards, and
/// stand between the halves of sentences.
enum RunningLines {
  /// - Parameter hasPages: whether the bounds of the pages are known: then only what interrupts a
  ///   sentence is looked for away from their edges.
  static func find(
    in reader: LineReader, hasPages: Bool
  ) -> (removals: [Removal], folios: [(line: Int, number: Int)]) {
    let candidates = self.candidates(reader, withNumber: hasPages)
    var out: [Removal] = []
    var folios: [(line: Int, number: Int)] = []
    if !hasPages {
      out = self.folios(candidates, reader)
      let folioLines = Set(out.map(\.lines.lowerBound))
      out += RepeatedHeads(reader, folioLines: folioLines).find(in: candidates)
      if out.isEmpty { out = FolioChain.heads(candidates, reader) }
      let distance = PageDistance(out, candidates, reader)
      out += distance.removals
      folios = distance.folios
    }
    var isKnown = [Bool](repeating: false, count: reader.lines.count)
    for removal in out { isKnown[removal.lines.lowerBound] = true }
    for candidate in candidates where !isKnown[candidate.line] {
      if let single = headInSentence(candidate, reader) { out.append(single) }
    }
    return (out, folios)
  }

  /// The lines that stand apart and may be heads.
  /// - Parameter withNumber: whether others are of no use.
  private static func candidates(_ reader: LineReader, withNumber: Bool) -> [RunningLine] {
    var out: [RunningLine] = []
    let (layout, text) = (reader.layout, reader.text)
    let spacing = reader.spacing
    let feeds = reader.window.evidence.lines.formFeeds > 0
    let (first, last) = (
      layout.nextText(after: -1), layout.previousText(before: layout.lines.count)
    )
    // As long as a head may be, and without the end of a sentence or short enough for a folio.
    var lines = reader.ends.lines { $0.broad & ($0.brief | ~$0.stop) }
    if !feeds {
      // Nearly all lines have others beside them.
      var apart = layout.blank.shifted(by: 1)
      apart.formUnion(layout.blank.shiftedBack)
      for end in [first, last] { if let end { apart.insert(end) } }
      lines.formIntersection(apart)
    }
    // What grows is copied.
    out.reserveCapacity(lines.count(in: 0..<layout.lines.count))
    lines.forEachLine { index in
      let line = layout.lines[index]
      guard RunningLine.isShort(line.content, in: text),
        reader.blanksBefore(index) > spacing || reader.blanksAfter(index) > spacing
          || reader.hasFormFeed(index),
        !withNumber || RunningLine.mayHaveNumber(line.content, in: text),
        let candidate = RunningLine(index, reader, mayHaveNumber: withNumber ? true : nil)
      else { return }
      out.append(candidate)
    }
    return out
  }

  /// Numbers alone on lines that count upwards through the text.
  private static func folios(_ candidates: [RunningLine], _ reader: LineReader) -> [Removal] {
    var bare: [RunningLine] = []
    for candidate in candidates where candidate.isBare {
      let range = candidate.line..<candidate.line + 1
      let apart =
        reader.blanksBefore(candidate.line) > reader.spacing
        || reader.blanksAfter(candidate.line) > reader.spacing
      guard apart || reader.isInsideSentence(range) else { continue }
      // `votes to⏎67.`: a sentence ends with a number.
      let last = reader.text[reader.lines[candidate.line].content.upperBound - 1]
      let before = reader.layout.previousText(before: candidate.line)
      if last == .fullStop, before.map(reader.isUnfinished) ?? false { continue }
      // `see pp.⏎67]`
      if let before, reader.endsInLabel(before) { continue }
      bare.append(candidate)
    }
    // Numbers that stand close together are a table or a list.
    let spaced = bare.indices.filter { i in
      let near = [i - 1, i + 1].filter(bare.indices.contains).contains { j in
        !areApart(bare[i].line, bare[j].line, reader)
      }
      return !near
    }.map { bare[$0] }
    let chain = increasing(spaced.map { $0.number ?? 0 }).map { spaced[$0] }
    guard chain.count >= 3, chain.count * 10 >= spaced.count * 6, isRegular(chain),
      !SectionHeadings.are(chain.map(\.line), reader)
    else {
      return []
    }
    return chain.map {
      Removal(
        lines: $0.line..<$0.line + 1, rule: "furniture/folio", confidence: .certain,
        evidence: .folio(expected: $0.number ?? 0))
    }
  }

  /// Whether numbers stand at a distance that the pages of one book may have: most are as many lines
  /// apart as their values say, within a factor of two.
  private static func isRegular(_ chain: [RunningLine]) -> Bool {
    guard let page = PageLength(chain.map { ($0.line, $0.number ?? 0) }) else { return false }
    let usual = page.rates.count { $0 >= page.lines / 2 && $0 <= page.lines * 2 }
    return usual * 10 >= page.rates.count * 7
  }

  /// Lines between two folios, blank ones too, at most.
  static let longestPage = 250.0

  /// Whether a line is a word that heads chapters or tables, with or without a number.
  static func isHeading(_ line: RunningLine, _ reader: LineReader) -> Bool {
    line.letterCount <= longestHeading
      && headingWords.contains(String(decoding: line.letters(reader), as: UTF8.self))
  }

  /// A head that occurs once, with its folio, between the halves of a sentence.
  private static func headInSentence(
    _ candidate: RunningLine, _ reader: LineReader
  ) -> Removal? {
    let range = candidate.line..<candidate.line + 1
    guard let number = candidate.number, !candidate.isBare, candidate.words <= 11,
      reader.window.notes.block(ofLine: candidate.line) == nil, !isHeading(candidate, reader),
      !isNumbered(candidate, reader), standsApart(candidate.line, reader),
      reader.isInsideSentence(range),
      let (first, _) = reader.lines[candidate.line].content.first.map({ reader.text.scalar(at: $0) }
      ),
      first.isUppercase || (first.value < 0x80 && UInt8(first.value).isDigit)
    else { return nil }
    return Removal(
      lines: range, rule: "furniture/head-in-sentence", confidence: .certain,
      evidence: .folio(expected: number))
  }

  /// `2.2. Layers`: whether the number in front counts sections.
  private static func isNumbered(_ line: RunningLine, _ reader: LineReader) -> Bool {
    let number = reader.lines[line.line].content.lowerBound..<line.rest.lowerBound
    let stops = reader.text[number].count { $0 == .fullStop }
    return line.place == .atStart && stops > 1
  }

  /// Whether blank lines stand on both sides, and more than the usual on one.
  private static func standsApart(_ line: Int, _ reader: LineReader) -> Bool {
    let before = reader.blanksBefore(line)
    let after = reader.blanksAfter(line)
    return Swift.min(before, after) >= Swift.max(1, reader.spacing)
      && Swift.max(before, after) >= reader.spacing + 2
  }

  /// Text lines of the shortest page that is believed in.
  static let minimumPage = 8

  /// Words that head chapters and tables: they repeat with numbers that count upwards, too.
  private static let headingWords: Set<String> = [
    "chapter", "section", "part", "table", "figure", "fig", "book", "volume", "article", "appendix",
    "note", "act", "scene", "letter", "lesson", "plate", "map", "kapitel", "chapitre", "tabelle",
  ]

  private static let longestHeading = headingWords.map(\.utf8.count).max() ?? 0

  /// Whether the text of a page, however short, stands between two lines.
  static func areApart(_ a: Int, _ b: Int, _ reader: LineReader) -> Bool {
    let between = (Swift.min(a, b) + 1..<Swift.max(a, b)).prefix(8 * minimumPage)
    return between.count - reader.layout.blank.count(in: between) >= minimumPage
  }

  /// Indices of a longest run of strictly increasing values.
  /// - Complexity: O(*n* log *n*); Fredman 1975.
  static func increasing(_ values: [Int]) -> [Int] {
    var tails: [Int] = []
    var before = [Int](repeating: -1, count: values.count)
    for i in values.indices {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if values[tails[middle]] < values[i] { low = middle + 1 } else { high = middle }
      }
      before[i] = low > 0 ? tails[low - 1] : -1
      if low == tails.count { tails.append(i) } else { tails[low] = i }
    }
    var out: [Int] = []
    var at = tails.last ?? -1
    while at >= 0 {
      out.append(at)
      at = before[at]
    }
    return out.reversed()
  }
}
