/// Misread folios at the top of pages, and specks that were read as lines.
enum PageStarts {
  /// - Parameters:
  ///   - folios: the fitted page numbers, where there are any: a folio stands where those of the pages
  ///     around stand.
  ///   - taken: whether a line is known to be furniture, by its index: what stands behind them is read as if they were
  ///     gone, as it will be read in the clean text.
  static func find(
    in reader: LineReader, folios: FolioSequence?, taken: [Bool]
  ) -> [Removal] {
    var out: [Removal] = []
    let small = reader.ends.lines(where: \.small)
    let pages = reader.window.pages.pages
    let areNumbered = folios?.isEmpty == false || pages.count < fewPages
    var specks: [Removal] = []
    for (number, page) in pages.enumerated() {
      let mayHaveFolio =
        (page.mark == .formFeed || page.mark == .blankLines || page.lines.lowerBound == 0)
        && pages.count > 1
        && folios?.mayHaveFolio(page: number, at: .top) ?? true
      var marks = 0..<0
      var isStart = true
      // Nearly all lines are text: no other than the first is read that is longer than a speck.
      var next = page.lines.lowerBound
      while let index = isStart
        ? reader.layout.nextText(after: next - 1)
        : small.next(from: next, to: page.lines.upperBound),
        index < page.lines.upperBound
      {
        next = index + 1
        if taken[index] { continue }
        if isStart, mayHaveFolio {
          marks = self.marks(from: index, reader)
          if marks.count == 1, let first = marks.first,
            isHeading(first, reader, areNumbered: areNumbered)
          {
            marks = 0..<0
          }
        }
        isStart = false
        if marks.contains(index) {
          out.append(
            Removal(
              lines: index..<index + 1, rule: "furniture/folio-garbled", confidence: .certain,
              evidence: .pageEdge(page: number + 1)))
        } else if let speck = speck(index, reader, taken) {
          specks.append(speck)
        }
      }
    }
    return out + withoutSeparators(specks, among: small, reader)
  }

  /// The specks but for those that stand between paragraphs as well, by the dozen: `%`, `~`, or what else divides the
  /// entries of a collection.
  private static func withoutSeparators(
    _ specks: [Removal], among small: LineSet, _ reader: LineReader
  ) -> [Removal] {
    guard !specks.isEmpty else { return [] }
    func hash(_ line: Int) -> UInt64 { reader.text.hashOfBytes(reader.lines[line].content) }
    var counts: [UInt64: Int] = [:]
    for speck in specks { counts[hash(speck.lines.lowerBound), default: 0] -= mostSeparators }
    small.forEachLine { line in
      let hash = hash(line)
      if let count = counts[hash] { counts[hash] = count + 1 }
    }
    return specks.filter { counts[hash($0.lines.lowerBound), default: 0] <= 0 }
  }

  /// Lines of the same sign for each of them that stands in a sentence.
  private static let mostSeparators = 4

  /// The lines from the first of a page on that are what was made of a folio; none where they are as
  /// many as make a column of a table or the scale of a chart.
  private static func marks(from start: Int, _ reader: LineReader) -> Range<Int> {
    var next: Int? = start
    var end = start
    var count = 0
    while let index = next, isMark(index, reader) {
      count += 1
      if count > mostMarks { return start..<start }
      // A mark that touches the text is part of it.
      guard reader.blanksAfter(index) > 0 else { break }
      end = index + 1
      next = reader.window.layout.nextText(after: index)
    }
    return start..<end
  }

  /// Pages that do not show whether they are numbered.
  private static let fewPages = 5

  /// A year, a date, a number or an asterism that heads a section: `1933`, `1.3.1933`, `§ 4`, `* * *`.
  ///
  /// Behind a page number a sentence may go on, behind a heading none does.
  /// - Parameter areNumbered: whether the pages may have numbers: where many have none, one that is read well is
  ///   none.
  private static func isHeading(_ index: Int, _ reader: LineReader, areNumbered: Bool) -> Bool {
    if let next = reader.layout.nextText(after: index), reader.startsSmall(next) { return false }
    let line = reader.content(index)
    if line.hasPrefix("§") || line.hasPrefix("£") || line.hasPrefix("$") { return true }
    let marks = line.filter { !$0.isWhitespace }
    if marks.count >= 3, marks.allSatisfy({ $0 == "*" }) { return true }
    let parts = line.split(omittingEmptySubsequences: false) { "./".contains($0) }
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }),
      let last = parts.last.flatMap({ Int($0) })
    else { return false }
    let isYear = (parts.last ?? "").count == 4 && Folio.years.contains(last)
    return parts.count == 1 ? isYear || !areNumbered : parts.count == 3 && isYear
  }

  /// Lines that a misread folio may make.
  private static let mostMarks = 2

  /// Characters of what was made of a folio, and bytes: quotation marks have three.
  private static let longest = 12
  private static let longestBytes = 20  // `LineEnds.small`

  /// Whether a short line is no text: no word of two letters or more, and some mark or digit.
  private static func isMark(_ index: Int, _ reader: LineReader) -> Bool {
    let content = reader.lines[index].content
    guard content.count <= longestBytes else { return false }
    let line = reader.content(index)
    guard line.count <= longest else { return false }
    let words = line.split { !$0.isLetter }
    if words.contains(where: { $0.count >= 2 && reader.window.lexicon.entry(String($0)).isKnown }) {
      return false
    }
    // `Fin (1).` and `Ba!` are text in any language, `JLI7` and `-  b -` are not.
    let hasDigit = reader.text[content].contains(where: \.isDigit)
    var run = 0
    var capitals = 0
    var isInWord = false
    for byte in reader.text[content] {
      run = byte.isLower || byte.isHigh ? run + 1 : 0
      capitals = byte.isUpper ? capitals + 1 : 0
      if run > 3 || capitals > 5 || (byte.isLower && isInWord && !hasDigit) { return false }
      isInWord = byte.isLetter
    }
    // A section numeral stands alone as well, but it is letters only.
    // `1902).`, `1899.9)`: the end of a sentence of the page before.
    if line.contains(")"), !line.contains("("), line.count(where: \.isNumber) > 1 { return false }
    if line.hasSuffix("."), line.count(where: \.isNumber) >= 3 { return false }
    // `1880.2`: so does a year, with the marker of a note.
    let year = line.prefix(while: \.isNumber)
    if year.count == 4, line.count > 4, Int(year).map(Folio.years.contains) == true { return false }
    if isRowOfFigures(line) { return false }
    let hasMark = line.contains { !$0.isLetter && !$0.isWhitespace }
    return hasMark && !isSectionNumber(line)
  }

  /// `11 18.07 1.6`, `−0.5`: decimal fractions of a table or of the scale of a chart; `1.7` alone may
  /// be a folio with a speck.
  static func isRowOfFigures(_ line: String) -> Bool {
    let figures = line.split(whereSeparator: \.isWhitespace)
    let areFigures = figures.allSatisfy { figure in
      let parts = figure.drop { "-\u{2212}".contains($0) }.split(
        separator: ".", omittingEmptySubsequences: false)
      return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    }
    return areFigures && line.contains(".")
      && (figures.count > 1 || line.first.map { "-\u{2212}".contains($0) } == true)
  }

  /// Whether a line at the place of a folio is what was made of one: a mark, or up to three letters
  /// and digits that are no word.
  /// - Parameter due: the number that it should be: letters that make it are no word.
  static func isMisreadFolio(_ index: Int, _ reader: LineReader, due: Int?) -> Bool {
    let content = reader.lines[index].content
    // A figure of a table, unless it is one of the ways to read the number that is due.
    if let due, isFigures(index, reader),
      [index - 1, index + 1].contains(where: { isFigures($0, reader) }),
      !LetterPattern(Array("\(due)".utf8)).isWithin(1, of: Array(reader.text[content]))
    {
      return false
    }
    if isMark(index, reader) { return true }
    if let due, content.count <= 4 {
      let digits = reader.text[content].map { Folio.digit($0) }
      if digits.reduce(0, { sum, digit in digit.flatMap { d in sum.map { $0 * 10 + d } } }) == due {
        return true
      }
    }
    let visible = content.count { !reader.text[$0].isBlank }
    guard visible <= 4, reader.text[content.upperBound - 1] != .fullStop else { return false }
    let line = reader.content(index)
    return !line.split { !$0.isLetter }.contains {
      $0.count >= 2 && reader.window.lexicon.entry(String($0)).isKnown
    }
  }

  /// Whether a line is digits and nothing else.
  private static func isFigures(_ index: Int, _ reader: LineReader) -> Bool {
    guard reader.lines.indices.contains(index), !reader.lines[index].isBlank else { return false }
    return reader.text[reader.lines[index].content].allSatisfy(\.isDigit)
  }

  /// `1.`, `(a)`, `II.`: what heads a section or a list.
  private static func isSectionNumber(_ line: String) -> Bool {
    guard let last = line.last, last == "." || last == ")" else { return false }
    let core = line.dropLast().drop { $0 == "(" }
    return !core.isEmpty && (core.allSatisfy(\.isNumber) || core.allSatisfy(\.isLetter))
  }

  /// Dirt that was read as a line: one or two characters, or no letter and no digit at all, in the
  /// middle of a sentence.
  private static func speck(_ index: Int, _ reader: LineReader, _ taken: [Bool]) -> Removal? {
    guard reader.lines[index].content.count <= longestBytes else { return nil }
    // A rule of dashes may divide.
    if reader.text[reader.lines[index].content].allSatisfy({ $0 == .hyphen || $0 == .fullStop }) {
      return nil
    }
    // Nearly all short lines are words: told before a string is made of them.
    let letters = reader.lines[index].content.count {
      reader.text[$0].isLetter || reader.text[$0].isDigit
    }
    guard letters <= 2, standsInSentence(index, reader, taken) else { return nil }
    let visible = reader.content(index).filter { !$0.isWhitespace }
    guard !isCode(visible), !opensBracket(visible, index, reader) else { return nil }
    // French sets a space before these: the last line of a paragraph may be one by itself.
    if [";", ":", "!", "?"].contains(visible), reader.blanksBefore(index) == 0,
      reader.blanksAfter(index) > 0
    {
      return nil
    }
    let isBare = !visible.contains { $0.isLetter || $0.isNumber }
    guard visible.count <= 2 || (isBare && visible.count <= 5) else { return nil }
    // Two letters may be a word, one letter a label, unless blank lines set it off; in an index it
    // heads the entries that begin with it.
    if let letter = visible.first(where: \.isLetter) {
      guard visible.count == 1, reader.isIsolated(index), !headsEntries(letter, index, reader),
        !endsPage(index, reader, taken)
      else {
        return nil
      }
    }
    // A number alone may be the end of a date; a rule of dashes may divide.
    if visible.allSatisfy(\.isNumber) || visible.allSatisfy({ "-.…—".contains($0) }) { return nil }
    return Removal(
      lines: index..<index + 1, rule: "furniture/speck", confidence: .certain,
      evidence: .insideSentence)
  }

  /// `});`, `=>`, a fence of backticks: signs that stand in a line of their own where code does.
  private static func isCode(_ line: String) -> Bool {
    if line.contains(where: { "{}`".contains($0) }) { return true }
    return line.count >= 2 && line.allSatisfy { "()[]<>=:;,./*".contains($0) }
      && line.contains { "()[]<>=:/".contains($0) }
  }

  /// `[⏎name](address)`: the other bracket stands on the next line.
  private static func opensBracket(_ line: String, _ index: Int, _ reader: LineReader) -> Bool {
    guard line == "[" || line == "(", let next = reader.layout.nextText(after: index) else {
      return false
    }
    let text = reader.text[reader.lines[next].content]
    let (opening, closing): (UInt8, UInt8) =
      line == "[" ? (UInt8(ascii: "["), UInt8(ascii: "]")) : (.openBracket, .closeBracket)
    return text.count { $0 == closing } > text.count { $0 == opening }
  }

  /// Whether no text follows on the page: a letter there may be the signature of a sheet.
  private static func endsPage(_ index: Int, _ reader: LineReader, _ taken: [Bool]) -> Bool {
    var next = reader.layout.nextText(after: index)
    while let line = next, taken[line] { next = reader.layout.nextText(after: line) }
    let pages = reader.window.pages
    return next.map { pages.page(ofLine: $0) != pages.page(ofLine: index) } ?? true
  }

  /// Whether the next line begins with a letter, or the line before ends as an entry does.
  private static func headsEntries(
    _ letter: Character, _ index: Int, _ reader: LineReader
  ) -> Bool {
    let layout = reader.layout
    if let before = layout.previousText(before: index),
      reader.text[reader.lines[before].content.upperBound - 1].isDigit
    {
      return true
    }
    guard let next = layout.nextText(after: index) else { return false }
    return reader.content(next).first?.lowercased() == letter.lowercased()
  }

  /// Whether the lines before and behind are as long as those of running text, and the sentence of the
  /// one goes on in the other.
  private static func standsInSentence(
    _ index: Int, _ reader: LineReader, _ taken: [Bool]
  ) -> Bool {
    let layout = reader.layout
    var before = layout.previousText(before: index)
    while let line = before, taken[line] { before = layout.previousText(before: line) }
    var after = layout.nextText(after: index)
    while let line = after, taken[line] { after = layout.nextText(after: line) }
    guard let before, let after else { return false }
    return reader.lines[before].content.count >= 25 && reader.lines[after].content.count >= 25
      && reader.isUnfinished(before) && reader.startsSmall(after)
  }
}
