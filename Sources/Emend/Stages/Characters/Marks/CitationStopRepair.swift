/// Restores the stops and commas of citations that were read for one another: `vol, 29`, `Studies. pp. 3-9`,
/// `DVP. t. V`, and the comma that ends a note above the next one.
///
/// What stands before a number and behind a title is settled by form, and the text shows by its other citations
/// which of the two it writes.
struct CitationStopRepair {
  private let passage: Passage
  private var text: Text { passage.text }
  /// Where citations are sought: in the notes, or in the whole of a text that has none at the foot of its pages.
  private let stretches: [Range<Int>]

  init(_ passage: Passage) {
    self.passage = passage
    let lines = passage.window.layout.lines
    let blocks = passage.window.notes.blocks.map { $0.clamped(to: lines.indices) }
    stretches =
      blocks.isEmpty
      ? [0..<passage.text.count]
      : blocks.filter { !$0.isEmpty }.map { block in
        lines[block.lowerBound].start..<lines[block.upperBound - 1].end
      }
  }

  private func forEachOffset(of mark: UInt8, _ body: (Int) -> Void) {
    for stretch in stretches { text.forEachOffset(of: mark, in: stretch, body) }
  }

  /// Looks for them in all stretches, so it is for texts that are known to be misread.
  /// - Complexity: O(*n*).
  func propose(into edits: inout [Edit]) {
    let commas = Commas(of: self)
    let found = commas.behindLabels + commasBetweenNotes()
    edits += found + stops(commas).filter { !$0.span.touchesAny(of: found.map(\.span)) }
  }

  /// Labels behind which no print sets a comma, `vol, 29`: a machine read it.
  /// - Complexity: O(*n*) at memory speed.
  func signs() -> Int { Commas(of: self).behindLabels.count }

  /// What the commas of a text say of its citations: gathered in one pass, which is what takes the time.
  private struct Commas {
    /// Those that were stops.
    var behindLabels: [Edit] = []
    /// How many stand behind which capitals.
    var behindSources: [UInt64: Int] = [:]
    var beforeLabels = 0

    init(of repair: CitationStopRepair) {
      // Held: each time they are asked of the type it takes longer than the look.
      let (text, numerals, firstOfLabels) = (
        repair.text, CitationStopRepair.numerals, CitationStopRepair.firstOfLabels
      )
      repair.forEachOffset(of: .comma) { at in
        guard text.byte(at + 1) == .space else { return }
        let (before, after) = (text.byte(at - 1), text.byte(at + 2))
        if before.isUpper, let source = repair.source(before: at) {
          behindSources[source, default: 0] += 1
        }
        if after.isDigit || numerals.contains(after) {
          if before | 0x20 >= UInt8(ascii: "l"), let edit = repair.comma(behindLabel: at) {
            behindLabels.append(edit)
          }
        } else if firstOfLabels.contains(after), repair.isBeforeLabel(at) {
          beforeLabels += 1
        }
      }
    }
  }

  private func edit(_ at: Int, _ replacement: String, _ evidence: String) -> Edit {
    Edit(
      span: at..<at + 1, replacement: replacement, rule: "characters/citation",
      confidence: .certain, evidence: .pattern(evidence))
  }

  /// `vol, 29`, `cols, 509-788`
  private func comma(behindLabel at: Int) -> Edit? {
    guard isNumber(at + 2) else { return nil }
    let word = passage.letters(around: at - 1)
    let before = text.skipBack(from: word.lowerBound, while: \.isWhite)
    guard Self.labels.contains(word, of: text), before < word.lowerBound,
      !Self.alsoWords.contains(word, of: text) || isBesideNumbers(before, at + 2)
    else { return nil }
    return edit(at, ".", "an abbreviation of citations")
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

  /// The capitals before a mark, which a source may be cited by (`DVP`), as a hash.
  private func source(before at: Int) -> UInt64? {
    guard text.byte(at - 2).isUpper, text.byte(at - 3).isUpper else { return nil }
    let word = passage.letters(around: at - 1)
    return word.count <= Self.longestSource && text[word].allSatisfy(\.isUpper)
      ? text.hashOfBytes(word) : nil
  }

  /// Stops where the text writes commas elsewhere: `DVP. t. V`, `ADAP. B, XII`; `Studies. pp. 3-9`, `(1966). vol. 2`.
  private func stops(_ commas: Commas) -> [Edit] {
    let asksForSources = !commas.behindSources.isEmpty
    let asksForLabels = commas.beforeLabels >= Self.fewestCommas
    guard asksForSources || asksForLabels else { return [] }
    var behindSources: [(at: Int, source: UInt64)] = []
    var beforeLabels: [Int] = []
    let (text, firstOfLabels) = (self.text, Self.firstOfLabels)
    forEachOffset(of: .fullStop) { at in
      guard text.byte(at + 1) == .space else { return }
      if asksForSources, text.byte(at - 1).isUpper, let source = source(before: at), isPart(at + 2)
      {
        behindSources.append((at, source))
      } else if asksForLabels, firstOfLabels.contains(text.byte(at + 2)), isBeforeLabel(at),
        isEndOfTitle(at)
      {
        beforeLabels.append(at)
      }
    }
    if beforeLabels.count * 2 > commas.beforeLabels { beforeLabels = [] }
    let counts = behindSources.reduce(into: [UInt64: Int]()) { $0[$1.source, default: 0] += 1 }
    behindSources.removeAll { _, source in
      commas.behindSources[source, default: 0] <= counts[source, default: 0]
    }
    return (behindSources.map(\.at) + beforeLabels).map {
      edit($0, ",", "the text writes a comma there")
    }
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

  /// Whether a label and a number stand behind a mark and a space.
  private func isBeforeLabel(_ at: Int) -> Bool {
    let word = at + 2..<text.lettersEnd(from: at + 2)
    guard text.byte(word.upperBound) == .fullStop, Self.labels.contains(word, of: text) else {
      return false
    }
    return isNumber(word.upperBound + (text.byte(word.upperBound + 1) == .space ? 2 : 1))
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
