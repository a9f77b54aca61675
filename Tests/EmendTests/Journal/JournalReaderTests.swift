import EmendTestSupport
import Testing

@testable import Emend

@Suite struct JournalReaderTests {
  private static let lines = JournalExample.text.split(separator: "\n").map(String.init)

  /// A line of the example, what is put in the place of which part, and the problem.
  struct Fault: Sendable, CustomTestStringConvertible {
    let line: Int
    let part: String
    let replacement: String
    let problem: JournalError.Problem
    var testDescription: String { "\(line): \(replacement)" }

    init(_ line: Int, _ part: String, _ replacement: String, _ problem: JournalError.Problem) {
      self.line = line
      self.part = part
      self.replacement = replacement
      self.problem = problem
    }
  }

  static let faults = [
    Fault(1, "\"header\":1", "\"header\":2", .unsupportedSchema(2, writtenBy: "1.0.0")),
    Fault(1, "\"header\":1", "\"header\":\"1\"", .wrongField("header", expected: whole)),
    Fault(1, "\"header\"", "\"heading\"", .noHeader),
    Fault(1, "{", "", .noHeader),
    Fault(1, "\"own.tsv\"", "7", .wrongField("options", expected: "an array of strings")),
    Fault(1, ",\"options\":[\"--dictionary\",\"own.tsv\"]", "", .missingField("options")),
    Fault(2, "\"edit\"", "\"Edit\"", .unknownRecord),
    Fault(2, "bytes/invalid", "byte/invalid", .wrongField("edit", expected: rule)),
    Fault(2, "[8,9]", "[9,8]", .wrongField("source", expected: span)),
    Fault(2, "[8,9]", "[-1,8]", .wrongField("source", expected: span)),
    Fault(2, "[8,9]", "[8]", .wrongField("source", expected: span)),
    Fault(2, "[8,9]", "[8,9,10]", .wrongField("source", expected: span)),
    Fault(2, "[8,9]", "[8,9.5]", .wrongField("source", expected: span)),
    Fault(2, "[8,9]", "8", .wrongField("source", expected: "an array")),
    Fault(2, "[8,9]", "[8,999]", .wrongField("source", expected: sourceLength)),
    Fault(2, "\"at\":8", "\"at\":-8", .wrongField("at", expected: whole)),
    Fault(2, "\"at\":8", "\"at\":8.0", .wrongField("at", expected: whole)),
    Fault(2, "\"at\":8,", "", .missingField("at")),
    Fault(2, "kw==", "kw", .wrongField("old64", expected: "bytes in base64")),
    Fault(2, "\"old64\":\"kw==\",", "", .missingField("old")),
    Fault(2, "\"old64\"", "\"old\":\"x\",\"old64\"", .unknownField("old64")),
    Fault(2, "\"new\":\"\u{201C}\"", "\"new\":null", .wrongField("new", expected: "a string")),
    Fault(2, "\"certain\"", "\"sure\"", .wrongField("sure", expected: levels)),
    Fault(2, "\"why\"", "\"because\"", .missingField("why")),
    Fault(2, "UTF-8\"", "UTF-8\",\"outcome\":\"x\"", .wrongField("outcome", expected: outcomes)),
    Fault(2, "UTF-8\"", "UTF-8\",\"more\":1", .unknownField("more")),
    Fault(3, "\"edit\"", "edit", .notJSON("byte 1: found 'e', expected a key in quotation marks")),
    Fault(3, "}", "", .notJSON("byte 130: the text ends, expected ',' or '}'")),
    Fault(
      3, "hyphens/", "names/",
      .wrongCount(of: "applied edits of hyphens", counted: 1, found: 0)),
    Fault(4, "\"trailer\":4", "\"trailer\":5", .wrongCount(of: "records", counted: 5, found: 4)),
    Fault(4, "\"hyphens\":1", "\"hyphen\":1", .unknownField("applied.hyphen")),
    Fault(4, "\"bytes\":42", "\"bytes\":-1", .wrongField("source.bytes", expected: whole)),
    Fault(4, "\"sha256\":\"", "\"sha256\":\"0", .wrongField("source.sha256", expected: digits)),
    Fault(4, ",\"left\":{\"names\":1}", "", .missingField("left")),
    Fault(4, "{\"names\":1}", "1", .wrongField("left", expected: "an object")),
  ]

  private static let whole = "a whole number, 0 or more"
  private static let rule = "the id of a rule, such as hyphens/soft"
  private static let span = "[start,end] in bytes"
  private static let sourceLength = "within the 42 bytes of the source"
  private static let levels = "certain, likely or doubtful"
  private static let outcomes = "below-minimum, not-selected or overlaps"
  private static let digits = "64 lower-case hexadecimal digits"

  @Test(arguments: faults) func namesLineAndField(fault: Fault) throws {
    var lines = Self.lines
    let line = lines[fault.line - 1]
    let place = try #require(line.firstRange(of: fault.part))
    lines[fault.line - 1].replaceSubrange(place, with: fault.replacement)
    // Found on the trailer's line, where the counts are.
    let isCount = if case .wrongCount = fault.problem { true } else { false }
    let expected = JournalError(
      file: "page.jsonl", line: isCount ? 4 : fault.line, problem: fault.problem)
    #expect(throws: expected) { try read(lines) }
    #expect(expected.description.hasPrefix("page.jsonl:\(expected.line): "))
    #expect(!expected.description.contains("\n"))
  }

  @Test func wantsHeaderFirstAndTrailerLast() {
    let lines = Self.lines
    expect(.noHeader, line: 1, in: [])
    expect(.noHeader, line: 1, in: Array(lines[1...]))
    expect(.noTrailer, line: 4, in: Array(lines[..<3]))
    expect(.misplaced("second header"), line: 2, in: [lines[0]] + lines)
    expect(.misplaced("record behind the trailer"), line: 5, in: lines + [lines[1]])
    expect(.misplaced("record behind the trailer"), line: 5, in: lines + [lines[3]])
    expect(.severalJournals, line: 5, in: lines + lines)
    expect(.notJSON("byte 0: the text ends, expected a value"), line: 5, in: lines + [""])
  }

  @Test func wantsCharsetAndTailOnce() {
    let header = Self.lines[0]
    let charset = "{\"charset\":\"UTF-16LE\",\"source\":0,\"sure\":100}"
    let tail = "{\"tail64\":\"QQ==\"}"
    expect(.misplaced("second charset"), line: 3, in: [header, charset, charset])
    expect(.misplaced("tail"), line: 2, in: [header, tail])
    expect(.misplaced("tail"), line: 4, in: [header, charset, tail, tail])
    let unsure = "{\"charset\":\"UTF-16LE\",\"source\":0,\"sure\":101}"
    expect(
      .wrongField("sure", expected: "a whole number from 0 to 100"), line: 2, in: [header, unsure])
  }

  @Test func acceptsALastLineWithoutNewlineAndCarriageReturns() throws {
    let text = Self.lines.joined(separator: "\r\n")
    let records = try JournalReader.read(Array(text.utf8), file: "page.jsonl")
    #expect(records == (try read(Self.lines)))
  }

  @Test func limitsLines() throws {
    let bytes = Array(JournalExample.text.utf8)
    let longest = Self.lines.map(\.utf8.count).max()!
    _ = try JournalReader.read(bytes, file: "page.jsonl", lineLimit: longest)
    let error = JournalError(
      file: "page.jsonl", line: 4, problem: .lineTooLong(limit: longest - 1))
    #expect(throws: error) {
      try JournalReader.read(bytes, file: "page.jsonl", lineLimit: longest - 1)
    }
  }

  @Test func refusesWhatIsNoJournal() {
    let texts = ["just text\n", "\0\0\0", "[]", "{}", "1", "\"header\"", "\u{FEFF}{\"header\":1}"]
    for text in texts { expect(.noHeader, line: 1, in: [text]) }
  }

  /// No byte of a journal can be changed such that the reader stops the program.
  @Test func survivesAnyDamage() {
    var random = SeededGenerator(seed: 42)
    let journal = RandomRun(.windows1251, seed: 8).journal(all: true)
    for _ in 0..<1500 {
      var bytes = journal
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: at)
        }
      }
      _ = try? JournalReader.read(bytes, file: "x")
    }
  }

  private func read(_ lines: [String]) throws(JournalError) -> [JournalRecord] {
    try JournalReader.read(Array(lines.map { $0 + "\n" }.joined().utf8), file: "page.jsonl")
  }

  private func expect(_ problem: JournalError.Problem, line: Int, in lines: [String]) {
    #expect(throws: JournalError(file: "page.jsonl", line: line, problem: problem)) {
      try read(lines)
    }
  }
}
