/// A word of a sentence as it stands, with the marks that touch it.
struct SentenceWord {
  /// With its marks; ends behind the hyphen of a compound.
  let whole: Range<Int>
  /// From the first letter or digit to the last; empty where there is none.
  let core: Range<Int>
  /// Whether it goes on behind the hyphen of the one before.
  let isGlued: Bool

  /// Whether no mark stands between its letters and those of the next.
  var endsBare: Bool { core.upperBound == whole.upperBound }
  var beginsBare: Bool { core.lowerBound == whole.lowerBound }

  /// Appends the words of a token, which hyphens between letters divide.
  static func append(_ token: Range<Int>, of text: Text, to words: inout [SentenceWord]) {
    var start = token.lowerBound
    for at in token where text[at] == .hyphen && at > start && at + 1 < token.upperBound {
      guard text[at - 1].isLetter, text[at + 1].isLetter else { continue }
      words.append(
        SentenceWord(start..<at + 1, of: text, isGlued: start > token.lowerBound))
      start = at + 1
    }
    words.append(
      SentenceWord(start..<token.upperBound, of: text, isGlued: start > token.lowerBound))
  }

  private init(_ whole: Range<Int>, of text: Text, isGlued: Bool) {
    self.whole = whole
    self.isGlued = isGlued
    let isMark: (UInt8) -> Bool = { !$0.isLetter && !$0.isDigit }
    let start = text.skip(from: whole.lowerBound, to: whole.upperBound, while: isMark)
    core = start..<Swift.max(start, text.skipBack(from: whole.upperBound, to: start, while: isMark))
  }
}
