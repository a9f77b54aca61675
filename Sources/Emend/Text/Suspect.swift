/// A word that the lexicon does not account for, or that deserves a second look.
struct Suspect: Sendable, Equatable {
  /// The `WordHash` of the word, in any case.
  let hash: UInt64
  var startOffset: UInt32
  private let length: UInt8
  let kind: Kind
  /// Whether the lexicon has it, perhaps as a name only.
  let isInLexicon: Bool

  enum Kind: UInt8, Sendable {
    /// Not in the lexicon.
    case unknown
    /// In the lexicon, and flagged there as a likely misreading or a variant of a name.
    case flagged
    /// In the lexicon, but with a capital inside.
    case mixedCase
    /// A letter by itself other than `a`, `A`, `I`.
    case single
  }

  /// Longest word that is looked at, in bytes.
  static let longest = 255

  init(start: Int, count: Int, kind: Kind, hash: UInt64, isInLexicon: Bool) {
    startOffset = UInt32(start)
    length = UInt8(clamping: count)
    self.kind = kind
    self.hash = hash
    self.isInLexicon = isInLexicon
  }

  /// Bytes of the text.
  var range: Range<Int> { Int(startOffset)..<Int(startOffset) + Int(length) }
}
