/// Puts lines on pages, with running heads, folios and notes, and keeps account of every byte.
struct PageSetter {
  private enum Furniture: CaseIterable {
    case none, heads, foliosAbove, foliosBelow
  }

  let style: DocumentStyle
  private var text = ""
  private var truth = ""
  private var size = 0
  private var parts: [Int: [KnownEdit.Part]] = [:]

  init(style: DocumentStyle) { self.style = style }

  /// Makes the document of some lines.
  mutating func set(
    _ lines: [DamageLine], notes: [Int: String], seed: UInt64, ledger: inout DamageLedger
  ) -> DamagedDocument {
    let furniture = ledger.pick(Furniture.allCases)
    var number = Int.random(in: 2...180, using: &ledger.random)
    var at = 0
    while at < lines.count {
      let page = lines[at..<min(lines.count, at + style.linesPerPage)]
      var edge = startPage(isFirst: at == 0)
      if furniture == .heads { head(number, &edge, ledger: &ledger) }
      if furniture == .foliosAbove { folio(number, isBelow: false, &edge, ledger: &ledger) }
      for line in page {
        append(.kept(edge))
        edge = ""
        for piece in line.pieces { append(piece) }
        append(.kept("\n"))
      }
      foot(page.flatMap(\.notes), notes)
      if furniture == .foliosBelow { folio(number, isBelow: true, &edge, ledger: &ledger) }
      number += 1
      at += style.linesPerPage
    }
    let edits = parts.sorted { $0.value[0].span.lowerBound < $1.value[0].span.lowerBound }
      .map { KnownEdit(kind: ledger.kinds[$0.key], parts: $0.value) }
    return DamagedDocument(seed: seed, text: text, truth: truth, edits: edits)
  }

  private mutating func append(_ piece: DamagePiece) {
    let length = piece.damaged.utf8.count
    text += piece.damaged
    truth += piece.truth
    if let damage = piece.damage {
      parts[damage, default: []].append(
        KnownEdit.Part(span: size..<size + length, truth: piece.truth))
    }
    size += length
  }

  /// What stands before the first line of a page.
  private mutating func startPage(isFirst: Bool) -> String {
    guard !isFirst else { return "" }
    switch style.pageMark {
    case .none: return ""
    case .formFeed: return "\u{C}"
    case .blankLines:
      append(.kept("\n\n\n"))
      return ""
    case .leadingSpace: return " "
    }
  }

  private mutating func head(_ number: Int, _ edge: inout String, ledger: inout DamageLedger) {
    guard ledger.strikes(.runningHead) else { return }
    let title = number % 2 == 0 ? "\(number)  HARTWELL" : "THE GRAIN QUESTION  \(number)"
    above(title, .runningHead, &edge, ledger: &ledger)
  }

  private mutating func folio(
    _ number: Int, isBelow: Bool, _ edge: inout String, ledger: inout DamageLedger
  ) {
    var kind = DamageKind.folio
    var print = String(number)
    if ledger.strikes(.garbledFolio), let garbled = Self.garbled(print) {
      kind = .garbledFolio
      print = garbled
    } else if !ledger.strikes(.folio) {
      return
    }
    guard isBelow else { return above(print, kind, &edge, ledger: &ledger) }
    append(
      DamagePiece(damaged: "\n\(print)\n", truth: "", damage: ledger.open(kind)))
  }

  private mutating func above(
    _ content: String, _ kind: DamageKind, _ edge: inout String, ledger: inout DamageLedger
  ) {
    append(.kept(edge))
    edge = ""
    let before = style.pageMark == .none && size > 0 ? "\n" : ""
    append(
      DamagePiece(damaged: before + content + "\n\n", truth: "", damage: ledger.open(kind)))
  }

  private mutating func foot(_ numbers: [Int], _ notes: [Int: String]) {
    guard !numbers.isEmpty else { return }
    append(.kept("\n"))
    for number in numbers {
      let label = style.notes == .brackets ? "\(number)) " : "\(number). "
      let end = style.trailingSpace ? " \n" : "\n"
      append(.kept(label + (notes[number] ?? "Ibid.") + end))
    }
  }

  /// A number with one digit read as a letter.
  private static func garbled(_ number: String) -> String? {
    guard number.count > 1, let last = number.lastIndex(where: { "0125".contains($0) }) else {
      return nil
    }
    var out = number
    let sign = ["0": "O", "1": "l", "2": "Z", "5": "S"][String(number[last])]!
    out.replaceSubrange(last...last, with: sign)
    return out.contains(where: \.isNumber) ? out : nil
  }
}
