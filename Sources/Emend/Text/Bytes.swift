/// Named ASCII bytes and the classes that stages ask for.
extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let formFeed: UInt8 = 0x0C
  static let hyphen = UInt8(ascii: "-")
  static let fullStop = UInt8(ascii: ".")
  static let comma = UInt8(ascii: ",")
  static let apostrophe = UInt8(ascii: "'")
  static let quotationMark = UInt8(ascii: "\"")
  static let asterisk = UInt8(ascii: "*")
  static let openBracket = UInt8(ascii: "(")
  static let closeBracket = UInt8(ascii: ")")

  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inline(__always) var isLower: Bool { self &- 0x61 < 26 }
  @inline(__always) var isUpper: Bool { self &- 0x41 < 26 }
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  /// Space or tab.
  @inline(__always) var isBlank: Bool { self == .space || self == .tab }
  /// Blank, line end or no byte at all (the padding's 0).
  @inline(__always) var isWhite: Bool {
    self <= .space && Self.white &>> UInt64(self) & 1 != 0
  }
  /// The white bytes as bits.
  private static var white: UInt64 { 1 << 32 | 1 << 13 | 1 << 12 | 1 << 10 | 1 << 9 | 1 }
  /// Part of a character beyond ASCII.
  @inline(__always) var isHigh: Bool { self >= 0x80 }
  /// The second or a later byte of a UTF-8 character.
  @inline(__always) var isContinuation: Bool { self & 0xC0 == 0x80 }
}

extension Text {
  /// The first offset from `start` whose byte fails `condition`, at most `limit`.
  @inline(__always)
  func skip(from start: Int, to limit: Int? = nil, while condition: (UInt8) -> Bool) -> Int {
    var at = start
    let end = Swift.min(limit ?? count, count)
    while at < end, condition(self[at]) { at += 1 }
    return at
  }

  /// The lowest offset down from `end` (exclusive) such that all bytes from it to `end` meet
  /// `condition`, at least `limit`.
  @inline(__always)
  func skipBack(from end: Int, to limit: Int = 0, while condition: (UInt8) -> Bool) -> Int {
    var at = end
    while at > limit, condition(self[at - 1]) { at -= 1 }
    return at
  }

  /// Whether letters begin with a small one and hold a capital: `weIl`.
  func hasCapitalInside(_ range: Range<Int>) -> Bool {
    byte(range.lowerBound).isLower && hasCapital(range)
  }

  /// Whether the bytes at `offset` are those of `string`.
  func has(_ string: StaticString, at offset: Int) -> Bool {
    let length = string.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    return string.withUTF8Buffer { buffer in
      for i in 0..<length where unsafe buffer[i] != self[offset + i] { return false }
      return true
    }
  }

  /// The character that starts at `offset`, and its length in bytes; U+0000 and 1 past the end.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = byte(offset)
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for i in 1..<length { value = value << 6 | UInt32(byte(offset + i) & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The character that ends before `offset`, and its length in bytes; U+0000 and 0 at the start.
  func scalar(before offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    guard offset > 0 else { return ("\0", 0) }
    var start = offset - 1
    while start > 0, self[start].isContinuation, offset - start < 4 { start -= 1 }
    let (scalar, length) = scalar(at: start)
    return start + length == offset ? (scalar, length) : ("\u{FFFD}", offset - start)
  }
}
