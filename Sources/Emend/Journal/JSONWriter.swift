/// Writes compact JSON into a buffer: no spaces, keys in the order in which they are given.
///
/// Only what JSON demands is escaped; characters beyond ASCII stand as they are, in UTF-8.
package struct JSONWriter {
  /// What was written and not yet taken.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  /// Forgets what was written; the buffer's memory is kept.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Ends a line of JSON Lines.
  package mutating func endLine() {
    bytes.append(.newline)
    needsComma = false
  }

  /// Writes an object whose members `body` writes with `key` and a value each.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    nested("{", "}", body)
  }

  /// Writes an array whose values `body` writes.
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    nested("[", "]", body)
  }

  /// Writes the key of the member whose value comes next.
  package mutating func key(_ key: String) {
    value(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func value(_ string: String) {
    var string = string
    string.withUTF8 { utf8 in unsafe value(utf8: UnsafeRawBufferPointer(utf8)) }
  }

  /// Writes a string.
  /// - Precondition: the bytes are valid UTF-8.
  package mutating func value(utf8: UnsafeRawBufferPointer) {
    separate()
    bytes.append(.quotationMark)
    var kept = 0
    for i in utf8.indices {
      let byte = unsafe utf8[i]
      guard Self.needsEscape(byte) else { continue }
      unsafe bytes.append(contentsOf: utf8[kept..<i])
      escape(byte)
      kept = i + 1
    }
    unsafe bytes.append(contentsOf: utf8[kept...])
    bytes.append(.quotationMark)
  }

  package mutating func value(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  package mutating func value(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// Writes any value; a number that is not finite, for which JSON has no word, becomes `null`.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .bool(let flag): self.value(flag)
    case .int(let number): self.value(number)
    case .string(let string): self.value(string)
    case .double(let number) where number.isFinite:
      separate()
      bytes.append(contentsOf: number.description.utf8)
    case .null, .double:
      separate()
      bytes.append(contentsOf: "null".utf8)
    case .array(let values): array { for value in values { $0.value(value) } }
    case .object(let members):
      object {
        for member in members {
          $0.key(member.key)
          $0.value(member.value)
        }
      }
    }
  }

  /// Writes a value that is JSON already.
  package mutating func value(json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
  }

  /// Writes bytes as a string in base64.
  package mutating func value(base64 bytes: [UInt8]) {
    unsafe Base64.encode(bytes).withUnsafeBytes { unsafe value(utf8: $0) }
  }

  package mutating func member(_ key: String, _ string: String) {
    self.key(key)
    value(string)
  }

  package mutating func member(_ key: String, _ number: Int) {
    self.key(key)
    value(number)
  }

  /// Bytes that the string takes between its quotation marks.
  static func length(of utf8: some Sequence<UInt8>) -> Int {
    utf8.reduce(0) { sum, byte in
      guard needsEscape(byte) else { return sum + 1 }
      return sum + (shortEscape(of: byte) == nil ? 6 : 2)
    }
  }

  private mutating func nested(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(.comma) }
    needsComma = true
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    if let short = Self.shortEscape(of: byte) {
      bytes.append(short)
    } else {
      let digits = String(byte, radix: 16)
      bytes.append(contentsOf: (digits.utf8.count < 2 ? "u000" : "u00").utf8)
      bytes.append(contentsOf: digits.utf8)
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == .quotationMark || byte == UInt8(ascii: "\\")
  }

  private static func shortEscape(of byte: UInt8) -> UInt8? {
    switch byte {
    case .quotationMark, UInt8(ascii: "\\"): byte
    case 0x08: UInt8(ascii: "b")
    case .tab: UInt8(ascii: "t")
    case .newline: UInt8(ascii: "n")
    case .formFeed: UInt8(ascii: "f")
    case .carriageReturn: UInt8(ascii: "r")
    default: nil
    }
  }
}
