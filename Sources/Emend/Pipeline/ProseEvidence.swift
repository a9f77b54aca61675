/// What kind of text a document is: English prose, another language, or code.
public struct ProseEvidence: Sendable {
  public var words = 0
  /// Words in small letters that the lexicon does not have.
  public var unknownSmall = 0
  /// Symbols that code and tables are full of.
  public var codeSymbols = 0

  public init() {}

  /// Whether the lexicon knows most of the words: else the document is in another language and its
  /// words are no misreadings.
  public var isEnglish: Bool { unknownSmall < 6 || unknownSmall * 4 <= words }
  /// Whether symbols are so many that a stray one means nothing.
  public var isTechnical: Bool { codeSymbols >= 8 && codeSymbols * 40 > words }

  /// Takes in one more window.
  mutating func add(_ survey: Survey, of text: Text) {
    words += survey.words
    for suspect in survey.suspects
    where suspect.kind == .unknown && text[suspect.range.lowerBound].isLower {
      unknownSmall += 1
    }
    // Signs in a row are one, however long a rule is.
    var end = -1
    for mark in survey.marks where Self.code.contains(text[Int(mark)]) {
      let at = Int(mark)
      if Self.isWrittenInProse(at, text) { continue }
      if text.skipBack(from: at, to: Swift.max(0, end), while: Self.isSign) > end {
        codeSymbols += 1
      }
      end = at + 1
    }
  }

  /// `N721/1/38, FO 371/15601`, `II/VII`, `5%`, `$40`: references to archives, shares and sums; `/1/` is the marker
  /// of a note in brackets that were misread, and `was @ diplomat` has a letter that was.
  private static func isWrittenInProse(_ at: Int, _ text: Text) -> Bool {
    let (before, after) = (text.byte(at - 1), text.byte(at + 1))
    return switch text[at] {
    case UInt8(ascii: "/"):
      before.isDigitOrUpper && after.isDigitOrUpper
        || (before.isDigit && !after.isLetter) || (before.isWhite && after.isDigit)
    case UInt8(ascii: "@"): before == .space && after == .space
    case UInt8(ascii: "%"): before.isDigit
    case UInt8(ascii: "$"): after.isDigit
    default: false
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    !byte.isWhite && !byte.isLetter && !byte.isDigit
  }

  private static let code = ByteSet("/=_$|<>{}\\@#+~`%".utf8)
}

extension UInt8 {
  fileprivate var isDigitOrUpper: Bool { isDigit || isUpper }
}
