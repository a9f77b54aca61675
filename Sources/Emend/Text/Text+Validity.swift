extension Text {
  /// The first bytes that cannot stand in UTF-8, if there are any: the longest that begin a character,
  /// else one, as Unicode recommends for what is replaced by one U+FFFD.
  ///
  /// The errors of `UTF8Span` say the same at ten times the cost, which noise has for each byte.
  /// - Complexity: O(*n*).
  static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let count = bytes.count
    var at = 0
    while at < count {
      let first = unsafe bytes[at]
      guard first >= 0x80 else {
        at += 1
        continue
      }
      // What the second byte has to be, and how many follow the first.
      let (second, length): (ClosedRange<UInt8>, Int) =
        switch first {
        case 0xC2...0xDF: (0x80...0xBF, 2)
        case 0xE0: (0xA0...0xBF, 3)
        case 0xED: (0x80...0x9F, 3)
        case 0xE1...0xEF: (0x80...0xBF, 3)
        case 0xF0: (0x90...0xBF, 4)
        case 0xF4: (0x80...0x8F, 4)
        case 0xF1...0xF3: (0x80...0xBF, 4)
        default: (0x80...0xBF, 1)
        }
      guard length > 1, at + 1 < count, unsafe second.contains(bytes[at + 1]) else {
        return at..<at + 1
      }
      var end = at + 2
      while end < at + length {
        guard end < count, unsafe bytes[end].isContinuation else { return at..<end }
        end += 1
      }
      at = end
    }
    return nil
  }

  /// Whether ICU need not be asked to compose a range of valid UTF-8.
  func isKnownComposed(_ range: Range<Int>) -> Bool {
    // One byte is ASCII: between bad bytes most is one character.
    if range.count < 2 { return true }
    return unsafe storage.withUnsafeBufferPointer {
      unsafe Self.plainPrefix(of: UnsafeBufferPointer(rebasing: $0[range])) == range.count
    }
  }
}
