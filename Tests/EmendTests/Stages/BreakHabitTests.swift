import Testing

@testable import Emend

/// Whether a text shows that its lines end in the hyphens of compounds only.
@Suite struct BreakHabitTests {
  /// Lines that end in hyphens of compounds.
  private static let compounds = """
    They had a long-⏎standing quarrel⏎over a well-⏎known clause of it.⏎The out-⏎of-date table was no⏎\
    better, and the self-⏎appointed judges said so.⏎A high-⏎ranking member of it left.⏎\
    Some non-⏎members stayed, and an ex-⏎minister spoke.⏎
    """
  /// The same where words are divided, too.
  private static let divided =
    compounds + "The govern-⏎ment of the day was told of it.⏎The ses-⏎sion went on for hours.⏎"

  @Test(arguments: [
    ("an anti-⏎capitalist paper⏎", "an anti-capitalist⏎paper⏎", "an anticapitalist⏎paper⏎"),
    ("the land-⏎ownership of it⏎", "the land-ownership⏎of it⏎", "the landownership⏎of it⏎"),
    (
      "an anarcho-⏎capitalist paper⏎", "an anarcho-capitalist⏎paper⏎", "an anarchocapitalist⏎paper⏎"
    ),
    // A half that is no word, and signs that no compound has.
    ("the commis-⏎sion of it⏎", "the commission⏎of it⏎", "the commission⏎of it⏎"),
    ("an anti\u{AD}⏎capitalist paper⏎", "an anticapitalist⏎paper⏎", "an anticapitalist⏎paper⏎"),
  ])
  func keepsTheHyphensOfATextThatDividesNoWords(
    text: String, kept: String, rejoined: String
  ) throws {
    #expect(
      try LineNotation.clean(text, behind: Self.compounds, stages: [.hyphens]) == kept)
    #expect(
      try LineNotation.clean(text, behind: Self.divided, stages: [.hyphens]) == rejoined)
  }

  @Test func takesFourHyphensForNoHabit() throws {
    let few = "A long-⏎standing quarrel and a well-⏎known clause, a high-⏎ranking member of it.⏎"
    #expect(
      try LineNotation.clean("an anti-⏎capitalist paper⏎", behind: few, stages: [.hyphens])
        == "an anticapitalist⏎paper⏎")
  }
}
