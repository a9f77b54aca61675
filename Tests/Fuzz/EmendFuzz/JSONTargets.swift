import CommandKit

@testable import Emend

/// JSON: what is parsed is written so that it parses to the same.
func fuzzJSON(_ input: [UInt8]) {
  guard let value = try? JSONParser.parse(input[...], limit: 1 << 16) else { return }
  var json = JSONWriter()
  json.value(value)
  require((try? JSONParser.parse(json.bytes[...], limit: .max)) == value, "reads otherwise again")
  if case .string(let text) = value, let bytes = Base64.decode(text.utf8) {
    require(Base64.encode(bytes) == Array(text.utf8), "base64 has two forms")
  }
}

/// JSON Lines: what is cleaned is still an object, and only the text and the counter changed.
func fuzzJSONLines(_ input: [UInt8]) {
  var number = 0
  for line in input.split(separator: UInt8.newline) {
    number += 1
    guard let result = try? lines.clean(line, number: number), result.source != nil else {
      continue
    }
    // The first may begin with a byte order mark, which is no JSON and stays.
    let mark = number == 1 && line.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    require(result.line.starts(with: line.prefix(mark)), "the byte order mark went")
    guard let before = try? JSONParser.parse(line.dropFirst(mark), limit: .max).members,
      let after = try? JSONParser.parse(result.line.dropFirst(mark), limit: .max).members
    else { fatalError("a line is no object any more") }
    let own = ["text", "emend_edits"]
    require(
      before.filter { !own.contains($0.key) } == after.filter { !own.contains($0.key) },
      "another field changed")
    require(
      after.last { $0.key == "text" }?.value.string == String(decoding: result.text, as: UTF8.self),
      "the field is not the clean text")
  }
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
private let lines = JSONLines(cleaner: Cleaner(), field: "text")
