import Testing

@testable import Emend

/// Dirt at the start of lines of prose.
struct SpeckTests {
  private static let prose = String(
    repeating: "The committee of the council met again in the spring of that year⏎", count: 10)

  private func check(_ row: LineCase, behind setting: String = prose) throws {
    try row.check { try LineNotation.clean($0, behind: setting, stages: [.characters]) }
  }

  /// No blank stands behind the mark that opens a quotation, unless the text sets it there elsewhere.
  @Test func aMarkBeforeABlankOpensNoQuotation() throws {
    let read =
      "and in the year before the meeting he had seen⏎‘ council of the king said that the’⏎"
    try check(LineCase(read, read.replacing("‘ council", with: "council")))
    let spaced = Self.prose + "The king said that ‘ nobody of the council ’ had met in the spring⏎"
    try check(LineCase(stays: read), behind: spaced)
  }

  /// A bullet before a capital, where others stand inside sentences.
  @Test(arguments: [(3, true), (0, false)])
  func aBulletBeforeACapital(times: Int, isDirt: Bool) throws {
    let dirt = String(
      repeating:
        "The committee of the council met again in the spring of the⏎•year and left it to the king of the country.⏎",
      count: times)
    let read = "and in the spring of the year they saw the letter of⏎•Holt and of the king of it⏎"
    // Many lines: on many of few lines bullets are a list.
    let setting = String(repeating: Self.prose, count: 24) + dirt + Self.prose
    let due = isDirt ? read.replacing("•", with: "") : read
    try check(LineCase(read, due), behind: setting)
  }

  /// A stop at a line end, where no sentence can end, or one has ended; elsewhere it may be one.
  @Test(arguments: [
    ("the committee of the council met for the whole of .⏎Norway and left⏎", true),
    ("the committee of the council had the houses of the town built .⏎and left them⏎", true),
    ("the committee of the council said that “they had left the town.” .⏎⏎The king left⏎", true),
    ("the committee of the council said that it was sold by Holt etc .⏎and left⏎", false),
    ("the committee of the council had the houses of the town built .⏎Norway left⏎", false),
    ("the committee of the council was told that it is “the end of the .⏎⏎King”⏎", true),
  ])
  func aStopAtALineEnd(read: String, isDirt: Bool) throws {
    try check(LineCase(read, isDirt ? read.replacing(" .⏎", with: "⏎") : read))
  }

  /// A comma of the margin behind a word that has none behind it, in a text that a machine read.
  @Test(arguments: [
    ("it would never allow her to⏎⏎, co-operate with the king of the country⏎", true),
    ("it was the letter of the⏎, council that had met in the spring of it⏎", true),
    ("it was known to the council⏎, which met again in the spring of that year⏎", false),
    ("it was known to them and to⏎, Holt who had met them in the spring of it⏎", false),
  ])
  func aCommaAtALineStart(read: String, isDirt: Bool) throws {
    let due = isDirt ? read.replacing("⏎, ", with: "⏎") : read
    try check(LineCase(read, due), behind: Self.prose + Self.misread)
    try check(LineCase(stays: read))
  }

  /// Where three commas are dirt for certain, others between words that follow each other are.
  @Test(arguments: [(3, true), (2, false)])
  func commasOfAHabit(times: Int, isDirt: Bool) throws {
    let dirt = String(
      repeating:
        "and the council met again in the⏎, spring of that year, as it had met in the old⏎",
      count: times)
    let read =
      "that the council had met in the spring of last⏎, year and of the year before it was old⏎"
    let setting = Self.prose + Self.misread + dirt
    try check(LineCase(read, isDirt ? read.replacing(", ", with: "") : read), behind: setting)
  }

  /// A sign alone behind the last word of a line, and a line of signs.
  @Test(arguments: [
    ("it was the council of the old king >⏎that met again in the spring⏎", " >⏎", "⏎"),
    ("it was the council of the old king and \\⏎that met again in the spring⏎", " \\⏎", "⏎"),
    ("it was the council of the old king.⏎⏎/⏎⏎It met again in the spring of it⏎", "/⏎⏎", ""),
    ("it was the council of the old king.⏎⏎* * *⏎⏎It met again in the spring of it⏎", "", ""),
    ("it was the council of > the old king >⏎that met again in the spring⏎", "", ""),
    ("The king was⏎⏎$⏎⏎5,000⏎", "", ""),
  ])
  func signsBetweenLines(read: String, dirt: String, due: String) throws {
    let repaired = dirt.isEmpty ? read : read.replacing(dirt, with: due)
    try check(LineCase(read, repaired), behind: Self.prose + Self.misread)
    try check(LineCase(stays: read))
  }

  /// A mark that closes what one before opens, and a sign that stands before words inside lines as well.
  @Test(arguments: [
    "He called it « la politique de la main tendue et du bon accord⏎» which was what all said⏎",
    "that they wrote to the house of the name and the number⏎~holt and to that of ~brook⏎",
  ])
  func signsOfTheTextStay(read: String) throws {
    try check(LineCase(stays: read))
    let dirty = read.replacing("« ", with: "").replacing(" ~", with: " ")
    try check(
      LineCase(dirty, dirty.replacing("⏎» ", with: "⏎").replacing("⏎~", with: "⏎")))
  }

  /// Lines of which the machine misread two words.
  private static let misread =
    "The committee sat wIth the council of the year, and came wIth a letter of the king⏎"
}
