/// All rules, with what each does, a text that it must fix and one that it must leave.
public struct RuleCatalogue: Sendable {
  public struct Rule: Sendable {
    public let id: RuleID
    /// What the rule does, in one sentence.
    public let summary: String
    /// A text before the example that gives the rule its evidence; lines are divided by `⏎`.
    public let setting: String
    /// A text that the rule must change, and what it must become.
    public let damaged: String
    public let repaired: String
    /// A text that looks alike and must stay.
    public let keeps: String
  }

  public let rules: [Rule]

  /// The rules of `Dictionaries/rules.tsv`.
  public static let standard = RuleCatalogue(TextTable(embedded: "rules.tsv"))

  init(_ table: TextTable) {
    rules = table.rows.map { row in
      Rule(
        id: RuleID(row[0]), summary: row[1], setting: Self.lines(row[2]),
        damaged: Self.lines(row[3]), repaired: Self.lines(row[4]), keeps: Self.lines(row[5]))
    }
  }

  private static func lines(_ cell: String) -> String {
    String(cell.map { $0 == "⏎" ? "\n" : $0 })
  }
}
