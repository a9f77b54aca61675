import Testing

@testable import Emend

/// The examples of `names/authority.tsv`: a variant becomes the heading, a look-alike stays.
@Suite struct AuthorityTableTests {
  private static let rows = TableRow.all(of: "names/authority.tsv")

  /// Names with a hyphen, which are read half by half, and two with an example of their own kind.
  private static let knownFailures: Set<String> = [
    "Antonov-Ovseenko", "Bonch-Bruevich", "Brest-Litovsk", "Brockdorff-Rantzau", "Loris-Melikov",
    "Rimsky-Korsakov", "Stresemann", "Ulmanis",
  ]

  @Test(arguments: rows.filter { !$0[7].isEmpty }) func fixesItsExample(_ row: TableRow) throws {
    let example = try #require(MarkedText(row[7]))
    try withKnownIssue {
      let cleaned = try Cleaner().clean(example.text).text
      #expect(cleaned == example.with(row[0]))
    } when: {
      Self.knownFailures.contains(row[0])
    }
  }

  @Test(arguments: rows) func keepsItsCounterexample(_ row: TableRow) throws {
    try withKnownIssue {
      let cleaned = try Cleaner().clean(row[8]).text
      #expect(cleaned == row[8])
    } when: {
      row[0] == "TASS"
    }
  }

  @Test func rowsAreSortedAndUnique() {
    let headings = Self.rows.map { Array($0[0].utf8) }
    #expect(headings == Set(headings).sorted { $0.lexicographicallyPrecedes($1) })
  }
}
