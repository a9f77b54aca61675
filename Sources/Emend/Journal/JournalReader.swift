/// Reads a journal and checks that it is whole: header first, trailer last, every field of its type
/// and in its range, as many records and applied edits as the trailer counts.
///
/// Whether the journal fits a text is for `Restorer` to say.
public struct JournalReader {
  /// The longest line that is read if nothing else is asked for, in bytes.
  public static let defaultLineLimit = 16 << 20

  private let file: String
  private let lineLimit: Int
  private var line = 0
  private var records: [JournalRecord] = []
  private var hasCharset = false
  private var hasTail = false
  private var applied: [StageID: Int] = [:]
  /// The largest source offset so far, and its line.
  private var furthest = (offset: 0, line: 0)

  /// Reads a journal that is in memory.
  /// - Parameters:
  ///   - file: its name, for messages.
  ///   - lineLimit: the longest line that is read, in bytes.
  /// - Throws: `JournalError` with the line that is wrong.
  /// - Complexity: O(*n*) in bytes.
  public static func read(
    _ bytes: [UInt8], file: String, lineLimit: Int = defaultLineLimit
  ) throws(JournalError) -> [JournalRecord] {
    var reader = JournalReader(file: file, lineLimit: lineLimit)
    var start = 0
    while start < bytes.count {
      let rest = bytes[start...]
      let end = rest.firstIndex(of: .newline) ?? bytes.count
      try reader.add(rest[..<end])
      start = end + 1
    }
    reader.line += 1
    guard case .trailer? = reader.records.last else {
      throw reader.error(reader.records.isEmpty ? .noHeader : .noTrailer)
    }
    return reader.records
  }

  private init(file: String, lineLimit: Int) {
    self.file = file
    self.lineLimit = lineLimit
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) throws(JournalError) {
    line += 1
    guard bytes.count <= lineLimit else { throw error(.lineTooLong(limit: lineLimit)) }
    let value: JSONValue
    do {
      value = try JSONParser.parse(bytes, limit: lineLimit)
    } catch {
      throw self.error(records.isEmpty ? .noHeader : .notJSON(error.description))
    }
    var fields = JournalFields(value, file: file, line: line)
    let record = try record(&fields)
    try fields.finish()
    try place(record)
    records.append(record)
  }

  /// Reads a record by its first key, which names its kind.
  private func record(_ fields: inout JournalFields) throws(JournalError) -> JournalRecord {
    switch fields.kind {
    case "header": return .header(try fields.header())
    case _ where records.isEmpty: throw error(.noHeader)
    case "charset":
      return .charset(
        name: try fields.string("charset"), source: try fields.int("source"),
        confidence: try fields.int("sure", atMost: 100))
    case "page": return .page(try fields.page())
    case "edit": return .edit(try fields.edit())
    case "tail64": return .tail(try fields.base64("tail64"))
    case "notice": return .notice(try fields.string("notice"))
    case "trailer": return .trailer(try fields.trailer())
    default: throw error(.unknownRecord)
    }
  }

  /// Checks a record against those before it.
  private mutating func place(_ record: JournalRecord) throws(JournalError) {
    if case .trailer? = records.last {
      if case .header = record { throw error(.severalJournals) }
      throw error(.misplaced("record behind the trailer"))
    }
    switch record {
    case .header:
      guard records.isEmpty else { throw error(.misplaced("second header")) }
    case .charset(_, let source, _):
      guard !hasCharset else { throw error(.misplaced("second charset")) }
      hasCharset = true
      note(source)
    case .page(let page): note(page.source.upperBound)
    case .edit(let edit):
      if edit.isApplied { applied[edit.stage, default: 0] += 1 }
      note(edit.source.upperBound)
    case .tail:
      guard hasCharset, !hasTail else { throw error(.misplaced("tail")) }
      hasTail = true
    case .notice: break
    case .trailer(let trailer): try check(trailer)
    }
  }

  private mutating func note(_ offset: Int) {
    if offset > furthest.offset { furthest = (offset, line) }
  }

  private func check(_ trailer: JournalTrailer) throws(JournalError) {
    guard trailer.records == records.count + 1 else {
      throw error(
        .wrongCount(of: "records", counted: trailer.records, found: records.count + 1))
    }
    for stage in StageID.allCases {
      let counted = trailer.applied[stage] ?? 0
      let found = applied[stage] ?? 0
      guard counted == found else {
        throw error(
          .wrongCount(of: "applied edits of \(stage.rawValue)", counted: counted, found: found))
      }
    }
    guard furthest.offset <= trailer.source.length else {
      let expected = "within the \(trailer.source.length) bytes of the source"
      throw JournalError(
        file: file, line: furthest.line, problem: .wrongField("source", expected: expected))
    }
  }

  private func error(_ problem: JournalError.Problem) -> JournalError {
    JournalError(file: file, line: line, problem: problem)
  }
}
