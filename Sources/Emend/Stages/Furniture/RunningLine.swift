/// A line that may be a running head or a folio: its letters, and the number at one of its ends.
struct RunningLine {
  let line: Int
  /// The hash of its letters, in small, and of the digits other than the folio: equal on all pages of
  /// a chapter.
  let key: UInt64
  /// Number of its letters (bytes).
  let letterCount: Int
  /// The number at its end or start, misread digits decoded.
  let number: Int?
  let words: Int

  /// Whether the line is a number and nothing else.
  var isBare: Bool { number != nil && letterCount == 0 }

  static let longest = 90

  /// Reads a line; `nil` where it is too long or ends as a sentence does.
  init?(_ index: Int, _ reader: LineReader) {
    let text = reader.text
    let content = reader.lines[index].content
    guard content.count <= Self.longest else { return nil }
    // Most lines that stand apart end a paragraph: text, unless short enough for a folio.
    let end = text[content.upperBound - 1]
    if content.count > 16, ".;:,-?!".utf8.contains(end) { return nil }
    line = index
    let tokens = Self.tokens(of: content, in: text)
    guard let first = tokens.first, let last = tokens.last, tokens.count <= 12 else { return nil }
    // A year is no folio: dates and titles end in one.
    func folio(_ token: Range<Int>) -> Int? {
      Self.folio(text[token]).flatMap { Self.years.contains($0) ? nil : $0 }
    }
    var kept = tokens[...]
    if tokens.count <= 3, let whole = Self.folio(Self.joined(tokens, in: text)) {
      // `1 2`, `- 12 -`
      number = whole
      kept = []
    } else if let end = folio(last) {
      number = end
      kept = kept.dropLast()
    } else if let start = folio(first) {
      number = start
      kept = kept.dropFirst()
    } else {
      number = nil
    }
    words = kept.count
    var letters: [UInt8] = []
    for token in kept { Self.appendLetters(of: token, in: text, to: &letters) }
    letterCount = letters.count
    // Digits that are no folio tell lines apart: `January 6, 1947` is not `January 13, 1947`.
    for token in kept { letters += text[token].filter(\.isDigit) }
    key = WordHash.of(letters)
    if letterCount == 0 {
      guard let number, !Self.years.contains(number) else { return nil }
      return
    }
    // Text ends in punctuation, a label in a colon.
    if ".;:,-?!".utf8.contains(text[last.upperBound - 1]) { return nil }
    if kept.contains(where: { ":=".utf8.contains(text[$0.upperBound - 1]) }) { return nil }
  }

  /// Its letters in small.
  func letters(_ reader: LineReader) -> [UInt8] {
    var out: [UInt8] = []
    let content = reader.lines[line].content
    var tokens = Self.tokens(of: content, in: reader.text)[...]
    if words < tokens.count {
      let isAtEnd = tokens.last.flatMap { Self.folio(reader.text[$0]) } == number
      tokens = isAtEnd ? tokens.dropLast() : tokens.dropFirst()
    }
    for token in tokens { Self.appendLetters(of: token, in: reader.text, to: &out) }
    return out
  }

  private static func appendLetters(of token: Range<Int>, in text: Text, to letters: inout [UInt8])
  {
    for byte in text[token] {
      if byte.isLetter { letters.append(byte | 0x20) } else if byte.isHigh { letters.append(byte) }
    }
  }

  private static func tokens(of content: Range<Int>, in text: Text) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var at = content.lowerBound
    while at < content.upperBound, out.count < 13 {
      let start = text.skip(from: at, to: content.upperBound, while: \.isWhite)
      at = text.skip(from: start, to: content.upperBound) { !$0.isWhite }
      if start < at { out.append(start..<at) }
    }
    return out
  }

  private static func joined(_ tokens: [Range<Int>], in text: Text) -> [UInt8] {
    tokens.flatMap { text[$0] }
  }

  private static let years = 1500...2100

  /// The value of a token that is a folio, perhaps misread and with marks around it; `nil` for text.
  static func folio(_ token: some BidirectionalCollection<UInt8>) -> Int? {
    var core = token[...]
    while let first = core.first, marks.contains(first) { core = core.dropFirst() }
    while let last = core.last, marks.contains(last) { core = core.dropLast() }
    guard core.count <= 4, !core.isEmpty else { return nil }
    var value = 0
    var sure = 0
    for byte in core {
      guard let digit = digit(byte) else { return nil }
      if byte.isDigit { sure += 1 }
      value = value * 10 + digit
    }
    // Letters alone are a word (`io` is Italian, `so` English) unless they stand in a sequence.
    return sure > 0 ? value : nil
  }

  /// Marks around a folio; dashes and typographic quotes by their bytes.
  private static let marks: Set<UInt8> = Set("-[](){}<>*.'\",~|".utf8).union([
    0xE2, 0x80, 0x93, 0x94, 0x9C, 0x9D, 0x9E,
  ])

  /// What a digit was read as.
  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte - 0x30)
    case UInt8(ascii: "O"), UInt8(ascii: "o"): 0
    case UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "i"), UInt8(ascii: "!"): 1
    case UInt8(ascii: "Z"), UInt8(ascii: "z"): 2
    case UInt8(ascii: "S"), UInt8(ascii: "s"): 5
    case UInt8(ascii: "b"): 6
    case UInt8(ascii: "B"): 8
    case UInt8(ascii: "g"): 9
    default: nil
    }
  }
}
