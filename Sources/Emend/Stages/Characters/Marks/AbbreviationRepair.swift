/// Restores abbreviations of notes that were misread: `op. eit.`, `ete.`, `ibld.`
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
