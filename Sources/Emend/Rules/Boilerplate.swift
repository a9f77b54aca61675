/// Recognises lines of download sheets by the phrases of `furniture/boilerplate.tsv`.
struct Boilerplate: Sendable {
  enum Place: String, Sendable {
    case start, anywhere, line
  }
  struct Phrase: Sendable {
    let text: String
    let place: Place
    let score: Int
  }

  let phrases: [Phrase]

  static let standard = Boilerplate(TextTable(embedded: "furniture/boilerplate.tsv"))

  init(_ table: TextTable) {
    phrases = table.rows.compactMap { row in
      guard let place = Place(rawValue: row[1]), let score = Int(row[2]) else { return nil }
      return Phrase(text: row[0], place: place, score: score)
    }
  }

  /// The score of a line in small letters, at the beginning of a document.
  /// - Complexity: O(phrases × length).
  func score(ofSheetLine line: String) -> Int {
    phrases.reduce(0) { sum, phrase in
      let found = phrase.place == .anywhere ? line.contains(phrase.text) : line.hasPrefix(phrase.text)
      return found ? sum + phrase.score : sum
    }
  }

  /// The score of a line that is boilerplate wherever it stands, or 0.
  func score(ofStamp line: String) -> Int {
    phrases.first { $0.place == .line && line.hasPrefix($0.text) }?.score ?? 0
  }

  /// First letters that a stamp can have, small and capital: most lines are dismissed by them.
  static let stampInitials: Set<UInt8> = Set(
    standard.phrases.filter { $0.place == .line }.flatMap { phrase -> [UInt8] in
      guard let first = phrase.text.utf8.first else { return [] }
      return [first, first & ~0x20]
    })
}
