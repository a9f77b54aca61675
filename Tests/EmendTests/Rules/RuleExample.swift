import Testing

@testable import Emend

/// A row of `Dictionaries/rules.tsv`, its texts in bytes: some hold what is no valid UTF-8.
struct RuleExample: Sendable, CustomTestStringConvertible {
  let id: String
  let summary: String
  let setting: [UInt8]
  let damaged: [UInt8]
  let repaired: [UInt8]
  let keeps: [UInt8]
  let level: Confidence?
  let arguments: [Substring]

  static let all = TextTable(embedded: "rules.tsv").rows.map(RuleExample.init)

  var testDescription: String { id }

  init(_ row: TextTable.Row) {
    id = row[0]
    summary = row[1]
    setting = RuleCatalogue.bytes(of: row[2])
    damaged = RuleCatalogue.bytes(of: row[3])
    repaired = RuleCatalogue.bytes(of: row[4])
    keeps = RuleCatalogue.bytes(of: row[5])
    level = Confidence(name: row[6])
    arguments = row[7].split(separator: " ")
  }

  /// The options that the row asks for.
  func options() throws -> Cleaner.Options {
    var options = Cleaner.Options()
    options.policy.minimum = try #require(level)
    for (name, value) in zip(arguments, arguments.dropFirst()) where name.hasPrefix("--") {
      switch (name, value) {
      case ("--lines", "reflow"): options.lines = .reflow
      case ("--names", "document"): options.names.spelling = .document
      case ("--names", _):
        options.names.spelling = .scheme(try #require(Romanisation.schemeID(for: String(value))))
      default: Issue.record("\(id): \(name) \(value) is no option that this test knows")
      }
    }
    return options
  }
}
