/// Base64 (RFC 4648, section 4), for bytes that cannot stand in a JSON string.
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  /// The bytes in base64, with padding.
  /// - Complexity: O(*n*).
  package static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var out = [UInt8]()
    out.reserveCapacity(bytes.underestimatedCount / 3 * 4 + 4)
    var value: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      value = value << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        out.append(alphabet[Int(value >> bits & 63)])
      }
      value &= 63
    }
    if bits > 0 { out.append(alphabet[Int(value << (6 - bits) & 63)]) }
    while out.count % 4 != 0 { out.append(padding) }
    return out
  }

  /// The bytes that a base64 text stands for; `nil` unless it is just what `encode` writes.
  /// - Complexity: O(*n*).
  package static func decode(_ text: some BidirectionalCollection<UInt8>) -> [UInt8]? {
    let body = text.dropLast(text.suffix(2).count { $0 == padding })
    guard text.count % 4 == 0 else { return nil }
    var out = [UInt8]()
    out.reserveCapacity(body.count / 4 * 3 + 3)
    var value: UInt32 = 0
    var bits: UInt32 = 0
    for character in body {
      guard let digit = digit(of: character) else { return nil }
      value = value << 6 | digit
      bits += 6
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: value >> bits))
        value &= 1 << bits - 1
      }
    }
    // Bits that belong to no byte are 0, and fewer than a digit's.
    return value == 0 && bits < 6 ? out : nil
  }

  private static func digit(of character: UInt8) -> UInt32? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
