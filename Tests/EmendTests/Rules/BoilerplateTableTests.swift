import Testing

@testable import Emend

/// The examples of `furniture/boilerplate.tsv`: its lines score, their look-alikes stay in a text.
@Suite struct BoilerplateTableTests {
  private static let rows = TableRow.all(of: "furniture/boilerplate.tsv")

  @Test(arguments: rows) func scoresItsExample(_ row: TableRow) throws {
    let place = try #require(Boilerplate.Place(rawValue: row[1]))
    let score = try #require(Int(row[2]))
    let line = row[3] + "\n"
    switch place {
    case .start, .anywhere:
      let scores = Boilerplate.standard.scores(
        ofSheet: [Boilerplate.fold(row[3].utf8)], misread: false)
      #expect(scores.first.flatMap(\.self) ?? 0 >= score)
    case .line: #expect(try clean(before + line + behind) == before + behind)
    case .notice:
      let wrapped = line.replacing(" and ", with: " and\n").replacing(". ", with: ".\n")
      #expect(try clean(before + wrapped) == before)
      // The paragraph has to say the rest.
      let first = before + wrapped.prefix(30) + "\n"
      #expect(try clean(first) == first)
    case .often:
      #expect(
        try clean(page + line + "\n" + page + line + "\n" + page + line + "\n" + page)
          == page + page + page + page)
    case .beside: #expect(try clean(before + stamp + line + behind) == before + behind)
    case .tail: #expect(try clean(before + line + behind) == before)
    case .head: #expect(try clean(before + line + behind) == behind)
    }
  }

  private let before = "The king was dead.\n"
  private let behind = "The queen lived.\n"
  private let page = "The king was dead.\nThe queen lived.\n\n"
  private let stamp = "This content downloaded from 10.0.0.1\n"

  /// Neither by itself, nor on three pages, nor beside a stamp.
  @Test(arguments: rows) func keepsItsCounterexample(_ row: TableRow) throws {
    let line = row[4] + "\n"
    let text = line + before + line + behind + line
    #expect(try clean(text) == text)
    let apart = line + "\n" + page + line + "\n" + page + line + "\n" + page
    #expect(try clean(apart) == apart)
    #expect(try clean(before + stamp + line + behind) == before + line + behind)
  }

  /// A line as the OCR may have read it.
  @Test(arguments: [
    "Thls content downloaded frorn 10.0.0.1 on Mon, 02 Mar 2015 10:11:12 UTC",
    "This contcnt down1oaded from 10.0.0.1", "Reproduced with perrnission of copyright owner.",
    "Unauthenticated | 10.0.0.1", "Further reproductlon prohibited wlthout permission.",
  ])
  func readsMisreadStamps(_ line: String) throws {
    #expect(try clean(before + line + "\n" + behind) == before + behind)
  }

  @Test func takesStampsOfSeveralLines() throws {
    let stamp = """
      Downloaded from https://www.cambridge.org/core. Some University, on 01 Mar 2020 at 10:10:10,\
       subject to the Cambridge Core terms of use, available at
      https://www.cambridge.org/core/terms. https://doi.org/10.1000/x

      """
    #expect(try clean(before + stamp + behind) == before + behind)
    // What only follows one stays.
    let address = "https://www.cambridge.org/core/terms is quoted here.\n"
    #expect(try clean(before + address + behind) == before + address + behind)
  }

  /// Sentences run on over line ends, and some letters are misread.
  @Test func readsASheetOfHardWrappedLines() throws {
    let sheet = """
      Durham E-Theses
      The Grain Trade of the Northern Ports
      CLERK, ANNA
      Use policy
      The full-text may be used and/or
      reproduced, and given to third parties in any format or medium, without prior
      perrnission or charge, for personal research.
      The full-text must not be
      sold in any format or mediurn without the formal permission of the copyright holders.


      """
    #expect(try clean(sheet + before + behind) == before + behind)
  }

  private func clean(_ text: String) throws -> String {
    var options = Cleaner.Options()
    options.stages = [.furniture]
    return try Cleaner(options: options).clean(text).text
  }
}
