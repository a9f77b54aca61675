/// Words that a user says are right as they stand.
///
/// No edit of characters or names changes them; to other stages they are words of the document.
public struct WordList: Sendable, Equatable {
  /// In small letters.
  let words: Set<String>

  public static let none = WordList([])

  /// - Parameter words: in any case of letters.
  public init(_ words: some Sequence<String>) {
    self.words = Set(words.map { $0.lowercased() })
  }

  /// Reads a list with a word on each line. Blank lines and what stands behind `#` are left out.
  public init(text: String) {
    self.init(
      text.split(whereSeparator: \.isNewline).compactMap { line in
        line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).first.map(String.init)
      })
  }

  public var isEmpty: Bool { words.isEmpty }

  /// Whether an edit would take a word away that is in the list.
  /// - Complexity: O(length of the words that the edit touches).
  func forbids(_ edit: Edit, in text: Text) -> Bool {
    guard !isEmpty, edit.rule.stage == "characters" || edit.rule.stage == "names" else {
      return false
    }
    let span = edit.span
    let start = text.skipBack(
      from: span.lowerBound, to: Swift.max(0, span.lowerBound - Self.reach)
    ) { !$0.isWhite }
    let end = text.skip(from: span.upperBound, to: span.upperBound + Self.reach) { !$0.isWhite }
    let old = found(in: text.string(start..<end))
    guard !old.isEmpty else { return false }
    let new = found(
      in: text.string(start..<span.lowerBound) + edit.replacement
        + text.string(span.upperBound..<end))
    return !old.isSubset(of: new)
  }

  /// Bytes of a word that are looked at on each side of an edit.
  private static let reach = 100

  /// The listed words of some text: runs of letters, and what stands between blanks and marks.
  private func found(in text: String) -> Set<String> {
    var found: Set<String> = []
    for token in text.lowercased().split(whereSeparator: \.isWhitespace) {
      let letters = token.drop { !$0.isLetter && !$0.isNumber }
      if let last = letters.lastIndex(where: { $0.isLetter || $0.isNumber }) {
        found.insert(String(letters[...last]))
      }
      for run in token.split(whereSeparator: { !$0.isLetter }) { found.insert(String(run)) }
    }
    return found.intersection(words)
  }
}
