/// The second half of a divided word, at the start of a line.
struct Tail {
  /// Dirt before it; empty at the half's start where there is none.
  let specks: Range<Int>
  /// The letters of the half.
  let letters: Range<Int>
  /// Where its line ends.
  private let limit: Int
  let startsSmall: Bool
  let startsWithDigit: Bool
  /// Whether a hyphen and another part follow the letters.
  let goesOn: Bool

  /// Reads the start of a line; `nil` where it starts with no letter or digit.
  init?(of content: Range<Int>, in text: borrowing Text) {
    var start = content.lowerBound
    // Up to three marks and blanks of dirt.
    while start < content.upperBound, start - content.lowerBound < 3, !text[start].isLetter,
      let dirt = Self.dirt(at: start, in: text)
    {
      start += dirt
    }
    let end = text.skipLetters(from: start, to: content.upperBound)
    startsWithDigit = text.byte(start).isDigit
    guard end > start || startsWithDigit else { return nil }
    let first = text[start]
    startsSmall =
      end > start && (first.isHigh ? text.scalar(at: start).scalar.isLowercase : first.isLower)
    specks = content.lowerBound..<start
    letters = start..<end
    limit = content.upperBound
    goesOn = end + 1 < limit && text[end] == .hyphen && !text[end + 1].isWhite
  }

  /// What moves up: the letters and what is glued behind them, up to a blank.
  func token(in text: borrowing Text) -> Range<Int> {
    letters.lowerBound..<text.skip(from: letters.upperBound, to: limit) { !$0.isWhite }
  }

  /// The length of a blank or of a mark that may be dirt: no bracket and no quotation mark.
  private static func dirt(at offset: Int, in text: Text) -> Int? {
    switch text[offset] {
    case UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "~"),
      UInt8(ascii: "^"),
      UInt8(ascii: "_"), UInt8(ascii: "|"), UInt8(ascii: "\\"), .space, .tab:
      return 1
    case 0xC2, 0xE2: return text.scalar(at: offset).scalar == "\u{2022}" ? 3 : nil
    default: return nil
    }
  }
}
