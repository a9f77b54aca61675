/// Which marks a document quotes with.
public struct QuoteEvidence: Sendable {
  /// `'` or `’` or `‘` before a letter and after a blank or bracket.
  public var singleOpenings = 0
  /// `"` and its typographic forms in the same place.
  public var doubleOpenings = 0
  /// Digits glued to the end of a word: `1` alone, and the others together. Where all digits occur
  /// they are note markers; where only `1` does it is a misread quotation mark.
  public var gluedOnes = 0
  public var gluedOthers = 0
  /// `*` that opens (blank before, letter after) and that closes (letter before, no letter after).
  public var starOpenings = 0
  public var starClosings = 0
  /// Of the openings, those before a capital: titles in italics.
  public var starCapitals = 0
  /// Openings that a closing one follows before another opens: `*Le Temps*`.
  public var starPairs = 0

  public init() {}

  /// Whether the document quotes with single marks.
  public var quotesWithSingle: Bool { singleOpenings >= 2 && singleOpenings > doubleOpenings }
  /// Whether `*` marks emphasis: openings and closings balance.
  public var starIsMarkup: Bool {
    if starPairs == 0 || starClosings >= starOpenings * 3 { return false }
    return starCapitals * 2 >= starOpenings
      || (starOpenings >= 8 && starClosings <= starOpenings * 2)
  }
  /// Whether digits behind words are note markers.
  public var gluedDigitsAreMarkers: Bool { gluedOthers * 2 >= gluedOnes }

  /// Bytes of what is printed in italics.
  private static let longestEmphasis = 600

  /// Takes in the marks of one more window.
  mutating func add(_ survey: Survey, of text: Text) {
    singleOpenings += survey.singleOpenings
    doubleOpenings += survey.doubleOpenings
    // Where a star stands that opens, and none behind it yet.
    var openStar: Int?
    for mark in survey.marks {
      let at = Int(mark)
      let byte = text[at]
      if byte == 0xE2 {
        guard text.byte(at - 1).isWhite || text.byte(at - 1) == .openBracket,
          text.byte(at + 1) == 0x80, text.byte(at + 3).isLetter
        else { continue }
        switch text[at + 2] {
        case 0x98, 0x99: singleOpenings += 1
        case 0x9C, 0x9D, 0x9E: doubleOpenings += 1
        default: break
        }
      } else if byte.isDigit {
        guard at > 1, text[at - 1].isLower, text[at - 2].isLetter else { continue }
        let end = text.skip(from: at, while: \.isDigit)
        let after = text.byte(end)
        // `Smith1,2` are two markers.
        let isList = after == .comma && text.byte(end + 1).isDigit
        if byte == UInt8(ascii: "1"), end == at + 1, !isList {
          gluedOnes += 1
        } else if !after.isLetter {
          // Not `bef0re` and `ca11ed`, which are misread letters.
          gluedOthers += 1
        }
      } else if byte == .asterisk {
        let before = text.byte(at - 1)
        let after = text.byte(at + 1)
        if before.isWhite, after.isLetter {
          starOpenings += 1
          if after.isUpper { starCapitals += 1 }
          openStar = at
        }
        if before.isLetter || before == .fullStop, !after.isLetter {
          starClosings += 1
          if let open = openStar, at - open <= Self.longestEmphasis { starPairs += 1 }
          openStar = nil
        }
      }
    }
  }
}
