/// Finds what stands at the edges of pages whose bounds are known: folios by their sequence, heads
/// and feet by repetition, by the folio that they carry, or by the sentence that they interrupt.
struct PageEdgeFurniture {
  private let reader: LineReader
  private var edges: PageEdges
  private(set) var sequence: FolioSequence
  private(set) var removals: [Removal] = []
  /// What stands on all pages, byte for byte: surer than what is only like furniture.
  private(set) var stamps: [Removal] = []
  /// The numbers that stand alone at the tops of pages, confirmed or not, by page.
  private var ownNumbers: [Int: Int] = [:]
  /// Whether the text of one page goes on in the next one now and then: a book, not a set of sheets.
  private var runsOn = false

  /// Text lines of a page, at most, on average: longer ones are chapters.
  private static let longestPage = 150

  /// `nil` where the text shows too few pages.
  /// - Parameter marks: the marks of an export, by line; furniture stands behind them.
  init?(_ reader: LineReader, marks: [(line: Int, mark: ExportMark)] = []) {
    let pages = reader.window.pages.pages.count
    guard pages >= 3, reader.textLineCount / pages <= Self.longestPage else { return nil }
    self.reader = reader
    edges = PageEdges(reader)
    sequence = FolioSequence([], pages: pages)
    var marked: [Int: ExportMark] = [:]
    for (line, mark) in marks {
      edges.take(line)
      marked[reader.window.pages.page(ofLine: line)] = mark
    }
    takeStamps()
    takeNoise()
    takeVerseNumbers()
    let readings = readings()
    for reading in readings where reading.place == .alone && reading.edge == .top {
      ownNumbers[reading.page] = reading.value
    }
    sequence = FolioSequence(readings, pages: pages, marks: marked)
    runsOn = edges.textRunsOn
    takeFolios()
    takeGarbledFolios()
    takeNoise(andFolios: true)
    // Folios above the heads are gone.
    if !runsOn { runsOn = edges.textRunsOn }
    takeSignatures()
    takeHeads(.top)
    takeHeads(.bottom)
    takeLoneHeads()
    if partsDocuments { removals.removeAll { $0.rule == "furniture/running-head" } }
  }

  /// Whether blank lines part what no sentence goes on over: the documents of a collection sooner than pages. Each
  /// of them may begin with its number, or with `Confidential`.
  private var partsDocuments: Bool {
    !runsOn && reader.window.pages.pages.count { $0.mark == .blankLines } * 2 > edges.count
  }

  private mutating func take(
    _ line: Int, _ rule: RuleID, _ evidence: Evidence, _ confidence: Confidence = .certain
  ) {
    edges.take(line)
    removals.append(
      Removal(lines: line..<line + 1, rule: rule, confidence: confidence, evidence: evidence))
  }

  private mutating func takeStamps() {
    for edge in [PageEdges.Edge.top, .bottom] {
      for lines in PageStamps.find(edges, edge) {
        for line in lines {
          edges.take(line)
          stamps.append(
            Removal(
              lines: line..<line + 1, rule: "furniture/stamp", confidence: .certain,
              evidence: .repeated(pages: lines.count)))
        }
      }
    }
  }

  /// The numbers at the edges of all pages, by page.
  private func readings() -> [FolioSequence.Reading] {
    var out: [FolioSequence.Reading] = []
    for page in 0..<edges.count where edges.hasBody(page) {
      for edge in [PageEdges.Edge.top, .bottom] {
        for depth in 0..<PageEdges.depth {
          guard let index = edges.line(page, edge, depth: depth) else { break }
          guard RunningLine.mayHaveNumber(reader.lines[index].content, in: reader.text),
            let line = RunningLine(index, reader, isAtEdge: true, mayHaveNumber: true),
            let number = line.number,
            let place = line.isBare ? .alone : line.place, place == .alone || depth == 0,
            !isLabel(line), line.isBare ? !isTableRow(index) : edge == .top || isFoot(line)
          else { continue }
          out.append(
            FolioSequence.Reading(
              page: page, value: number, isRoman: line.isRoman, place: place, edge: edge,
              depth: depth, line: index))
        }
      }
    }
    let sections = SectionHeadings.numerals(out.filter(\.isRoman).map(\.line), reader)
    if !sections.isEmpty { out.removeAll { sections.contains($0.line) } }
    return out
  }

  /// `1921      230       330`: three figures or more, apart from each other as columns are.
  private func isTableRow(_ index: Int) -> Bool {
    let content = reader.lines[index].content
    guard content.allSatisfy({ reader.text[$0].isDigit || reader.text[$0].isBlank }) else {
      return false
    }
    let figures = reader.text[content].split(whereSeparator: \.isBlank).count
    return figures >= 3 && content.count { reader.text[$0].isBlank } >= 2 * (figures - 1)
  }

  /// Whether the number counts chapters, items or notes: `Chapter 3`, `3. Wheat`, `III.`
  private func isLabel(_ line: RunningLine) -> Bool {
    let content = reader.lines[line.line].content
    switch line.place {
    case .alone: return line.isRoman && reader.text[content.upperBound - 1] == .fullStop
    case .atStart:
      let last = reader.text[line.rest.lowerBound - 1]
      return last == .fullStop || last == .closeBracket
    default: return RunningLines.isHeading(line, reader)
    }
  }

  private mutating func takeFolios() {
    for page in 0..<edges.count {
      guard let folio = sequence.confirmed[page] else { continue }
      if folio.place == .alone {
        take(folio.line, "furniture/folio", .folio(expected: folio.value))
      } else if runsOn {
        take(folio.line, "furniture/running-head", .folio(expected: folio.value))
      }
    }
  }

  /// Folios that were misread: they stand where those of the pages around stand.
  private mutating func takeGarbledFolios() {
    for page in 0..<edges.count where sequence.confirmed[page] == nil && edges.hasBody(page) {
      guard let edge = sequence.edgeOfNeighbours(page), let line = edges.line(page, edge),
        PageStarts.isMisreadFolio(line, reader, due: sequence.expected[page])
      else { continue }
      if let expected = sequence.expected[page] {
        take(line, "furniture/folio-garbled", .folio(expected: expected))
      } else if RunningLine(line, reader, isAtEdge: true)?.isBare ?? false {
        take(line, "furniture/folio-garbled", .pageEdge(page: page + 1))
      }
    }
  }

  private mutating func takeVerseNumbers() {
    let numbers = VerseNumbers(edges, reader)
    for column in numbers.columns {
      for line in column.lines where !reader.lines[line].isBlank && !edges.isTaken(line) {
        take(line, "furniture/verse-number", .pageEdge(page: column.page + 1))
      }
    }
    // Dirt that stood behind them.
    if !numbers.columns.isEmpty { takeNoise() }
  }

  private mutating func takeSignatures() {
    for page in 0..<edges.count where edges.hasBody(page) {
      guard let line = edges.line(page, .bottom), isSignature(line, page: page) else { continue }
      take(line, "furniture/signature", .pageEdge(page: page + 1))
    }
  }

  private func isSignature(_ index: Int, page: Int) -> Bool {
    guard let signature = Signature(index, reader) else { return false }
    if signature.isStarred { return true }
    guard reader.window.notes.block(ofLine: index)?.lowerBound != index else { return false }
    if let folio = sequence.expected[page] { return signature.fits(folio) }
    if let own = ownNumbers[page], signature.fits(own) { return true }
    // Between the halves of a sentence a title with its sheet stands out.
    guard signature.hasTitle, let bounds = sequence.bounds(ofPage: page),
      let above = edges.line(page, .bottom, depth: 1), reader.isUnfinished(above)
    else { return false }
    return bounds.contains { signature.fits($0) }
  }

  /// Heads or feet that repeat.
  private mutating func takeHeads(_ edge: PageEdges.Edge) {
    var members: [HeadClusters.Member] = []
    for page in 0..<edges.count {
      var index = edges.line(page, edge)
      // A stroke of the rule beneath the head was read as a letter above it.
      if let outer = index, reader.lines[outer].content.count <= 2 {
        index = edges.line(page, edge, depth: 1) ?? index
      }
      // Heads that their folios confirmed count as well.
      if let folio = sequence.confirmed[page], folio.place != .alone, folio.edge == edge {
        index = folio.line
      }
      guard let index else { continue }
      // Running text, which most lines at edges are.
      let isText = reader.startsSmall(index) && !startsWithMisreadFolio(index)
      let mayHaveNumber = RunningLine.mayHaveNumber(
        reader.lines[index].content, in: reader.text)
      if isText, !mayHaveNumber { continue }
      guard
        let line = RunningLine(index, reader, isAtEdge: true, mayHaveNumber: mayHaveNumber),
        line.letterCount >= 4,
        !isText || line.place == .atStart, edge == .top || isFoot(line)
      else { continue }
      members.append(HeadClusters.Member(page: page, line: line, reader: reader))
    }
    for cluster in HeadClusters(members).clusters() where cluster.count >= 3 {
      let heads = cluster.map { members[$0] }
      guard isRunningHead(heads) else { continue }
      for head in heads
      where !edges.isTaken(head.line.line) && !(edge == .top && isTitle(head, of: heads))
        && !reader.isContentsEntry(head.line.line)
      {
        take(head.line.line, "furniture/running-head", .repeated(pages: heads.count))
      }
    }
  }

  /// Whether the first word of a line is made of letters that digits are read as: `ioo`.
  private func startsWithMisreadFolio(_ index: Int) -> Bool {
    let content = reader.lines[index].content
    let end = reader.text.skip(from: content.lowerBound, to: content.upperBound) { !$0.isWhite }
    let word = reader.text[content.lowerBound..<end]
    return word.count <= 4 && word.allSatisfy { Folio.digit($0) != nil }
  }

  /// Whether a line at the foot of a page may be a running foot: notes and sentences end there.
  private func isFoot(_ line: RunningLine) -> Bool {
    reader.text[reader.lines[line.line].content.upperBound - 1] != .fullStop && !isLabel(line)
      && reader.window.notes.block(ofLine: line.line)?.lowerBound != line.line
  }

  /// Whether a line is the heading that the heads behind it repeat.
  private func isTitle(_ head: HeadClusters.Member, of heads: [HeadClusters.Member]) -> Bool {
    guard head.page == heads[0].page, head.line.number == nil,
      !head.line.isColumned(in: reader.text)
    else {
      return false
    }
    guard let next = edges.line(head.page, .top, depth: 1) else { return true }
    if head.page == 0 { return !reader.startsSmall(next) }
    if edges.runsOn(into: next, of: head.page) { return false }
    // A chapter begins further down, and the one before it seldom fills its last page.
    return edges.textLines[head.page] * 10 < edges.full * 9
      || edges.textLines[head.page - 1] * 10 < edges.full * 7
  }

  private func isRunningHead(_ heads: [HeadClusters.Member]) -> Bool {
    // `Chapter 1`, `Chapter 2` are headings, `Chapter 1` on five pages is a head.
    if RunningLines.isHeading(heads[0].line, reader) {
      guard Set(heads.map { $0.line.number ?? 0 }).count * 2 <= heads.count else { return false }
    }
    let exact = Set(heads.map(\.key)).count
    guard exact < heads.count || heads.count >= 4 else { return false }
    // Folios that the sequence confirms are those of pages, whatever the others were read as.
    if runsOn, heads.count(where: { sequence.confirmed[$0.page]?.line == $0.line.line }) >= 2 {
      return true
    }
    let numbers = heads.compactMap(\.line.number)
    if numbers.count * 2 >= heads.count {
      // Numbers of pages or sheets go up; those of references and dates do not. One that nearly all have
      // is part of the title.
      let counts = Dictionary(numbers.map { ($0, 1) }, uniquingKeysWith: +)
      let isOne = (counts.values.max() ?? 0) * 10 >= numbers.count * 7
      let up = RunningLines.increasing(numbers).count
      if !isOne { return up >= 3 && up * 10 >= numbers.count * 7 }
    }
    if !runsOn, areOfLetters(heads) { return false }
    if heads.count * 5 >= edges.count * 4, heads.count >= 5 { return true }
    if standOnOneSide(heads) { return true }
    return runsOn && !heads[0].line.isColumned(in: reader.text)
  }

  /// `British Embassy,`, `Yours ever,⏎Esmond Ovey`, `Who was there?`: what begins and ends each of many letters or forms.
  private func areOfLetters(_ heads: [HeadClusters.Member]) -> Bool {
    let count = heads.count { head in
      let line = head.line.line
      let last = reader.text[reader.lines[line].content.upperBound - 1]
      if last == .comma || last == UInt8(ascii: "?") { return true }
      guard line > 0, !reader.lines[line - 1].isBlank else { return false }
      return reader.text[reader.lines[line - 1].content.upperBound - 1] == .comma
    }
    return count * 4 >= heads.count * 3
  }

  /// Whether heads stand on left pages alone, or on right ones alone, and on three quarters of these at
  /// least; three with their folios.
  private func standOnOneSide(_ heads: [HeadClusters.Member]) -> Bool {
    let side = heads[0].page % 2
    let pages = (edges.count + 1 - side) / 2
    guard heads.count >= 4 || heads.allSatisfy({ sequence.confirmed[$0.page] != nil }) else {
      return false
    }
    return heads.count * 4 >= pages * 3 && heads.allSatisfy { $0.page % 2 == side }
      && !heads[0].line.isColumned(in: reader.text)
  }

  /// Heads that occur once, between the halves of a sentence and where the pages around have theirs.
  private mutating func takeLoneHeads() {
    for page in 1..<edges.count where edges.hasBody(page) {
      guard let index = edges.line(page, .top), isCapitals(index),
        let line = RunningLine(index, reader, isAtEdge: true), line.letterCount >= 4,
        !RunningLines.isHeading(line, reader),
        let next = edges.line(page, .top, depth: 1), edges.runsOn(into: next, of: page)
      else { continue }
      take(index, "furniture/head-in-sentence", .insideSentence)
    }
  }

  /// Whether a line is set in capitals, but for a misread letter.
  private func isCapitals(_ line: Int) -> Bool {
    var upper = 0
    var lower = 0
    let content = reader.lines[line].content
    for at in content {
      if reader.text[at].isUpper {
        upper += 1
      } else if reader.text[at].isLower {
        lower += 1
        // More than the rest of the line can make up for.
        if lower * 7 > content.count { return false }
      }
    }
    return upper >= 4 && lower * 6 <= upper
  }

  /// Dirt at the edges: it hides what stands behind it.
  /// - Parameter folios: whether numbers between dashes are dirt, too: those that the sequence has not
  ///   taken are misread.
  private mutating func takeNoise(andFolios folios: Bool = false) {
    for page in 0..<edges.count {
      for edge in [PageEdges.Edge.top, .bottom] {
        for _ in 0..<PageEdges.depth {
          guard edges.hasBody(page), let line = edges.line(page, edge), isNoise(line) else { break }
          let isFolio = RunningLine(line, reader, isAtEdge: true)?.isBare ?? false
          if isFolio, !folios { break }
          take(
            line, isFolio ? "furniture/folio-garbled" : "furniture/speck",
            .pageEdge(page: page + 1))
        }
      }
    }
  }

  /// Times that a mark follows itself in a rule.
  private static let regular = 3

  /// Whether a line is irregular marks and single letters: a rule that was read as letters.
  private func isNoise(_ line: Int) -> Bool {
    let content = reader.lines[line].content
    guard RunningLine.isShort(content, in: reader.text) else { return false }
    // Most lines begin with a word.
    if content.count > 2, content.prefix(3).allSatisfy({ reader.text[$0].isLetter }) {
      return false
    }
    let end = reader.text[content.upperBound - 1]
    // `<pb n="12"/>`, `</p>`.
    if LineReader.opensTag(content.lowerBound, in: reader.text), end == UInt8(ascii: ">") {
      return false
    }
    // `— Ba!` is what somebody says.
    if end == UInt8(ascii: "!") || end == UInt8(ascii: "?") { return false }
    var dirt = 0
    var run = 0
    var same = 0
    var kinds = ByteSet()
    for at in content {
      let byte = reader.text[at]
      // The border of a table is regular.
      same = byte == .hyphen && reader.text.byte(at - 1) == .hyphen ? same + 1 : 0
      if same >= Self.regular { return false }
      run = byte.isLetter || byte.isDigit ? run + 1 : 0
      if run > 2 { return false }
      if byte.isWhite || byte.isContinuation { continue }
      kinds.insert(byte)
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "|"),
        UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "="):
        dirt += 1
      case 0xE2: dirt += 1
      default: break
      }
    }
    return kinds.count >= 2 && dirt >= 1 && dirt * 4 >= kinds.count
      && !PageStarts.isRowOfFigures(reader.content(line))
  }
}
