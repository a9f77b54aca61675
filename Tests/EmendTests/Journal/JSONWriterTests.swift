import Emend
import EmendTestSupport
import Testing

@Suite struct JSONWriterTests {
  @Test func writesCompactlyInTheOrderGiven() {
    var json = JSONWriter()
    json.object { json in
      json.member("b", 1)
      json.key("a")
      json.array { json in
        json.value("x")
        json.value(true)
        json.object { _ in }
        json.array { _ in }
      }
      json.member("c", "")
    }
    json.endLine()
    json.value(-2)
    let text = String(decoding: json.bytes, as: UTF8.self)
    #expect(text == "{\"b\":1,\"a\":[\"x\",true,{},[]],\"c\":\"\"}\n-2")
  }

  @Test func escapesOnlyWhatItMust() {
    var json = JSONWriter()
    json.value("\"\\/\u{8}\t\n\u{C}\r\0\u{1F}\u{7F}\u{E9}\u{2028}")
    let text = String(decoding: json.bytes, as: UTF8.self)
    let expected = #""\"\\/\b\t\n\f\r\u0000\u001f"# + "\u{7F}\u{E9}\u{2028}\""
    #expect(Array(text.utf8) == Array(expected.utf8))
  }

  @Test func writesNoNumberThatIsNone() {
    for number in [Double.nan, .infinity, -.infinity] {
      var json = JSONWriter()
      json.value(.double(number))
      #expect(json.bytes == Array("null".utf8))
    }
  }

  @Test func givesRandomValuesBack() throws {
    var random = SeededGenerator(seed: 8259)
    for _ in 0..<500 {
      let value = value(depth: 0, &random)
      var json = JSONWriter()
      json.value(value)
      #expect(try JSONParser.parse(json.bytes[...], limit: 1 << 20) == value)
    }
  }

  private func value(depth: Int, _ random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth < 5 ? 8 : 6), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .int(.random(in: .min ... .max, using: &random))
    case 3: return .int(.random(in: -9...9, using: &random))
    case 4:
      let number = Double(bitPattern: random.next())
      return number.isFinite ? .double(number) : .double(1e20)
    case 5: return .string(string(&random))
    case 6:
      let count = Int.random(in: 0..<4, using: &random)
      return .array((0..<count).map { _ in value(depth: depth + 1, &random) })
    default:
      let count = Int.random(in: 0..<4, using: &random)
      return .object(
        (0..<count).map { .init("\($0)" + string(&random), value(depth: depth + 1, &random)) })
    }
  }

  private func string(_ random: inout SeededGenerator) -> String {
    let count = Int.random(in: 0..<8, using: &random)
    let scalars = (0..<count).map { _ in
      Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
        ?? Unicode.Scalar(UInt8.random(in: 0...0x7F, using: &random))
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
