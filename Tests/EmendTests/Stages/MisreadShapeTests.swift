import Testing

@testable import Emend

/// Shapes of letters that are taken for others, in texts in which words are known to be misread.
struct MisreadShapeTests {
  private func clean(_ text: String, atLeast level: Confidence = .certain) throws -> String {
    try MisreadSetting.words.clean(text, atLeast: level)
  }

  /// Letters that are joined or broken, and capitals.
  @Test(arguments: [
    ("They walked lietween the towers.", "They walked between the towers."),
    ("They asked for a cheajier room.", "They asked for a cheaper room."),
    ("They saw the difierence at once.", "They saw the difference at once."),
    ("They saw it at once. hIany of them came.", "They saw it at once. Many of them came."),
    ("They came to the Qovernment.", "They came to the Government."),
    ("They saw the fimction of the thing.", "They saw the function of the thing."),
    ("He kept it for himseIE at the gate.", "He kept it for himself at the gate."),
    ("They had the best oflice of the town.", "They had the best office of the town."),
    ("They say that goincr home was hard.", "They say that going home was hard."),
    ("They came to Lielgard and to Qornal.", nil),
    ("They met Mr. Kornal and Mrs. Eornal there.", nil),
  ])
  func certainShapes(read: String, printed: String?) throws {
    #expect(try clean(read) == printed ?? read)
  }

  /// Shorter words, and signs that are parts of letters.
  @Test(arguments: [
    ("They had a goM watch of the king.", "They had a gold watch of the king."),
    ("They saw it, ar.d each of them came.", "They saw it, and each of them came."),
    ("They saw Mr. Olar.d of the R.D. at p.d there.", nil),
  ])
  func likelyShapes(read: String, printed: String?) throws {
    #expect(try clean(read, atLeast: .likely) == printed ?? read)
    #expect(try clean(read) == read)
  }

  /// An older spelling, and no confusion of shapes.
  @Test(arguments: ["majestie", "historie", "citie"])
  func olderSpellingsStay(word: String) throws {
    let text = "They heard of the \(word) of the king."
    #expect(try clean(text, atLeast: .likely) == text)
  }

  /// A name that is misread twice in the same way gives way to one that is a word as well, if the text has
  /// it much more often.
  @Test(arguments: [(8, "Chickweed"), (3, "Chiekweed")])
  func namesThatAreWords(count: Int, printed: String) throws {
    let own = String(repeating: "They met Chickweed there. ", count: count)
    let misread = "They met Chiekweed there and asked Chiekweed for it."
    #expect(
      try clean(own + misread)
        == own + "They met \(printed) there and asked \(printed) for it.")
  }

  /// Divided words are found after misread ones have been judged, and say no less of them.
  @Test(arguments: [
    "government of the town, and a division", "govern ment of the town, and a divi sion",
  ])
  func dividedWordsAreSigns(other: String) throws {
    let few = MisreadSetting(
      lines: "They say it was as weU as they could.\nThey saw the \(other) of it.\n")
    let text = "They saw him, and thou sbalt have it."
    #expect(
      try few.clean(text, atLeast: .likely) == "They saw him, and thou shalt have it.")
    #expect(try few.clean(text) == text)
  }

  /// On a page without another sign only small letters that stand once are read, as the words beside or the
  /// length of the word ask.
  @Test(arguments: [
    ("They led the fodowing men to the tower.", "They led the following men to the tower."),
    ("They saw the river and the smad town.", "They saw the river and the small town."),
    ("They saw the noblcr wild animals.", "They saw the nobler wild animals."),
    ("They sold the fodow, and the fodow was small.", nil),
    ("They led Fodowing and his men to the tower.", nil),
    ("They saw the remarka-able town.", nil),
  ])
  func pagesWithoutAnotherSign(read: String, printed: String?) throws {
    let page = MisreadSetting(lines: "They say it was as well as they could.\n")
    #expect(try page.clean(read, atLeast: .likely) == printed ?? read)
    #expect(try page.clean(read) == read)
  }

  /// Few words of a long text are misread: a name that it has time and again is the same.
  @Test(arguments: [(20, "Corsica"), (4, "Coisica")])
  func namesOfThinScans(count: Int, printed: String) throws {
    let clean = String(repeating: "They say that it was as well as they could. ", count: 1_000)
    let signs = String(repeating: "They stood wIth him. ", count: 10)
    let own = String(repeating: "They came to Corsica at last. ", count: count)
    let thin = MisreadSetting(lines: clean + signs + own + "\n")
    let text = "They were led to Coisica by the king."
    #expect(try thin.clean(text) == "They were led to \(printed) by the king.")
  }

  /// Two letters that were read for a capital are one, wherever it stands.
  @Test(arguments: [
    ("They saw the hIagic of the king.", "They saw the Magic of the king."),
    ("They met nobody lntroduced to them.", "They met nobody introduced to them."),
  ])
  func capitalsOfTwoLetters(read: String, printed: String) throws {
    #expect(try clean(read, atLeast: .likely) == printed)
  }

  /// A vowel for a vowel, where the text has the other word elsewhere; some vowels writers exchange as well, and
  /// `Mr. Slout` is a name.
  @Test(arguments: [
    ("They met, prablem! The problem of it.", "They met, problem! The problem of it."),
    ("They came to Scatland. It was Scotland.", "They came to Scotland. It was Scotland."),
    ("They met a prablem of the town.", nil),
    ("They knew of the existance, the existence of it.", nil),
    ("They drank the stout, and Mr. Slout came.", nil),
  ])
  func vowelsOfOwnWords(read: String, printed: String?) throws {
    #expect(try clean(read, atLeast: .likely) == printed ?? read)
    #expect(try clean(read) == read)
  }

  /// What a word beside asks for and no other word comes near is certain; a short word alone is not.
  @Test(arguments: [
    ("They drank a gaUon of it.", "They drank a gallon of it."),
    ("They drank it. GaUon was there.", "They drank it. GaUon was there."),
    ("It was a greal deal of it.", "It was a great deal of it."),
    // No shape explains them; a capital inside tells them to be misread.
    ("It was brougLt to the town.", "It was brought to the town."),
    ("It was brougxt to the town.", "It was brougxt to the town."),
  ])
  func wordsBesideAsk(read: String, printed: String) throws {
    #expect(try clean(read) == printed)
  }

  /// In a bad scan a vowel for a vowel is certain in a word that the text has everywhere.
  @Test(arguments: [(30, "from"), (4, "frem")])
  func vowelsOfUsualWords(count: Int, printed: String) throws {
    let bad = MisreadSetting(
      lines: String(
        repeating: "They saw tbe house and tbe garden, tbe river and tbe hills.\n", count: 3)
        + String(repeating: "They came from the town.\n", count: count))
    #expect(try bad.clean("They came frem the town.") == "They came \(printed) the town.")
  }

  /// A form of a name that the machine makes all the time gives way to the other, as often as it may stand.
  @Test(arguments: [
    (25, 4, 5, "Losberne"), (25, 6, 5, "Losbeme"), (3, 4, 5, "Losbeme"),
  ])
  func namesByAHabitOfTheMachine(shown: Int, misread: Int, right: Int, printed: String) throws {
    let habit = String(repeating: "They led the govemment of the town.\n", count: shown)
    let names = String(repeating: "They met Mr. Losberne there.\n", count: right)
    let bad = MisreadSetting(lines: habit + names)
    let text = Array(repeating: "They saw Losbeme come.", count: misread).joined(separator: "\n")
    #expect(try bad.clean(text) == text.replacing("Losbeme", with: printed))
  }

  /// A name that the text has ten times as often, unless a vowel for a vowel makes another one of it.
  @Test(arguments: [
    (12, "Grandchatnps", "Grandchamps", true), (4, "Grandchatnps", "Grandchamps", false),
    (12, "Lavagne", "Lavagna", false),
  ])
  func namesOfTheText(count: Int, read: String, printed: String, isRead: Bool) throws {
    let own = String(repeating: "They saw \(printed) at last.\n", count: count)
    let text = "They came from \(read) to the sea."
    #expect(
      try MisreadSetting(lines: MisreadSetting.words.lines + own).clean(text, atLeast: .likely)
        == (isRead ? text.replacing(read, with: printed) : text))
  }
}
