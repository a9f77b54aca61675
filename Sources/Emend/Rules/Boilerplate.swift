/// Recognises lines of download sheets by the phrases of `furniture/boilerplate.tsv`.
///
/// Lines are compared folded: small letters, one space for a run of blanks.
struct Boilerplate: Sendable {
  enum Place: String, Sendable {
    case start, anywhere, line, head, tail
  }
  struct Phrase: Sendable {
    let text: [UInt8]
    let place: Place
    let score: Int
  }

  let phrases: [Phrase]
  /// A bit for each hash of the first six letters of a phrase that counts wherever it stands.
  private var filter = [UInt64](repeating: 0, count: 16)

  static let standard = Boilerplate(TextTable(embedded: "furniture/boilerplate.tsv"))

  /// Phrases of fewer bytes have to match exactly.
  private static let shortestMisread = 24

  init(_ table: TextTable) {
    phrases = table.rows.compactMap { row in
      guard let place = Place(rawValue: row[1]), let score = Int(row[2]) else { return nil }
      return Phrase(text: Array(row[0].utf8), place: place, score: score)
    }
    for phrase in phrases where phrase.place == .line {
      let bit = Self.bit { phrase.text[$0] }
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// The score of a folded line at the beginning of a document.
  /// - Complexity: O(phrases × length).
  func score(ofSheetLine line: [UInt8]) -> Int {
    phrases.reduce(0) { sum, phrase in
      let found =
        phrase.place == .anywhere
        ? Self.holds(line, phrase.text) : Self.starts(line, with: phrase.text)
      return found ? sum + phrase.score : sum
    }
  }

  /// The score of a folded line that is boilerplate wherever it stands, or 0.
  func score(ofStamp line: [UInt8]) -> Int {
    score(of: line, at: .line)
  }

  /// The score of a folded line as one of a kind, or 0.
  func score(of line: [UInt8], at place: Place) -> Int {
    phrases.first { $0.place == place && Self.starts(line, with: $0.text) }?.score ?? 0
  }

  /// Whether a line starts as a stamp does, in any case of letters: most lines are dismissed here.
  @inline(__always)
  func mayBeStamp(_ line: Range<Int>, in text: Text) -> Bool {
    guard line.count > 6 else { return false }
    let bit = Self.bit { text[line.lowerBound + $0] }
    return filter[bit >> 6] & 1 << UInt64(bit & 63) != 0
  }

  /// A line of text in the form in which phrases are compared.
  static func fold(_ line: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    for byte in line {
      if byte.isWhite {
        if let last = out.last, last != .space { out.append(.space) }
      } else {
        out.append(byte.isUpper ? byte | 0x20 : byte)
      }
    }
    return out
  }

  @inline(__always)
  private static func bit(_ byte: (Int) -> UInt8) -> Int {
    var key: UInt64 = 0
    for i in 0..<6 { key = key << 8 | UInt64(byte(i) | 0x20) }
    return Int(truncatingIfNeeded: (key &* WordHash.k1) >> 54)
  }

  private static func starts(_ line: [UInt8], with phrase: [UInt8]) -> Bool {
    if matches(line, at: 0, phrase) { return true }
    guard phrase.count >= shortestMisread, line.count + 4 >= phrase.count else { return false }
    // Most lines are dismissed by their first letters.
    guard zip(line, phrase).prefix(12).count(where: { $0 == $1 }) >= 9 else { return false }
    return LetterDistance.isBeginningWithin(phrase.count / 8, phrase, of: line)
  }

  private static func holds(_ line: [UInt8], _ phrase: [UInt8]) -> Bool {
    guard line.count >= phrase.count, let first = phrase.first else { return false }
    for at in 0...line.count - phrase.count where line[at] == first {
      if matches(line, at: at, phrase) { return true }
    }
    return false
  }

  /// Whether a phrase stands at an offset; `#` is a run of digits.
  private static func matches(_ line: [UInt8], at start: Int, _ phrase: [UInt8]) -> Bool {
    var at = start
    for byte in phrase {
      if byte == UInt8(ascii: "#") {
        let digits = line[at...].prefix(while: \.isDigit).count
        guard digits > 0 else { return false }
        at += digits
      } else {
        guard at < line.count, line[at] == byte else { return false }
        at += 1
      }
    }
    return true
  }
}
