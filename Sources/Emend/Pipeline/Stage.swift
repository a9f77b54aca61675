/// Reads a window and proposes edits; never changes text.
public protocol Stage: Sendable {
  var id: StageID { get }

  /// Appends edits in text order. Edits of one stage must not depend on each other.
  func propose(for window: Window, into edits: inout [Edit])
}
