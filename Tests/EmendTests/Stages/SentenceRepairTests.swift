import Testing

@testable import Emend

/// What is read by the sentence, only in texts in which a word in a hundred is misread.
struct SentenceRepairTests {
  private static let setting = String(
    repeating: "He went tlie way of tbe town wIth some friends.\n", count: 12)

  private func cleaned(_ text: String, atLeast least: Confidence = .likely) throws -> String {
    var options = Cleaner.Options()
    options.policy.minimum = least
    return try Cleaner(options: options).clean(Self.setting + text + "\n").text
  }

  @Test(arguments: [
    // A letter is misread, and another one or a blank stands in the word.
    ("They met the ma jortty of the houses.", "They met the majority of the houses."),
    ("They sat in parlia mont for a year.", "They sat in parliament for a year."),
    // Spellings, endings, parts of words, names and two words in one are none.
    ("They carry'd it to the proceedure of the town.", nil),
    ("They read it to H.M. Smith and to B.T. and to U.S. men.", nil),
    ("T HE smallest house of the town was sold.", nil),
    ("They gave the affectio of the king to her.", nil),
    ("It was read by Mr. Kelmscott of the town.", nil),
    ("Wir haben das alte Haus der Kinder nicht gesehen.", nil),
  ])
  func aSentenceAsksForAWord(read: String, printed: String?) throws {
    #expect(try cleaned(read).hasSuffix("\n\(printed ?? read)\n"))
  }

  @Test func isNotSoughtWhereOnlyTheCertainIsApplied() throws {
    let text = "They met the ma jortty of the houses."
    #expect(try cleaned(text, atLeast: .certain).hasSuffix("\n\(text)\n"))
  }

  /// Many misread marks make no text one whose words are misread.
  @Test func areLeftWhereOnlyMarksAreMisread() throws {
    let setting = String(
      repeating: "He went the way of the town . She read the plan of it .\n", count: 60)
    var options = Cleaner.Options()
    options.policy.minimum = .likely
    let line = "They met ad hoc and centered on the prima facie case.\n"
    #expect(try Cleaner(options: options).clean(setting + line).text.hasSuffix(line))
  }

  @Test func aCleanTextKeepsItsWords() throws {
    var options = Cleaner.Options()
    options.policy.minimum = .likely
    let text = "They met the ma jortty of the houses.\n"
    #expect(try Cleaner(options: options).clean(text).text == text)
  }
}
