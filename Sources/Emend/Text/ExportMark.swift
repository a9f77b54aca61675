/// The line by which a library's export says where a page begins: `[Page 12]`, `## p. xii (#34) ####`.
struct ExportMark {
  /// The number that the page prints; `nil` for a page without one.
  let number: Int?
  let isRoman: Bool
  /// The number of its image, where the line tells it.
  let image: Int?

  /// What stands before the number, in small letters, and what behind it.
  private static let forms: [(before: StaticString, after: StaticString)] = [
    ("[page ", "]"), ("[pg ", "]"), ("[pg. ", "]"), ("[p. ", "]"), ("[s. ", "]"), ("[seite ", "]"),
    ("{page ", "}"), ("{pg ", "}"), ("{p. ", "}"), ("<page ", ">"), ("<pb n=\"", "\"/>"),
    ("<pb n=\"", "\" />"), ("## p. ", "####"), ("## page ", "##"), ("--- page ", "---"),
    ("----- page ", "-----"), ("=== page ", "==="), ("== page ", "=="),
  ]

  /// Bytes of the shortest mark.
  static let shortest = 5
  /// Of the longest, with the rule behind it.
  private static let longest = 120

  /// Whether a mark may begin with a byte: most lines are dismissed by it.
  @inline(__always)
  static func mayBegin(with byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "#"),
      UInt8(ascii: "="), .hyphen:
      true
    default: false
    }
  }

  /// Reads a line; `nil` for text.
  init?(_ line: Range<Int>, in text: Text) {
    guard (Self.shortest...Self.longest).contains(line.count),
      Self.mayBegin(with: text[line.lowerBound])
    else { return nil }
    for form in Self.forms {
      let start = line.lowerBound + form.before.utf8CodeUnitCount
      let close = line.upperBound - form.after.utf8CodeUnitCount
      guard start <= close, Self.hasFolded(form.before, at: line.lowerBound, in: text),
        text.has(form.after, at: close)
      else { continue }
      self.init(between: start, and: close, in: text)
      return
    }
    return nil
  }

  /// Reads `12`, `xii`, `12 (#34)` or `(#34)`, with the rest of a rule behind it.
  private init?(between start: Int, and end: Int, in text: Text) {
    let word = start..<text.skip(from: start, to: end) { !$0.isWhite && $0 != .openBracket }
    let folio = Folio(word, in: text, roman: true)
    if !word.isEmpty, folio == nil { return nil }
    number = folio?.value
    isRoman = folio?.isRoman ?? false
    let rest = word.upperBound..<end
    if rest.contains(where: { text[$0].isLetter }) { return nil }
    var image: Int?
    for at in rest where text[at].isDigit {
      image = Swift.min((image ?? 0) * 10 + Int(text[at] - 0x30), 999_999)
    }
    self.image = image
    if number == nil, image == nil { return nil }
  }

  private static func hasFolded(_ string: StaticString, at offset: Int, in text: Text) -> Bool {
    string.withUTF8Buffer { buffer in
      for i in 0..<buffer.count {
        let byte = text.byte(offset + i)
        if unsafe (byte.isUpper ? byte | 0x20 : byte) != buffer[i] { return false }
      }
      return true
    }
  }
}
