/// What a document has shown of itself: its words, its lines, its habits.
///
/// Gathered in one pass before any stage edits, and carried from window to window.
public struct DocumentEvidence: Sendable {
  var counts: DocumentCounts
  public var lines = LineEvidence()
  public var quotes = QuoteEvidence()
  public var prose = ProseEvidence()

  init(for lexicon: Lexicon) {
    counts = DocumentCounts(for: lexicon)
  }

  /// Hands the counts out to one who puts them back: megabytes, of which a change would make a copy if
  /// two had them.
  mutating func takeCounts(for lexicon: Lexicon) -> DocumentCounts {
    var taken = DocumentCounts(for: lexicon)
    swap(&taken, &counts)
    return taken
  }
}
