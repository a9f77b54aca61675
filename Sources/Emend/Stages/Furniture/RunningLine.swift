/// A line that may be a running head or a folio: its letters, and the number at one of its ends.
struct RunningLine {
  let line: Int
  /// Its letters only, small: equal on all pages of a chapter.
  let letters: [UInt8]
  /// The number at its end or start, misread digits decoded.
  let number: Int?
  /// The number at its other end, for lines with two (`Pact of 1939 211` has 211 only at its end).
  let isBare: Bool
  let words: Int

  /// Reads a line; `nil` where it is too long or ends as a sentence does.
  init?(_ index: Int, _ reader: LineReader) {
    let content = reader.lines[index].content
    guard content.count <= 90 else { return nil }
    let tokens = reader.content(index).split(separator: " ").map(String.init)
    guard let first = tokens.first, let last = tokens.last, tokens.count <= 12 else { return nil }
    line = index
    // A year is no folio: dates and titles end in one.
    let atEnd = Self.folio(last).flatMap { Self.years.contains($0) ? nil : $0 }
    let atStart = Self.folio(first).flatMap { Self.years.contains($0) ? nil : $0 }
    if tokens.count == 1 {
      number = atEnd
    } else if let joined = Self.folio(tokens.joined()), tokens.count <= 3 {
      // `1 2`, `- 12 -`
      number = joined
    } else {
      number = atEnd ?? atStart
    }

    var letters: [UInt8] = []
    var kept = tokens[...]
    if number != nil {
      if tokens.count <= 3, Self.folio(tokens.joined()) != nil {
        kept = []
      } else if atEnd != nil {
        kept = kept.dropLast()
      } else {
        kept = kept.dropFirst()
      }
    }
    for token in kept { letters += WordHash.fold(token).filter { $0.isLetter || $0.isHigh } }
    self.letters = letters
    isBare = number != nil && letters.isEmpty
    words = kept.count
    // Text ends in punctuation, a label in a colon.
    if !isBare, let end = last.last, ".;:,-?!".contains(end) { return nil }
    if kept.contains(where: { $0.hasSuffix(":") || $0.hasSuffix("=") }) { return nil }
  }

  private static let years = 1500...2100

  /// The value of a token that is a folio, perhaps misread and with marks around it; `nil` for text.
  static func folio(_ token: String) -> Int? {
    var core = Substring(token)
    while let first = core.first, "-–—[({<*.'\"“”„~|".contains(first) { core = core.dropFirst() }
    while let last = core.last, "-–—])}>*.'\"“”,~|".contains(last) { core = core.dropLast() }
    guard (1...4).contains(core.count) else { return nil }
    var value = 0
    var sure = 0
    for character in core {
      guard let digit = digits[character] else { return nil }
      if character.isNumber { sure += 1 }
      value = value * 10 + digit
    }
    // Letters alone are a word (`io` is Italian, `so` English) unless they stand in a sequence,
    // which the caller sees; here at least one digit has to be one.
    return sure > 0 ? value : nil
  }

  private static let digits: [Character: Int] = [
    "0": 0, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8, "9": 9,
    "O": 0, "o": 0, "l": 1, "I": 1, "i": 1, "!": 1, "Z": 2, "z": 2, "S": 5, "s": 5, "b": 6, "B": 8,
    "g": 9,
  ]
}
