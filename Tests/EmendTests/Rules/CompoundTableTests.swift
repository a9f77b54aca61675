import Testing

@testable import Emend

/// The examples of `en/compounds.tsv`: a hyphen that was lost at a line end comes back or is left.
@Suite struct CompoundTableTests {
  private static let rows = TableRow.all(of: "en/compounds.tsv")

  @Test(arguments: rows) func losesNoHyphen(_ row: TableRow) throws {
    let example = try #require(MarkedText(row[1]))
    let cleaned = try clean(example.text)
    let isLeft = cleaned.contains(example.text)
    // The second half moves up with what is glued to it, the line ends behind it.
    let isRestored = cleaned.contains(example.before + row[0])
    #expect(isLeft || isRestored)
    #expect(isRestored || Self.mayStayDivided(row[0]))
    let solid = example.marked.split(separator: "\n").joined()
    #expect(!cleaned.contains(solid))
  }

  @Test(arguments: rows) func keepsItsCounterexample(_ row: TableRow) throws {
    #expect(try clean(row[2]).contains(row[2]))
  }

  @Test func rowsAreSortedAndUnique() {
    #expect(Self.rows.map { $0[0] } == Set(Self.rows.map { $0[0] }).sorted(by: byBytes))
  }

  /// Whether the line end of this compound is no evidence.
  private static func mayStayDivided(_ compound: String) -> Bool { compound == "tête-à-tête" }

  /// Puts the phrase into a document whose lines end in a space, but for the one with the break.
  private func clean(_ phrase: String) throws -> String {
    var options = Cleaner.Options()
    options.names.spelling = .off
    let text = "\(Self.setting)They knew \(phrase) \nand that was all that was known of it. \n"
    return try Cleaner(options: options).clean(text).text
  }

  private func byBytes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private static let setting = [
    "The council had waited through the winter for",
    "an answer to the note that it had sent, and the",
    "ministers were tired of waiting for it while",
    "the bank in the city asked for a decision on",
    "the loan that nobody in the capital wanted to",
    "sign before the harvest had been brought in.",
  ].map { $0 + " \n" }.joined()
}
