/// The id of a rule: its stage and its name, as in `hyphens/soft`.
///
/// Every rule has a row in `Dictionaries/rules.tsv` with what it does, a text it must fix and one
/// it must leave.
public struct RuleID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let name: String

  /// Costs nothing: the literal is part of the program.
  public init(stringLiteral name: String) { self.name = name }
  public init(_ name: String) { self.name = name }

  /// Most that are compared differ in their length.
  public static func == (a: RuleID, b: RuleID) -> Bool {
    a.name.utf8.count == b.name.utf8.count && a.name == b.name
  }

  /// The part before the slash.
  public var stage: Substring { name.prefix { $0 != "/" } }
  public var description: String { name }
}
