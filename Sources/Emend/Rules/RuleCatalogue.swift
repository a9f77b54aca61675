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
    /// How sure the rule is of its example.
    public let level: Confidence
    /// What the command needs beyond its defaults for the example.
    public let options: [String]
    /// Setting and damaged text, byte for byte.
    public let example: [UInt8]
  }

  public let rules: [Rule]

  /// The rules of `Dictionaries/rules.tsv`.
  public static let standard = RuleCatalogue(TextTable(embedded: "rules.tsv"))

  init(_ table: TextTable) {
    rules = table.rows.map { row in
      Rule(
        id: RuleID(row[0]), summary: row[1], setting: Self.lines(row[2]),
        damaged: Self.lines(row[3]), repaired: Self.lines(row[4]), keeps: Self.lines(row[5]),
        level: Confidence(name: row[6]) ?? .certain,
        options: row[7].split(separator: " ").map { String($0) },
        example: Self.bytes(of: row[2]) + Self.bytes(of: row[3]))
    }
  }

  private static func lines(_ cell: String) -> String {
    String(cell.map { $0 == "⏎" ? "\n" : $0 })
  }

  /// The bytes of a cell: `⏎` is a line end, `⟨96⟩` a byte by its number.
  static func bytes(of cell: String) -> [UInt8] {
    var out: [UInt8] = []
    var rest = cell[...]
    while let first = rest.popFirst() {
      if first == "⟨", let end = rest.firstIndex(of: "⟩") {
        out += rest[..<end].split(separator: " ").compactMap { UInt8($0, radix: 16) }
        rest = rest[rest.index(after: end)...]
      } else if first == "⏎" {
        out.append(.newline)
      } else {
        out += Array(String(first).utf8)
      }
    }
    return out
  }
}
