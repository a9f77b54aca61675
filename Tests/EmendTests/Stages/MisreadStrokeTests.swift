import Testing

@testable import Emend

/// Strokes, accents, ligatures and short words in a text that is known to be misread.
struct MisreadStrokeTests {
  private static let setting = MisreadSetting(
    lines: "I know that they came wIth a letter of the king, and I stood wIth him in April.\n"
      + "I took the hand which he gave, which was cold, and I saw that he led her in.\n")

  private func clean(_ text: String, atLeast level: Confidence = .certain) throws -> String {
    try Self.setting.clean(text, atLeast: level)
  }

  @Test(arguments: [
    // An l at the end of a word, a pronoun.
    (
      "They are al! the same to the smal! firms of a legal, lega! trade.",
      "all the same to the small"
    ),
    (
      "They sold stee], and some of the stee|, to the king of the land.",
      "steel, and some of the steel,"
    ),
    (
      "It was in the winter that | saw them, and [ think that they knew.",
      "that I saw them, and I think"
    ),
    // Dirt of the margin is no pronoun.
    (
      "They took the letter of the king |\nwas read to the people of the town.",
      "of the king |"
    ),
    // A name of the authority file has an I for its l.
    ("He read the letter of the king, and loffe saw that it was good.", "and Ioffe saw"),
    // The second f of a ligature.
    (
      "It was the eficient aid of the king that led to all of the eficiency.",
      "all of the efficiency"
    ),
    // An l that was an i, and one that was an I.
    ("They met a man whom nobody lntroduced at the end of the day.", "nobody introduced at"),
    // A letter read as a capital one.
    ("It is time for them to Jearn what the others of the house have.", "to learn what"),
    // An abbreviation.
    ("They sold wheat, barley, ete. to the other side of the river.", "barley, etc. to"),
    // Two words that hold sentences together.
    ("It was found ina house at the end of the road, and itis there.", "found in a house"),
    ("Itis the end of the year, and they have been here before us.", "It is the end"),
    // Dirt over the space between two words.
    ("They had been led by'the people who had asked for a new king.", "led by the people"),
    ("They had been led by\u{2019}the people who had asked for a new king.", "led by the people"),
    ("They found what the people'of the land have said to the king.", "the people of the land"),
    // A hyphen read as a tilde.
    ("It was the end of the govern~\nment that the king had asked for.", "the government"),
    // Numerals.
    (
      "It was told in Chapter XIIL of the book, and in Vol. IIL of it.",
      "Chapter XIII of the book, and in Vol. III"
    ),
  ])
  func reads(read: String, printed: String) throws {
    let output = try clean(read)
    #expect(output.contains(printed))
    #expect(try clean(output) == output)
  }

  @Test(arguments: [
    "He cried for more! and the men [all of them] were there to see it.",
    "They saw the men [I think] and what | the table says | of them all.",
    "They heard him say Hurra! the king has come, and what [else] he had.",
    "They were told of it in Ofanto and by the men of the Jearl trade.",
    "They were told of it by the Iemma Council, and were glad of it all.",
    "They came from a fete. They had seen it, and it was very good.",
    "It was the king's letter, and they'll have it by o'clock at last.",
    "They had it for 'tis true, and said that she 'd be there for it.",
    "It was the letter of the LIL and of the HIV, and of the old king.",
  ])
  func leaves(text: String) throws {
    #expect(try clean(text) == text)
  }

  /// A speck over a letter is no accent; a word that print writes with one keeps it.
  @Test(arguments: [
    ("They were opén to the foréign king at last, and havé been so.", true),
    ("The régime and its élite read a communiqué on the rôle of it.", false),
    ("They met René, André and General Gérard in a café of the town.", false),
  ])
  func accents(text: String, areSpecks: Bool) throws {
    let plain = text.replacing("é", with: "e")
    #expect(try clean(text, atLeast: .likely) == (areSpecks ? plain : text))
  }

  /// In a long word a vowel for a vowel of the same shape is no older spelling; an a for an e may be the
  /// writer's.
  @Test func vowelsOfTheSameShape() throws {
    let text = "They were reasanably told of the existance of the old king."
    let printed = "They were reasonably told of the existance of the old king."
    #expect(try clean(text, atLeast: .likely) == printed)
  }

  /// In a good scan: names that are two words, or one confusion away from one, foreign words, codes, compounds.
  @Test(arguments: [
    "They met Wallin and Newson of the town, and then Foran came to the king.",
    "They met Glick of the town, and then Turia came to see the old king.",
    "It was the feng shui of the house, all shui, and shui of the old king.",
    "They had found H5N1 and H3N2 in the houses of the town of the king.",
    "They sold it on the stockmarket, by the powerline, to the old king.",
    "It was Erica Jong of the town, with Kevin Jett, who came to the king.",
  ])
  func namesStay(text: String) throws {
    let prose = String(
      repeating: "They came to the house of the king at the end of the day.\n", count: 60)
    #expect(try clean(prose + text, atLeast: .likely).hasSuffix(text))
  }

  /// However many specks the text shows.
  @Test func aWordThatPrintWritesWithAnAccentKeepsIt() throws {
    let specks = "They havé been told thé end of it, and havé seen thé king. It was theré.\n"
    let words = "The régime, and its élite, read a communiqué on the rôle of it."
    #expect(try clean(specks + words).hasSuffix(words))
  }

  /// Commas that a machine reads as stops, where it does so all the time; elsewhere it is the capital
  /// behind the stop that is misread.
  @Test(arguments: [(6, true), (1, false)])
  func stopsInsideSentencesAreCommas(times: Int, areCommas: Bool) throws {
    let text = String(repeating: "They sold some iron. copper and wheat. ", count: times)
    let output = try clean(text, atLeast: .likely)
    #expect(output.contains("iron, copper") == areCommas)
    #expect(try clean(text) == text)
  }

  /// `Which` inside a clause is misread, at the beginning of a sentence whose stop was lost it is not.
  @Test func capitalsOfTheSameShape() throws {
    let text = "They saw the house Which was the first of the town. With it came the king."
    let printed = text.replacing("Which", with: "which")
    #expect(try clean(text, atLeast: .likely) == printed)
    #expect(
      try clean("They saw the house of old With it came the king of them.", atLeast: .likely)
        .contains("old With it"))
  }

  /// A function word inside a sentence has no capital, whatever capital its first letter was read as.
  @Test(arguments: [("20 to 672 in", "rose from 20"), ("Oslo to Turin in", "rose From Oslo")])
  func aCapitalInsideASentence(behind: String, printed: String) throws {
    let read = "The number of vessels at the ports of Britain rose Erom \(behind) that year."
    #expect(try clean(read, atLeast: .likely).contains(printed))
  }

}
