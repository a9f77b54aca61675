/// Restores abbreviations of notes that were misread: `op. eit.`, `ete.`, `ibld.`, `Yol 270`, `AVPRE, f. 05`.
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
      guard (3...5).contains(range.count) else { continue }
      if text.byte(range.upperBound + 1).isDigit || text.byte(range.upperBound + 2).isDigit {
        label(range, into: &edits)
      }
      guard text.byte(range.upperBound) == .fullStop,
        text.byte(range.lowerBound - 1).isWhite, text[range].allSatisfy(\.isLower),
        !text.byte(range.upperBound + 1).isLetter, !passage.isForeign(around: range),
        let printed = misread(range, of: Self.abbreviations, atMost: Self.cheap)
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
    guard range.count >= 4, text[range].allSatisfy(\.isUpper),
      standsBeforeNumber(range.upperBound),
      // `AVPRI` is no misread `AVPRF`.
      !Self.sources.contains(where: { $0.elementsEqual(text[range]) }),
      let printed = misread(range, of: Self.sources)
    else { return }
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

  /// Whether one shape of an abbreviation was misread.
  private func isMisreading(_ range: Range<Int>, of printed: [UInt8]) -> Bool {
    guard printed.count == range.count else { return false }
    var other: Int?
    for at in printed.indices where text[range.lowerBound + at] != printed[at] {
      guard other == nil else { return false }
      other = at
    }
    guard let other else { return false }
    let (read, letter) = (text[range.lowerBound + other], printed[other])
    // With its serifs.
    if read == UInt8(ascii: "L"), letter == UInt8(ascii: "I") { return true }
    return ConfusionModel.english.confusions(of: read).contains {
      $0.read.count == 1 && $0.printed.count == 1 && $0.printed[0] == letter
    }
  }

  /// `Debates, Yol 270, Col. 36`: what is numbered.
  private func label(_ range: Range<Int>, into edits: inout [Edit]) {
    let end = range.upperBound
    let gap = text.byte(end) == .fullStop ? end + 1 : end
    guard text[range.lowerBound].isUpper, text.byte(gap) == .space, text.byte(gap + 1).isDigit,
      text.byte(range.lowerBound - 1).isWhite, text[range.dropFirst()].allSatisfy(\.isLower),
      let printed = misread(range, of: Self.labels)
    else { return }
    let own = passage.window.usage(of: printed.lowercased()).count
    guard own > 0 else { return }
    edits.append(
      Edit(
        span: range, replacement: printed, rule: "characters/abbreviation", confidence: .certain,
        evidence: .inDocument(printed, count: own)))
  }

  private func bits(_ range: Range<Int>, _ printed: [UInt8]) -> Double {
    unsafe printed.withUnsafeBufferPointer {
      unsafe ConfusionModel.english.bits(reading: Array(text[range]), for: $0)
    }
  }

  /// The one abbreviation of some that letters are but for a shape.
  /// - Parameter most: bits of the confusion.
  private func misread(
    _ range: Range<Int>, of some: [[UInt8]], atMost most: Double = .infinity
  ) -> String? {
    let found = some.filter { printed in
      isMisreading(range, of: printed) && (most == .infinity || bits(range, printed) <= most)
    }
    return found.count == 1 ? String(decoding: found[0], as: UTF8.self) : nil
  }

  /// Archives and series of documents.
  private static let sources = TextTable(embedded: "en/sources.tsv").rows.map { Array($0[0].utf8) }
  /// What volumes, columns and documents are called where they are numbered.
  private static let labels = [
    "App", "Art", "Chap", "Col", "Cols", "Doc", "Docs", "Fig", "Nos", "Vol", "Vols",
  ].map { Array($0.utf8) }
  /// What the parts of archives and series are called.
  private static let parts = ["f", "fond", "ser", "Ser", "series", "Series", "vol", "Vol", "vols"]
    .map { Array($0.utf8) }
  /// Bits of one cheap confusion.
  private static let cheap = 13.0
  /// Those of notes, in small letters, long enough to be told by their shapes.
  private static let abbreviations = SpacingRepair.abbreviations.map { Array($0.utf8) }
    .filter { $0.count >= 3 && $0.allSatisfy(\.isLower) }
}
