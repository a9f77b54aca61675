import CICU

/// A charset other than UTF-8 in which a source may come: UTF-16 or one byte a character.
public struct Charset: Sendable, Equatable {
  /// The name that the journal gives: `UTF-16LE`, `UTF-16BE`, or ICU's name.
  public let name: String

  private enum Form: Sendable, Equatable {
    case utf16(bigEndian: Bool)
    /// The character of each byte.
    case bytes([Unicode.Scalar])
  }
  private let form: Form

  /// Knows UTF-16 and ICU's single-byte charsets whose table can be read both ways; `nil` for others.
  public init?(name: String) {
    self.name = name
    switch name {
    case "UTF-16LE": form = .utf16(bigEndian: false)
    case "UTF-16BE": form = .utf16(bigEndian: true)
    default:
      var table = [UInt32](repeating: 0, count: 256)
      guard unsafe cicu_charset_table(name, &table) else { return nil }
      // A byte without a meaning keeps its value as a control character, so that it can come back.
      for byte in 0..<256 where table[byte] == 0xFFFD { table[byte] = UInt32(byte) }
      let scalars = table.compactMap(Unicode.Scalar.init)
      guard scalars.count == 256, Set(scalars).count == 256,
        (0..<128).allSatisfy({ scalars[$0].value == UInt32($0) })
      else { return nil }
      form = .bytes(scalars)
    }
  }

  /// Source bytes for a character of 1, 2, 3 or 4 bytes in UTF-8 (index 0 is not used).
  var widths: [Int] {
    switch form {
    case .utf16: [0, 2, 2, 2, 4]
    case .bytes: [0, 1, 1, 1, 1]
    }
  }

  /// Length of a unit in bytes: what is left of a source behind whole units is not decoded.
  var unit: Int {
    switch form {
    case .utf16: 2
    case .bytes: 1
    }
  }

  /// Appends the UTF-8 of whole units; a surrogate without its partner comes out as its three bytes
  /// in UTF-8 form, which are not valid and are repaired like any invalid byte.
  /// - Returns: the number of source bytes that were decoded.
  func decode(_ source: ArraySlice<UInt8>, isLast: Bool, into text: inout [UInt8]) -> Int {
    switch form {
    case .bytes(let scalars):
      for byte in source {
        if byte < 0x80 {
          text.append(byte)
        } else {
          text.append(contentsOf: UTF8.encode(scalars[Int(byte)])!)
        }
      }
      return source.count
    case .utf16(let bigEndian):
      var at = source.startIndex
      func unit(_ index: Int) -> UInt32 {
        bigEndian
          ? UInt32(source[index]) << 8 | UInt32(source[index + 1])
          : UInt32(source[index + 1]) << 8 | UInt32(source[index])
      }
      while at + 1 < source.endIndex {
        let first = unit(at)
        if first & 0xFC00 == 0xD800 {
          if at + 3 < source.endIndex {
            let second = unit(at + 2)
            if second & 0xFC00 == 0xDC00 {
              Self.append(0x10000 + ((first & 0x3FF) << 10 | (second & 0x3FF)), to: &text)
              at += 4
              continue
            }
          } else if !isLast {
            break
          }
        }
        Self.append(first, to: &text)
        at += 2
      }
      return at - source.startIndex
    }
  }

  /// Writes a code point in UTF-8 form, surrogates too.
  private static func append(_ value: UInt32, to text: inout [UInt8]) {
    switch value {
    case ..<0x80: text.append(UInt8(value))
    case ..<0x800:
      text.append(UInt8(0xC0 | value >> 6))
      text.append(UInt8(0x80 | value & 0x3F))
    case ..<0x10000:
      text.append(UInt8(0xE0 | value >> 12))
      text.append(UInt8(0x80 | value >> 6 & 0x3F))
      text.append(UInt8(0x80 | value & 0x3F))
    default:
      text.append(UInt8(0xF0 | value >> 18))
      text.append(UInt8(0x80 | value >> 12 & 0x3F))
      text.append(UInt8(0x80 | value >> 6 & 0x3F))
      text.append(UInt8(0x80 | value & 0x3F))
    }
  }

  /// The bytes of this charset for UTF-8 (with surrogates in UTF-8 form); `nil` when a character
  /// has no place in it.
  public func encode(_ utf8: ArraySlice<UInt8>) -> [UInt8]? {
    var out = [UInt8]()
    out.reserveCapacity(utf8.count)
    var inverse: [UInt32: UInt8] = [:]
    if case .bytes(let scalars) = form {
      for (byte, scalar) in scalars.enumerated() { inverse[scalar.value] = UInt8(byte) }
    }
    var at = utf8.startIndex
    while at < utf8.endIndex {
      let first = utf8[at]
      let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard at + length <= utf8.endIndex else { return nil }
      var value = length == 1 ? UInt32(first) : UInt32(first) & (0xFF >> UInt32(length + 1))
      for i in 1..<Swift.max(2, length) where i < length {
        value = value << 6 | UInt32(utf8[at + i] & 0x3F)
      }
      at += length
      switch form {
      case .bytes:
        guard let byte = inverse[value] else { return nil }
        out.append(byte)
      case .utf16(let bigEndian):
        let units =
          value < 0x10000
          ? [value] : [0xD800 + ((value - 0x10000) >> 10), 0xDC00 + ((value - 0x10000) & 0x3FF)]
        for unit in units {
          let high = UInt8(unit >> 8)
          let low = UInt8(unit & 0xFF)
          out.append(bigEndian ? high : low)
          out.append(bigEndian ? low : high)
        }
      }
    }
    return out
  }

  /// What a source with several bytes for each character is that no mark of UTF-16 tells.
  ///
  /// Texts of Latin letters have zeros in every other byte then, or in three of four. Fewer than 16 characters say
  /// nothing, nor do zeros on both sides, which programs and pictures have.
  /// - Parameters:
  ///   - text: the start of a source as it was read.
  ///   - isMarkedUTF16: whether it had the mark of UTF-16 and was decoded: that of UTF-32 begins with it.
  /// - Returns: a name that `iconv` takes; `nil` for all else.
  /// - Complexity: O(1).
  static func wide(_ text: ArraySlice<UInt8>, isMarkedUTF16: Bool) -> String? {
    if isMarkedUTF16 { return text.starts(with: [0xEF, 0xBB, 0xBF, 0]) ? "UTF-32" : nil }
    if text.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    let sample = text.prefix(512)
    guard sample.count >= 32, sample.count(where: { $0 == 0 }) * 3 > sample.count else {
      return nil
    }
    // Zeros by their place in four bytes.
    var zeros = [0, 0, 0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 4] += 1 }
    let most = sample.count / 4
    let isZero = zeros.map { $0 * 10 >= most * 9 }
    let isEmpty = zeros.map { $0 == 0 }
    func fits(_ pattern: [Bool]) -> Bool {
      (0..<4).allSatisfy { pattern[$0] ? isZero[$0] : isEmpty[$0] }
    }
    if fits([false, true, false, true]) { return "UTF-16LE" }
    if fits([true, false, true, false]) { return "UTF-16BE" }
    if fits([false, true, true, true]) { return "UTF-32LE" }
    return fits([true, true, true, false]) ? "UTF-32BE" : nil
  }

  /// What the bytes of a source that is not valid UTF-8 are likely to be, by ICU's detector.
  /// - Parameter sample: a stretch that holds bytes beyond ASCII; 4 KiB are enough.
  static func detect(_ sample: ArraySlice<UInt8>) -> (name: String, confidence: Int)? {
    var confidence: Int32 = 0
    var name = [CChar](repeating: 0, count: 64)
    let found = unsafe Array(sample).withUnsafeBytes { bytes in
      unsafe cicu_detect_charset(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), &name,
        &confidence)
    }
    guard found else { return nil }
    let detected = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // What calls itself ISO 8859-1 is in practice its superset, which fills the control range.
    return (detected == "ISO-8859-1" ? "windows-1252" : detected, Int(confidence))
  }
}
