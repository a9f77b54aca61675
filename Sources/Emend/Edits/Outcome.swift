/// What became of a proposed edit.
public enum Outcome: String, Sendable {
  case applied
  /// Less sure than the policy asks for.
  case belowMinimum = "below-minimum"
  /// The user did not select the rule, closed the lines (`emend:off`) or lists the word.
  case notSelected = "not-selected"
  /// The author's own: told, and never applied.
  case sic
  /// Another edit of the same stage has the bytes.
  case overlaps
  /// A reader refused it.
  case refused
}
