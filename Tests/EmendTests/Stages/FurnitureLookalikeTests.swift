import Testing

@testable import Emend

/// Lines that repeat, count upwards or stand between the halves of sentences, and are text.
@Suite struct FurnitureLookalikeTests {
  /// A paragraph of lines of usual length.
  private static func paragraph(_ number: Int, lines: Int = 12) -> String {
    (1...lines).map {
      "The grain board met again in the hall of ward \($0) that was no. \(number) and⏎"
    }
    .joined()
  }

  private func stays(_ text: String) throws {
    #expect(try LineNotation.clean(text, stages: [.furniture]) == text)
  }

  /// Of four references to one book three go up by chance.
  @Test(arguments: ["Op. Cit., p. %]", "[Hartwell, Op. Cit., p. %]", "The Grain Trade, p. %"])
  func referencesStay(reference: String) throws {
    let text = [40, 91, 62, 81].enumerated().map { number, page in
      (0..<20).map { Self.paragraph(20 * number + $0) + "and so it went⏎⏎" }.joined()
        + Self.paragraph(page) + reference.replacing("%", with: String(page)) + "⏎⏎"
    }
    try stays(text.joined() + Self.paragraph(1))
  }

  /// Headings of the documents of a collection, with numbers or none, set off by one blank line or by three.
  @Test(
    arguments: [
      "Document %", "TELEGRAM No. %", "Sonnet %", "Confidential", "Sir Ronald Holt to Lord Marsh",
      "The Grain Board, % May",
    ], ["⏎", "⏎⏎⏎"])
  func headingsOfDocumentsStay(heading: String, gap: String) throws {
    let documents = (1...14).map { number in
      heading.replacing("%", with: String(number)) + "⏎⏎"
        + (0..<3 + number % 3).map { part in
          "The envoys came to the hall.⏎" + Self.paragraph(7 * number + part, lines: 5 + part)
            + "and so it went to the end.⏎⏎"
        }.joined() + gap
    }
    try stays(documents.joined())
  }

  /// Numbers of entries that have pages between them.
  @Test func entriesOfADictionaryStay() throws {
    let text = (2...5).map { entry in
      (0..<40).map { Self.paragraph(40 * entry + $0) + "⏎" }.joined()
        + "   \(entry). (Eccl.)⏎      of a chapter or a church of the time⏎"
    }
    try stays(text.joined())
  }

  /// A number that the line before asks for.
  @Test func numbersBehindALabelStay() throws {
    let text = [4, 8, 12, 16].map { page in
      (0..<3).map { Self.paragraph(page + $0) + "and so it went⏎⏎" }.joined()
        + "as the board has it in the second of its letters to the hall, p.⏎\(page)]⏎⏎"
    }
    try stays(text.joined())
  }

  /// What divides the entries of a collection, where one entry ends without a stop.
  @Test(arguments: ["%", "~", "|"]) func separatorsStay(sign: String) throws {
    let entries = (0..<30).map { entry in
      Self.paragraph(entry, lines: 2)
        + "and so it went on to the end of it\(entry == 9 ? "" : ".")⏎"
        + sign + (entry == 9 ? "⏎and they went on" : "⏎They went on")
        + " with it for the whole of the year.⏎"
    }
    try stays(entries.joined())
    // By itself it is dirt.
    #expect(
      try LineNotation.clean(entries[9], stages: [.furniture])
        == entries[9].replacing("⏎" + sign + "⏎", with: "⏎"))
  }

  /// French sets a space before some marks: a line may end before it.
  @Test(arguments: [";", ":", "!"]) func theLastMarkOfAParagraphStays(mark: String) throws {
    try stays(
      Self.paragraph(1) + "there is a second part of the hall that nobody has ever seen⏎\(mark)⏎⏎"
        + "that of the board of the old hall is one of those that were seen.⏎")
  }

  @Test func theBracketOfALinkStays() throws {
    try stays(
      Self.paragraph(1) + "to have the letters of the board write to the office of⏎[⏎"
        + "letters@example.org](mailto:letters@example.org) with your name and ward⏎"
        + Self.paragraph(2))
  }
}
