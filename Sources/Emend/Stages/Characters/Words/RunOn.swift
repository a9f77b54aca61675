/// Words that were run together, with what divides them.
struct RunOn {
  let range: Range<Int>
  /// One for each space.
  let edits: [Edit]
  /// Bits for the words in their place less those of the spaces, as `Reading.score` has them.
  let score: Double
  /// Whether each word is known to follow the one before it, or most words that are none are run together.
  let isExpected: Bool
}
