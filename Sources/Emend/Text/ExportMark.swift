/// The line by which a library's export says where a page begins: `[Page 12]`, `## p. 12 (#34) ####`.
enum ExportMark {
  /// What stands before the number, in small letters, and what behind it.
  private static let forms: [(before: StaticString, after: StaticString)] = [
    ("[page ", "]"), ("[pg ", "]"), ("[p. ", "]"), ("{page ", "}"), ("{pg ", "}"),
    ("## p. ", "####"), ("--- page ", "---"), ("=== page ", "==="),
  ]

  /// The number of the page that such a line names; `nil` for text.
  static func number(of line: Range<Int>, in text: Text) -> Int? {
    guard line.count >= 5, line.count <= 40 else { return nil }
    switch text[line.lowerBound] {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "#"), UInt8(ascii: "="), .hyphen: break
    default: return nil
    }
    for form in forms {
      guard hasFolded(form.before, at: line.lowerBound, in: text),
        text.has(form.after, at: line.upperBound - form.after.utf8CodeUnitCount)
      else { continue }
      var number = 0
      let start = line.lowerBound + form.before.utf8CodeUnitCount
      let end = text.skip(from: start, to: line.upperBound, while: \.isDigit)
      guard end > start, end - start <= 4 else { return nil }
      for at in start..<end { number = number * 10 + Int(text[at] - 0x30) }
      // Behind the number stands the close, or `(#34)` before it.
      let rest = end..<line.upperBound - form.after.utf8CodeUnitCount
      return rest.allSatisfy { !text[$0].isLetter } ? number : nil
    }
    return nil
  }

  private static func hasFolded(_ string: StaticString, at offset: Int, in text: Text) -> Bool {
    string.withUTF8Buffer { buffer in
      for i in 0..<buffer.count {
        let byte = text.byte(offset + i)
        if (byte.isUpper ? byte | 0x20 : byte) != buffer[i] { return false }
      }
      return true
    }
  }
}
