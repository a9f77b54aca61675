import Testing

@testable import Emend

@Suite struct DecisionsReaderTests {
  private func read(_ lines: String...) throws(DecisionsError) -> Decisions {
    try DecisionsReader.read(Array(lines.joined(separator: "\n").utf8), file: "d.jsonl")
  }

  @Test func readsWhatThePageSaves() throws {
    let decisions = try read(
      #"{"decisions":1,"emend":"0.1.0","source":"scan.txt"}"#,
      #"{"refuse":"hyphens/soft","old":"-\nment ","new":"ment\n","before":"the govern","after":"fell"}"#,
      "",
      #"{"accept":"characters/confusion","old":"tirne","new":"time"}"#,
      // Another file behind it.
      #"{"decisions":1}"#)
    #expect(
      decisions.all == [
        Decision(
          .refuse, rule: "hyphens/soft", old: "-\nment ", new: "ment\n",
          surroundings: Decision.Surroundings(before: "the govern", after: "fell")),
        Decision(.accept, rule: "characters/confusion", old: "tirne", new: "time"),
      ])
  }

  @Test(arguments: [
    ("", "d.jsonl:2: has no decisions"),
    ("{", "d.jsonl:2: is not JSON: byte 1"),
    ("[]", "d.jsonl:2: is no JSON object"),
    (#"{"decisions":2}"#, "d.jsonl:2: has decisions of another schema than 1"),
    (#"{"refuse":"hyphens/soft"}"#, "d.jsonl:2: stands before a header"),
  ])
  func saysWhereAHeaderIsWrong(_ line: String, _ message: String) {
    let error = #expect(throws: DecisionsError.self) { try read("", line) }
    #expect(
      error?.description.hasPrefix(message.replacing(":2: has no", with: ":1: has no")) == true)
  }

  @Test(arguments: [
    (#"{"refuse":"hyphens/sofd","old":"","new":""}"#, "hyphens/sofd is no rule"),
    (#"{"refuse":"hyphens/soft","old":""}"#, #"has no "old" or no "new""#),
    (#"{"refuse":"hyphens/soft","old":"","new":1}"#, #""new" is no string"#),
    (#"{"refuse":"hyphens/soft","old":"","new":"","at":1}"#, #""at" is no field"#),
    (#"{"refuse":"hyphens/soft","old":"","new":"","after":""}"#, "has one of"),
    (
      #"{"refuse":"hyphens/soft","accept":"hyphens/soft","old":"","new":""}"#, "accepts and refuses"
    ),
    (#"{"forget":"hyphens/soft","old":"","new":""}"#, #"begins with "forget""#),
    (#"{"refuse":"bytes/invalid","old":"","new":""}"#, "bytes/invalid cannot be refused"),
  ])
  func saysWhereADecisionIsWrong(_ line: String, _ message: String) {
    let error = #expect(throws: DecisionsError.self) { try read(#"{"decisions":1}"#, line) }
    #expect(error?.line == 2)
    #expect(error?.reason.contains(message) == true, "\(error?.reason ?? "")")
  }

  @Test func aLongTextIsHeldByItsEnds() {
    let long = String(repeating: "a", count: 500)
    #expect(Decision.shown(long).count == 243)
    #expect(Decision.shown(Decision.shown(long)).count == 243)
    #expect(Decision.shown("short") == "short")
    var decisions = Decisions()
    decisions.add(Decision(.refuse, rule: "furniture/head", old: long, new: ""))
    let nothing = Decision.Surroundings(before: "", after: "")
    #expect(
      decisions.index(rule: "furniture/head", old: long, new: "", surroundings: nothing) == 0)
  }
}
