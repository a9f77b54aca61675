import Testing

@testable import Emend

/// What a user keeps from being changed: closed lines and listed words.
@Suite struct RefusedEditTests {
  private static let damaged = "the govern-\nment met .\nMr Litvinoff and the Besanc\u{327}on\n"

  @Test(arguments: [
    ("<!-- emend:off -->", "<!-- emend:on -->"), ("% emend:off", "% emend:on"),
    ("emend:off", "emend:on"),
  ])
  func closedLinesPassByteForByte(off: String, on: String) throws {
    let closed = "\(off)\n\(Self.damaged)\(on)\n"
    let result = try Cleaner().clean(Self.damaged + closed + Self.damaged)
    let clean = try Cleaner().clean(Self.damaged).text
    #expect(Array(result.text.utf8) == Array((clean + closed + clean).utf8))
    #expect(clean != Self.damaged)
  }

  @Test func linesStayClosedToTheEndOfALongText() throws {
    var options = Cleaner.Options()
    options.windowSize = 200
    let text = "emend:off\n" + String(repeating: Self.damaged, count: 20)
    #expect(Array(try Cleaner(options: options).clean(text).text.utf8) == Array(text.utf8))
  }

  @Test func nothingIsJoinedToAClosedLine() throws {
    let text = "He left the coun-\nemend:off\ncil of the govern-\nemend:on\nment again.\n"
    #expect(try Cleaner().clean(text).text == text)
  }

  /// Code of Markdown, but no fence that is open, nor those around a whole text.
  @Test(arguments: ["```", "```swift", "  ````"]) func codeBetweenFencesStays(fence: String) throws
  {
    let code = "\(fence)\nthe govern-\nment met .\n\(fence.prefix { $0 != "s" })\n"
    let clean = try Cleaner().clean(Self.damaged).text
    for count in [1, 2] {
      let damaged = String(repeating: Self.damaged, count: count)
      let text = try Cleaner().clean(damaged + code + Self.damaged).text
      #expect(text == String(repeating: clean, count: count) + code + clean)
    }
    let open = "\(fence)\nthe govern-\nment met\n"
    #expect(try Cleaner().clean(open).text == "\(fence)\nthe government\nmet\n")
    #expect(try Cleaner().clean("\(open)```\n").text.hasPrefix("\(fence)\nthe government\n"))
  }

  /// A word whose second half is all of the line before the closed ones.
  @Test func wordsBeforeClosedLinesAreJoined() throws {
    let text = "He left the coun-\ncil.\nemend:off\nthe govern-\nment\n"
    #expect(
      try Cleaner().clean(text).text == "He left the council.\nemend:off\nthe govern-\nment\n")
  }

  @Test func invalidBytesAreReplacedInClosedLines() throws {
    let run = try CleaningRun(Array("café è\nemend:off\na ".utf8) + [0xFF] + Array(" b\n".utf8))
    #expect(run.text == "café è\nemend:off\na \u{FFFD} b\n")
  }

  @Test func proseMaySpeakOfTheSwitch() throws {
    let text = "A line emend:off closes what follows.\nthe govern-\nment\n"
    #expect(
      try Cleaner().clean(text).text
        == "A line emend:off closes what follows.\nthe government\n")
  }

  private static let misread = "She sat wIth them at first. They came wIth a letter.\n"

  @Test(arguments: [
    (["govemment"], "They led the govemment of the country.\n"),
    (["LITVINOFF"], "It was Litvinoff, they said.\n"),
    (["Litvinoff's"], "It was Litvinoff's, they said.\n"),
    (["recieved"], "They recieved the letter.\n"),
  ])
  func listedWordsStay(words: [String], text: String) throws {
    var options = Cleaner.Options()
    options.policy.minimum = .doubtful
    options.words = WordList(words)
    let result = try Cleaner(options: options).clean(Self.misread + text)
    #expect(result.text.hasSuffix(text))
    #expect(result.text != Self.misread + text)
  }

  @Test func readsAListWithCommentsAndBlankLines() {
    let list = WordList(text: "# words of the estate\nGovemment  # as the deed has it\n\n Anno\r\n")
    #expect(list == WordList(["govemment", "anno"]))
    #expect(WordList(text: " \n#\n").isEmpty)
  }
}
