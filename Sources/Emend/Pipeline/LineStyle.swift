/// What becomes of the line structure.
public enum LineStyle: String, Sendable {
  /// Lines stay; a rejoined word moves up to the line that it began on.
  case keep
  /// One paragraph, one line, with an empty line between.
  case reflow
}
