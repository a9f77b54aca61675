extension LineReader {
  /// The edit that wraps furniture in `⟦…⟧` in the place of taking it out.
  func marking(_ removal: Removal) -> Edit {
    let first = lines[removal.lines.lowerBound].content
    let last = removal.lines.last { !lines[$0].isBlank } ?? removal.lines.lowerBound
    let span = first.lowerBound..<lines[last].content.upperBound
    let content = text.string(span)
    let label: String
    switch (removal.rule.name, removal.evidence) {
    case ("furniture/folio", .folio(let number)), ("furniture/folio-garbled", .folio(let number)),
      ("furniture/page-mark", .folio(let number)):
      label = "page \(number)"
    case ("furniture/folio", _), ("furniture/folio-garbled", _): label = "page \(content)"
    case ("furniture/stamp", _): label = "stamp \(content)"
    case ("furniture/download-sheet", _): label = "sheet \(content)"
    case ("furniture/signature", _): label = "signature \(content)"
    case ("furniture/verse-number", _): label = "verse \(content)"
    case ("furniture/speck", _): label = "speck \(content)"
    default: label = "head \(content)"
    }
    return Edit(
      span: span, replacement: "⟦\(label)⟧", rule: removal.rule, confidence: removal.confidence,
      evidence: removal.evidence)
  }

  /// Whether furniture, or a part of it, was marked before.
  func holdsMark(_ removal: Removal) -> Bool {
    removal.lines.contains { content($0).contains { $0 == "⟦" || $0 == "⟧" } }
  }

  /// Whether a line was marked as furniture before: it begins with `⟦`.
  static func isMarked(_ content: Range<Int>, in text: Text) -> Bool {
    text[content.lowerBound].isHigh && text.has("⟦", at: content.lowerBound)
  }

  /// Whether a tag of markup may begin at an offset: `<` and a letter or a slash.
  static func opensTag(_ offset: Int, in text: Text) -> Bool {
    guard text[offset] == UInt8(ascii: "<") else { return false }
    let next = text.byte(offset + 1)
    return next.isLetter || next == UInt8(ascii: "/")
  }
}
