import Testing

@testable import Emend

/// The examples of `en/abbreviations.tsv`: the space before the full stop goes, an ellipsis stays.
@Suite struct AbbreviationTableTests {
  private static let rows = TableRow.all(of: "en/abbreviations.tsv")

  @Test(arguments: rows) func fixesItsExample(_ row: TableRow) throws {
    let example = try #require(MarkedText(row[2]))
    #expect(try clean(example.text) == example.with(row[0] + "."))
  }

  @Test(arguments: rows) func keepsItsCounterexample(_ row: TableRow) throws {
    #expect(try clean(row[3]) == row[3])
  }

  /// Puts the phrase behind some prose: a phrase alone is too little to be known as English.
  private func clean(_ phrase: String) throws -> String {
    var options = Cleaner.Options()
    // Before a small letter the stop may be a speck: only likely.
    options.policy = Policy(minimum: .likely, select: ["characters/space-before-stop"])
    options.names.spelling = .off
    let cleaned = try Cleaner(options: options).clean(Self.setting + phrase).text
    return String(cleaned.dropFirst(Self.setting.count))
  }

  private static let setting = """
    The snow lay deep in the court, and the porter had cut steps in it for the clerks.
    Nobody came on the first day of the year, and on the second the post arrived.
    It held one letter, which nobody opened. It was laid on the stove and forgotten there.

    """
}
