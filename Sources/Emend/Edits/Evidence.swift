/// Why an edit was proposed: a value, so that reports can count it.
public enum Evidence: Equatable, Sendable {
  /// The lexicon has the word.
  case inLexicon(String)
  /// The document itself writes it so, this many times.
  case inDocument(String, count: Int)
  /// The bytes cannot stand in UTF-8.
  case invalidUTF8
  /// Unicode normalisation form C.
  case composed
  /// The line stands where the page ends or begins.
  case pageEdge(page: Int)
  /// The folios before and behind it make this number.
  case folio(expected: Int)
  /// The line is repeated on this many pages.
  case repeated(pages: Int)
  /// A line of a publisher's download sheet, with this score.
  case boilerplate(score: Int)
  /// A download sheet, with what it says of the text.
  case cover(facts: String, score: Int)
  /// The lines around it are one sentence.
  case insideSentence
  /// An ordinary line of this document ends in a space, this one does not.
  case noTrailingSpace
  /// A prefix that is written with a hyphen.
  case prefix(String)
  /// An abbreviation stands before it, that a stop ends.
  case abbreviation(String)
  /// The second half starts with a capital or a digit.
  case capitalOrDigit
  /// The quotation that it opens or closes has this other end.
  case pairedQuote(with: String)
  /// One confusion of the OCR away from a word, with the cost of it and of the next candidate.
  case confusion(String, of: String)
  /// The words beside it ask for it.
  case context(String)
  /// The sequence of note markers asks for it.
  case sequence(expected: Int)
  /// A pattern of print or typing that has only this reading.
  case pattern(String)
  /// The authority file has this heading for the name.
  case authority(heading: String)
  /// Spelt by this romanisation of the Cyrillic form.
  case romanised(String, scheme: String)
  /// Both forms stand for this Cyrillic one, and the other is used this many times.
  case sameName(String, as: String, count: Int)

  /// In words, for `--explain` and the journal; at most about 80 bytes for usual words.
  public var description: String {
    switch self {
    case .inLexicon(let word): "lexicon has \(word)"
    case .inDocument(let word, let count): "document has \(word) \(count)x"
    case .invalidUTF8: "not UTF-8"
    case .composed: "Unicode NFC"
    case .pageEdge(let page): "at the edge of page \(page)"
    case .folio(let expected): "folio \(expected) is due"
    case .repeated(let pages): "repeated on \(pages) pages"
    case .boilerplate(let score): "download sheet, score \(score)"
    case .cover(let facts, let score):
      "download sheet, score \(score)" + (facts.isEmpty ? "" : ": \(facts)")
    case .insideSentence: "inside a sentence"
    case .noTrailingSpace: "no space at the line end"
    case .prefix(let prefix): "prefix \(prefix)-"
    case .abbreviation(let name): "abbreviation \(name)."
    case .capitalOrDigit: "capital or digit follows"
    case .pairedQuote(let other): "pairs with \(other)"
    case .confusion(let read, let printed): "\(read) read for \(printed)"
    case .context(let words): "beside \(words)"
    case .sequence(let expected): "marker \(expected) is due"
    case .pattern(let what): what
    case .authority(let heading): "authority file: \(heading)"
    case .romanised(let cyrillic, let scheme): "\(cyrillic) in \(scheme)"
    case .sameName(let cyrillic, let form, let count): "\(cyrillic), written \(form) \(count)x"
    }
  }
}
