import CScan

/// The words that may be read in a document: those of English that are not in large lists only, and all
/// that the document repeats.
///
/// A class, since it is asked for in loops.
final class PossibleWords: WordFilter {
  let filter: HashFilter
  /// The words that the document repeats and the lexicon lacks.
  let own: HashFilter

  /// - Complexity: O(slots of the lexicon).
  init(_ lexicon: Lexicon, _ counts: DocumentCounts) {
    own = counts.repeatedUnknown
    var filter = lexicon.filterOfWords
    filter.formUnion(own)
    counts.addRepeated(to: &filter, lexicon)
    self.filter = filter
  }

  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool { filter.mayHold(hash) }

  func withFilter(_ body: (cscan_filter) -> Void) { unsafe filter.withFilter(body) }
}
