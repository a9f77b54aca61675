/// Restores abbreviations of notes that were misread: `op. eit.`, `ete.`, `ibld.`, `AVPRE, f. 05`
///
/// Letters that are no word before a full stop, one cheap confusion away from one abbreviation; and capitals
/// before a fond, a series, a volume or a number, one away from one archive or series of documents.
struct AbbreviationRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// - Complexity: O(suspects × abbreviations); for texts that are known to be misread.
  func propose(into edits: inout [Edit]) {
    for suspect in passage.survey.suspects where suspect.kind == .unknown {
      let range = suspect.range
      if text[range.upperBound - 1].isUpper { source(range, into: &edits) }
      guard (3...5).contains(range.count), text.byte(range.upperBound) == .fullStop,
        text.byte(range.lowerBound - 1).isWhite, text[range].allSatisfy(\.isLower),
        !text.byte(range.upperBound + 1).isLetter, !passage.isForeign(around: range),
        let printed = abbreviation(text.string(range))
      else { continue }
      let own = passage.window.usage(of: printed).count
      let read = passage.window.usage(of: passage.hash(range)).count
      edits.append(
        Edit(
          span: range, replacement: printed, rule: "characters/abbreviation",
          confidence: own > read || printed == "etc" ? .certain : .likely,
          evidence: own > 0 ? .inDocument(printed + ".", count: own) : .abbreviation(printed)))
    }
  }

  /// `AVPRE, f. 05`, `DBEP, ser. 2`, `RGASPL, f. 17`
  private func source(_ range: Range<Int>, into edits: inout [Edit]) {
    guard range.count >= 4, text[range].allSatisfy(\.isUpper), standsBeforeNumber(range.upperBound)
    else { return }
    let hash = passage.hash(range)
    // Most are no misreading.
    guard !Self.sources.contains(where: { $0.hash == hash }) else { return }
    let misread = Self.sources.filter { isMisreading(range, of: $0.letters) }
    guard misread.count == 1, let letters = misread.first?.letters else { return }
    let printed = String(decoding: letters, as: UTF8.self)
    edits.append(
      Edit(
        span: range, replacement: printed, rule: "characters/abbreviation", confidence: .certain,
        evidence: .inDocument(printed, count: passage.window.usage(of: printed).count)))
  }

  /// `, f. 05`, `, ser. 2`, ` 17`
  private func standsBeforeNumber(_ end: Int) -> Bool {
    let mark = text.byte(end) == .comma || text.byte(end) == .fullStop ? end + 1 : end
    guard text.byte(mark).isWhite else { return false }
    let start = text.skip(from: mark, to: mark + 2, while: \.isWhite)
    if text.byte(start).isDigit || text.has("£", at: start) { return true }
    let label = start..<text.lettersEnd(from: start)
    return label.count <= 6 && Self.parts.contains { $0.elementsEqual(text[label]) }
  }

  /// Whether one shape of an abbreviation was misread: an I with its serifs is an L.
  private func isMisreading(_ range: Range<Int>, of printed: [UInt8]) -> Bool {
    guard printed.count == range.count else { return false }
    var other: Int?
    for at in printed.indices where text[range.lowerBound + at] != printed[at] {
      guard other == nil else { return false }
      other = at
    }
    guard let other else { return false }
    let read = text[range.lowerBound + other]
    if read == UInt8(ascii: "L"), printed[other] == UInt8(ascii: "I") { return true }
    let bits = unsafe printed[other...other].withUnsafeBufferPointer {
      unsafe ConfusionModel.english.bits(reading: [read], for: $0)
    }
    return bits <= Self.most
  }

  /// The one abbreviation that letters may be.
  private func abbreviation(_ letters: String) -> String? {
    let read = Array(letters.utf8)
    var found: String?
    for printed in Self.abbreviations where printed.count == read.count {
      guard zip(printed, read).count(where: { $0 != $1 }) == 1 else { continue }
      let bits = unsafe printed.withUnsafeBufferPointer {
        unsafe ConfusionModel.english.bits(reading: read, for: $0)
      }
      guard bits <= Self.most else { continue }
      if found != nil { return nil }
      found = String(decoding: printed, as: UTF8.self)
    }
    return found
  }

  /// Archives and series of documents.
  private static let sources = TextTable(embedded: "en/sources.tsv").rows.map {
    (letters: Array($0[0].utf8), hash: WordHash.of($0[0].lowercased()))
  }
  /// What the parts of archives and series are called.
  private static let parts = ["f", "fond", "ser", "Ser", "series", "Series", "vol", "Vol", "vols"]
    .map { Array($0.utf8) }
  /// Bits of one cheap confusion.
  private static let most = 13.0
  /// Those of notes, in small letters, long enough to be told by their shapes.
  private static let abbreviations = SpacingRepair.abbreviations.map { Array($0.utf8) }
    .filter { $0.count >= 3 && $0.allSatisfy(\.isLower) }
}
