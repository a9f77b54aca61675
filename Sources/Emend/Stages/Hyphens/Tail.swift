/// The second half of a divided word, at the start of a line.
struct Tail {
  /// Dirt before it; empty at the half's start where there is none.
  let specks: Range<Int>
  /// The letters of the half.
  let letters: Range<Int>
  /// What moves up: the letters and what is glued behind them, up to a blank.
  let token: Range<Int>
  let startsSmall: Bool
  let startsWithDigit: Bool

  /// Reads the start of a line; `nil` where it starts with no letter or digit.
  init?(of content: Range<Int>, in text: Text) {
    var start = content.lowerBound
    // Up to three marks and blanks of dirt.
    while start < content.upperBound, start - content.lowerBound < 3, text[start] < 0x80,
      !text[start].isLetter, !text[start].isDigit
    {
      start += 1
    }
    var end = start
    var first: Unicode.Scalar?
    while end < content.upperBound {
      let (scalar, length) = text.scalar(at: end)
      guard scalar.properties.isAlphabetic else { break }
      first = first ?? scalar
      end += length
    }
    startsWithDigit = text.byte(start).isDigit
    guard end > start || startsWithDigit else { return nil }
    startsSmall = first?.properties.isLowercase ?? false
    specks = content.lowerBound..<start
    letters = start..<end
    token = start..<text.skip(from: start, to: content.upperBound) { !$0.isWhite }
  }
}
