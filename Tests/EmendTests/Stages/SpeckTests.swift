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
}
