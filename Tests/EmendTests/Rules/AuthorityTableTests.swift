import Testing

@testable import Emend

/// The examples of `names/authority.tsv`: a variant becomes the heading, a look-alike stays.
@Suite struct AuthorityTableTests {
  private static let rows = TableRow.all(of: "names/authority.tsv")

  @Test(arguments: rows.filter { !$0[7].isEmpty }) func fixesItsExample(_ row: TableRow) throws {
    let example = try #require(MarkedText(row[7]))
    #expect(try Cleaner().clean(example.text).text == example.with(row[0]))
  }

  @Test(arguments: rows) func keepsItsCounterexample(_ row: TableRow) throws {
    let cleaned = try Cleaner().clean(row[8]).text
    #expect(cleaned == row[8])
  }

  @Test func rowsAreSortedAndUnique() {
    let headings = Self.rows.map { Array($0[0].utf8) }
    #expect(headings == Set(headings).sorted { $0.lexicographicallyPrecedes($1) })
  }
}
