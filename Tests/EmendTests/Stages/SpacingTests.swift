import Testing

@testable import Emend

/// Spaces, the pronoun and slips of the pen in texts that are known to be misread.
struct SpacingTests {
  private static let misread =
    "They came wIth a letter of the king, and stood wIth him in April until they were tired.\n"
  /// A text whose words are divided all over.
  private static let divided =
    misread + String(repeating: "There was no collusio n at all in the house.\n", count: 12)
  private static let questions =
    misread + String(repeating: "Was it so? Had he seen it?\n", count: 40)
  /// Many misread marks, and hardly a misread word.
  private static let marks =
    misread + String(repeating: "The minister1s former house stood by the sea.\n", count: 500)
    + String(repeating: "He called the dumping 'a farce' and the loan 'a fraud'.\n", count: 12)

  private func clean(
    _ line: String, behind setting: String, atLeast least: Confidence = .certain
  ) throws -> String {
    var options = Cleaner.Options()
    options.policy.minimum = least
    let text = try Cleaner(options: options).clean(setting + line + "\n").text
    return String(text.dropLast().split(separator: "\n").last ?? "")
  }

  /// An ellipsis of which the line ends in the middle.
  @Test func anEllipsisOnTwoLinesStays() throws {
    let text =
      Self.marks + "They developed it and pushed it right to .\n. . its final consequence.\n"
    #expect(try Cleaner().clean(text).text.hasSuffix("right to .\n. . its final consequence.\n"))
  }

  @Test(arguments: [
    ("They met in Eng land in the spring.", "They met in England in the spring."),
    ("He saw the trees. 1 he wind was cold.", "He saw the trees. The wind was cold."),
  ])
  func joinsHalvesWhereWordsAreDivided(read: String, printed: String) throws {
    #expect(try clean(read, behind: Self.divided) == printed)
    #expect(try clean(read, behind: Self.misread) == read)
  }

  /// Spaces inside double marks are the machine's in a text that sets others without; where all have one it is
  /// how the text is set, and of a few nothing is known.
  @Test(arguments: [
    ("He said “It is cold.” to them.\n", 3, true),
    ("He said “It is cold.” to them.\n", 2, false),
    ("He said that it was cold to them.\n", 3, false),
  ])
  func spacesInsideQuotations(setting: String, marks: Int, isRepaired: Bool) throws {
    let quoted = String(
      repeating: "He said “ It was the house of the king, and said it.\n", count: marks - 1)
    let read = "He said that “ The bank of the town was closed in the year, and so did she."
    let due = isRepaired ? read.replacing("“ ", with: "“") : read
    #expect(try clean(read, behind: setting + quoted) == due)
    #expect(
      try clean(read, behind: setting + quoted, atLeast: .likely)
        == read.replacing("“ ", with: "“"))
  }

  /// German quotations close with the mark that opens English ones.
  @Test(arguments: ["„Anschluß“ in", "„Anschluß …“ in", "‚Anschluß‘ in", "‚Anschluß …‘ in"])
  func germanQuotationsStay(quotation: String) throws {
    let setting = "He said “It is cold.” to them.\n"
    let lines = String(repeating: "They spoke of the \(quotation) the spring.\n", count: 4)
    let read = "They spoke of the \(quotation) the year."
    #expect(try clean(read, behind: setting + lines) == read)
    #expect(try clean(read, behind: setting + lines, atLeast: .likely) == read)
  }

  /// Two words may stand beside each other, however seldom they do.
  @Test func leavesHalvesThatAreWords() throws {
    let line = "They saw the king under stand the house."
    #expect(try clean(line, behind: Self.divided) == line)
  }

  /// One half is none, or one that hardly stands by itself.
  @Test(arguments: [
    (
      "They asked for the con cession of the land.", "They asked for the concession of the land."
    ),
    ("They asked for a new SE CRETARY there.", "They asked for a new SECRETARY there."),
    ("They met two wine-mer chants in the town.", "They met two wine-merchants in the town."),
    ("It was a laud able plan of the king.", "It was a laudable plan of the king."),
    ("It was a person able to lead the house.", "It was a person able to lead the house."),
    ("There was a post mortem in the house.", "There was a post mortem in the house."),
    ("They stood on the hill side of the town.", "They stood on the hill side of the town."),
    ("The king chose ART WALL PAPERS for it.", "The king chose ART WALL PAPERS for it."),
  ])
  func joinsHalvesAmongMisreadWords(read: String, printed: String) throws {
    #expect(try clean(read, behind: Self.misread, atLeast: .likely) == printed)
    #expect(try clean(read, behind: Self.misread) == read)
  }

  @Test(arguments: [
    ("See the Papers II/VI I, Doc. 5 of it.", "See the Papers II/VII, Doc. 5 of it."),
    ("See the Papers I I/VII, Doc. 5 of it.", "See the Papers II/VII, Doc. 5 of it."),
    ("It was printed, i.e . that they all read it.", "It was printed, i.e. that they all read it."),
    (
      "It was printed, i .e . that they all read it.", "It was printed, i.e. that they all read it."
    ),
    ("They left, and when ,the king came they met.", "They left, and when the king came they met."),
    ("They left, and when ,is wife came they met.", "They left, and when ,is wife came they met."),
    ("They felt contrition ,which was new to all.", "They felt contrition, which was new to all."),
    ("It was Henry V I, they said, who did it.", "It was Henry V I, they said, who did it."),
    (
      "They had a debt of $27 million a year . It rose.",
      "They had a debt of $27 million a year. It rose."
    ),
    (
      "They set the name as $name of the king . It rose.",
      "They set the name as $name of the king . It rose."
    ),
    ("He said “ The bank was closed ” to her.", "He said “The bank was closed” to her."),
    ("He said ‘ The bank was closed ’ to her.", "He said ‘ The bank was closed ’ to her."),
  ])
  func closesSpaces(read: String, printed: String) throws {
    #expect(try clean(read, behind: Self.misread) == printed)
  }

  /// A stop at the end of a page is one, whatever the next page begins with.
  @Test(arguments: [("\n\n", "p.330.\n\nthe house"), ("\n", "p.330 .\nthe house")])
  func closesSpacesBeforeStops(gap: String, printed: String) throws {
    let setting = Self.misread + String(repeating: "The king left. The queen stayed.\n", count: 9)
    let text = setting + "It was read on p.330 .\(gap)the house of the king was sold.\n"
    #expect(try Cleaner().clean(text).text.contains(printed))
  }

  @Test func closesSpacesBeforeMarksAsTheTextDoes() throws {
    let line = "Was the letter of the king there ?"
    #expect(try clean(line, behind: Self.questions) == "Was the letter of the king there?")
    #expect(try clean(line, behind: Self.misread) == line)
  }

  /// A colon may be spoken of.
  @Test func leavesColonsThatStandAlone() throws {
    let setting = Self.misread + String(repeating: "It was so: he had seen it.\n", count: 60)
    let line = "They spoke of the : that stood behind the name of the king."
    #expect(try clean(line, behind: setting) == line)
    #expect(try clean(line, behind: setting, atLeast: .likely) != line)
  }

  /// Where only marks are misread a usual word is right, whatever stands beside it.
  @Test(arguments: [
    "All this economic aid have they sent to the town.", "If the dream is dear enough to call.",
  ])
  func leavesUsualWords(line: String) throws {
    #expect(try clean(line, behind: Self.marks) == line)
  }

  /// What a word beside asks for, and nothing else comes near; without it the word is likely at most.
  @Test(arguments: [
    ("He had a hand in it, and saw the other haiid of the king.", "the other hand of"),
    ("He had a political irfluence on the town.", "political influence on"),
    ("They said what foILows: the king met us.", "what follows: the"),
    ("They saw it there. Haiid of the king.", nil),
    ("They saw Olmann haiid Kornal.", nil),
  ])
  func readsWhatAWordBesideAsksFor(line: String, printed: String?) throws {
    let output = try clean(line, behind: Self.marks)
    #expect(printed.map(output.contains) ?? (output == line))
  }

  /// What no shape explains is the writer's where words are hardly misread, and a capital before a name
  /// is a name.
  @Test(arguments: [
    "It was a stategic plan of the king.", "They were authoritites of the king.",
    "They read of the house. Fenner Clark saw it, and the queen.",
    "They read of it in Ada Marsh, After the Winter, of the year.",
    "They read the dumpting plans of the king of the year.",
  ])
  func leavesSlipsAndNames(line: String) throws {
    #expect(try clean(line, behind: Self.marks, atLeast: .likely) == line)
  }

  /// The same letters in a text whose words are misread.
  @Test func readsLostLettersAmongMisreadWords() throws {
    let line = "It was a stategic plan of the king."
    let output = try clean(line, behind: Self.misread, atLeast: .likely)
    #expect(output == "It was a strategic plan of the king.")
  }
}
