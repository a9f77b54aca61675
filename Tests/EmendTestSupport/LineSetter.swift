/// Sets paragraphs in lines, dividing words and doing the damage of words and lines.
struct LineSetter {
  let style: DocumentStyle
  private let misreader: WordMisreader
  private var line = DamageLine()
  private var lines: [DamageLine] = []

  init(style: DocumentStyle) {
    self.style = style
    misreader = WordMisreader(digitsAreMarkers: style.notes == .digits)
  }

  /// The lines of a paragraph.
  mutating func set(_ paragraph: String, ledger: inout DamageLedger) -> [DamageLine] {
    let words = paragraph.split(separator: " ").map(String.init)
    lines = []
    line = DamageLine()
    for (index, word) in words.enumerated() {
      let pieces = misreader.read(word, ledger: &ledger)
      let width = pieces.reduce(0) { $0 + $1.damaged.utf8.count }
      let gap = line.isBlank || line.pieces.last?.damaged.hasSuffix(" ") == true ? 0 : 1
      if line.width + gap + width <= style.width || line.isBlank {
        if gap == 1 { line.pieces.append(.kept(" ")) }
        line.pieces += pieces
      } else if pieces.count == 1, index + 1 < words.count, line.width > 20,
        let division = WordDivider.divide(word, room: style.width - line.width - 1),
        let kind = kind(of: division, ledger: &ledger)
      {
        divide(division, kind, ledger: &ledger)
      } else {
        endLine(ledger: &ledger)
        line.pieces = pieces
      }
      if let note = note(of: word) { line.notes.append(note) }
    }
    endLine(ledger: &ledger)
    return lines
  }

  private func kind(
    of division: WordDivider.Division, ledger: inout DamageLedger
  ) -> DamageKind? {
    if division.isHard {
      if division.head.allSatisfy(\.isLetter), division.tail.first?.isLowercase == true,
        ledger.strikes(.lostCompound)
      {
        return .lostCompound
      }
      return ledger.strikes(.hardHyphen) ? .hardHyphen : nil
    }
    if ledger.strikes(.lostHyphen) { return .lostHyphen }
    return ledger.strikes(.softHyphen) ? .softHyphen : nil
  }

  private mutating func divide(
    _ division: WordDivider.Division, _ kind: DamageKind, ledger: inout DamageLedger
  ) {
    let isPrinted = kind == .softHyphen || kind == .hardHyphen
    let damage = ledger.open(kind)
    line.pieces.append(.kept(" " + division.head))
    line.pieces.append(
      DamagePiece(
        damaged: isPrinted ? "-" : "",
        truth: (division.isHard ? "-" : "") + division.tail + (style.trailingSpace ? " " : ""),
        damage: damage))
    line.isDivided = true
    lines.append(line)
    line = DamageLine()
    line.pieces = [DamagePiece(damaged: division.tail + " ", truth: "", damage: damage)]
  }

  private mutating func endLine(ledger: inout DamageLedger) {
    guard !line.isBlank else { return }
    speck(ledger: &ledger)
    if style.trailingSpace { line.pieces.append(.kept(" ")) }
    lines.append(line)
    line = DamageLine()
  }

  /// Dirt before or behind a line whose ends have no other damage, inside a sentence.
  private mutating func speck(ledger: inout DamageLedger) {
    guard let first = line.pieces.first, let last = line.pieces.last, first.damage == nil,
      last.damage == nil, ledger.strikes(.speck)
    else { return }
    if first.damaged.first?.isLowercase == true, let before = lines.last, !before.isDivided {
      let sign = ledger.pick(["\u{2022} ", "^", "~ ", "* "])
      line.pieces.insert(
        DamagePiece(damaged: sign, truth: "", damage: ledger.open(.speck)), at: 0)
    } else if last.damaged.last?.isLetter == true {
      let sign = ledger.pick([" /", " ~"])
      line.pieces.append(DamagePiece(damaged: sign, truth: "", damage: ledger.open(.speck)))
    }
  }

  /// The number of the note that a word refers to: `harbour.12)`.
  private func note(of word: String) -> Int? {
    guard style.notes != .none, let stop = word.lastIndex(of: ".") else { return nil }
    var marker = word[word.index(after: stop)...]
    if style.notes == .brackets, marker.popLast() != ")" { return nil }
    return Int(marker)
  }
}
