import Testing

@testable import Emend

/// Hyphens before a space inside a line, as copies out of PDF files have them.
struct SpacedHyphenTests {
  private static let shown =
    "The gov- ernment had con- cluded an agree- ment with the lead- ers of the coun- try.\n"

  private func clean(_ text: String) throws -> String { try Cleaner().clean(text).text }

  @Test(arguments: [
    ("They met in the min- istry at the end of the day.", "the ministry at"),
    ("It was a ques- tion that nobody had asked them.", "a question that"),
    (
      "It was a ques\u{AD} tion of the agree\u{AC} ment, and of lead\u{2010} ers.",
      "question of the agreement, and of leaders"
    ),
    ("He had con- cluded it, and was var- iously blamed.", "had concluded it, and was variously"),
  ])
  func joinsKnownWords(read: String, printed: String) throws {
    #expect(try clean(read + "\n").contains(printed))
  }

  @Test(arguments: [
    // Both halves are words, a name that nothing knows, a compound of the text.
    ("They could not man- age it with- out a letter of his.", "manage it without a"),
    ("The envoy Tolbu- shinskii was the first to come there.", "Tolbushinskii was"),
    (
      "A self- taught man is a self-taught man in any town.",
      "A self-taught man is a self-taught man"
    ),
  ])
  func joinsMoreWhereManyStand(read: String, printed: String) throws {
    #expect(try clean(Self.shown + read + "\n").contains(printed))
  }

  @Test(arguments: [
    "They met in the pre- and post-war years, by land- or sea-borne trade.",
    "It was a two- to threefold rise, and a first- as well as a last one.",
    "They came to the town- those who could- and stayed for the winter.",
    "The war was won- making peace was harder than anyone had thought.",
    "Die Haupt- sowie Nebenwege, mehr Haupt- als Nebenwege, der Ein- und der Ausgang.",
    "Options: -a, -b- c, foo-- bar, x- axis and n- dimensional space.",
  ])
  func leavesOtherHyphens(line: String) throws {
    #expect(try clean(Self.shown + line + "\n").hasSuffix(line + "\n"))
    #expect(try clean(line + "\n") == line + "\n")
  }

  @Test func changesNothingTheSecondTime() throws {
    let once = try clean(Self.shown + "They could not man- age the self- taught man.\n")
    #expect(try clean(once) == once)
  }
}
