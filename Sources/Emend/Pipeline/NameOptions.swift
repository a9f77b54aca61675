/// How transliterated names are spelt, and where.
public struct NameOptions: Sendable, Equatable {
  public enum Spelling: Sendable, Equatable {
    /// The heading of the authority file; the document's usual form for names that it lacks.
    case authority
    /// The form that the document itself uses most.
    case document
    /// The form that a collection of documents uses most.
    case corpus(NameCounts)
    /// Every known name by a romanisation scheme, given by its id.
    case scheme(String)
    /// Every known name in Cyrillic.
    case cyrillic
    /// Names are left alone.
    case off
  }

  /// Where a variant may be evidence rather than usage.
  public enum Place: String, CaseIterable, Sendable {
    case text, quotations, titles
  }

  /// What is done to a variant.
  public enum Manner: String, CaseIterable, Sendable {
    /// The normal form takes its place.
    case replace
    /// The normal form follows it in brackets.
    case annotate = "text"
    /// The text stays; the journal has the normal form.
    case report = "journal"
    /// The text stays; the journal has every name, also one that is as it should be.
    case concordance
  }

  public var spelling = Spelling.authority
  /// Where a variant is `certain` to be changed; elsewhere it is `likely`.
  public var places: Set<Place> = [.text]
  public var manner = Manner.replace
  /// Stands for the standard authority file.
  public var authority: AuthorityFile?

  public init(spelling: Spelling = .authority, places: Set<Place> = [.text]) {
    self.spelling = spelling
    self.places = places
  }
}
