/// What stands at the end of a line, if a word may be divided there.
struct LineEnd {
  enum Mark {
    case none, hyphen
    /// A dash or a tilde: a misread hyphen, if the halves make a word.
    case dash
    /// An equals sign: the double hyphen of old print.
    case doubleHyphen
  }

  /// The letters or digits before the break.
  let head: Range<Int>
  /// The same with the hyphenated parts before it.
  let chain: Range<Int>
  /// Where the break begins: the hyphen, or the end of the head where none is printed.
  let breakStart: Int
  /// Where the content of the line ends, behind the hyphen and a speck.
  let contentEnd: Int
  let mark: Mark
  /// Whether a stray character stands behind the hyphen.
  let hasSpeck: Bool
  /// Whether a slash stands before the head: a path, unless the word is known.
  let isBehindSlash: Bool

  /// Reads the end of a line; `nil` where no word can be divided.
  init?(of line: Line, in text: borrowing Text) {
    let content = line.content
    guard content.count >= 2 else { return nil }
    let end = content.upperBound
    if let (length, mark) = Self.mark(before: end, in: text) {
      self.init(content, markEnd: end, length: length, mark: mark, in: text)
      return
    }
    // A speck behind the hyphen: `recon- 1`.
    if content.count > 4, text[end - 2].isBlank {
      let behind = text.skipBack(from: end - 1, to: content.lowerBound, while: \.isBlank)
      if let (length, mark) = Self.mark(before: behind, in: text), mark == .hyphen {
        self.init(content, markEnd: behind, length: length, mark: mark, in: text)
        return
      }
    }
    self.init(content, markEnd: end, length: 0, mark: .none, in: text)
  }

  /// Reads the end of a line with its last character as a speck that touches the hyphen:
  /// `petty-p`.
  init?(beforeGluedSpeckOf line: Line, in text: borrowing Text) {
    let content = line.content
    let end = content.upperBound - 1
    guard content.count > 4, text[end - 1] == .hyphen,
      text[end].isLower || ".*^|~_".utf8.contains(text[end]),
      text[end - 2].isLetter || text[end - 2].isHigh
    else { return nil }
    self.init(content, markEnd: end, length: 1, mark: .hyphen, in: text)
  }

  private init?(
    _ content: Range<Int>, markEnd: Int, length: Int, mark: Mark, in text: borrowing Text
  ) {
    self.mark = mark
    breakStart = markEnd - length
    contentEnd = content.upperBound
    hasSpeck = markEnd < content.upperBound
    var start = text.skipBackLetters(from: breakStart, to: content.lowerBound, orDigits: true)
    guard start < breakStart else { return nil }
    // `--out-`, `a/b-`, `x=y-`, `\cite{a-`: an option, a path, code.
    let before = text.byte(start - 1)
    isBehindSlash = before == UInt8(ascii: "/")
    if Self.isCode(before) || (isBehindSlash && mark != .none)
      || (before == UInt8(ascii: "{") && text.byte(start - 2).isLetter)
      || (before == .hyphen && !text.byte(start - 2).isLetter && !text.byte(start - 2).isHigh)
    {
      return nil
    }
    head = start..<breakStart
    while start > content.lowerBound, text[start - 1] == .hyphen {
      start = text.skipBackLetters(from: start - 1, to: content.lowerBound, orDigits: false)
    }
    chain = start..<breakStart
  }

  /// Whether a byte before letters makes them a name in code or an address.
  private static func isCode(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\\"),
      UInt8(ascii: "#"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  /// The hyphen that a compound keeps: a soft hyphen and its like become a plain one.
  func keptHyphen(in text: Text) -> String {
    switch text.scalar(at: breakStart).scalar {
    case "\u{2010}": "\u{2010}"
    case "\u{2011}": "\u{2011}"
    default: "-"
    }
  }

  private static func mark(before end: Int, in text: Text) -> (length: Int, mark: Mark)? {
    let last = text[end - 1]
    if last == .hyphen { return (1, .hyphen) }
    // Behind a hyphen it is a speck.
    if last == UInt8(ascii: "~") { return text.byte(end - 2).isLetter ? (1, .dash) : nil }
    if !last.isHigh, last != UInt8(ascii: "=") { return nil }
    let (scalar, length) = text.scalar(before: end)
    switch scalar {
    case "\u{AD}", "\u{2010}", "\u{2011}", "\u{AC}", "\u{2E17}": return (length, .hyphen)
    case "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}": return (length, .dash)
    case "=": return (length, .doubleHyphen)
    default: return nil
    }
  }
}
