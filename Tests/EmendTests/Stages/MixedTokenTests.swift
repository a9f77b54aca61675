import Testing

@testable import Emend

/// Tokens that mix letters with signs and figures, in runs that apply what is likely.
struct MixedTokenTests {
  private static let setting =
    "They came wIth a letter of the king, and stood wIth him in April until they were tired.\n"
    + "She took the hand which he gave, which was cold, and by the hand he led her in.\n"
    + "The members of the council were ready to levy a tax, and the level of it rose.\n"

  private func clean(_ line: String, behind setting: String = setting) throws -> String {
    var options = Cleaner.Options()
    options.policy.minimum = .likely
    let output = try Cleaner(options: options).clean(setting + line + "\n").text
    #expect(output.hasSuffix("\n"))
    return String(output.dropLast().split(separator: "\n").last ?? "")
  }

  @Test(arguments: [
    // A figure for a letter, or for a part of one.
    ("They had been in the country for many yea1s of war.", "many years of"),
    ("It was the end 0f the war in the whole of Europe.", "end of the"),
    ("They went to the house 1n which the king had died.", "house in which"),
    // A sign for a letter.
    ("It was the end of th# war in the whole of Europe.", "of the war"),
    ("They went to the house, and he with them was tire,d of it.", "was tired of"),
    ("They went wi,h the king to the house of the queen.", "went with the"),
    // The strokes of a capital.
    ("The king was old. \\Vestern powers had gone to war.", "Western powers"),
    // Dirt before a word.
    ("The king .took the letter from the hand of the man.", "king took the"),
    ("It was the end _of the war in the whole of Europe.", "end of the"),
  ])
  func readsTokens(read: String, printed: String) throws {
    let output = try clean(read)
    #expect(output.contains(printed) && output != read)
  }

  @Test(arguments: [
    "The 11th and the 10th and the 1st and 01st of the year.",
    "It is a book in 4to and 12mo, 6d. or 1s. or 10d. apiece.",
    "They don't say o'clock or 'twas or what they'll or he's.",
    "At 10 p.m. and 5 a.m. he read a letter of N.B. and J.B.",
    "They paid £3 or £4m for the re-opened house of the man.",
    "The day7 on which23 the king the5 died was in the year.",
    "The men girl?-so he said-went !on and took it ?with him.",
    "They saw no end of it.. .often by W,R. Smith or A.J. Smith.",
    "The non?aggression pact and the Union';s own ^economic aim.",
    "He wrote that [the] minister of [his country had [sic] gone.",
    "They met at 10am and 11pm and/or at a@b.org after 10km of it.",
    "The hand of B52 and MiG-15s and H2O and CO2 and x1 here.",
  ])
  func leaves(line: String) throws {
    #expect(try clean(line) == line)
  }

  /// One sign of a machine is enough on a page for what is likely, and never for what is certain.
  @Test func trustsOneSignOfAPage() throws {
    let page = "They came wIth a letter of the king, and he read it in the house of the queen.\n"
    let line = "The men went to the house 1n which he was at the end."
    #expect(try clean(line, behind: page).contains("in which"))
    #expect(try Cleaner().clean(page + line + "\n").text.hasSuffix(line + "\n"))
    let plain = "They came with a letter of the king, and he read it in the house of the queen.\n"
    #expect(try clean(line, behind: plain) == line)
  }

  /// The f of some types hangs over the space behind it.
  @Test(arguments: [
    ("There was no sign ofinsurrection in the whole country.", "of insurrection"),
    ("They asked ifthinking would help the king in the war.", "if thinking"),
  ])
  func dividesBehindAnOverhang(read: String, printed: String) throws {
    #expect(try clean(read).contains(printed))
  }

  @Test func leavesFormsToFillIn() throws {
    for line in [
      "The name was ________________ and the date ____________.",
      "+----------+----------+ and *_* and --__-- were signs.",
      "The file _name_ of the man and my_own_long_name.",
    ] {
      #expect(try clean(line) == line)
    }
  }
}
