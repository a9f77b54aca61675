/// What a reader decided about an edit, known again by its content and not by its place.
public struct Decision: Equatable, Sendable {
  public enum Verdict: String, Sendable {
    /// The edit is applied, however sure it is.
    case accept
    /// The edit is not applied.
    case refuse
  }

  /// The text beside an edit, as the source has it.
  public struct Surroundings: Equatable, Sendable {
    public var before: String
    public var after: String

    public init(before: String, after: String) {
      self.before = before
      self.after = after
    }
  }

  public var verdict: Verdict
  public var rule: RuleID
  /// What the edit removes and what it puts there; `shown(_:)` of them.
  public var old: String
  public var new: String
  /// `nil` where the decision holds wherever the rule makes this change.
  public var surroundings: Surroundings?

  public init(
    _ verdict: Verdict, rule: RuleID, old: String, new: String, surroundings: Surroundings? = nil
  ) {
    self.verdict = verdict
    self.rule = rule
    self.old = Self.shown(old)
    self.new = Self.shown(new)
    self.surroundings = surroundings
  }

  /// Characters at each end of a long text that is shortened.
  private static let end = 120

  /// A text as decisions hold it: of one with more than 240 characters the first and the last 120.
  public static func shown(_ text: String) -> String {
    // A character has a byte at least.
    guard text.utf8.count > 2 * end, text.count > 2 * end else { return text }
    return "\(text.prefix(end)) … \(text.suffix(end))"
  }
}
