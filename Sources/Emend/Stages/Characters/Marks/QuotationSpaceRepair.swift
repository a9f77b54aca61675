/// Takes out a space on the inner side of a quotation mark that has a direction: `“ The`, `peace. ”`.
struct QuotationSpaceRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// Certain at double marks of a text that is misread, or that sets some with a space and others without;
  /// a single one may be dirt, or belong to a plural.
  func propose(isMisread: Bool, into edits: inout [Edit]) {
    var (spaces, tight) = ([Edit](), 0)
    var doubles: [Int] = []
    // A mark that closes nothing is one that opens, whatever its direction.
    var (isOpen, isOpenSingle) = (false, false)
    // German quotations open low, and close with the mark that opens English ones.
    var (isOpenLow, isOpenLowSingle) = (false, false)
    for at in passage.typographicMarks where text.byte(at + 2) >= 0x98 {
      let gap: Int
      let kind = text.byte(at + 2)
      switch kind {
      case 0x9A:
        isOpenLowSingle = true
        continue
      case 0x9E:
        isOpenLow = true
        continue
      case 0x98 where isOpenLowSingle:
        isOpenLowSingle = false
        continue
      case 0x9C where isOpenLow:
        isOpenLow = false
        continue
      case 0x98, 0x9C:
        if kind == 0x9C { isOpen = true } else { isOpenSingle = true }
        gap = at + 3
        if kind == 0x9C, text.byte(gap).isLetter { tight += 1 }
        guard text.byte(gap) == .space, text.byte(gap + 1).isLetter,
          text.byte(at - 1).isWhite || isBehindHighMark(at)
        else { continue }
      case 0x99, 0x9D:
        gap = at - 1
        let (before, after) = (text.byte(gap - 1), text.byte(at + 3))
        // An apostrophe.
        if kind == 0x99, after.isLetter { continue }
        let closes = kind == 0x9D ? isOpen : isOpenSingle
        if kind == 0x9D { isOpen = false } else { isOpenSingle = false }
        guard closes, text.byte(gap) == .space,
          before.isLetter || ".,!?;:".utf8.contains(before),
          after.isWhite || ".,!?;:)".utf8.contains(after)
        else { continue }
      default: continue
      }
      guard passage.isProse(at: at), !passage.isForeign(around: gap..<gap + 1) else { continue }
      if kind >= 0x9C { doubles.append(spaces.count) }
      spaces.append(
        Edit(
          span: gap..<gap + 1, replacement: "", rule: "characters/space-in-quotation",
          confidence: .likely, evidence: .pattern("no space stands inside a quotation")))
    }
    if isMisread || (doubles.count >= Self.fewest && tight > 0) {
      for index in doubles { spaces[index].confidence = .certain }
    }
    edits += spaces
  }

  /// Whether a mark beyond ASCII stands before a place; behind `ß` a quotation closes.
  private func isBehindHighMark(_ at: Int) -> Bool {
    guard text.byte(at - 1).isHigh else { return false }
    let scalar = text.scalar(before: at).scalar
    // Behind a mark that closes, `him”“ The`, no other opens: it is the misread number of a note.
    return !scalar.properties.isAlphabetic && scalar != "\u{2019}" && scalar != "\u{201D}"
  }

  /// Spaces that are a habit of the machine.
  private static let fewest = 3
}
