/// Reads one JSON text (RFC 8259), strictly: no byte order mark, nothing behind the value, no
/// duplicate keys, no lone surrogates, no number that cannot be held.
package struct JSONParser {
  /// Arrays and objects that may stand inside each other.
  package static let depthLimit = 64

  private let bytes: ArraySlice<UInt8>
  private var at: Int
  private var depth = 0

  /// Parses a text.
  /// - Parameter limit: the longest text that is read, in bytes.
  /// - Throws: `JSONError` with the offset of the first byte that is wrong.
  /// - Complexity: O(*n*); nothing is allocated for what the text only announces.
  package static func parse(
    _ bytes: ArraySlice<UInt8>, limit: Int
  ) throws(JSONError) -> JSONValue {
    guard bytes.count <= limit else {
      throw JSONError(offset: limit, reason: .tooLong(limit: limit))
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw JSONError(offset: error.byteOffsets.lowerBound, reason: .notUTF8)
    }
    var parser = JSONParser(bytes)
    let value = try parser.value()
    parser.skipSpace()
    if let byte = parser.peek { throw parser.unexpected(byte, expected: "the end") }
    return value
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  private var peek: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte.isBlank || byte == .newline || byte == .carriageReturn { at += 1 }
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try nested { parser throws(JSONError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case let byte? where byte.isDigit || byte == .hyphen: return try number()
    default: throw expected("a value")
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    guard depth < Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit)) }
    depth += 1
    at += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    var values = [JSONValue]()
    skipSpace()
    if take("]") { return .array(values) }
    while true {
      values.append(try value())
      skipSpace()
      if take("]") { return .array(values) }
      guard take(",") else { throw expected("',' or ']'") }
    }
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    var members = [JSONValue.Member]()
    var keys = Set<[UInt8]>()
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      let start = at
      guard peek == UInt8(ascii: "\"") else { throw expected("a key in quotation marks") }
      let key = try string()
      guard !Self.has(key, in: members, &keys) else {
        at = start
        throw error(.duplicateKey(key))
      }
      skipSpace()
      guard take(":") else { throw expected("':'") }
      members.append(JSONValue.Member(key, try value()))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw expected("',' or '}'") }
    }
  }

  /// Whether an object has the key already: by its bytes, since two spellings that Unicode calls
  /// equivalent are two keys.
  /// - Parameter keys: the keys so far, where they are too many to look through.
  private static func has(
    _ key: String, in members: [JSONValue.Member], _ keys: inout Set<[UInt8]>
  ) -> Bool {
    guard members.count >= 16 else {
      // What has the same bytes is equal for `==` too, which is faster.
      return members.contains { $0.key == key && $0.key.utf8.elementsEqual(key.utf8) }
    }
    if keys.isEmpty { for member in members { keys.insert(Array(member.key.utf8)) } }
    return !keys.insert(Array(key.utf8)).inserted
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    for i in 0..<word.utf8CodeUnitCount {
      guard unsafe peek == word.utf8Start[i] else { throw expected("\(word)") }
      at += 1
    }
    return value
  }

  // MARK: Numbers

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = at
    _ = take("-")
    if !take("0") { try digits() }
    var isWhole = true
    if take(".") {
      isWhole = false
      try digits()
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isWhole, let value = Int(text) { return .int(value) }
    if !isWhole, let value = Double(text), value.isFinite { return .double(value) }
    at = start
    throw error(.numberOutOfRange)
  }

  private mutating func digits() throws(JSONError) {
    guard peek?.isDigit == true else { throw expected("a digit") }
    while peek?.isDigit == true { at += 1 }
  }

  // MARK: Strings

  private mutating func string() throws(JSONError) -> String {
    at += 1
    var text = [UInt8]()
    while true {
      let start = at
      while let byte = peek, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        at += 1
      }
      let isPlain = text.isEmpty
      if !isPlain { text.append(contentsOf: bytes[start..<at]) }
      switch peek {
      case UInt8(ascii: "\""):
        at += 1
        return String(decoding: isPlain ? bytes[start..<at - 1] : text[...], as: UTF8.self)
      case UInt8(ascii: "\\"):
        if isPlain { text.append(contentsOf: bytes[start..<at]) }
        try escape(into: &text)
      case let byte?: throw error(.controlCharacter(byte))
      case nil: throw expected("'\"'")
      }
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    let start = at
    at += 1
    guard let byte = peek else { throw expected("an escape") }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var value = try hexadecimal()
      if value & 0xFC00 == 0xD800, take("\\"), take("u") {
        let low = try hexadecimal()
        if low & 0xFC00 == 0xDC00 { value = 0x10000 + ((value & 0x3FF) << 10 | (low & 0x3FF)) }
      }
      guard let scalar = Unicode.Scalar(value) else {
        at = start
        throw error(.loneSurrogate)
      }
      text.append(contentsOf: UTF8.encode(scalar)!)
    default:
      at = start
      throw error(.badEscape)
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch peek {
      case let byte? where byte.isDigit: digit = byte - UInt8(ascii: "0")
      case let byte? where (byte | 0x20) &- UInt8(ascii: "a") < 6:
        digit = (byte | 0x20) - UInt8(ascii: "a") + 10
      default: throw expected("a hexadecimal digit")
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }

  // MARK: Small parts

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: byte) else { return false }
    at += 1
    return true
  }

  private func expected(_ what: String) -> JSONError {
    guard let byte = peek else { return error(.ends(before: what)) }
    return unexpected(byte, expected: what)
  }

  private func unexpected(_ byte: UInt8, expected what: String) -> JSONError {
    error(.unexpected(byte, expected: what))
  }

  private func error(_ reason: JSONError.Reason) -> JSONError {
    JSONError(offset: at - bytes.startIndex, reason: reason)
  }
}
