import Testing

@testable import Emend

/// Stops read as commas, in a text that is known to be misread.
struct StopTests {
  private static let setting = MisreadSetting(
    lines: "They came wIth a letter of the king, and stood wIth him in April until they left.\n"
      + "She took the hand which he gave, which was cold, and by the hand he led her in.\n")

  /// Behind a marker of a note a sentence begins, unless it is a year or a title.
  @Test(arguments: [
    ("They took the grain to the town (2), The council sold it.", "town (2). The council"),
    ("They took the grain to the town (2), Bread was sold in it.", "town (2). Bread was"),
    ("They took the grain to the town (2), the council sold it.", "town (2), the council"),
    ("They read of Holt (1911), The grain of the town, and left.", "Holt (1911), The grain"),
    ("They read of it there (2), The Grain of the Town, and left.", "there (2), The Grain"),
    ("They took the grain to the town (2), Holt said that it was.", "town (2), Holt said"),
  ])
  func aStopBehindAMarker(read: String, printed: String) throws {
    #expect(try Self.setting.clean(read).contains(printed))
  }

  /// Behind a word too, but for speech, titles, and capitals that are small letters but for their size.
  @Test(arguments: [
    ("than before, The council of the town sold", true),
    ("than in Oslo, Although they sold", true),
    ("than in Oslo, The council of the town sold", false),
    ("than they had said, The council of the town sold", false),
    ("than before, When the council of the town sold", false),
    ("than in her book, The making of", false),
    ("than in the spring, After the council sold", false),
  ])
  func aStopBehindAWord(words: String, isSure: Bool) throws {
    let read = "They were weaker \(words) all of it."
    let printed = read.replacing(",", with: ".")
    #expect(try Self.setting.clean(read) == (isSure ? printed : read))
    #expect(try Self.setting.clean(read, atLeast: .likely) == printed)
  }

  /// Before a word that holds sentences together, in a text whose machine makes such stops; none is known
  /// from a few, nor where a line may be lost between, nor where a capital is as good
  /// but before verbs and pronouns that begin no sentence.
  @Test(arguments: [
    ("They sold the grain. and the bread was gone.", 6, "the grain, and the bread"),
    ("They sold the grain. and the bread was gone.", 4, "the grain. and the bread"),
    ("They sold the grain.\n\nand the bread was gone.", 6, "the grain."),
    ("They sold the grain. she said that it was gone.", 6, "the grain. she said"),
    ("They sold the grain. some bread was gone.", 6, "the grain. some bread"),
    ("They sold the grain. which was old and grey.", 6, "the grain, which was"),
    ("The king of the town. was old and grey.", 6, "the town, was old"),
  ])
  func stopsInsideSentences(read: String, count: Int, printed: String) throws {
    let others = String(
      repeating: "They came to the town. and they saw the house. but the king was gone.\n",
      count: count / 2)
    let text = try Self.setting.clean(others + read)
    #expect(text.contains(printed))
    #expect(text.contains("town, and they saw the house, but") == (count == 6))
  }

  /// A machine that loses capitals makes small letters where sentences begin.
  @Test(arguments: [("an American", true), ("an american", false)])
  func stopsWhereCapitalsAreLost(people: String, areCommas: Bool) throws {
    let others = String(
      repeating: "They came to the town. and they saw an American. but the king was gone.\n",
      count: 3)
    let text = try Self.setting.clean(others + "The king met \(people) in the town.")
    #expect(text.contains("met an American in the town."))
    #expect(text.contains("town, and they saw an American, but") == areCommas)
  }

  /// Where stops stand that can be no marks, they are dirt and no commas.
  @Test(arguments: [(0, true), (3, false)])
  func dirtIsNoComma(specks: Int, areCommas: Bool) throws {
    let lines =
      String(repeating: "They sold the grain. and the bread was gone.\n", count: 8)
      + String(repeating: "She took it to the. old gate of it.\n", count: specks)
    #expect(try Self.setting.clean(lines).contains("the grain, and") == areCommas)
  }

}
