/// How transliterated names are spelt, and where.
public struct NameOptions: Sendable, Equatable {
  public enum Spelling: Sendable, Equatable {
    /// The heading of the authority file; the document's usual form for names that it lacks.
    case authority
    /// The form that the document itself uses most.
    case document
    /// Every known name by a romanisation scheme, given by its id.
    case scheme(String)
    /// Names are left alone.
    case off
  }

  /// Where a variant may be evidence rather than usage.
  public enum Place: String, CaseIterable, Sendable {
    case text, quotations, titles
  }

  public var spelling = Spelling.authority
  /// Where a variant is `certain` to be changed; elsewhere it is `likely`.
  public var places: Set<Place> = [.text]

  public init(spelling: Spelling = .authority, places: Set<Place> = [.text]) {
    self.spelling = spelling
    self.places = places
  }
}
