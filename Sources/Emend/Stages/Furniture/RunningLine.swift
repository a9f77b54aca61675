import CScan

/// A line that may be a running head or a folio: its letters, and the number at one of its ends.
///
/// Reading one makes no array and no string.
struct RunningLine {
  /// Where its number stands.
  enum Place {
    /// The line is a number and nothing else.
    case alone
    case atStart, atEnd
  }

  let line: Int
  /// Number of its letters (bytes).
  let letterCount: Int
  /// The number at its end or start, misread digits decoded.
  let number: Int?
  let place: Place?
  /// Whether the number is written in roman numerals.
  let isRoman: Bool
  /// Words other than the number.
  let words: Int
  /// Bytes of what is not the number.
  let rest: Range<Int>

  /// Whether the line is numbers and nothing else.
  var isBare: Bool { number != nil && letterCount == 0 }

  /// The hash of its letters, in small, and of the digits other than the folio: equal on all pages of
  /// a chapter. Made when it is asked for, since most lines are compared with none.
  func key(in text: Text) -> UInt64 {
    unsafe text.storage.withUnsafeBufferPointer { bytes in
      unsafe cscan_head_key(
        bytes.baseAddress.unsafelyUnwrapped, rest.lowerBound, rest.upperBound)
    }
  }

  private static let longest = 90
  /// Bytes of a head whose parts stand at both margins, at most, and blanks between them, at least.
  private static let longestSpread = 180
  private static let narrowestGap = 8
  private static let mostWords = 12

  /// Whether a line is short enough for a head: where the layout is kept, without the blanks between its
  /// parts.
  @inline(__always)
  static func isShort(_ content: Range<Int>, in text: Text) -> Bool {
    content.count <= longest || (content.count <= longestSpread && isSpread(content, in: text))
  }

  private static func isSpread(_ content: Range<Int>, in text: Text) -> Bool {
    // Nearly all lines: so wide a gap has one of every eight bytes.
    let mayBeWide = stride(from: content.lowerBound, to: content.upperBound, by: narrowestGap)
      .contains {
        text[$0].isBlank && (text.byte($0 + 1).isBlank || text.byte($0 - 1).isBlank)
      }
    if !mayBeWide { return false }
    var blanks = 0
    var run = 0
    for at in content {
      run = text[at].isBlank ? run + 1 : 0
      if run == narrowestGap { blanks += run } else if run > narrowestGap { blanks += 1 }
    }
    return blanks > 0 && content.count - blanks <= longest
  }

  /// Whether a number may stand at one end of a line: its first or its last word, but for specks, is
  /// made of what digits, numerals and marks are read as, and holds a digit or is a numeral. Of a short
  /// line that may be a number with specks inside more is let through.
  static func mayHaveNumber(_ content: Range<Int>, in text: Text) -> Bool {
    unsafe text.storage.withUnsafeBufferPointer { bytes in
      unsafe cscan_may_have_number(
        bytes.baseAddress.unsafelyUnwrapped, content.lowerBound, content.upperBound, longestAlone)
        != 0
    }
  }

  /// Bytes of a line that is a number and specks.
  private static let longestAlone = 16

  /// The first word that is no speck.
  private static func firstWord(of content: Range<Int>, in text: Text) -> Range<Int> {
    var at = content.lowerBound
    while at < content.upperBound {
      let start = text.skip(from: at, to: content.upperBound, while: \.isWhite)
      at = text.skip(from: start, to: content.upperBound) { !$0.isWhite }
      if !(start..<at).allSatisfy({ Folio.isSpeck(text[$0]) }) { return start..<at }
    }
    return at..<at
  }

  /// The last word that is no speck.
  private static func lastWord(of content: Range<Int>, in text: Text) -> Range<Int> {
    var at = content.upperBound
    while at > content.lowerBound {
      let end = text.skipBack(from: at, to: content.lowerBound, while: \.isWhite)
      at = text.skipBack(from: end, to: content.lowerBound) { !$0.isWhite }
      if !(at..<end).allSatisfy({ Folio.isSpeck(text[$0]) }) { return at..<end }
    }
    return at..<at
  }

  /// What a part of a line says of a running head. Digits that are no folio tell lines apart,
  /// `January 6, 1947` is not `January 13, 1947`.
  private static func head(of part: Range<Int>, in text: Text) -> cscan_head {
    unsafe text.storage.withUnsafeBufferPointer { bytes in
      unsafe cscan_read_head(
        bytes.baseAddress.unsafelyUnwrapped, part.lowerBound, part.upperBound)
    }
  }

  @inline(__always)
  private static func mayEnd(_ content: Range<Int>, in text: Text, isAtEdge: Bool) -> Bool {
    let end = text[content.upperBound - 1]
    return !endsText(end) || (isAtEdge && mayBeSpeck(end))
  }

  /// Reads a line; `nil` where it is too long or ends as a sentence does.
  /// - Parameters:
  ///   - isAtEdge: whether it stands at the edge of a page, where a head may end in a stop and a folio
  ///     may be a roman numeral.
  ///   - mayHaveNumber: what the function of this name says, where it was asked before.
  init?(
    _ index: Int, _ reader: LineReader, isAtEdge: Bool = false, mayHaveNumber: Bool? = nil
  ) {
    self.init(
      index, reader.lines[index].content, in: reader.text, isAtEdge: isAtEdge,
      mayHaveNumber: mayHaveNumber)
  }

  /// The text is lent: held, it is counted for each line.
  private init?(
    _ index: Int, _ content: Range<Int>, in text: borrowing Text, isAtEdge: Bool,
    mayHaveNumber: Bool?
  ) {
    guard !content.isEmpty, Self.isShort(content, in: text), !LineReader.isMarked(content, in: text)
    else {
      return nil
    }
    let mayEnd = Self.mayEnd(content, in: text, isAtEdge: isAtEdge)
    if content.count > Self.longestAlone, !mayEnd { return nil }
    line = index
    guard mayHaveNumber ?? Self.mayHaveNumber(content, in: text) else {
      // Text ends in punctuation, a label in a colon.
      guard mayEnd else { return nil }
      let found = Self.head(of: content, in: text)
      guard found.letters > 0, found.words <= Self.mostWords,
        !(isAtEdge
          ? Self.hasLabel(Self.firstWord(of: content, in: text), in: text) : found.has_label != 0)
      else { return nil }
      number = nil
      isRoman = false
      place = nil
      words = Int(found.words)
      rest = content
      letterCount = Int(found.letters)
      return
    }

    let whole = Self.head(of: content, in: text)
    let tokens = Int(whole.words)
    if tokens > Self.mostWords { return nil }
    // `4 ' A HEAD`, `A HEAD 5 |`: specks beside the number.
    let first = Self.firstWord(of: content, in: text)
    let last = Self.lastWord(of: content, in: text)

    var kept = content
    var found: (value: Int, isRoman: Bool)?
    var place: Place?
    if tokens <= 3, content.count <= Self.longestAlone,
      let number = Folio(content, in: text, roman: isAtEdge)
    {
      // `1 2`, `- 12 -`
      found = (number.value, number.isRoman)
      kept = content.lowerBound..<content.lowerBound
      place = .alone
    } else if tokens > 1 {
      let end = Folio(last, in: text, roman: isAtEdge)
      let start =
        Self.isDecimalNumber(first, in: text) ? nil : Folio(first, in: text, roman: isAtEdge)
      // `12  A PLAY  [ACT II`: the act is no folio.
      let isNumeral = end?.isRoman ?? false && !(start?.isRoman ?? true)
      if let end, !end.isYear, !isNumeral {
        found = (end.value, end.isRoman)
        kept = content.lowerBound..<last.lowerBound
        place = .atEnd
        if isAtEdge, Self.isBetweenMarks(last, of: content, in: text) {
          kept = content.lowerBound..<content.lowerBound
          place = .alone
        }
      } else if let start, !start.isYear {
        found = (start.value, start.isRoman)
        kept = first.upperBound..<content.upperBound
        place = .atStart
      }
    }
    // `178 : A HEAD`: specks between the two.
    if place == .atStart {
      let start = text.skip(from: kept.lowerBound, to: kept.upperBound, while: \.isWhite)
      if start < kept.upperBound, Folio.isSpeck(text[start]) {
        kept = Self.firstWord(of: kept, in: text).lowerBound..<kept.upperBound
      }
    } else if place == .atEnd {
      let end = text.skipBack(from: kept.upperBound, to: kept.lowerBound, while: \.isWhite)
      if end > kept.lowerBound, Folio.isSpeck(text[end - 1]) {
        kept = kept.lowerBound..<Self.lastWord(of: kept, in: text).upperBound
      }
    }
    number = found?.value
    isRoman = found?.isRoman ?? false
    self.place = place
    words = place == .alone ? 0 : tokens - (place == nil ? 0 : 1)
    rest = kept
    let head = kept == content ? whole : Self.head(of: kept, in: text)
    letterCount = Int(head.letters)
    // A year is no folio: dates and titles end in one.
    if place == .alone, let value = found?.value, Folio.years.contains(value) { return nil }
    if letterCount == 0 {
      // `10* 147`: the number of the sheet before that of the page.
      if place != .alone, place == nil || !isAtEdge || content.count > 24 { return nil }
      return
    }
    // Text ends in punctuation, a label in a colon.
    if !mayEnd { return nil }
    if isAtEdge ? Self.hasLabel(first, in: text) : head.has_label != 0 { return nil }
  }

  /// Its letters in small.
  func letters(_ reader: LineReader) -> [UInt8] {
    unsafe reader.text.storage.withUnsafeBufferPointer { bytes in
      // One more, since what is no letter is written, too, and written over.
      unsafe [UInt8](unsafeUninitializedCapacity: rest.count + 1) { out, count in
        for at in rest {
          let byte = unsafe bytes[at]
          unsafe out.initializeElement(at: count, to: byte.isLetter ? byte | 0x20 : byte)
          count &+= byte.isLetter || byte.isHigh ? 1 : 0
        }
      }
    }
  }

  /// Whether wide gaps divide it: the head of a table that goes over pages.
  func isColumned(in text: Text) -> Bool {
    var gaps = 0
    var at = rest.lowerBound
    while at < rest.upperBound {
      let end = text.skip(from: at, to: rest.upperBound, while: \.isBlank)
      if end - at >= 2 || (end > at && text[at] == .tab) { gaps += 1 }
      at = Swift.max(end, at) + 1
    }
    return gaps >= 2
  }

  /// `6.1`, `12.3.4`: digits between single stops, that number a heading.
  private static func isDecimalNumber(_ word: Range<Int>, in text: Text) -> Bool {
    var stops = 0
    var digits = 0
    for at in word {
      if text[at].isDigit, digits < 2 {
        digits += 1
      } else if text[at] == .fullStop, digits > 0 {
        stops += 1
        digits = 0
      } else {
        return false
      }
    }
    return stops > 0 && digits > 0
  }

  /// `s — 120 —`: a speck beside a number between dashes.
  private static func isBetweenMarks(
    _ number: Range<Int>, of content: Range<Int>, in text: Text
  ) -> Bool {
    guard content.count <= 20, number.upperBound < content.upperBound,
      text[number.lowerBound..<number.upperBound].allSatisfy(\.isDigit)
    else { return false }
    let before = content.lowerBound..<number.lowerBound
    let last = before.last { !text[$0].isWhite }
    return last.map { Folio.isMark(text[$0]) } ?? false && before.count { text[$0].isLetter } <= 2
  }

  @inline(__always)
  private static func endsText(_ byte: UInt8) -> Bool {
    switch byte {
    case .fullStop, .comma, .hyphen, UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "?"),
      UInt8(ascii: "!"):
      true
    default: false
    }
  }

  /// Whether a mark that ends text may as well be dirt behind a head.
  private static func mayBeSpeck(_ byte: UInt8) -> Bool {
    byte == .fullStop || byte == .comma || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";")
  }

  @inline(__always)
  private static func endsLabel(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=")
  }

  /// Whether a word ends in a colon or an equals sign.
  private static func hasLabel(_ range: Range<Int>, in text: Text) -> Bool {
    for at in range where endsLabel(text[at]) {
      if text.byte(at + 1).isWhite { return true }
    }
    return false
  }
}
