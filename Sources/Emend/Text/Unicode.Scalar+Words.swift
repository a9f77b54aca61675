extension Unicode.Scalar {
  // The properties of the standard library take some 30 ns each; the blocks that make up nearly all
  // text are told by ranges. A test compares them.

  @inline(__always)
  var isAlphabetic: Bool {
    switch value {
    case 0..<0x80: UInt8(value).isLetter
    case 0xC0..<0xD7, 0xD8..<0xF7, 0xF8..<0x2C2, 0x400..<0x482: true
    case 0x2000..<0x2071, 0x80..<0xAA, 0xFFF0..<0x10000: false
    // Signs, figures above and below the line, arrows, boxes and the like.
    case 0xAB..<0xB5, 0xB6..<0xBA, 0xBB..<0xC0, 0x2072..<0x207F, 0x2080..<0x2090,
      0x2190..<0x2460, 0x2500..<0x2C00:
      false
    default: properties.isAlphabetic
    }
  }

  @inline(__always)
  var isLowercase: Bool {
    switch value {
    case 0..<0x80: UInt8(value).isLower
    case 0xDF..<0xF7, 0xF8..<0x100, 0x430..<0x460: true
    case 0x80..<0xAA, 0xC0..<0xDF, 0xF7, 0x400..<0x430, 0x2000..<0x2070: false
    default: properties.isLowercase
    }
  }

  @inline(__always)
  var isUppercase: Bool {
    switch value {
    case 0..<0x80: UInt8(value).isUpper
    case 0xC0..<0xD7, 0xD8..<0xDF, 0x400..<0x430: true
    case 0x80..<0xC0, 0xD7, 0xDF..<0x100, 0x430..<0x460, 0x2000..<0x2070: false
    default: properties.isUppercase
    }
  }

  /// Whether the character is part of a word: a letter, or a mark upon one.
  @inline(__always)
  var isWordLetter: Bool {
    isAlphabetic || isMark
  }

  /// Whether the character stands upon or below the one before it.
  @inline(__always)
  private var isMark: Bool {
    switch value {
    case 0..<0x300, 0x2000..<0x20D0, 0xFFF0..<0x10000: false
    default: properties.canonicalCombiningClass != .notReordered
    }
  }

  /// Decodes one character beyond ASCII of valid UTF-8.
  /// - Parameter limit: bytes that may be read.
  @inline(__always)
  static func decode(
    _ at: UnsafePointer<UInt8>, limit: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let first = unsafe at[0]
    let length = Swift.min(first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2, limit)
    var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for i in 1..<Swift.max(2, length) where i < length {
      value = unsafe value << 6 | UInt32(at[i] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
