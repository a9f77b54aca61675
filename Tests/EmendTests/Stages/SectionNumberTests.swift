import Testing

@testable import Emend

/// Numbers alone on lines that count poems or chapters, and look like folios.
@Suite struct SectionNumberTests {
  private static let stanza = """
    The lamp is lit, the tide is low,
    The gulls come in from sea,
    And who would sail, and who would go
    Shall never sail with me.

    The bell is rung, the nets are dry,
    The boats are on the sand,
    And there is nothing in the sky
    And nothing on the land.

    """

  /// The numeral of a poem and its lines, of which no other poem has the last.
  private static func poem(_ number: Int) -> String {
    let numeral = Folio.roman(number).uppercased()
    return "\(numeral)\n\n\(stanza)And \(numeral.lowercased()) is the end of it.\n"
  }

  private func clean(_ text: String) throws -> String {
    var options = Cleaner.Options()
    options.stages = [.furniture]
    return try Cleaner(options: options).clean(text).text
  }

  /// Poems of one length: their numbers stand at the distance of pages.
  @Test func numbersOfPoemsStay() throws {
    let text = (1...12).map { "\($0)\n\n\(Self.stanza)\n" }.joined()
    #expect(try clean(text) == text)
  }

  /// The same distance between the halves of sentences is that of pages, with a head behind the number or without.
  @Test(arguments: ["", "THE LAMP\n\n"]) func numbersOfPagesGo(head: String) throws {
    let page = String(repeating: "which the board had asked for in the letter of the\n", count: 12)
    let text = (1...12).map { "\n\($0)\n\n\(head)\(page)" }.joined()
    let digits = try clean(text).contains(where: \.isNumber)
    #expect(!digits)
  }

  /// A numeral in capitals above each poem of a book, the folio at its foot or nowhere.
  @Test(arguments: [true, false]) func numeralsOfPoemsStay(hasFolios: Bool) throws {
    let poems = (1...12).map(Self.poem)
    let text = poems.enumerated().map { $1 + (hasFolios ? "\n\($0 + 41)\n" : "") }
    let kept = try clean(text.joined(separator: "\u{C}")).split { $0.isNewline }
    #expect(kept == poems.joined().split { $0.isNewline })
  }

  /// Numerals over which sentences go on are the folios of front matter.
  @Test func numeralsOfPagesGo() throws {
    let page = String(repeating: "which the board had asked for in the letter of the\n", count: 12)
    let text = (1...9).map { "\(Folio.roman($0).uppercased())\n\n\(page)" }
    let kept = try clean(text.joined(separator: "\u{C}"))
    #expect(kept.split { $0.isNewline }.count == 9 * 12)
  }
}
