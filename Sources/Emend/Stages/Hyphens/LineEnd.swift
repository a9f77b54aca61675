/// What stands at the end of a line, if a word may be divided there.
struct LineEnd {
  enum Mark {
    case none, hyphen
    /// A dash or an equals sign: a misread hyphen, if the halves make a word.
    case dash
  }

  /// The letters or digits before the break.
  let head: Range<Int>
  /// Where the break begins: the hyphen, or the end of the head where none is printed.
  let breakStart: Int
  /// Where the content of the line ends, behind the hyphen and a speck.
  let contentEnd: Int
  let mark: Mark
  /// The hyphen that a compound keeps: a soft hyphen and its like become a plain one.
  let keptHyphen: String

  /// Reads the end of a line; `nil` where no word can be divided.
  init?(of line: Line, in text: Text) {
    let content = line.content
    guard content.count >= 2 else { return nil }
    var end = content.upperBound
    var hyphen = Self.hyphen(before: end, in: text)
    var mark = hyphen > 0 ? Mark.hyphen : .none
    if hyphen == 0 {
      hyphen = Self.dash(before: end, in: text)
      if hyphen > 0 { mark = .dash }
    }
    if hyphen == 0, content.count > 4, text[end - 2].isBlank {
      // A speck behind the hyphen: `recon- 1`.
      let behind = text.skipBack(from: end - 1, to: content.lowerBound, while: \.isBlank)
      let found = Self.hyphen(before: behind, in: text)
      if found > 0 {
        hyphen = found
        mark = .hyphen
        end = behind
      }
    }
    self.mark = mark
    breakStart = end - hyphen
    let printed = text.string(breakStart..<end)
    keptHyphen = printed == "\u{2010}" || printed == "\u{2011}" ? printed : "-"
    contentEnd = content.upperBound
    var start = breakStart
    while start > content.lowerBound {
      let (scalar, length) = text.scalar(before: start)
      guard scalar.properties.isAlphabetic || (scalar.value < 0x80 && UInt8(scalar.value).isDigit)
      else { break }
      start -= length
    }
    guard start < breakStart else { return nil }
    // `--out-`, `a/b-`, `x=y-`: an option, a path, code.
    let before = text.byte(start - 1)
    if "/_=@\\#$".utf8.contains(before) || (before == .hyphen && !text.byte(start - 2).isLetter) {
      return nil
    }
    head = start..<breakStart
  }

  /// The length of a mark that OCR makes of a hyphen, if one ends at `end`, or 0.
  private static func dash(before end: Int, in text: Text) -> Int {
    let (scalar, length) = text.scalar(before: end)
    switch scalar {
    case "\u{2014}", "\u{2013}", "=": return length
    default: return 0
    }
  }

  /// The length of a hyphen that ends at `end`, or 0.
  static func hyphen(before end: Int, in text: Text) -> Int {
    let (scalar, length) = text.scalar(before: end)
    switch scalar {
    case "-", "\u{AD}", "\u{2010}", "\u{2011}", "\u{AC}", "\u{2E17}": return length
    default: return 0
    }
  }
}
