/// What became of a proposed edit.
public enum Outcome: String, Sendable {
  case applied
  /// Less sure than the policy asks for.
  case belowMinimum = "below-minimum"
  /// The user did not select the rule.
  case notSelected = "not-selected"
  /// Another edit of the same stage has the bytes.
  case overlaps
  /// A reader refused it.
  case refused
}
