import Emend

/// Documents as JSON Lines: each line an object, with the text in one of its fields.
///
/// The text is cleaned; how many edits that took is written behind the other fields. All else stays as it
/// is, byte for byte.
package struct JSONLines {
  /// A line that was cleaned.
  package struct Result {
    /// The line, without its end.
    package var line: [UInt8]
    /// The text before; `nil` where the line has none.
    package var source: [UInt8]?
    package var text: [UInt8] = []
    package var events: [CleaningEvent] = []
    package var applied = 0
  }

  private let cleaner: Cleaner
  package let field: String
  private let counter: String

  /// - Parameters:
  ///   - field: the field with the text.
  ///   - counter: the field for the number of edits.
  package init(cleaner: Cleaner, field: String, counter: String = "emend_edits") {
    self.cleaner = cleaner
    self.field = field
    self.counter = counter
  }

  /// Cleans the text of a line. A line without the field, or with something else than a text in it,
  /// stays as it is.
  /// - Parameter number: the line's, for messages.
  /// - Throws: `CommandError` for a line that is no JSON object.
  package func clean(_ line: ArraySlice<UInt8>, number: Int) throws -> Result {
    guard line.contains(where: { !$0.isJSONBlank }) else { return Result(line: Array(line)) }
    let hasMark = number == 1 && line.starts(with: Self.byteOrderMark)
    let object = hasMark ? line.dropFirst(Self.byteOrderMark.count) : line
    let members: [JSONSpans.Member]
    do {
      let value = try JSONParser.parse(object, limit: Int.max)
      guard value.members != nil else { throw CommandError("line \(number): is no JSON object") }
      members = JSONSpans.members(of: object)
    } catch let error as JSONError {
      throw CommandError("line \(number): is not JSON: \(error)")
    }
    guard let member = members.last(where: { $0.key == field }),
      let text = try? JSONParser.parse(line[member.value], limit: Int.max).string
    else { return Result(line: Array(line)) }
    var result = Result(line: [], source: Array(text.utf8))
    let session = cleaner.session(
      output: { result.text += $0 },
      events: { event in
        if case .edit(let entry) = event, entry.isApplied { result.applied += 1 }
        result.events.append(event)
      })
    try session.feed(text.utf8)
    try session.finish()
    var changes = [(member.value, result.text == result.source ? nil : Self.json(result.text))]
    let count = Array("\(result.applied)".utf8)
    if let known = members.last(where: { $0.key == counter }) {
      changes.append((known.value, count))
    } else if let end = line.lastIndex(of: UInt8(ascii: "}")) {
      changes.append((end..<end, Array(",\"\(counter)\":".utf8) + count))
    }
    var kept = line.startIndex
    for (span, bytes) in changes.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
      result.line += line[kept..<span.lowerBound]
      result.line += bytes ?? Array(line[span])
      kept = span.upperBound
    }
    result.line += line[kept...]
    return result
  }

  /// U+FEFF, with which editors begin a file.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func json(_ text: [UInt8]) -> [UInt8] {
    var json = JSONWriter()
    text.withUnsafeBytes { unsafe json.value(utf8: $0) }
    return json.bytes
  }
}

extension UInt8 {
  fileprivate var isJSONBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
