import EmendTestSupport
import Testing

@testable import Emend

@Suite struct FurnitureTests {
  /// Lines of running text, the last of them in mid-sentence.
  private static func body(_ lines: Int = 30) -> String {
    String(
      repeating: "The committee of the council met in the spring of the year and⏎", count: lines)
  }

  /// What is left of pages of text, each with a line at its top.
  private func clean(_ heads: [String]) throws -> String {
    let pages = heads.map { $0 + "⏎⏎" + Self.body() }
    return try LineNotation.clean(pages.joined(separator: "⏎␌"), stages: [.furniture])
  }

  private func pages(_ heads: [String], divider: String = "⏎␌") -> String {
    heads.map { ($0.isEmpty ? "" : $0 + "⏎⏎") + Self.body() }.joined(separator: divider)
  }

  private func words(_ notation: String) -> String { LineNotation.text(notation).wordsInOneLine }

  @Test(arguments: [
    ["12", "13", "14", "15"], ["- 12 -", "- 13 -", "- 14 -"], ["[7]", "[8]", "[9]", "[10]"],
    ["12", "l3", "14", "1S", "16"],
    [
      "THE GRAIN TRADE  7", "8  HARTWELL", "THE GRAIN TRADE  9", "10  HARTWELL",
      "THE GRAIN TRADE  11", "12  HARTWELL",
    ],
    ["The Grain Trade 7", "The Grain Trade 8", "The Grain Trade 9", "The Grain Trade 10"],
    [
      "THE GRAIN TRADE 7", "THE GRA1N TRADE 8", "THE GRAIN TRADE 9", "THE GRAIN TRADE 10",
      "THE GRAIN TRADE 11",
    ],
  ])
  func headsAndFoliosOfASequenceGo(heads: [String]) throws {
    let due = String(repeating: Self.body(), count: heads.count)
    #expect(try words(clean(heads)) == words(due))
  }

  /// What stands at the top of pages, and is text.
  @Test(arguments: [
    // Headings, numerals of sections, items of a list.
    ["Chapter 1", "Chapter 2", "Chapter 3", "Chapter 4"],
    ["I.", "II.", "III.", "IV."], ["(a)", "(b)", "(c)", "(d)"],
    ["The first part", "The second part", "The third part", "The last part"],
    ["Table 1:", "Table 2:", "Table 3:"],
    ["6.1 Types", "7.1 Types", "9.1 Types", "12.1 Types"],
  ])
  func whatOnlyLooksLikeHeadsStays(heads: [String]) throws {
    let kept = try words(clean(heads))
    #expect(kept == words(pages(heads)))
  }

  /// The head of a chapter is its title, which a table of contents has with a folio, too.
  @Test(arguments: [
    ["1 The Harvest 3", "2 The Grain Trade 7", "3 The Winter 31"],
    ["The Harvest . . . 3", "The Grain Trade 7", "The Winter . . . 31"],
  ])
  func entriesOfATableOfContentsStay(entries: [String]) throws {
    let contents = (entries + ["The board of trade met.⏎"]).joined(separator: "⏎⏎")
    let heads = (7...12).map { "The Grain Trade \($0)" }
    // Sentences go on over the heads.
    func goesOn(_ text: String) -> String {
      text.replacing("⏎⏎The committee", with: "⏎⏎the committee")
    }
    let read = goesOn(pages([contents] + heads, divider: "⏎⏎⏎"))
    let kept = goesOn(pages([contents] + heads.map { _ in "" }, divider: "⏎⏎⏎"))
    #expect(try words(LineNotation.clean(read, stages: [.furniture])) == words(kept))
  }

  /// The first line of a text is numbers and dirt from end to end.
  @Test(arguments: ["'O»", "»", "1»", "l°", "S«⏎", "»O»", "O'-OO'-OO'-OO'-OO'-O»"])
  func aFirstLineOfDirtStays(line: String) throws {
    let text = line + "⏎⏎" + Self.body(4)
    #expect(try LineNotation.clean(text, stages: [.furniture]) == text)
  }

  /// A row of a table or the scale of a chart at the top of a page is no folio that was misread.
  @Test(arguments: [("11 18.07 1.6", true), ("−0.5 0.5", true), ("“ JLI7 “", false)])
  func aRowOfFiguresStays(line: String, stays: Bool) throws {
    let heads = ["7", "8", line, "10", "11", "12"]
    let due = stays ? ["", "", line, "", "", ""] : heads.map { _ in "" }
    #expect(try words(clean(heads)) == words(pages(due)))
  }

  /// Lines of signs that close what an earlier line of code opened; dirt of the same size goes.
  @Test(arguments: [("});", true), ("}", true), ("=>", true), ("*;", false), ("')", false)])
  func aLineOfCodeIsNoDirt(line: String, stays: Bool) throws {
    let head = "The letter had been sent to the minister⏎"
    let tail = "before the conference was opened in May.⏎"
    let kept = try LineNotation.clean(head + line + "⏎" + tail, stages: [.furniture])
    #expect(kept == head + (stays ? line + "⏎" : "") + tail)
  }

  /// Entries of a diary that begin on pages of their own.
  @Test(arguments: [
    ["January 6, 1947", "January 13, 1947", "January 20, 1947", "January 27, 1947"],
    ["Geneva, 6 January 1947", "Geneva, 13 January 1947", "Geneva, 20 January 1947"],
  ])
  func datesAtTheTopsOfPagesStay(heads: [String]) throws {
    let kept = try words(clean(heads))
    #expect(kept == words(pages(heads)))
    // In the middle of pages they stay.
    let text = Self.body() + heads.joined(separator: "⏎" + Self.body()) + "⏎" + Self.body()
    #expect(try LineNotation.clean(text, stages: [.furniture]) == text)
  }

  @Test(arguments: [
    // Tables and lists of numbers.
    LineCase(stays: "1924⏎⏎117⏎⏎1925⏎⏎203⏎⏎1926⏎⏎318⏎"),
    LineCase(stays: "1⏎⏎2⏎⏎3⏎⏎4⏎⏎5⏎⏎6⏎⏎7⏎"),
    LineCase(stays: "Barley   12   14   17⏎Wheat    13   15   18⏎Rye      14   16   19⏎"),
    LineCase(stays: "12⏎13⏎14⏎15⏎16⏎17⏎18⏎"),
    // Verse with numbers of its lines and a refrain.
    LineCase(
      stays:
        "The ship went out upon the sea⏎And never came again⏎O harbour!⏎⏎She took the wheat of Brittany⏎"
        + "And brought it into Spain⏎O harbour!⏎⏎The clerk who counted all the sacks⏎Is counting still in vain⏎"
        + "O harbour!⏎"),
    // A speech with its speakers.
    LineCase(stays: "CLERK.⏎Who comes?⏎⏎CAPTAIN.⏎The wheat.⏎⏎CLERK.⏎Let it.⏎⏎CAPTAIN.⏎It rots.⏎"),
    LineCase(stays: "1.⏎⏎2.⏎⏎3.⏎"), LineCase(stays: "⏎⏎⏎"), LineCase(stays: "12⏎"),
    LineCase(stays: ""),
  ])
  func textsWithoutPagesStay(row: LineCase) throws {
    try row.check { try LineNotation.clean($0, stages: [.furniture]) }
  }

  /// The end of a sentence that stands alone on a line is no folio.
  @Test func aNumberThatEndsASentenceStays() throws {
    let lines = ["3.", "67.", "101."].map {
      Self.body(20) + "was carried by twelve votes to⏎" + $0 + "⏎⏎"
    }
    let text = lines.joined() + Self.body()
    try LineCase(stays: text).check { try LineNotation.clean($0, stages: [.furniture]) }
  }

  /// A folio that was read as marks and letters, with what stands there in books of other languages.
  @Test(arguments: [
    ("“ JLUVJ “", true), ("-  b -", true), ("-  -", true), ("U  \\J", true), ("— Ba!", false),
    ("« Non. »", false), ("II.", false), ("(a)", false), ("1880.2", false), ("188.2", true),
  ])
  func misreadFoliosOnTopOfPagesGo(line: String, goes: Bool) throws {
    let text = [line, "", "", ""].map { ($0.isEmpty ? "" : $0 + "⏎⏎") + Self.body(20) }
      .joined(separator: "⏎⏎⏎")
    let whole = Self.body(20) + "⏎⏎⏎" + text
    let clean = try LineNotation.clean(whole, stages: [.furniture])
    #expect(clean.contains("⏎\(line)⏎") != goes)
  }

  @Test func theEndOfASentenceOnTopOfAPageStays() throws {
    let text = (1...3).map {
      "\(1900 + $0)).⏎⏎" + Self.body(20) + "which ended in the same year (in"
    }
    try LineCase(
      stays: Self.body() + "and (in⏎␌" + text.joined(separator: "⏎␌") + "⏎"
    ).check { try LineNotation.clean($0, stages: [.furniture]) }
  }

  @Test(arguments: [
    "172. Such a congress reorganised the", "There were 21 recollections, of whom 4",
  ])
  func theFirstLineOfAPageStays(line: String) throws {
    let text =
      Self.body() + "which was carried by twelve votes to⏎⏎⏎⏎\(line)⏎conference " + Self.body()
    try LineCase(stays: text).check { try LineNotation.clean($0, stages: [.furniture]) }
  }

  /// Dirt that a later stage takes away hides no sentence: a second run would find more.
  @Test(arguments: [
    ("year and", "the council"), ("year and /", "the council"), ("year and ~", "the council"),
    ("year and", "~ the council"), ("year and", "^the council"), ("year ~", "\u{2022} the council"),
  ])
  func dirtDoesNotHideASentence(end: String, start: String) throws {
    let text =
      Self.body() + "The committee of the \(end)⏎␌THE GRAIN TRADE⏎⏎\(start) of it met.⏎"
      + Self.body() + "␌" + Self.body()
    let clean = try LineNotation.clean(text, stages: [.furniture])
    #expect(words(clean) == words(text.replacing("THE GRAIN TRADE⏎", with: "")))
  }

  /// Marks of a list are no dirt: what stands above them is no head.
  @Test func aListHidesNoSentence() throws {
    let text =
      Self.body() + "The committee of the year and⏎␌THE GRAIN TRADE⏎⏎* wheat⏎* rye⏎"
      + Self.body() + "␌" + Self.body()
    #expect(try LineNotation.clean(text, stages: [.furniture]).contains("GRAIN"))
  }

  /// A title that the running heads repeat stands once as a heading.
  @Test func aHeadingThatTheHeadsRepeatStays() throws {
    let heads = (2...6).map { "THE GRAIN TRADE  \($0)" }
    let text = "THE GRAIN TRADE⏎⏎By a Clerk⏎⏎" + Self.body() + "⏎␌" + pages(heads)
    let clean = try LineNotation.clean(text, stages: [.furniture])
    #expect(!words(clean).contains("THE GRAIN TRADE 2"))
    #expect(words(clean).contains("THE GRAIN TRADE By a Clerk"))
  }

  @Test(arguments: [
    "THE GRAIN TRADE  7", "8  HARTWELL",
  ])
  func aSingleHeadInsideASentenceGoes(head: String) throws {
    let text = Self.body() + "⏎⏎" + head + "⏎⏎" + "committee " + Self.body()
    #expect(
      try words(LineNotation.clean(text, stages: [.furniture]))
        == words(Self.body() + "committee " + Self.body()))
    // The same between whole sentences is a heading.
    let whole = Self.body() + "it ended.⏎⏎" + head + "⏎⏎" + Self.body()
    #expect(try LineNotation.clean(whole, stages: [.furniture]) == whole)
  }

  private static let sheet = [
    "This article was downloaded by: [A Library]", "On: 7 May 2012",
    "Access details: [subscriber no. 420017]", "Publisher Northgate",
    "Northgate Ltd Registered in England and Wales Registered Number: 48", "Annals of Grain",
    "The Grain Question: A Reply", "Online publication date: 2 May 2012",
    "To cite this Article Clerk, A.(2012) 'The Grain Question: A Reply'",
    "PLEASE SCROLL DOWN FOR ARTICLE",
  ]

  @Test func theSheetOfADownloadGoes() throws {
    let text = Self.sheet.joined(separator: "⏎") + "⏎⏎" + Self.body()
    let clean = try LineNotation.clean(text, stages: [.furniture])
    #expect(words(clean) == words(Self.body()))
  }

  /// One such line is what an author may write.
  @Test(arguments: sheet) func aLineOfASheetAloneStays(line: String) throws {
    let text = Self.body() + line + "⏎" + Self.body()
    #expect(try LineNotation.clean(text, stages: [.furniture]) == text)
  }

  /// Most heads and folios of generated pages go, and nothing else.
  @Test(arguments: 0..<24) func generatedPagesKeepTheirText(seed: Int) throws {
    let kind: DamageKind = seed % 2 == 0 ? .runningHead : .folio
    let document = DamageGenerator(rates: .only(kind)).document(seed: UInt64(seed), paragraphs: 60)
    let run = try CleaningRun(document.bytes, by: GeneratedCorpus.cleaner)
    if document.edits.isEmpty {
      #expect(run.applied.map { document.excerpt($0.source) } == [])
    } else {
      #expect(document.edits.count >= 8)
      let judge = EditJudge(document)
      let wrong = run.applied.filter { judge.verdict($0) != .right }
      #expect(wrong.map { document.excerpt($0.source) } == [])
      #expect(run.applied.count * 4 >= document.edits.count * 3)
    }
  }
}
