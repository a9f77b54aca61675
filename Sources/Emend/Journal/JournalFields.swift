/// The fields of one line of a journal, taken out one by one; what is left over is an error.
struct JournalFields {
  /// The key that stands first and names the kind of the record; empty where the line is no object.
  let kind: String

  private let file: String
  private let line: Int
  /// Where the fields stand in the record, for messages.
  private let path: String
  private var members: [JSONValue.Member]

  init(_ value: JSONValue, file: String, line: Int) {
    self.init(value.members ?? [], path: "", file: file, line: line)
  }

  private init(_ members: [JSONValue.Member], path: String, file: String, line: Int) {
    self.members = members
    self.path = path
    self.file = file
    self.line = line
    kind = members.first?.key ?? ""
  }

  /// Checks that every field was asked for.
  func finish() throws(JournalError) {
    if let member = members.first { throw error(.unknownField(path + member.key)) }
  }

  // MARK: Records

  mutating func header() throws(JournalError) -> JournalHeader {
    let schema = try int("header")
    guard schema == JournalHeader.currentSchema else {
      throw error(.unsupportedSchema(schema, writtenBy: take("emend")?.string))
    }
    let version = try string("emend")
    let values = try array("options")
    let options = values.compactMap(\.string)
    guard options.count == values.count else { throw wrong("options", "an array of strings") }
    return JournalHeader(version: version, options: options, schema: schema)
  }

  mutating func page() throws(JournalError) -> PageEntry {
    let number = try int("page")
    let source = try span("source")
    let folio = try optionalString("folio")
    let evidence = try string("why")
    return PageEntry(
      number: number, source: source, folio: folio, evidence: evidence, notes: try numbers("notes"),
      markers: try numbers("markers"))
  }

  /// A list of numbers that may be missing.
  private mutating func numbers(_ name: String) throws(JournalError) -> [Int] {
    guard has(name) else { return [] }
    let values = try array(name)
    let numbers = values.compactMap(\.int)
    guard numbers.count == values.count else { throw wrong(name, "an array of numbers") }
    return numbers
  }

  private mutating func span(_ name: String) throws(JournalError) -> Range<Int> {
    let values = try array(name)
    let bounds = values.compactMap(\.int)
    guard values.count == 2, bounds.count == 2, bounds[0] >= 0, bounds[0] <= bounds[1] else {
      throw wrong(name, "[start,end] in bytes")
    }
    return bounds[0]..<bounds[1]
  }

  mutating func edit() throws(JournalError) -> RecordedEdit {
    let rule = RuleID(try string("edit"))
    guard let stage = StageID(rawValue: try optionalString("stage") ?? String(rule.stage)) else {
      throw wrong("edit", "the id of a rule, such as hyphens/soft")
    }
    let source = try span("source")
    let at = try int("at")
    let removed: [UInt8]
    if let old = try optionalString("old") {
      removed = Array(old.utf8)
    } else {
      removed = try base64("old64", called: "old")
    }
    let inserted = try string("new")
    guard let confidence = Confidence(name: try string("sure")) else {
      throw wrong("sure", "certain, likely or doubtful")
    }
    let evidence = try string("why")
    guard let outcome = Outcome(rawValue: try optionalString("outcome") ?? "applied") else {
      throw wrong("outcome", "below-minimum, not-selected or overlaps")
    }
    return RecordedEdit(
      stage: stage, rule: rule, source: source, at: at, removed: removed,
      inserted: inserted, confidence: confidence, evidence: evidence, outcome: outcome)
  }

  mutating func trailer() throws(JournalError) -> JournalTrailer {
    JournalTrailer(
      records: try int("trailer"), source: try digest("source"), output: try digest("output"),
      applied: try counts("applied"), left: try counts("left"))
  }

  private mutating func digest(_ name: String) throws(JournalError) -> JournalTrailer.Digest {
    var fields = try nested(name)
    let length = try fields.int("bytes")
    let hash = try fields.string("sha256")
    let isHex = hash.utf8.allSatisfy { $0.isDigit || ($0.isLower && $0 <= UInt8(ascii: "f")) }
    guard hash.utf8.count == 64, isHex else {
      throw fields.wrong("sha256", "64 lower-case hexadecimal digits")
    }
    try fields.finish()
    return JournalTrailer.Digest(length: length, sha256: hash)
  }

  private mutating func counts(_ name: String) throws(JournalError) -> [StageID: Int] {
    var fields = try nested(name)
    var counts: [StageID: Int] = [:]
    for stage in StageID.allCases {
      if fields.has(stage.rawValue) { counts[stage] = try fields.int(stage.rawValue) }
    }
    try fields.finish()
    return counts
  }

  // MARK: Fields

  mutating func int(_ name: String, atMost limit: Int = .max) throws(JournalError) -> Int {
    let expected = "a whole number" + (limit == .max ? ", 0 or more" : " from 0 to \(limit)")
    guard let value = try require(name).int, value >= 0, value <= limit else {
      throw wrong(name, expected)
    }
    return value
  }

  mutating func string(_ name: String) throws(JournalError) -> String {
    guard let value = try require(name).string else { throw wrong(name, "a string") }
    return value
  }

  /// - Parameter alternative: the field's usual name, for the message where it is missing.
  mutating func base64(
    _ name: String, called alternative: String? = nil
  ) throws(JournalError) -> [UInt8] {
    guard let field = take(name) else { throw error(.missingField(path + (alternative ?? name))) }
    guard let text = field.string, let bytes = Base64.decode(text.utf8) else {
      throw wrong(name, "bytes in base64")
    }
    return bytes
  }

  private mutating func optionalString(_ name: String) throws(JournalError) -> String? {
    has(name) ? try string(name) : nil
  }

  private mutating func array(_ name: String) throws(JournalError) -> [JSONValue] {
    guard let value = try require(name).array else { throw wrong(name, "an array") }
    return value
  }

  private mutating func nested(_ name: String) throws(JournalError) -> JournalFields {
    guard let value = try require(name).members else { throw wrong(name, "an object") }
    return JournalFields(value, path: path + name + ".", file: file, line: line)
  }

  private mutating func require(_ name: String) throws(JournalError) -> JSONValue {
    guard let value = take(name) else { throw error(.missingField(path + name)) }
    return value
  }

  private func has(_ name: String) -> Bool {
    members.contains { $0.key == name }
  }

  private mutating func take(_ name: String) -> JSONValue? {
    // Lower-case ASCII, to which Unicode calls nothing else equivalent.
    guard let at = members.firstIndex(where: { $0.key == name }) else { return nil }
    return members.remove(at: at).value
  }

  private func wrong(_ name: String, _ expected: String) -> JournalError {
    error(.wrongField(path + name, expected: expected))
  }

  private func error(_ problem: JournalError.Problem) -> JournalError {
    JournalError(file: file, line: line, problem: problem)
  }
}
