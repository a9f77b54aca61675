/// What stands beside an edit, reduced to what a second scan of the page has, too: letters and
/// digits, in small letters, without blanks, line ends and marks.
struct EditContext: Hashable, Sendable {
  /// The last of them before the edit, and the first behind it.
  let before: [Int32]
  let after: [Int32]

  /// Letters and digits that are looked at on each side: about four words.
  static let length = 24
  /// Bytes in which they are looked for.
  private static let reach = 192

  init(_ surroundings: Decision.Surroundings) {
    before = Array(Self.folded(surroundings.before).suffix(Self.length))
    after = Array(Self.folded(surroundings.after).prefix(Self.length))
  }

  /// - Parameter span: bytes of `text`, UTF-8 that need not be valid.
  init(of span: Range<Int>, in text: Text) {
    func string(_ range: Range<Int>) -> String {
      String(decoding: text[range.clamped(to: 0..<text.count)], as: UTF8.self)
    }
    self.init(
      Decision.Surroundings(
        before: string(max(0, span.lowerBound - Self.reach)..<span.lowerBound),
        after: string(span.upperBound..<span.upperBound + Self.reach)))
  }

  /// How many letters differ, if they are few enough for the same place: a quarter at most.
  ///
  /// Where one side is shorter, at an end of the text, only as much of the other counts.
  func distance(to other: EditContext) -> Int? {
    let behind = min(before.count, other.before.count)
    let ahead = min(after.count, other.after.count)
    // Too little to go by unless it is all the same.
    guard behind + ahead >= 8 else { return self == other ? 0 : nil }
    let distance =
      EditDistance.between(Array(before.suffix(behind)), Array(other.before.suffix(behind)))
      + EditDistance.between(Array(after.prefix(ahead)), Array(other.after.prefix(ahead)))
    return distance * 4 <= behind + ahead ? distance : nil
  }

  private static func folded(_ text: String) -> [Int32] {
    text.lowercased().unicodeScalars.compactMap { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        ? Int32(scalar.value) : nil
    }
  }
}
