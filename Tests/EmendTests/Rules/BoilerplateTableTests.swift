import Testing

@testable import Emend

/// The examples of `furniture/boilerplate.tsv`: its lines score, their look-alikes stay in a text.
@Suite struct BoilerplateTableTests {
  private static let rows = TableRow.all(of: "furniture/boilerplate.tsv")

  @Test(arguments: rows) func scoresItsExample(_ row: TableRow) throws {
    let place = try #require(Boilerplate.Place(rawValue: row[1]))
    let score = try #require(Int(row[2]))
    let line = Boilerplate.fold(row[3].utf8)
    switch place {
    case .start, .anywhere: #expect(Boilerplate.standard.score(ofSheetLine: line) >= score)
    case .line: #expect(try clean(before + row[3] + "\n" + behind) == before + behind)
    case .tail: #expect(try clean(before + row[3] + "\n" + behind) == before)
    case .head: #expect(try clean(before + row[3] + "\n" + behind) == behind)
    }
  }

  private let before = "The king was dead.\n"
  private let behind = "The queen lived.\n"

  @Test(arguments: rows) func keepsItsCounterexample(_ row: TableRow) throws {
    let text = "\(row[4])\nThe king was dead.\n\(row[4])\nThe queen lived.\n"
    #expect(try clean(text) == text)
  }

  private func clean(_ text: String) throws -> String {
    var options = Cleaner.Options()
    options.stages = [.furniture]
    return try Cleaner(options: options).clean(text).text
  }
}
