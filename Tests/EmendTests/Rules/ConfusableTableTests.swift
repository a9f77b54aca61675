import Testing

@testable import Emend

/// The examples of `en/confusables.tsv`: a word that is right where it stands is not replaced.
@Suite struct ConfusableTableTests {
  private static let rows = TableRow.all(of: "en/confusables.tsv")

  @Test(arguments: rows) func keepsItsCounterexample(_ row: TableRow) throws {
    #expect(try clean(row[3], in: "") == row[3])
    // In a damaged text as well, where more is believed to be a misreading.
    let damaged = "She sat wIth them at first. They came wIth a letter.\n"
    let cleaned = try clean(row[3], in: damaged)
    #expect(cleaned.hasSuffix(row[3]))
  }

  @Test(arguments: rows) func readsItsExampleRightOrNotAtAll(_ row: TableRow) throws {
    let example = try #require(MarkedText(row[2]))
    let cleaned = try clean(example.text, in: "")
    #expect(cleaned == example.text || cleaned == example.with(row[1]))
  }

  private func clean(_ phrase: String, in setting: String) throws -> String {
    var options = Cleaner.Options()
    options.names.spelling = .off
    return try Cleaner(options: options).clean(setting + phrase).text
  }
}
