import Testing

@testable import Emend

/// What a machine makes of worn type and faded ribbons, at the default.
struct TypescriptTests {
  private static let setting =
    "They came wIth a letter of the king, and stood wIth him in April until they were tired.\n"
    + "She took the hand which he gave, which was cold, and by the hand he led her in.\n"
    + "The mimister said that the govemment was tbe first to know of it in the spring.\n"

  private func clean(_ line: String, behind setting: String = setting) throws -> String {
    let output = try Cleaner().clean(setting + line + "\n").text
    return String(output.dropLast().split(separator: "\n").last ?? "")
  }

  @Test(arguments: [
    ("He was @ clerk of the old school, and had been so for years.", "was a clerk"),
    ("It was not & pleasure to see them there in the month of May.", "not a pleasure"),
    (
      "They knew that it 1s not so, and that 1t was not to be done.",
      "it is not so, and that it was"
    ),
    ("They said that he lived im the country until the very end.", "lived in the country"),
    ("They were ag well as the others, and went home in the spring.", "were as well"),
  ])
  func readsSmallWords(read: String, printed: String) throws {
    #expect(try clean(read).contains(printed))
  }

  @Test(arguments: [
    "They paid 1s. 6d. for bread & butter, and 4s a week for a room.",
    "The firm of Hall & Son and the R & D office met in the spring.",
    "They had it for 1s a week and went home in the month of May.",
  ])
  func leavesNumbersAndFirms(line: String) throws {
    #expect(try clean(line) == line)
  }

  /// The more words a text misreads in one way, the less it takes to read another one so.
  @Test func learnsHowOftenALetterIsMisread() throws {
    let shown =
      "The preas of the day waa full of it, and the firat of the syatem waa to be a teat of all.\n"
      + "They made greateat progreas in the laat of theae atates, and the houae waa at ita beat.\n"
    let line = "The atricter lawa of the readera were the work of the ministers."
    #expect(
      try clean(line, behind: Self.setting + shown)
        == "The stricter laws of the readers were the work of the ministers.")
    #expect(try clean(line).contains("atricter"))
  }

  /// Words that one shape parts from a usual one, without any other sign of a machine; in prose with names and terms few
  /// unknown words are so near another.
  @Test(arguments: [
    (
      ["instructiong", "presidenta", "accounta", "kmowledge"], "had the accounts of"
    ),
    (["gestagen", "rotifer", "kvass", "quoin"], "had the kvass of"),
  ])
  func readsWhereWordsAreNearUsualOnes(words: [String], printed: String) throws {
    let text =
      "The \(words[0]) of the \(words[1]) were to be found in the house at the end of the town.\n"
      + "They had the \(words[2]) of the king, and they had a \(words[3]) of all that was to come.\n"
    #expect(try Cleaner().clean(text).text.contains(printed))
  }

  /// A mark of a note between strokes, and letters read as signs, make no text one of code.
  @Test func readsBetweenStrokes() throws {
    let notes = (1...12).map { "The ministers met in the spring of it. /\($0)/\n" }.joined()
    let output = try clean(
      "He was @ clerk, and the govemment was @ friend of his. /13/", behind: Self.setting + notes)
    #expect(output.contains("the government was a friend"))
  }

  /// A sign at a line end that may have been a hyphen, and strokes that are brackets.
  @Test(arguments: [
    "They issued last March a compre+\nhensive order to the council.",
    "See his book on the Soviet trade /London 1943/, which is good.",
    "They asked for men and materiel to be sent to the north of it.",
  ])
  func leavesWhatMayBeSomethingElse(line: String) throws {
    let output = try Cleaner().clean(Self.setting + line + "\n").text
    #expect(output.hasSuffix(line + "\n"))
  }

  /// Only in a text that quotes with single marks, and where no double mark closes.
  @Test(arguments: [
    (
      "They had \"neither the will nor the means' to do it.",
      "had 'neither the will nor the means' to"
    ),
    ("They spoke of \"the workers' party\" in the spring.", "of \"the workers' party\" in"),
    ("They spoke of \"the party and went home in the spring.", "of \"the party and"),
  ])
  func pairsDoubleMarksWithSingleOnes(read: String, printed: String) throws {
    let quoting =
      "He called it 'a farce', and she 'the end of it', and they 'a sign of the times'.\n"
      + "It was 'a long way' to go, 'a hard road', and they knew 'the price of bread'.\n"
    #expect(try clean(read, behind: Self.setting + quoting).contains(printed))
  }

  /// Letters that look alike in both sizes, and first letters that type does not close.
  @Test(arguments: [
    ("It was a house which Were not to be seen, and they went home.", "which were not"),
    ("They went to the former Kingdom of Foland in the spring of it.", "Kingdom of Poland in"),
    ("The clerk of the ministers Teplied that it was not to be sold.", "ministers replied that"),
    ("The Five-Year Plan was long. They had a Pive-Year Plan as well.", "a Five-Year Plan as"),
    ("The Five-Year Plan was long. It was a part of the Five-Year Flan.", "the Five-Year Plan."),
    ("The Five-Year Plan was long, and they had a Flan of eggs as well.", "a Flan of"),
    ("They saw Mr. Tiffin and his Towers in the garden of the house.", "Mr. Tiffin and his Towers"),
    ("They saw What Were the Days at the theatre, and Tolland House.", "What Were the Days at"),
    ("They had a Give-Year Plan, and a Pive-Month Plan of their own.", "a Pive-Month Plan"),
  ])
  func readsFirstLetters(read: String, printed: String) throws {
    #expect(try clean(read).contains(printed))
  }

  /// What English never writes in small letters, in a text that has it with its capital.
  @Test(arguments: [
    (
      "The American press was full of it. They met every american of the town.",
      "every American of"
    ),
    ("The Anglo-Soviet talks began. They had read the anglo-Soviet treaty.", "the Anglo-Soviet"),
    ("They had read the anglo-Soviet treaty and gone home in the spring.", "the anglo-Soviet"),
    ("The anglophile met every american of the town in the spring of it.", "every american of"),
    ("They met the Negroes. They met the negroes of the town in spring.", "the negroes of"),
  ])
  func restoresCapitals(read: String, printed: String) throws {
    #expect(try clean(read).contains(printed))
  }

  /// One in a long text may be the typist's.
  @Test func leavesCapitalsOfTypists() throws {
    let long = String(
      repeating: "The American press was full of what he had to say to them.\n", count: 400)
    #expect(
      try clean("They met every american of the town in spring.", behind: Self.setting + long)
        .contains("every american of"))
  }

  /// Letters that are no words in small letters, and rare words.
  @Test(arguments: [
    ("The house ia not to be sold, and they all went home in spring.", "house is not to"),
    ("It was as hard aa it had been, and they all went home in May.", "as hard as it"),
    ("The state and ita people were poor, and they went home in May.", "and its people"),
    ("They had it all, ie the house and the garden of the old king.", "all, ie the house"),
    ("They came, lo and behold, to the house at the end of the town.", "lo and behold"),
  ])
  func readsWordsThatAreNone(read: String, printed: String) throws {
    #expect(try clean(read).contains(printed))
  }
}
