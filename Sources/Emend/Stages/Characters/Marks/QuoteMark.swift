/// One quotation mark, or a glyph that may be a misread one.
struct QuoteMark {
  enum Side {
    case opening, closing
  }

  /// Bytes of the glyph; for a glyph that stands in a word's place of a letter, that letter.
  let span: Range<Int>
  let side: Side
  /// A glyph other than a quotation mark.
  let isMisread: Bool
  /// Whether the letters beside it make a word only without it: evidence of its own.
  var isAlone = false
}
