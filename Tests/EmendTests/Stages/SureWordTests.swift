import Testing

@testable import Emend

/// Words that are certainly misread, by what stands beside them, by their length, and by the text's own use.
struct SureWordTests {
  /// Words that stand once in a text that has them, so that what is met below is its own.
  private static let own =
    "The end of the year, the light of the day, the house of the king, the hills of April, the garden of"
    + " the river, the letter of the year, the men of the town, the gate of the town, the road of the king,"
    + " the top of the hill, the foot of the hill, the end of the day, the gate of the house, the wall of the"
    + " garden, the bank of the river, the head of the house, a part of it, a number of them.\n"

  private func clean(_ text: String, in setting: MisreadSetting = .words) throws -> String {
    try #require(setting.clean(Self.own + text).split(separator: "\n").last).description
  }

  /// In a text with ten signs of a machine, however long it is, what stands once and comes near no other
  /// word is certain; what stands twice is the text's own, and so is a name.
  @Test(arguments: [
    ("They led the fodowing men to the tower.", "They led the following men to the tower."),
    ("They had an eifort to make.", "They had an effort to make."),
    ("They saw the noblcr wild animals.", nil),
    ("They led the fodowing men, the fodowing of April.", nil),
    ("They led Fodowing and his men to the tower.", nil),
    ("It was an existence, an existence, and the existance of it.", nil),
  ])
  func fewMisreadWords(read: String, printed: String?) throws {
    #expect(try clean(read, in: .goodScan(signs: 10, oneIn: 1_500)) == printed ?? read)
    #expect(try clean(read, in: .goodScan(signs: 9, oneIn: 1_500)) == read)
  }

  /// A long word that comes near one other only; one of six letters has to be asked for.
  @Test(arguments: [
    ("They saw the jaundieed king at the gate.", "They saw the jaundiced king at the gate."),
    ("They saw the kdling there.", "They saw the killing there."),
    ("They saw the noblcr wild animals.", nil),
    ("They saw it, fodow it.", nil),
  ])
  func longWords(read: String, printed: String?) throws {
    #expect(try clean(read) == printed ?? read)
  }

  /// Beside a blank line a word may be cut off.
  @Test(arguments: [(" ", false), ("\n", false), ("\n\n", true), (" of-\n\n", true)])
  func wordsThatMayBeCutOff(gap: String, isCutOff: Bool) throws {
    let before = try MisreadSetting.words.clean(Self.own + "They saw the\(gap)jaundieed men.")
    #expect(before.contains(isCutOff ? "jaundieed" : "jaundiced"))
    guard !gap.contains("-") else { return }
    let behind = try MisreadSetting.words.clean(Self.own + "They saw the jaundieed\(gap)men.")
    #expect(behind.contains(isCutOff ? "jaundieed" : "jaundiced"))
  }

  /// Two letters of a word that the text has in each line, where both words beside ask for it.
  @Test(arguments: [
    ("It was the property ol his father.", "It was the property of his father."),
    ("It was the one that they saw him ol, at the gate.", nil),
  ])
  func shortWords(read: String, printed: String?) throws {
    #expect(try clean(read) == printed ?? read)
  }

  /// An o for an a is no writer's, an e for an a is; a long word has to be asked for.
  @Test(arguments: [
    (
      "It was freedom, freedom, freedom, and the freedam of the press.",
      "and the freedom of the press."
    ),
    ("It was an existence, existence, existence, and the existance of it.", nil),
  ])
  func vowels(read: String, printed: String?) throws {
    #expect(try clean(read, in: .goodScan(signs: 10, oneIn: 500)).hasSuffix(printed ?? read))
  }

  /// Any vowel in a word that the text has ten times, but an e for an a where it ends.
  @Test(arguments: [
    ("relations", 10, "They saw the rolations of the king.", true),
    ("relations", 9, "They saw the reletions of the king.", false),
    ("relations", 9, "They saw the rolations of the king.", true),
    ("existence", 10, "They saw the existance of the king.", false),
    ("have", 10, "They havo been there.", true),
  ])
  func vowelsOfTheText(word: String, count: Int, read: String, isMisread: Bool) throws {
    let own = String(repeating: "They saw the \(word) of it. ", count: count)
    let printed =
      isMisread
      ? read.replacing("rolations", with: "relations").replacing("havo", with: "have") : read
    #expect(try clean(own + read, in: .goodScan(signs: 10, oneIn: 1_500)) == own + printed)
  }

  /// In a text that a machine read a long word that comes near one other only is certain, also by a vowel that
  /// writers do not exchange, and `tha` between words that ask for another.
  @Test(arguments: [
    ("They had simplitications in it.", "They had simplifications in it.", true),
    ("They led a quontity of men.", "They led a quantity of men.", true),
    ("They came in and saw tha king.", "They came in and saw the king.", true),
    ("They saw the domestica.", "They saw the domestics.", false),
    ("They saw a pollinater of it.", "They saw a pollinator of it.", false),
  ])
  func ofScans(read: String, printed: String, isMisread: Bool) throws {
    #expect(
      try clean(read, in: .goodScan(signs: 10, oneIn: 1_500)) == (isMisread ? printed : read))
    #expect(try clean(read, in: .goodScan(signs: 9, oneIn: 1_500)) == read)
  }

  /// Where words are misread a word of eight letters is one shape away from one other by no chance.
  @Test(arguments: [
    ("They saw the coaltields of it.", "They saw the coalfields of it."),
    ("They read a cantemporary of his.", "They read a contemporary of his."),
    ("They came to Liverpoal in it.", nil),
    ("They saw old Mrs. Mclaughhn there.", nil),
    ("They read a contamparary of his.", nil),
  ])
  func longWordsOfMisreadTexts(read: String, printed: String?) throws {
    #expect(try MisreadSetting.words.clean(read) == printed ?? read)
  }

  /// Two words that chance does not explain are enough in an article, not in a book.
  @Test(arguments: [(500, true), (20_000, false)])
  func articles(words: Int, isMisread: Bool) throws {
    let article = MisreadSetting(
      lines: String(
        repeating: "They came with a letter of the king, and she stood with him at the gate.\n",
        count: words / 16))
    let read = "They led the fodowing men to the tower, and the guarautee was theirs, all of it."
    let printed = read.replacing("fodowing", with: "following")
      .replacing("guarautee", with: "guarantee")
    #expect(try article.clean(read) == (isMisread ? printed : read))
    #expect(try article.clean(read.replacing("guarautee", with: "men")).contains("fodowing"))
  }

  /// A letter with an accent that the text writes without, where a word beside asks for it.
  @Test(arguments: [
    (
      "They had security, security, and a collective sécurity of it.",
      "a collective security of it."
    ),
    ("They had security, security, and a collective sécurité of it.", nil),
    ("They had a collective sécurity of it.", nil),
  ])
  func accents(read: String, printed: String?) throws {
    #expect(try clean(read).hasSuffix(printed ?? read))
  }

  /// An upright stroke where a sentence begins is a capital.
  @Test(arguments: [
    ("They came in. lnstead of it they saw him.", "came in. Instead of"),
    ("They came in lnstead of it.", "came in instead of"),
  ])
  func capitalsOfSentences(read: String, printed: String) throws {
    let habit = "They saw lntroduced men, lndeed, and lnside lt lnto lnvaded land.\n"
    var options = Cleaner.Options()
    options.policy.minimum = .likely
    let text = MisreadSetting.words.lines + habit + read + "\n"
    #expect(try Cleaner(options: options).clean(text).text.contains(printed))
  }

  /// Letters behind half of a word are the other half, also across a blank line.
  @Test(arguments: ["\n\n", " "])
  func otherHalvesOfWords(gap: String) throws {
    let text = "They came, and we came, and we came, and we saw the offen\(gap)ive of the king."
    #expect(try clean(text).hasSuffix("ive of the king."))
  }

  /// Where one word in two hundred is divided, a half that is no word, or hardly stands by itself, is certainly
  /// half of one; `person able` is none.
  @Test(arguments: [
    ("They asked for the con cession of it.", "They asked for the concession of it."),
    ("They had a settle ment of the land.", "They had a settlement of the land."),
    ("It was a person able to lead the house.", nil),
    ("They stood on the hill side of the town.", nil),
  ])
  func dividedWordsOfPages(read: String, printed: String?) throws {
    let page = MisreadSetting(lines: "They saw no collusio n at all, and no ins tructions of it.\n")
    #expect(try page.clean(read) == printed ?? read)
    let other = MisreadSetting(lines: "They saw no collusio n at all, and no instructions of it.\n")
    #expect(try other.clean(read) == read)
  }

  /// A T read as a 1 and a blank, where three are, and a letter that stands apart, in a scan in which hardly a
  /// word is misread; divided words alone are no signs of a machine.
  @Test(arguments: [
    ("They saw it. 1 he king came.", "They saw it. The king came."),
    ("They saw it in Vol. 1 he said.", nil),
    ("They came to the f orest.", "They came to the forest."),
    ("They came to the hill side.", nil),
  ])
  func detachedLetters(read: String, printed: String?) throws {
    let others = String(
      repeating: "They came. 1 hey saw the house. 1 here was the king.\n", count: 2)
    let signs = MisreadSetting.goodScan(signs: 10, oneIn: 1_500)
    #expect(try clean(others + read, in: signs) == printed ?? read)
    let none = MisreadSetting(
      lines: signs.lines.replacing("tbe", with: "the")
        + String(repeating: "There was no collusio n at all.\n", count: 10))
    #expect(try clean(others + read, in: none) == read)
  }
}
