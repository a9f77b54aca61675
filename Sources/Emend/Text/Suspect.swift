/// A word that the lexicon does not account for, or that deserves a second look.
struct Suspect: Sendable, Equatable {
  var startOffset: UInt32
  private let packed: UInt16
  let kind: Kind

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

  init(start: Int, count: Int, kind: Kind) {
    startOffset = UInt32(start)
    packed = UInt16(Swift.min(count, Self.longest))
    self.kind = kind
  }

  /// Bytes of the text.
  var range: Range<Int> { Int(startOffset)..<Int(startOffset) + Int(packed) }
}
