import Testing

@testable import Emend

/// What is read only in texts in which a word in two hundred is misread.
struct BadScanTests {
  private static let setting =
    String(repeating: "They came wIth a letter of the king to be read.\n", count: 12)

  private func likely(_ text: String) throws -> String {
    var options = Cleaner.Options()
    options.policy.minimum = .likely
    return try Cleaner(options: options).clean(Self.setting + text + "\n").text
  }

  @Test(arguments: [
    ("It was the end ot the war.", "It was the end of the war."),
    ("It was the end ef the war.", "It was the end of the war."),
    ("It must he addressed to them.", "It must be addressed to them."),
    // The words beside know what stands there, or do not ask for another.
    ("It will help him at last.", "It will help him at last."),
    ("They were in the hut at night.", "They were in the hut at night."),
    ("He went up to bed at ten.", "He went up to bed at ten."),
    ("The house has 111 rooms.", "The house has 111 rooms."),
  ])
  func neighboursAskForAWord(read: String, printed: String) throws {
    #expect(try likely(read).hasSuffix("\n\(printed)\n"))
  }

  /// What is certain needs no bad scan; a word between neighbours is left without one.
  @Test func aCleanTextKeepsItsWords() throws {
    var options = Cleaner.Options()
    options.policy.minimum = .likely
    let text = "It was the end ot the war.\n"
    #expect(try Cleaner(options: options).clean(text).text == text)
  }

  /// `Thern` is one confusion away from `Them`: a name that the text repeats inside its sentences.
  @Test(arguments: ["Thern", "Ovcr", "Qld", "Jong"])
  func aNameOfTheTextStays(name: String) throws {
    let text =
      "The king sent Sir Henry \(name) to them. Later he told \(name) the whole of it, "
      + "and \(name) and the queen came with \(name) again."
    #expect(try likely(text).hasSuffix("\n\(text)\n"))
  }

  /// Where no sentence goes on with it, it is a misreading as before.
  @Test func aWordThatBeginsSentencesIsNoName() throws {
    let text = "They came to the war. Ovcr the hill they went. Ovcr the river they came."
    #expect(try likely(text).hasSuffix(text.replacing("Ovcr", with: "Over") + "\n"))
  }

  /// `preceeding` is `preceding` with a letter too many before it is `proceeding`.
  @Test func aLetterWrittenTwiceIsASlip() throws {
    let text = "They read the preceeding letter of the king. It was a futuro king."
    #expect(try likely(text).hasSuffix(text.replacing("futuro", with: "future") + "\n"))
  }

  /// What a text does three times is certain for another one before a verb.
  @Test(arguments: [(2, false), (3, true)])
  func aMisreadPronounIsAHabit(times: Int, isCertain: Bool) throws {
    let shown = String(repeating: "I know what 1 think of it. ", count: times)
    let text = try Cleaner().clean(Self.setting + shown + "They saw that 1 opened it.\n").text
    #expect(text.hasSuffix(isCertain ? "that I opened it.\n" : "that 1 opened it.\n"))
  }

  /// Dirt of the margin before a word of the document's own, and a letter beside its word.
  @Test(arguments: [
    ("eCabinet", "Cabinet"), ("eCounsel", "eCounsel"), ("mCA", "mCA"),
    // Before a long word, unless names begin so.
    ("aDardanelles", "Dardanelles"), ("eDardanelles", "eDardanelles"),
    // A letter of the word; a capital may be the first of a chapter.
    ("m inister", "minister"), ("M inister", "M inister"),
  ])
  func lettersAtLineStarts(read: String, printed: String) throws {
    let own = String(repeating: "They went to the Cabinet of the year at last.\n", count: 10)
    let text = own + "They came to the king and the queen of the\n"
    let rest = " of the year was asked for a letter to be read.\n"
    #expect(
      try Cleaner().clean(Self.setting + text + read + rest).text.hasSuffix("\n" + printed + rest))
  }

  /// `passeng .`: where the blank before a stop is a lost letter, it may be one behind a whole word.
  @Test func aBlankBeforeAStopMayBeALetter() throws {
    let lost = "They met the passeng . It was sold by booksell . They had no expens . "
    let stops = "They had a bottle . They saw the table . It was a chair . "
    let habit = "They sat down. They rose. They left. They came. They went. They slept. They ate. "
    #expect(try Cleaner().clean(habit + stops + "\n").text.contains("a bottle. They"))
    #expect(try Cleaner().clean(habit + lost + stops + "\n").text.contains("a bottle . They"))
  }
}
