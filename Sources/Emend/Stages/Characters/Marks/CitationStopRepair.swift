/// Restores the stops and commas of citations that were read for one another: `vol, 29`, `Studies. pp. 3-9`,
/// `DVP. t. V`, and the comma that ends a note above the next one.
///
/// What stands before a number and behind a title is settled by form, and the text shows by its other citations
/// which of the two it writes.
struct CitationStopRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// Looks for them in the whole text, so it is for texts that are known to be misread.
  /// - Complexity: O(*n*).
  func propose(into edits: inout [Edit]) {
    let found = commasBehindLabels() + commasBetweenNotes() + stopsBehindSources()
    edits += found
    let spans = found.map(\.span)
    edits += stopsBeforeLabels().filter { !$0.span.touchesAny(of: spans) }
  }

  /// Labels behind which no print sets a comma, `vol, 29`: a machine read it.
  /// - Complexity: O(*n*) at memory speed.
  func signs() -> Int { commasBehindLabels().count }

  private func edit(_ at: Int, _ replacement: String, _ evidence: String) -> Edit {
    Edit(
      span: at..<at + 1, replacement: replacement, rule: "characters/citation",
      confidence: .certain, evidence: .pattern(evidence))
  }

  /// `vol, 29`, `cols, 509-788`
  private func commasBehindLabels() -> [Edit] {
    var found: [Edit] = []
    text.forEachOffset(of: .comma) { at in
      guard text.byte(at - 1) | 0x20 >= UInt8(ascii: "l"), text.byte(at + 1) == .space,
        isNumber(at + 2)
      else { return }
      let word = passage.letters(around: at - 1)
      let before = text.skipBack(from: word.lowerBound, while: \.isWhite)
      guard Self.labels.contains(word, of: text), before < word.lowerBound,
        !Self.alsoWords.contains(word, of: text) || isBesideNumbers(before, at + 2)
      else { return }
      found.append(edit(at, ".", "an abbreviation of citations"))
    }
    return found
  }

  /// `vol. 3, no, 7`, but not `she said no, 3 of them` or `No, no, 1 know`, which may be words.
  private func isBesideNumbers(_ before: Int, _ number: Int) -> Bool {
    let last = text.byte(before - 1)
    let end = text.skip(from: number, while: \.isDigit)
    return end > number && (last.isDigit || ".,;)".utf8.contains(last))
      && !(text.byte(end).isWhite && text.byte(end + 1).isLower)
  }

  /// `pp. 7, 9,⏎2. Marsh`: a note ends before the next one begins.
  private func commasBetweenNotes() -> [Edit] {
    let lines = passage.window.layout.lines
    var found: [Edit] = []
    for block in passage.window.notes.blocks {
      var last: Int?
      for line in block.clamped(to: lines.indices) where !lines[line].isBlank {
        let content = lines[line].content
        guard let number = NoteLabels.label(at: content, in: text) else { continue }
        defer { last = number }
        guard let last, number == last + 1,
          let before = passage.window.layout.previousText(before: line)
        else { continue }
        let end = lines[before].content.upperBound - 1
        guard text.byte(end) == .comma,
          text.byte(end - 1).isDigit || text.byte(end - 1) == .closeBracket
        else { continue }
        found.append(edit(end, ".", "the next note begins"))
      }
    }
    return found
  }

  /// `DVP. t. V`, `ADAP. B, XII`: capitals that the text writes before a comma elsewhere.
  private func stopsBehindSources() -> [Edit] {
    var commas: [UInt64: Int] = [:]
    var stops: [(at: Int, source: UInt64)] = []
    func look(_ at: Int) {
      guard text.byte(at - 1).isUpper, text.byte(at - 2).isUpper, text.byte(at - 3).isUpper,
        text.byte(at + 1) == .space
      else { return }
      let word = passage.letters(around: at - 1)
      guard word.count <= Self.longestSource, text[word].allSatisfy(\.isUpper) else { return }
      let hash = text.hashOfBytes(word)
      if text[at] == .comma {
        commas[hash, default: 0] += 1
      } else if isPart(at + 2) {
        stops.append((at, hash))
      }
    }
    text.forEachOffset(of: .comma, look)
    guard !commas.isEmpty else { return [] }
    text.forEachOffset(of: .fullStop, look)
    let counts = stops.reduce(into: [UInt64: Int]()) { $0[$1.source, default: 0] += 1 }
    return stops.filter { commas[$0.source, default: 0] > counts[$0.source, default: 0] }
      .map { edit($0.at, ",", "the text writes a comma there") }
  }

  /// `t. V`, `vol. 3`, `2nd`, `B,`: what no sentence begins with.
  private func isPart(_ start: Int) -> Bool {
    if text.byte(start).isDigit { return true }
    let word = start..<text.lettersEnd(from: start)
    let next = text.byte(word.upperBound)
    return text.byte(start).isLower
      ? next == .fullStop && word.count <= 4
      : !word.isEmpty && next == .comma && (word.count == 1 || isNumeral(word))
  }

  /// `Studies. pp. 3-9`, `(1966). vol. 2`, where the text writes commas there.
  private func stopsBeforeLabels() -> [Edit] {
    var commas = 0
    var stops: [Int] = []
    func isBeforeLabel(_ at: Int) -> Bool {
      // Nearly all are followed by another word.
      guard text.byte(at + 1) == .space, Self.firstOfLabels.contains(text.byte(at + 2)) else {
        return false
      }
      let word = at + 2..<text.lettersEnd(from: at + 2)
      guard text.byte(word.upperBound) == .fullStop, Self.labels.contains(word, of: text) else {
        return false
      }
      return isNumber(word.upperBound + (text.byte(word.upperBound + 1) == .space ? 2 : 1))
    }
    text.forEachOffset(of: .comma) { if isBeforeLabel($0) { commas += 1 } }
    guard commas >= Self.fewestCommas else { return [] }
    text.forEachOffset(of: .fullStop) {
      if isBeforeLabel($0), isEndOfTitle($0) { stops.append($0) }
    }
    guard stops.count * 2 <= commas else { return [] }
    return stops.map { edit($0, ",", "the text writes a comma there") }
  }

  /// Whether what stands before a stop is no abbreviation: a number, a closing mark, a long word.
  private func isEndOfTitle(_ stop: Int) -> Bool {
    let last = text.byte(stop - 1)
    if last.isDigit || last == .closeBracket || last == .quotationMark { return true }
    guard last.isLetter else { return false }
    let word = passage.letters(around: stop - 1)
    if isNumeral(word) { return true }
    return word.count >= 5 && text[word.dropFirst()].allSatisfy(\.isLower)
      && passage.entry(word).isKnown
      && !SpacingRepair.abbreviations.contains(text.string(word))
  }

  /// A digit, or a roman numeral in capitals.
  private func isNumber(_ start: Int) -> Bool {
    let first = text.byte(start)
    return first.isDigit
      || (Self.numerals.contains(first) && isNumeral(start..<text.lettersEnd(from: start)))
  }

  private static let numerals = ByteSet("IVXLC".utf8)

  private func isNumeral(_ word: Range<Int>) -> Bool {
    !word.isEmpty && text[word].allSatisfy { "IVXLC".utf8.contains($0) }
  }

  /// Commas before labels that are the way of a text.
  private static let fewestCommas = 4
  private static let longestSource = 6
  /// What is numbered in citations.
  private static let labels = ShortWords([
    "col", "cols", "fol", "fols", "no", "nos", "p", "pp", "vol", "vols",
  ])
  private static let firstOfLabels = ByteSet("cfnpv".utf8)
  /// Those that are words or letters of a list as well.
  private static let alsoWords = ShortWords(["no", "p"])
}
