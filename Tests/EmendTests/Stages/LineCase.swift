import Testing

/// A row of a table of tests: what a text becomes, in `LineNotation`.
struct LineCase: CustomTestStringConvertible, Sendable {
  let damaged: String
  let repaired: String
  /// Why the case fails today; `nil` for one that does not.
  let knownIssue: Comment?

  init(_ damaged: String, _ repaired: String, knownIssue: Comment? = nil) {
    self.damaged = damaged
    self.repaired = repaired
    self.knownIssue = knownIssue
  }

  /// A text that looks damaged and is not.
  init(stays text: String, knownIssue: Comment? = nil) {
    self.init(text, text, knownIssue: knownIssue)
  }

  var testDescription: String { damaged }

  /// Expects what the row says, or that it fails as it is known to.
  func check(_ clean: (String) throws -> String) throws {
    if let knownIssue {
      try withKnownIssue(knownIssue) {
        let result = try clean(damaged)
        #expect(result == repaired)
      }
    } else {
      let result = try clean(damaged)
      #expect(result == repaired)
    }
  }
}
