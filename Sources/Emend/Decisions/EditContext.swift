/// What stands beside an edit, reduced to what a second scan of the page has, too: letters and
/// digits, in small letters, without blanks, line ends and marks.
struct EditContext: Hashable, Sendable {
  /// The last of them before the edit, and the first behind it.
  let before: [Int32]
  let after: [Int32]

  /// Letters and digits that are looked at on each side: about four words.
  static let length = 24
  /// With fewer than these a side is missing.
  private static let least = 8
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
  /// Where one has less of a side, only as much of the other counts, unless it is next to nothing: then the
  /// text ends there.
  func distance(to other: EditContext) -> Int? {
    var (distance, length) = (0, 0)
    for (a, b, isBefore) in [(before, other.before, true), (after, other.after, false)] {
      let common = min(a.count, b.count)
      let count = common < Self.least ? max(a.count, b.count) : common
      length += count
      distance += EditDistance.between(
        Array(isBefore ? a.suffix(count) : a.prefix(count)),
        Array(isBefore ? b.suffix(count) : b.prefix(count)))
    }
    return distance * 4 <= length ? distance : nil
  }

  private static func folded(_ text: String) -> [Int32] {
    text.lowercased().unicodeScalars.compactMap { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        ? Int32(scalar.value) : nil
    }
  }
}
