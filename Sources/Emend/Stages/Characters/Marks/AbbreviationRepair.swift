/// Restores abbreviations of notes that were misread: `op. eit.`, `ete.`, `ibld.`, `Yol 270`.
///
/// Letters that are no word before a full stop, one cheap confusion away from one abbreviation.
struct AbbreviationRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// - Complexity: O(suspects × abbreviations); for texts that are known to be misread.
  func propose(into edits: inout [Edit]) {
    for suspect in passage.survey.suspects where suspect.kind == .unknown {
      let range = suspect.range
      guard (3...5).contains(range.count) else { continue }
      if text.byte(range.upperBound + 1).isDigit || text.byte(range.upperBound + 2).isDigit {
        label(range, into: &edits)
      }
      guard text.byte(range.upperBound) == .fullStop,
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

  /// `Debates, Yol 270, Col. 36`: what is numbered.
  private func label(_ range: Range<Int>, into edits: inout [Edit]) {
    let end = range.upperBound
    let gap = text.byte(end) == .fullStop ? end + 1 : end
    guard text[range.lowerBound].isUpper, text.byte(gap) == .space, text.byte(gap + 1).isDigit,
      text.byte(range.lowerBound - 1).isWhite, text[range.dropFirst()].allSatisfy(\.isLower),
      let printed = label(Array(text[range]))
    else { return }
    let own = passage.window.usage(of: printed.lowercased()).count
    guard own > 0 else { return }
    edits.append(
      Edit(
        span: range, replacement: printed, rule: "characters/abbreviation", confidence: .certain,
        evidence: .inDocument(printed, count: own)))
  }

  private static let labels = [
    "App", "Art", "Chap", "Col", "Cols", "Doc", "Docs", "Fig", "Nos", "Vol", "Vols",
  ]
  .map { Array($0.utf8) }

  /// The one label that letters are but for a shape.
  private func label(_ read: [UInt8]) -> String? {
    let found = Self.labels.filter { printed in
      guard printed.count == read.count else { return false }
      let differing = read.indices.filter { read[$0] != printed[$0] }
      guard differing.count == 1, let at = differing.first else { return false }
      return ConfusionModel.english.confusions(of: read[at]).contains {
        $0.read.count == 1 && $0.printed.count == 1 && $0.printed[0] == printed[at]
      }
    }
    return found.count == 1 ? String(decoding: found[0], as: UTF8.self) : nil
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

  /// Bits of one cheap confusion.
  private static let most = 13.0
  /// Those of notes, in small letters, long enough to be told by their shapes.
  private static let abbreviations = SpacingRepair.abbreviations.map { Array($0.utf8) }
    .filter { $0.count >= 3 && $0.allSatisfy(\.isLower) }
}
