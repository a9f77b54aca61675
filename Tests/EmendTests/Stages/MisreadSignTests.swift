import Testing

@testable import Emend

/// Signs, stops and commas in a text that is known to be misread, at the default.
struct MisreadSignTests {
  private static let setting =
    "They came wIth a letter of the king, and stood wIth him in April until they were tired.\n"
    + "She took the hand which he gave, which was cold, and by the hand he led her in.\n"
    + "The members of the council were ready to levy a tax, and the level of it rose.\n"

  private func clean(_ line: String, behind setting: String = setting) throws -> String {
    let text = setting + line + "\n"
    let output = try Cleaner().clean(text).text
    #expect(output.hasPrefix(setting.prefix(5)) && output.hasSuffix("\n"))
    return String(output.dropLast().split(separator: "\n").last ?? "")
  }

  @Test(arguments: [
    // One letter, one letter with a stroke of it left, two strokes of a w.
    ("The govern^ent of the country met on the first of May.", "government"),
    ("The minist~rs of Europe met on the very first of May.", "ministers"),
    ("They found that they v/ere ready to leave the country.", "were"),
    ("They wrote that the price £or bread was at its level.", "for bread"),
    ("They met Mr. Oliph&nt at the house of the ministers.", "Oliphant"),
    ("The ministers of the council se^m to be ready to leave.", "seem to"),
    // At the end of a word.
    ("They saw that on the political leve^ it was at its end.", "level it"),
    // A space.
    ("It was printed in the^Soviet press of the same year.", "the Soviet press"),
    ("It was a sign of.relations that grew between the two.", "of relations that"),
    ("It led to a rupture,as the minister had told them all.", "rupture, as the"),
    ("They all agreed,,at the end of a long and cold winter.", "agreed, at the"),
    ("The ministers of theGovernment met on the first of May.", "the Government"),
    ("Thepresent ministers of the country met in the spring.", "The present"),
    // Dirt.
    ("They were sent %to the ministers of the whole country.", "sent to the"),
    ("It was a sign of .relations that grew between the two.", "of relations"),
    ("They met at the house, and .the minister read a letter.", "and the minister"),
    // A space before a quotation.
    ("He spoke of a'balanced plan' to the men of the council.", "a 'balanced plan'"),
    ("He spoke of the\u{2018}balanced plan\u{2019} to the men of it.", "the \u{2018}balanced"),
    // Beside a curly quotation mark.
    ("It was the end of the \u{201C}govemment\u{201D} of their country.", "government\u{201D}"),
  ])
  func readsSigns(read: String, printed: String) throws {
    let output = try clean(read)
    #expect(output.contains(printed) && output != read)
  }

  /// One letter of another word, although the text has a word that two would make.
  @Test func prefersOneLetterToTwo() throws {
    let setting = Self.setting + "The community of the town was large. The community was poor.\n"
    let output = try clean(
      "The ministers asked that j^mmunity be given to all the clerks.", behind: setting)
    #expect(output.contains("that immunity be"))
  }

  /// Two letters that a machine makes of one.
  @Test(arguments: [
    ("He wrote it with his own haiid in the spring of a year.", "own hand in"),
    ("They did not know whidi of the ministers was to speak.", "know which of"),
  ])
  func readsShapes(read: String, printed: String) throws {
    var options = Cleaner.Options()
    options.policy.minimum = .likely
    let output = try Cleaner(options: options).clean(Self.setting + read + "\n").text
    #expect(output.contains(printed))
  }

  /// A sign that is read for a letter is no sign of a command, in the first run as in the second.
  @Test func theSameRunReadsTheSignAndTheSpace() throws {
    let output = try clean("The govern^ent and the minist&rs of it met in the spring (2) .")
    #expect(output.contains("government") && output.hasSuffix("spring (2)."))
  }

  /// The label of the first note of a page; an initial is likely at most.
  @Test(arguments: [("X", true), ("l", true), ("A", false)])
  func firstLabels(label: String, isSure: Bool) throws {
    let page =
      "The council met in the spring, and there it was said (1).\n\n"
      + "1. Carr, The Price of Bread, p. 18.\n\n2. Carr, The Spring of the Year, p. 30.\n"
    let misread = page.replacing("1. Carr", with: "\(label). Carr")
    var options = Cleaner.Options()
    let atDefault = try Cleaner().clean(Self.setting + page + "\n\n\n" + misread).text
    #expect(atDefault.hasSuffix(isSure ? page : misread))
    options.policy.minimum = .likely
    #expect(
      try Cleaner(options: options).clean(Self.setting + page + "\n\n\n" + misread).text.hasSuffix(
        page))
  }

  /// What a document repeats is no name of its own where the second word is much more usual.
  @Test func dividesWhatIsRepeated() throws {
    let often = String(
      repeating: "The Soviet press met the Soviet envoys of the country.\n", count: 8)
    let glued = "The end of theSoviet press came, and theSoviet envoys left theSoviet country."
    #expect(try !clean(glued, behind: Self.setting + often).contains("theSoviet"))
    let name = "The end of theSoviet came, and theSoviet left, so that theSoviet was no more."
    #expect(try clean(name) == name)
  }

  /// A marker without its space, where all others have one.
  @Test func spacesMarkersAsTheTextDoes() throws {
    let notes = (1...40).map { "The king fled in the spring of a year. (\($0))\n" }.joined()
    let line = "It was the end of the whole dispute(41) and of 'charges'(42) in f(2)."
    let spaced = "It was the end of the whole dispute (41) and of 'charges' (42) in f(2)."
    #expect(try clean(line, behind: notes) == spaced)
    #expect(try clean(line) == line)
  }

  @Test(arguments: [
    "The R&D office and AT&T met on the first of May in town.",
    "The report shows one^ and two^ and a note of 5% and 6%.",
    "They paid $40 or £30m and/or a share of km/h in the end.",
    "The man met .is wife and saw the .hat of the minister.",
    "The end .. .often came in .. .the spring of the same year.",
    "He spoke of the'balanced plan to the men of the council.",
    "He went to the'balanced plan of 'the men' of the council.",
    "See the file /usr/bin/env and the host example.of.it/to.",
    "Set it by $preliminary or by \\to and by name=value here.",
    "The parts (i), (ii), (iii) and xiii of the whole report.",
    "The values of x_of and y^of and z~of were as they stood.",
    "It was read by theofdoc press and by op.cit in the year.",
    "The military attaches of both powers met in the spring.",
    "The agent# of the houses and the view# of the countries.",
    "The agent# of the house and the mail@home of the office.",
  ])
  func leavesSignsOfOtherKinds(line: String) throws {
    #expect(try clean(line) == line)
  }

  /// The same signs in a text that shows no damage may be meant.
  @Test(arguments: [
    "It was printed in the^Soviet press of the same year.",
    "It was a sign of.relations that grew between the two.",
    "It led to a rupture,as the minister had told them all.",
    "They were sent %to the ministers of the whole country.",
  ])
  func leavesSignsInCleanText(line: String) throws {
    let setting = "They came with a letter of the king, and stood with him until they were tired.\n"
    #expect(try clean(line, behind: setting) == line)
  }
}
