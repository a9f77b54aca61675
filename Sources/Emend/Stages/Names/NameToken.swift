/// A token that is a form of a known name, without a possessive or plural ending.
struct NameToken {
  /// Bytes of the form.
  let span: Range<Int>
  /// Index in the authority file.
  let name: Int
  /// Whether the form is the heading of the name.
  let isHeading: Bool

  /// Reads the token around a word; `nil` where it is no form of a name.
  ///
  /// The longest form counts: the token with all that hyphens and apostrophes join to the word
  /// (`Antonow-Owsejenko`, `Sokol'nikov`), its beginning, its end, the word, and the word without a
  /// plural s.
  ///
  /// The file is lent: copied for each word, its parts cost a fifth of the reading.
  init?(
    around word: Range<Int>, in text: borrowing Text, _ authority: borrowing AuthorityFile
  ) {
    let start = Self.tokenStart(word.lowerBound, in: text)
    let end = Self.tokenEnd(word.upperBound, in: text)
    let (isBegun, isContinued) = (start < word.lowerBound, end > word.upperBound)
    var found: Self?
    if isBegun || isContinued { found = Self.read(start..<end, in: text, authority) }
    if found == nil, isBegun, isContinued {
      found = Self.read(start..<word.upperBound, in: text, authority)
      if found == nil { found = Self.read(word.lowerBound..<end, in: text, authority) }
    }
    if found == nil { found = Self.read(word, in: text, authority) }
    if found == nil, word.count > 5, text[word.upperBound - 1] == UInt8(ascii: "s") {
      found = Self.read(word.lowerBound..<word.upperBound - 1, in: text, authority)
    }
    guard let found else { return nil }
    self = found
  }

  private static func read(
    _ span: Range<Int>, in text: Text, _ authority: borrowing AuthorityFile
  ) -> Self? {
    guard begins(span.lowerBound, in: text), ends(span.upperBound, in: text),
      let match = authority.match(span, in: text),
      text.scalar(at: span.lowerBound).scalar.isUppercase
    else { return nil }
    return Self(span: span, name: match.name, isHeading: match.isHeading)
  }

  private init(span: Range<Int>, name: Int, isHeading: Bool) {
    self.span = span
    self.name = name
    self.isHeading = isHeading
  }

  private static func tokenStart(_ start: Int, in text: Text) -> Int {
    var at = start
    // Nothing is joined to most words.
    if !mayJoin(text.byte(start - 1)) { return start }
    while true {
      let (mark, length) = text.scalar(before: at)
      guard length > 0, joins(mark) else { return at }
      let letters = text.skipBack(from: at - length) { $0.isLetter || $0.isHigh }
      // A capital begins each half of a double name.
      guard letters < at - length, text[letters].isUpper else { return at }
      at = letters
    }
  }

  private static func tokenEnd(_ end: Int, in text: Text) -> Int {
    var at = end
    if !mayJoin(text.byte(end)) { return end }
    while true {
      let (mark, length) = text.scalar(at: at)
      guard joins(mark) else { return at }
      let next = text.byte(at + length)
      guard mark == "-" ? next.isUpper : next.isLetter else { return at }
      at = text.skip(from: at + length) { $0.isLetter || $0.isHigh && mark == "-" }
    }
  }

  /// Whether a byte is that of a mark which joins, or one of its bytes.
  @inline(__always)
  private static func mayJoin(_ byte: UInt8) -> Bool {
    byte == .hyphen || byte == .apostrophe || byte.isHigh
  }

  private static func joins(_ mark: Unicode.Scalar) -> Bool {
    mark == "-" || mark == "'" || mark == "\u{2019}"
  }

  /// Whether a name may begin: it is no part of an address, a file name or another word.
  static func begins(_ offset: Int, in text: Text) -> Bool {
    let before = text.byte(offset - 1)
    return !before.isDigit && !before.isLetter
      && (!joining.contains(before)
        || before == .fullStop && !text.byte(offset - 2).isLower)
  }

  private static let joining = ByteSet("@/_.\\".utf8)

  /// Whether a name may end: nothing but a plural s is joined to it.
  static func ends(_ offset: Int, in text: Text) -> Bool {
    let after = text.byte(offset)
    if after == UInt8(ascii: "s") { return !text.byte(offset + 1).isLetter }
    if after.isLetter || after.isDigit || after == UInt8(ascii: "@") || after == UInt8(ascii: "_") {
      return false
    }
    return !(after == .fullStop && text.byte(offset + 1).isLower)
  }

  /// A spelling in the case of a form, and with its apostrophe.
  static func dressed(_ spelling: String, as form: String) -> String {
    let dressed = form.isCapitals ? spelling.uppercased() : spelling
    // Of characters it was asked for longer than all else took.
    return form.utf8.contains(0xE2) && form.contains("\u{2019}")
      ? dressed.replacing("'", with: "\u{2019}") : dressed
  }
}
