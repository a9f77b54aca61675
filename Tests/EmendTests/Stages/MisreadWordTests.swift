import Testing

@testable import Emend

/// Words, figures and margins of texts in which words are known to be misread.
struct MisreadWordTests {
  private func clean(_ text: String, atLeast level: Confidence = .certain) throws -> String {
    try MisreadSetting.words.clean(text, atLeast: level)
  }

  /// A long word is not one confusion away from another by chance; a vowel for a vowel may be the
  /// writer's, and a capital begins a name.
  @Test(arguments: [
    ("They led the faotory for a while.", "They led the factory for a while."),
    ("They came for the existance of the king.", "They came for the existance of the king."),
    ("They came to Bhtterling in the spring.", "They came to Bhtterling in the spring."),
  ])
  func longWordsAreCertain(read: String, printed: String) throws {
    #expect(try clean(read) == printed)
  }

  /// `Is. 2` is a chapter, and where a pound is no coin is counted.
  @Test(arguments: [
    ("It cost Is. 6d. or ls. 4d. at the door.", "It cost 1s. 6d. or 1s. 4d. at the door."),
    ("It cost 10s. fid. at the door.", "It cost 10s. fid. at the door."),
    ("They read Is. 2 of it, and that Is. Nd. was there.", nil),
  ])
  func pricesAreCertain(read: String, printed: String?) throws {
    #expect(try clean(read) == printed ?? read)
  }

  /// Dirt of the margin that was read as the first letter of a line, where a sentence goes on there.
  @Test(arguments: [
    ("The treaty would be\ntconcluded at the end of the year.", "be\nconcluded at"),
    ("It was the end of the treaty.\ntconcluded at the end of the year.", "treaty.\ntconcluded"),
    ("The treaty would be tconcluded\nat the end of the year.", "be tconcluded\nat"),
  ])
  func lettersOfTheMargin(read: String, printed: String) throws {
    #expect(try clean(read, atLeast: .likely).contains(printed))
    #expect(try clean(read) == read)
  }

  /// A pronoun behind a full stop is certain where ten others are shown; a number there is none.
  @Test(arguments: [
    ("He shook his head. 1 opened the door.", "head. I opened"),
    ("They were led in, and 1 opened the door.", "and I opened"),
    ("It was found in Vol. 1 opened by the king.", "Vol. 1 opened"),
    ("They saw the Plate 1 opened by the king.", "Plate 1 opened"),
    // Behind a word that begins sentences, and before one that is denied.
    ("But 1 opened the door.", "But I opened"),
    ("It was seen by Mr. Marsh. 1 couldn't help it.", "Marsh. I couldn't"),
    ("They saw that Plate 1 couldn't be read.", "Plate 1 couldn't"),
    ("It was seen in Vol. 1 opened by the king.", "Vol. 1 opened"),
  ])
  func pronounsOfAHabit(read: String, printed: String) throws {
    let habit = String(repeating: "I know what 1 think of it. ", count: 10)
    #expect(try clean(habit + "\n" + read).contains(printed))
  }

  /// Three letters are one confusion away from some word; a word beside or the text has to ask for it.
  @Test(arguments: [("and, ris, all", "and, ris, all"), ("of the ery w ister", "the ery w")])
  func threeLettersAlone(read: String, kept: String) throws {
    #expect(try clean("They saw them \(read) of the king.", atLeast: .likely).contains(kept))
  }

  /// Words that go with neither neighbour, where another one goes with both.
  @Test(arguments: [
    ("It was in the accounts df the meetings.", "It was in the accounts of the meetings."),
    ("It will help him to go at last.", "It will help him to go at last."),
  ])
  func bothNeighboursAsk(read: String, printed: String) throws {
    #expect(try clean(read, atLeast: .likely) == printed)
    #expect(try clean(read) == read)
  }

  /// The pronoun read as another capital, in a text that has it.
  @Test(arguments: [
    ("They know that Lam sure of it, and T think so.", "that I am sure of it, and I think"),
    ("They came with Tam Lam sure of it and Mr. T think.", "with Tam Lam sure of it and Mr. T"),
    ("They saw the T of the road, and Mr. Lam sure.", "the T of the road, and Mr. Lam sure"),
  ])
  func pronounsReadAsCapitals(read: String, printed: String) throws {
    let own = "I know that I think so, and I hope that I may.\n"
    #expect(try clean(own + read, atLeast: .likely).contains(printed))
    #expect(try clean(own + read) == own.dropLast() + "\n" + read)
  }

  /// Commas between thousands, in a text that writes them; certain where a comma or noughts tell the number.
  @Test(arguments: [
    (
      "It was 40,000.000 tons or 2.700.000 of them.",
      "It was 40,000,000 tons or 2,700,000 of them.", true
    ),
    ("It was 2.718.281 tons.", "It was 2,718,281 tons.", false),
    ("It was 1.250 miles, or 12.5.1920 of 192.168.100.1.", nil, true),
  ])
  func groupsOfThousands(read: String, printed: String?, isSure: Bool) throws {
    let own = "They sold 12,000 tons, then 14,500 tons and 1,250,000 tons.\n"
    #expect(try clean(own + read, atLeast: .likely).hasSuffix(printed ?? read))
    #expect(try clean(own + read).hasSuffix(isSure ? printed ?? read : read))
    #expect(try clean(read, atLeast: .likely) == read)
  }

  /// Two words without their space, which are a name as well.
  @Test(arguments: [
    ("They were there. Ina letter to the king he said it.", "there. In a letter to"),
    ("They were there. Ina was with the king.", "there. Ina was"),
    ("They met Ina letter by letter.", "met Ina letter"),
  ])
  func spacesOfNames(read: String, printed: String) throws {
    #expect(try clean(read).contains(printed))
  }

  /// Letters that hardly anybody writes, where the words on both sides ask for a usual word.
  @Test(arguments: [
    ("They are preparing demands tor the whole of it.", "demands for the whole"),
    ("They said that people ean move from house to house.", "people can move"),
    ("It was at the end ef the war that he came.", "end of the war"),
    ("They were led as fo reach the town.", "as to reach"),
    ("They saw that the tor was on the hill, as the moor is.", "the tor was"),
    ("It was on the agricultural front the king had won.", "front the king"),
  ])
  func wordsThatNobodyWrites(read: String, printed: String) throws {
    #expect(try clean(read).contains(printed))
  }
}
