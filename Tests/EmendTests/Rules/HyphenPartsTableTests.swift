import Testing

@testable import Emend

/// The examples of `hyphens/parts.tsv`: what a hyphen at a line end means in other languages.
@Suite struct HyphenPartsTableTests {
  private static let rows = TableRow.all(of: "hyphens/parts.tsv")

  @Test(arguments: rows) func fixesItsExample(_ row: TableRow) throws {
    #expect(try clean(row[3], in: row[0]) == row[4])
  }

  @Test(arguments: rows) func keepsItsCounterexample(_ row: TableRow) throws {
    #expect(try clean(row[5], in: row[0]) == row[5])
  }

  @Test func rowsAreSortedAndUnique() {
    let keys = Self.rows.map { Array("\($0[0])\t\($0[1])\t\($0[2])".utf8) }
    #expect(keys == Set(keys).sorted { $0.lexicographicallyPrecedes($1) })
  }

  private func clean(_ notation: String, in language: String) throws -> String {
    let setting = try #require(Passages.settings[language])
    return try LineNotation.clean(notation, behind: setting, stages: [.hyphens])
  }
}
