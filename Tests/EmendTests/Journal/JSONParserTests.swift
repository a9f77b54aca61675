import Testing

@testable import Emend

@Suite struct JSONParserTests {
  static let good: [(String, JSONValue)] = [
    ("null", .null),
    (" true\r\n", .bool(true)),
    ("\tfalse ", .bool(false)),
    ("0", .int(0)),
    ("-0", .int(0)),
    ("9223372036854775807", .int(.max)),
    ("-9223372036854775808", .int(.min)),
    ("9007199254740993", .int(9_007_199_254_740_993)),
    ("0.5", .double(0.5)),
    ("-1.25e2", .double(-125)),
    ("1E+2", .double(100)),
    ("1e-2", .double(0.01)),
    ("\"\"", .string("")),
    ("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"", .string("a\"\\/\u{8}\u{C}\n\r\t")),
    ("\"\\u0041\\u00e9\\u20AC\"", .string("A\u{E9}\u{20AC}")),
    ("\"\\uD83D\\uDE00 \u{1F600}\"", .string("\u{1F600} \u{1F600}")),
    ("\"\\u0000\u{7F}\"", .string("\0\u{7F}")),
    ("[]", .array([])),
    ("[ 1 , [ 2 ] ]", .array([.int(1), .array([.int(2)])])),
    ("{}", .object([])),
    (
      "{\"b\":1, \"a\" : {\"c\":null}}",
      .object([.init("b", .int(1)), .init("a", .object([.init("c", .null)]))])
    ),
  ]

  @Test func readsWhatIsJSON() throws {
    for (text, value) in Self.good { #expect(try parse(text) == value, "\(text)") }
  }

  @Test func keepsTheBytesOfStrings() throws {
    // Equal for Swift's `==`, but different bytes.
    for text in ["\u{E9}", "e\u{301}"] {
      let value = try parse("\"\(text)\"")
      #expect(value.string.map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test func takesEquivalentKeysForDifferentOnes() throws {
    let value = try parse("{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value["\u{E9}"] == .int(1))
    #expect(value["e\u{301}"] == .int(2))
    #expect(value["e"] == nil)
  }

  static let bad: [(String, Int, JSONError.Reason)] = [
    ("", 0, .ends(before: "a value")),
    ("  ", 2, .ends(before: "a value")),
    ("\u{FEFF}1", 0, .unexpected(0xEF, expected: "a value")),
    ("1 2", 2, .unexpected(UInt8(ascii: "2"), expected: "the end")),
    ("01", 1, .unexpected(UInt8(ascii: "1"), expected: "the end")),
    ("+1", 0, .unexpected(UInt8(ascii: "+"), expected: "a value")),
    ("-", 1, .ends(before: "a digit")),
    ("1.", 2, .ends(before: "a digit")),
    (".5", 0, .unexpected(UInt8(ascii: "."), expected: "a value")),
    ("1e", 2, .ends(before: "a digit")),
    ("1e+-2", 3, .unexpected(UInt8(ascii: "-"), expected: "a digit")),
    ("[9223372036854775808]", 1, .numberOutOfRange),
    ("1e999", 0, .numberOutOfRange),
    ("NaN", 0, .unexpected(UInt8(ascii: "N"), expected: "a value")),
    ("nul", 3, .ends(before: "null")),
    ("truE", 3, .unexpected(UInt8(ascii: "E"), expected: "true")),
    ("\"a", 2, .ends(before: "'\"'")),
    ("\"a\nb\"", 2, .controlCharacter(0x0A)),
    ("\"\\x\"", 1, .badEscape),
    ("\"\\", 2, .ends(before: "an escape")),
    ("\"\\u12g4\"", 5, .unexpected(UInt8(ascii: "g"), expected: "a hexadecimal digit")),
    ("\"\\uD800\"", 1, .loneSurrogate),
    ("\"\\uDC00\"", 1, .loneSurrogate),
    ("\"\\uD800\\u0041\"", 1, .loneSurrogate),
    ("\"\\uD800\\n\"", 1, .loneSurrogate),
    ("[1,]", 3, .unexpected(UInt8(ascii: "]"), expected: "a value")),
    ("[1 2]", 3, .unexpected(UInt8(ascii: "2"), expected: "',' or ']'")),
    ("[1", 2, .ends(before: "',' or ']'")),
    ("{\"a\":1,}", 7, .unexpected(UInt8(ascii: "}"), expected: "a key in quotation marks")),
    ("{a:1}", 1, .unexpected(UInt8(ascii: "a"), expected: "a key in quotation marks")),
    ("{\"a\" 1}", 5, .unexpected(UInt8(ascii: "1"), expected: "':'")),
    ("{\"a\":1 \"b\"", 7, .unexpected(UInt8(ascii: "\""), expected: "',' or '}'")),
    ("{\"a\":1,\"\\u0061\":2}", 7, .duplicateKey("a")),
    ("[1] // x", 4, .unexpected(UInt8(ascii: "/"), expected: "the end")),
  ]

  @Test func saysWhereItIsNotJSON() {
    for (text, offset, reason) in Self.bad {
      #expect(throws: JSONError(offset: offset, reason: reason), "\(text)") { try parse(text) }
    }
  }

  @Test func refusesInvalidUTF8() {
    for bytes: [UInt8] in [[0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]] {
      let text: [UInt8] = [0x22, 0x61] + bytes + [0x22]
      #expect(throws: JSONError(offset: 2, reason: .notUTF8)) {
        try JSONParser.parse(text[...], limit: 100)
      }
    }
  }

  @Test func countsFromTheStartOfASlice() {
    let bytes = Array("xxx[1 2]".utf8)
    let error = JSONError(
      offset: 3, reason: .unexpected(UInt8(ascii: "2"), expected: "',' or ']'"))
    #expect(throws: error) { try JSONParser.parse(bytes[3...], limit: 100) }
    #expect(error.description == "byte 3: found '2', expected ',' or ']'")
  }

  @Test func limitsDepth() throws {
    let limit = JSONParser.depthLimit
    let deepest = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    _ = try parse(deepest)
    #expect(throws: JSONError(offset: limit, reason: .tooDeep(limit: limit))) {
      try parse("[" + deepest + "]")
    }
    // Long before the stack could end.
    #expect(throws: JSONError.self) { try parse(String(repeating: "{\"a\":", count: 1 << 20)) }
  }

  @Test func limitsLength() throws {
    let bytes = Array("[1]".utf8)
    _ = try JSONParser.parse(bytes[...], limit: 3)
    #expect(throws: JSONError(offset: 2, reason: .tooLong(limit: 2))) {
      try JSONParser.parse(bytes[...], limit: 2)
    }
  }

  /// However a text breaks off, it is refused.
  @Test func refusesEveryPrefix() {
    let text = Array("{\"a\":[1.5e1,\"\\u00e9\\n\u{E9}\",null,true],\"b\":{\"c\":false}}".utf8)
    for end in 0..<text.count {
      #expect(throws: JSONError.self) { try JSONParser.parse(text[..<end], limit: 1000) }
    }
  }

  private func parse(_ text: String) throws(JSONError) -> JSONValue {
    let bytes = Array(text.utf8)
    return try JSONParser.parse(bytes[...], limit: 16 << 20)
  }
}
