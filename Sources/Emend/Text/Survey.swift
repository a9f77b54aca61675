/// What one pass over the words of a text finds: the places that a stage may care about.
struct Survey: Sendable {
  /// In text order.
  var suspects: [Suspect] = []
  /// Offsets of symbols, of stops and hyphens behind a blank, of digits that touch letters, and of the
  /// first byte of each run of characters beyond ASCII; in text order.
  var marks: [UInt32] = []
  /// `'` and `"` that stand between a blank and a letter.
  var singleOpenings = 0
  var doubleOpenings = 0
  /// Number of words.
  var words = 0
}
