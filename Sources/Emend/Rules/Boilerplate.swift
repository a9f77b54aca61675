/// Recognises lines of download sheets by the phrases of `furniture/boilerplate.tsv`.
struct Boilerplate: Sendable {
  enum Place: String, Sendable {
    case start, anywhere, line
  }
  struct Phrase: Sendable {
    let text: String
    let bytes: [UInt8]
    let place: Place
    let score: Int
  }

  let phrases: [Phrase]
  /// The first four bytes of each stamp, with bit 0x20 set.
  private let stampKeys: [UInt32]

  static let standard = Boilerplate(TextTable(embedded: "furniture/boilerplate.tsv"))

  init(_ table: TextTable) {
    phrases = table.rows.compactMap { row in
      guard let place = Place(rawValue: row[1]), let score = Int(row[2]) else { return nil }
      return Phrase(text: row[0], bytes: Array(row[0].utf8), place: place, score: score)
    }
    stampKeys = phrases.filter { $0.place == .line }.map { phrase in
      phrase.text.utf8.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1 | 0x20) }
    }
  }

  /// The score of a line in small letters, at the beginning of a document.
  /// - Complexity: O(phrases × length). Over bytes: `String.contains` took 70 % of the time of a
  ///   document of 10 kB.
  func score(ofSheetLine line: String) -> Int {
    let line = Array(line.utf8)
    return phrases.reduce(0) { sum, phrase in
      let found =
        phrase.place == .anywhere
        ? Self.contains(line, phrase.bytes) : line.starts(with: phrase.bytes)
      return found ? sum + phrase.score : sum
    }
  }

  private static func contains(_ line: [UInt8], _ phrase: [UInt8]) -> Bool {
    guard let first = phrase.first, line.count >= phrase.count else { return false }
    for start in 0...line.count - phrase.count where line[start] == first {
      if phrase.indices.allSatisfy({ line[start + $0] == phrase[$0] }) { return true }
    }
    return false
  }

  /// The score of a line that is boilerplate wherever it stands, or 0.
  func score(ofStamp line: String) -> Int {
    phrases.first { $0.place == .line && line.hasPrefix($0.text) }?.score ?? 0
  }

  /// Whether a line starts as a stamp does, in any case of letters: most lines are dismissed here.
  func mayBeStamp(_ line: Range<Int>, in text: Text) -> Bool {
    guard line.count > 4 else { return false }
    let start = line.lowerBound
    let key = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(text[start + $1] | 0x20) }
    return stampKeys.contains(key)
  }
}
