import EmendTestSupport
import Testing

@testable import Emend

/// Texts without marks of their pages: only the distance of the numbers shows them.
@Suite struct PageDistanceTests {
  /// The text of a page, which begins and ends inside a sentence.
  private static func body(_ page: Int, lines: Int = 20) -> String {
    (1...lines).map { "of the grain board met again in the hall no. \(page) of ward \($0) and⏎" }
      .joined()
  }

  /// Pages with a line and blank lines before their text.
  private func book(_ heads: [String]) -> String {
    heads.enumerated().map { page, head in "⏎⏎" + head + "⏎⏎" + Self.body(page) }.joined()
  }

  private func clean(_ text: String) throws -> [Substring] {
    try LineNotation.clean(text, stages: [.furniture]).split(separator: "⏎")
  }

  @Test(arguments: [
    // A head of one page, between others that repeat.
    [
      "THE GRAIN TRADE 7", "8 HARTWELL", "THE GRAIN TRADE 9", "10 HARTWELL", "THE GRAIN TRADE 11",
      "12 HARTWELL", "Post and Stove 13", "14 HARTWELL", "THE GRAIN TRADE 15", "16 HARTWELL",
    ],
    // A folio alone, one that was misread, and one that was read as another number.
    ["7", "8", "9", "10", "1l", "12", "I3 .", "14", "15", "16"],
    ["7", "8", "9", "10", "41", "12", "13", "14", "15", "16"],
  ])
  func whatIsDueGoes(heads: [String]) throws {
    let bodies = heads.indices.map { Self.body($0) }.joined()
    #expect(try clean(book(heads)) == bodies.split(separator: "⏎"))
  }

  /// Heads without folios, and with folios that were lost or misread: they stand at the distance of
  /// pages, and sentences go on behind them.
  @Test(arguments: [
    ["THE GRAIN TRADE", "THE GRAIN TRADE", "THE GRAIN TRADE"],
    ["THE GRAIN TRADE", "8 A. HARTWELL", "THE GRA1N TRADE", "10 A. HARTWELL", "THE GRAIN TRAOE"],
    // Each on its page alone, but with its folio.
    ["THE GRAIN TRADE 7", "8 A. HARTWELL", "POST AND STOVE 9", "10", "THE FIRST SNOW 11"],
    [
      "THE GRAIN TRADE 7", "8 : A. HARTWELL", "THE GRAIN TRADE 9", "10 A. HARTWELL",
      "THE GRAIN TRADE", "12 A. HARTWELL", "THE GRAIN TRADE 73", "14 A. HARTWELL",
    ],
  ])
  func headsAtTheDistanceOfPagesGo(heads: [String]) throws {
    let bodies = heads.indices.map { Self.body($0) }.joined()
    #expect(try clean(book(heads)) == bodies.split(separator: "⏎"))
  }

  /// Misread heads below the folios of the pages before.
  @Test func headsBehindFoliosGo() throws {
    let heads = [
      "THE GRAIN TRADE", "THE GRA1N TRADE", "THE GRAIN TRAOE", "THF GRAIN TRADE", "THE GRAIN TRADE",
    ]
    let text = heads.enumerated().map { page, head in
      head + "⏎⏎The end" + Self.body(page) + "It ended.⏎⏎\(page + 7)⏎⏎"
    }
    #expect(try clean(text.joined()).allSatisfy { !$0.hasSuffix("E") && !$0.hasPrefix("1") })
  }

  /// Heads above their folios, some of which stand beside the figures of tables.
  @Test func headsBeforeFoliosGo() throws {
    let text = (0..<9).map { page in
      "THE OLD TOWN⏎⏎\(page + 7)⏎⏎" + (page.isMultiple(of: 3) ? "" : "Wheat is dear. ")
        + Self.body(page)
        + (page.isMultiple(of: 2) ? "It was sold so:⏎⏎Wheat⏎57⏎41⏎79⏎⏎" : "")
    }
    #expect(try !clean(text.joined()).contains("THE OLD TOWN"))
    // Poems whose numbers stand so as well, in a text without folios.
    let poems = [3, 7, 12, 15, 21].map { "To the Town⏎⏎\($0)⏎⏎Wheat is dear. " + Self.body($0) }
    #expect(try clean(poems.joined()).count { $0 == "To the Town" } == poems.count)
  }

  /// Numbers that count upwards too fast, at no distance, or behind ends of sentences.
  @Test(arguments: [
    ["7 Grain", "9 Wheat", "15 Barley", "21 Oats"], ["7 Grain", "8 Wheat", "9 Barley"],
    ["Chapter 7", "Chapter 8", "Chapter 9", "Chapter 10", "Chapter 11"],
  ])
  func otherNumbersStay(heads: [String]) throws {
    let text = heads.enumerated().map { page, head in
      "It ended.⏎⏎" + head + "⏎⏎The end" + Self.body(page, lines: 20)
    }
    let kept = try clean(text.joined())
    #expect(heads.allSatisfy { kept.contains(Substring($0)) })
  }

  /// Lines that repeat at a distance: paragraphs, sentences, headings, labels, code.
  @Test(arguments: [
    "Permission is granted to copy the notices above, and to use this text", "The Grain Trade.",
    "chapter and verse", "Grain {", "$ grain --trade", "Section 4",
  ])
  func linesThatRepeatStay(line: String) throws {
    let text = book([line, line, line, line])
    #expect(try clean(text).count { $0 == line } == 4)
  }

  /// The head of a table that goes over pages stands below their folios, too.
  @Test func headsOfTablesStay() throws {
    let head = "Year      Imports   Exports"
    let text = (7..<15).map { head + "⏎⏎" + Self.body($0) + "⏎\($0)⏎⏎" }.joined()
    #expect(try clean(text).count { $0 == head } == 8)
  }

  @Test func paragraphsThatRepeatStay() throws {
    let paragraph = "The Grain Trade⏎of the old town was sold to the board of the harbour⏎"
    let text = (0..<4).map { "⏎" + paragraph + "It ended.⏎⏎" + Self.body($0) }.joined()
    #expect(try clean(text).count { $0 == "The Grain Trade" } == 4)
  }

  /// The same lines at other places, or with other numbers.
  @Test(arguments: ["Post and Stove 40", "No. 3", "go.", "Chapter 13"])
  func whatIsNotDueStays(line: String) throws {
    let heads = [
      "THE GRAIN TRADE 7", "8 HARTWELL", "THE GRAIN TRADE 9", "10 HARTWELL", "THE GRAIN TRADE 11",
      "12 HARTWELL", line, "14 HARTWELL", "THE GRAIN TRADE 15", "16 HARTWELL",
    ]
    // The line ends a sentence, so that it does not interrupt one.
    let text = book(heads).replacing("⏎⏎" + line, with: "It ended.⏎⏎" + line)
    #expect(try clean(text).contains(Substring(line)))
  }

  @Test func thePageTableHasThePages() throws {
    let text = Array(LineNotation.text(book((7...16).map { "\($0)" })).utf8)
    var pages: [PageEntry] = []
    let session = Cleaner().session(
      output: { _ in }, events: { if case .page(let page) = $0 { pages.append(page) } })
    try session.feed(text)
    try session.finish()
    #expect(pages.compactMap(\.folio) == (7...16).map { "\($0)" })
    #expect(pages.first?.source.lowerBound == 0 && pages.last?.source.upperBound == text.count)
    for (page, next) in zip(pages, pages.dropFirst()) {
      #expect(page.source.upperBound == next.source.lowerBound)
    }
  }
}
