import Testing

@testable import Emend

/// The examples of `furniture/boilerplate.tsv`: its lines score, their look-alikes stay in a text.
@Suite struct BoilerplateTableTests {
  private static let rows = TableRow.all(of: "furniture/boilerplate.tsv")

  @Test(arguments: rows) func scoresItsExample(_ row: TableRow) throws {
    let place = try #require(Boilerplate.Place(rawValue: row[1]))
    let score = try #require(Int(row[2]))
    let line = row[3].lowercased()
    if place == .line {
      #expect(Boilerplate.standard.score(ofStamp: line) >= score)
      let cleaned = try clean("The king was dead.\n\(row[3])\nThe queen lived.\n")
      #expect(!cleaned.contains(row[3]))
    } else {
      #expect(Boilerplate.standard.score(ofSheetLine: line) >= score)
    }
  }

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
