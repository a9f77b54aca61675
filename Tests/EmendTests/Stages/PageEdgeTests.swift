import EmendTestSupport
import Testing

@testable import Emend

/// Furniture at the edges of pages that form feeds divide.
@Suite struct PageEdgeTests {
  /// The text of a page, which begins and ends inside a sentence.
  private static func body(_ page: Int, lines: Int = 12) -> String {
    (1...lines).map { "of the grain board met again in the hall no. \(page) of ward \($0) and⏎" }
      .joined()
  }

  /// Pages with a line before and one behind their text; empty ones have none.
  private func book(_ heads: [String], feet: [String] = []) -> String {
    heads.enumerated().map { page, head in
      let foot = page < feet.count && !feet[page].isEmpty ? feet[page] + "⏎" : ""
      return (head.isEmpty ? "" : head + "⏎") + Self.body(page) + foot
    }.joined(separator: "␌")
  }

  private func clean(_ text: String, _ style: FurnitureStyle = .drop) throws -> Cleaner.Result {
    var options = Cleaner.Options()
    options.stages = [.furniture]
    options.furniture = style
    return try Cleaner(options: options).clean(LineNotation.text(text))
  }

  private func lines(_ text: String) -> [String] {
    LineNotation.text(text).split { $0 == "\n" || $0 == "\u{C}" }.map { String($0) }
  }

  private static let openings = [
    "The snow lay deep in the court", "A second letter came by train", "Nobody knew what it said",
    "In the evening the post arrived", "Three clerks went home early",
    "What it cost was never told",
  ]

  /// Pages that begin and end with a sentence, the third with a line above it.
  private func unnumbered(_ line: String, isInSentence: Bool = false) -> String {
    Self.openings.enumerated().map { page, opening in
      let start = isInSentence && page == 2 ? opening.lowercased() : opening
      return (page == 2 ? "\(line)⏎⏎" : "") + "\(start).⏎" + Self.body(page)
        + "\(Self.openings[5 - page].lowercased()).⏎"
    }.joined(separator: "␌")
  }

  /// Figures that head a section at the top of a page that has no number; what no author writes goes, and
  /// so does what stands inside a sentence.
  @Test(arguments: ["1933", "1.3.1933", "§ 4", "* * *", "£2,000", "7"])
  func headingsOfFiguresStay(heading: String) throws {
    let text = unnumbered(heading)
    #expect(try clean(text).text == LineNotation.text(text))
    let inside = try clean(unnumbered(heading, isInSentence: true))
    #expect(inside.entries.filter(\.isApplied).map(\.rule) == ["furniture/folio-garbled"])
    let garbled = try clean(unnumbered("~ 1i4")).entries.filter(\.isApplied)
    #expect(garbled.map(\.rule) == ["furniture/folio-garbled"])
    #expect(garbled.map(\.evidence.description) == ["at the edge of page 3"])
  }

  /// The last column of a table at the foot of each page counts up by chance.
  @Test(arguments: ["1921   230", "1921\t\t230\t"]) func rowsOfTablesStay(row: String) throws {
    let text = Self.openings.enumerated().map { page, opening in
      "\(opening).⏎" + Self.body(page) + "and so on.⏎⏎\(row)   \(330 + 2 * page)⏎"
    }.joined(separator: "␌")
    #expect(try clean(text).text == LineNotation.text(text))
    // A folio alone at the same place goes.
    #expect(try clean(text.replacing("\(row)  ", with: "")).entries.count == 6)
  }

  /// Letters and forms, a page each, begin and end alike.
  @Test(arguments: [
    ("British Embassy,", ""), ("Q. Who was there?", ""), ("", "Yours ever,⏎Esmond Hartwell"),
  ])
  func whatEachLetterHasStays(top: String, bottom: String) throws {
    let text = Self.openings.enumerated().map { page, opening in
      (top.isEmpty ? "" : top + "⏎") + "\(opening).⏎\(Self.openings[(page + 2) % 6]).⏎"
        + Self.body(page) + "and so on.⏎"
        + (bottom.isEmpty ? "\(Self.openings[5 - page]).⏎" : bottom + "⏎")
    }.joined(separator: "␌")
    #expect(try clean(text).text == LineNotation.text(text))
    // The same where no comma and no question says so.
    let head = text.replacing(",", with: "").replacing("Q. Who was there?", with: "THE INQUIRY")
    // The first may be the title.
    #expect(try clean(head).entries.count >= 5)
  }

  /// What is left is the text alone.
  @Test(arguments: [
    // Alone, misread by their place: only the sequence tells them.
    ["12", "13", "V", "15", "16", "i7", "18"], ["9", "io", "11", "I2.", "13", "14"],
    ["96", "97", "98", "99", "ioo", "101", "102"], ["vi", "vii", "viii", "ix", "1", "2", "3"],
    // A head that stands on one page, with the folio of that page.
    [
      "THE FIRST SNOW 11", "12 HARTWELL", "POST AND STOVE 13", "14 MAYOR AND CLERK",
      "A LETTER 15", "16 THE THAW",
    ],
    // A head that is misread on every page.
    [
      "THE GRAIN TRADE", "THF GRAIN TRADE", "THE GRAlN TRADF", "THE GRAIN TRADE", "TME GRAIN TRADE",
      "THE GRAIN TRAOE",
    ],
  ])
  func headsGo(heads: [String]) throws {
    let bodies = heads.indices.map { Self.body($0) }.joined()
    #expect(lines(try clean(book(heads)).text) == lines(bodies))
    let below = book(heads.map { _ in "" }, feet: heads)
    // A numeral below a text is found as well; heads of one page stand above.
    if heads.allSatisfy({ $0.count <= 4 }) {
      #expect(lines(try clean(below).text) == lines(bodies))
    }
  }

  @Test(arguments: [
    // The act is no folio.
    [
      "12  THE HARBOUR  [ACT I", "SC. 2]  THE HARBOUR  13", "14  THE HARBOUR  [ACT II",
      "SC. 1]  THE HARBOUR  15", "16  THE HARBOUR  [ACT II",
    ],
    // Dirt beside the folio and behind the head; a folio that is misread; one that is lost.
    [
      "12 : THE HARBOUR", "THE OLD TOWN 13", ": 14 THE HARBOUR,", "THE OLD TOWN 17",
      "16° THE HARBOUR:", "THE OLD TOWN 17", "18 . THE HARBOUR", "THE OLD TOWN",
    ],
    // At both margins, where the layout is kept.
    (12...17).map { "THE HARBOUR" + String(repeating: " ", count: 90) + "\($0)" },
    // Above the head.
    (12...17).map { $0.isMultiple(of: 2) ? "\($0)⏎⏎THE HARBOUR⏎" : "THE OLD TOWN⏎⏎\($0)⏎" },
    // Dirt beside a number between dashes.
    ["— 12 —", "Ej — 13 —", "— 14 —", "— 15 — .", "— 16 —"],
  ])
  func foliosBesideOtherThingsGo(heads: [String]) throws {
    let bodies = heads.indices.map { Self.body($0) }.joined()
    #expect(lines(try clean(book(heads)).text) == lines(bodies))
  }

  /// Letters of sheets fit the number of their page, of the first leaf or of another.
  @Test(arguments: [
    (17, "C", true), (17, "VOL. II. C", true), (19, "C 2", true), (33, "D", true),
    (18, "C", false), (17, "E", false), (17, "Table C", false), (17, "J", false),
  ])
  func lettersOfSheetsGo(folio: Int, foot: String, goes: Bool) throws {
    let heads = (folio - 2...folio + 2).map(String.init)
    let text = try clean(book(heads, feet: ["", "", foot, "", ""])).text
    #expect(text.contains("\n\(foot)\n") != goes)
  }

  /// Heads of left or of right pages alone, where no page goes on in the next.
  @Test(arguments: ["THE OLD TOWN", ""])
  func headsOfOneSideGo(other: String) throws {
    let starts = [
      "Anna came with a letter.", "Nobody had seen the clerk.", "Then the post was late.",
      "Wheat was sold in May.", "The mayor shut his eyes.", "Rain fell on the square.",
      "Of the thaw he said little.", "Snow lay deep in the court.",
    ]
    let bodies = starts.indices.map { starts[$0] + "⏎" + Self.body($0) + "That was \($0).⏎" }
    let text = bodies.enumerated().map { page, body in
      (page.isMultiple(of: 2) ? "The Harbour, vol. 12⏎⏎" : other.isEmpty ? "" : other + "⏎⏎") + body
    }
    #expect(lines(try clean(text.joined(separator: "␌")).text) == lines(bodies.joined()))
  }

  /// A column of figures ends the page where the pages around have their folios.
  @Test func figuresAreNoMisreadFolios() throws {
    let heads = (0..<7).map { _ in "" }
    let feet = (90..<97).map { $0 == 93 ? "- \($0) -⏎⏎803⏎624⏎637" : "- \($0) -" }
    let text = try clean(book(heads, feet: feet)).text
    #expect(lines(text).filter { $0.count == 3 } == ["803", "624", "637"])
  }

  /// Numbers of verses that were read as a column stand before the number of the page.
  @Test func columnsOfVerseNumbersGo() throws {
    let heads = (0..<5).map { page in
      (1...3).map { "\(page * 12 + 3 * $0 + 1)⏎⏎" }.joined() + "— \(page + 40) —⏎"
    }
    let bodies = heads.indices.map { Self.body($0) }.joined()
    #expect(lines(try clean(book(heads)).text) == lines(bodies))
    // Without a step they are a table.
    let table = (0..<5).map { page in "\(page * 12 + 5)⏎\(page * page * 3 + 31)⏎\(page * 7 + 12)⏎" }
    let kept = try clean(book(table)).text
    #expect(lines(kept) == lines(LineNotation.text(book(table))))
  }

  /// What a service put below the page hides neither its folio nor its foot, and goes as well: known by its
  /// words, or because all pages have it.
  @Test(arguments: [
    [
      "This content downloaded from", "10.0.0.1 on Thu, 12 Mar 2020 14:22:01 UTC",
      "All use subject to https://about.example.org/terms",
    ],
    [
      "Shelf copy : ward library - printed for reader 17 and for nobody else who reads in the hall",
      "AB: 123456 ; Clerk, A.; The Grain Trade", "Reader: r1234567",
    ],
    ["© 1998 by the ward. All rights reserved."], ["by way of the ward library"], [],
  ])
  func stampsHideNoFoot(stamp: [String]) throws {
    let numbers = 112...119
    let bodies = numbers.indices.map { Self.body(numbers[$0]) }.joined()
    for feet in [
      numbers.map { "\($0)" },
      numbers.map { $0.isMultiple(of: 2) ? "\($0) The Grain Trade" : "The Grain Trade \($0)" },
    ] {
      let pages = zip(numbers, feet).map { number, foot in
        Self.body(number) + (["", foot, ""] + stamp).joined(separator: "⏎") + "⏎"
      }
      #expect(lines(try clean(pages.joined(separator: "␌")).text) == lines(bodies))
    }
  }

  /// Where a sentence goes on over a page no blank line is left, however much stands between.
  @Test(arguments: [[], ["THE GRAIN TRADE"], ["All use subject to http://about.example.org/terms"]])
  func aSentenceGoesOnOverPages(besides: [String]) throws {
    let pages = (112...119).map { number in
      Self.body(number) + (["", "\(number)", ""] + besides).joined(separator: "⏎") + "⏎⏎"
    }
    let text = pages.dropLast().joined() + Self.body(119)
    #expect(
      try clean(text).text == LineNotation.text((112...119).map { Self.body($0) }.joined()))
  }

  /// The last lines of pages that are alike by chance: they go on from the line above, or few pages have them.
  @Test(arguments: [
    ("of the ward and of the hall.", 9), ("So said the clerk of the hall.", 6), ("And so on.", 9),
  ])
  func lastLinesOfPagesStay(end: String, count: Int) throws {
    let text = (0..<9).map { Self.body($0) + ($0 < count ? end : "") + "⏎" }.joined(separator: "␌")
    #expect(lines(try clean(text).text) == lines(text))
  }

  /// Behind the mark of an export stand the heads of the page.
  @Test(arguments: [8, 46]) func marksOfAnExportGo(rule: Int) throws {
    let numbers = ["", "v", "vi", "1", "2", "3"]
    let text = numbers.enumerated().map { page, number in
      "## p. \(number) (#\(page + 7)) \(String(repeating: "#", count: rule))⏎"
        + (number.isEmpty ? "" : number + "⏎⏎")
        + Self.body(page)
    }.joined(separator: "⏎")
    let bodies = numbers.indices.map { Self.body($0) }.joined()
    #expect(lines(try clean(text).text) == lines(bodies))
  }

  /// A break of pages that an editor marked up is more than a page number.
  @Test func pageBreaksInMarkupStay() throws {
    let pages = (3...9).map { "<pb n=\"\($0)\"/>⏎" + Self.body($0) }.joined()
    #expect(!(try clean(pages).text.contains("<pb")))
    for text in [
      "<p>⏎\(pages)</p>⏎", "<p>⏎<pb n=\"1\"/>⏎\(Self.body(1))<pb n=\"2\"/>⏎\(Self.body(2))</p>⏎",
    ] {
      #expect(try clean(text).text == LineNotation.text(text))
    }
  }

  /// Blank lines inside pages that form feeds divide are no page ends.
  @Test func formFeedsAlonePartPages() throws {
    let heads = (12...18).map { "\($0)" }
    let text = book(heads).replacing("ward 6 and⏎", with: "ward 6 and⏎⏎⏎⏎7⏎⏎")
    let clean = lines(try clean(text).text)
    #expect(clean.count { $0 == "7" } == 7)
    #expect(!clean.contains("14"))
  }

  /// The number of a sheet stands on every sixteenth page.
  @Test func signaturesGo() throws {
    let heads = (30...36).map(String.init)
    let feet = ["", "", "", "The Grain Trade. 3", "", "3*", ""]
    let bodies = heads.indices.map { Self.body($0) }.joined()
    #expect(lines(try clean(book(heads, feet: feet)).text) == lines(bodies))
    // At the foot of another page the same line is text.
    let elsewhere = ["", "The Grain Trade. 3", "", "", "", "", ""]
    #expect(try clean(book(heads, feet: elsewhere)).text.contains("The Grain Trade. 3\n"))
  }

  @Test(arguments: [
    // References at the feet of pages.
    [
      "3. Grain Board Papers, II/VII, no. 69", "1. Grain Board Papers, II/VI, no. 102",
      "2. Grain Board Papers, II/VII, no. 11", "4. Grain Board Papers, II/VII, no. 171",
    ],
    // The last lines of tables and of verse.
    ["Rye 12", "Rye 9", "Rye 14", "Rye 3"], ["Ask the sea", "Ask the snow", "Ask the hill", "Ask"],
  ])
  func whatEndsAPageStays(feet: [String]) throws {
    let text = LineNotation.text(book(feet.map { _ in "" }, feet: feet))
    #expect(try clean(text).text == text)
  }

  /// Chapters have their titles on the pages on which they begin, heads repeat them.
  @Test func theTitleThatHeadsRepeatStays() throws {
    let chapter = "It began with the snow.⏎" + Self.body(0, lines: 6)
    let heads = Array(repeating: "THE GRAIN TRADE", count: 5)
    let text = "THE GRAIN TRADE⏎⏎" + chapter + "It ended there.⏎␌" + book(heads)
    let clean = lines(try clean(text).text)
    #expect(clean.count { $0 == "THE GRAIN TRADE" } == 1)
    #expect(clean.first == "THE GRAIN TRADE")
  }

  /// Numbers of articles, hymns and chapters count up by one a page as well.
  @Test(arguments: [
    ["1. Of bread", "2. Of rye", "3. Of oats", "4. Of wheat"],
    ["CHAPTER I", "CHAPTER II", "CHAPTER III", "CHAPTER IV"],
    ["I.", "II.", "III.", "IV."], ["§ 1)", "§ 2)", "§ 3)", "§ 4)"],
  ])
  func labelsThatCountUpStay(heads: [String]) throws {
    let text = LineNotation.text(
      heads.map { $0 + "⏎⏎Whoever sells it pays.⏎" + Self.body(1) + "the end.⏎" }
        .joined(separator: "␌"))
    #expect(try clean(text).text == text)
  }

  /// What a service stamps on pages, and the sheet before them, are marked once.
  @Test func marksStampsOnce() throws {
    let sheet =
      "Author(s): A. Hartwell⏎Source: The Grain Trade, Vol. 12, No. 3 (Jul., 1954), pp. 12-18⏎"
      + "Stable URL: https://www.jstor.org/stable/1⏎Accessed: 12-03-2019 10:22 UTC⏎␌"
    let stamp = "This content downloaded from 192.0.2.7 on Tue, 12 Mar 2019 10:22:31 UTC"
    let marked = try clean(sheet + book(["", "", ""], feet: [stamp, stamp, stamp]), .mark).text
    #expect(marked.contains("⟦sheet ") && marked.contains("⟦stamp This content"))
    #expect(try clean(marked, .mark).text == marked)
  }

  @Test func marksWhereItIsAskedTo() throws {
    let text = book(["12", "13", "14", "THE GRAIN TRADE 15"])
    let marked = try clean(text, .mark).text
    #expect(marked.hasPrefix("⟦page 12⟧\nof the grain"))
    #expect(marked.contains("\u{C}⟦head THE GRAIN TRADE 15⟧\n"))
    // Nothing is marked twice.
    #expect(try clean(marked, .mark).text == marked)
    #expect(try clean(text, .keep).entries.isEmpty)
  }

  /// Where most of a document looks like furniture it is something else.
  @Test func theCapKeepsADocumentWhole() throws {
    let card = "THE REGISTER OF THE NORTHERN PORTS"
    let text = LineNotation.text(
      (1...40).map { "\(card) \($0)⏎rye,⏎wheat,⏎oats,⏎and⏎" }.joined(separator: "␌"))
    let result = try clean(text)
    #expect(result.text == text)
    #expect(result.entries.count == 40)
    var notices: [String] = []
    let session = Cleaner().session(
      output: { _ in }, events: { if case .notice(let notice) = $0 { notices.append(notice) } })
    try session.feed(Array(text.utf8))
    try session.finish()
    #expect(notices.count == 1 && notices.first?.contains("none was taken out") == true)
    #expect(result.entries.allSatisfy { $0.confidence == .doubtful })
  }

  @Test func thePageTableTellsWhatPagesPrint() throws {
    let text = Array(LineNotation.text(book(["viii", "ix", "x", "1", "2", "y", "4", ""])).utf8)
    var pages: [PageEntry] = []
    let session = Cleaner().session(
      output: { _ in }, events: { if case .page(let page) = $0 { pages.append(page) } })
    try session.feed(text)
    try session.finish()
    #expect(pages.map(\.number) == Array(1...8))
    #expect(pages.map(\.folio) == ["viii", "ix", "x", "1", "2", "3", "4", "5"])
    #expect(pages.first?.source.lowerBound == 0 && pages.last?.source.upperBound == text.count)
    for (page, next) in zip(pages, pages.dropFirst()) {
      #expect(page.source.upperBound == next.source.lowerBound)
    }
  }
}
