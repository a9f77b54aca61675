/// The names of some documents: each with its forms and the places where they stand.
///
/// Fed with the journal of a run whose names stage reports every name
/// (`NameOptions.Manner.concordance`).
public struct NameConcordance {
  public struct Place: Sendable {
    public let file: String
    public let line: Int
  }

  public struct Variant: Sendable {
    public let form: String
    public internal(set) var places: [Place]
    /// Why the form is held for one of the name, where the file does not have it.
    public let reason: String
  }

  public struct Name: Sendable {
    public let heading: String
    /// Empty where it is not known.
    public let cyrillic: String
    /// Whether the authority file has the name.
    public let isListed: Bool
    /// `person`, `place` and the like, as the authority file has it.
    public let kind: String
    /// Whether it keeps the form of another language.
    public let isForeign: Bool
    /// The form that is used most comes first.
    public let variants: [Variant]

    public var count: Int { variants.reduce(0) { $0 + $1.places.count } }
  }

  private let authority: AuthorityFile
  /// By heading, then by form.
  private var listed: [String: [String: Variant]] = [:]
  /// By form.
  private var unlisted: [String: Variant] = [:]

  public init(authority: AuthorityFile = .standard) { self.authority = authority }

  /// Takes in an edit of the names stage; others are passed over.
  public mutating func add(_ entry: JournalEntry, file: String, line: Int) {
    guard entry.stage == .names else { return }
    let form = String(decoding: entry.removed, as: UTF8.self)
    let place = Place(file: file, line: line)
    if entry.rule == "names/misread" {
      add(form, to: heading(of: entry.inserted), place, reason: entry.evidence.description)
    } else if case .sameName = entry.evidence {
      unlisted[form, default: Variant(form: form, places: [], reason: "")].places.append(place)
    } else {
      // A form that the file does not list is told by what it would become.
      let listed = authority.name(for: form) == nil ? entry.inserted : form
      add(form, to: heading(of: listed), place, reason: "")
    }
  }

  private func heading(of form: String) -> String { authority.name(for: form)?.heading ?? form }

  private func cyrillic(of heading: String) -> String {
    if let name = authority.name(for: heading) { return name.cyrillic }
    if case .russian(let names) = Forenames.standard.bearer(of: heading) { return names[0] }
    return ""
  }

  private mutating func add(_ form: String, to heading: String, _ place: Place, reason: String) {
    listed[heading, default: [:]][
      form, default: Variant(form: form, places: [], reason: reason)
    ].places.append(place)
  }

  /// How often each form occurs.
  public var counts: NameCounts {
    var counts = NameCounts()
    for variant in listed.values.flatMap(\.values) + unlisted.values where variant.reason.isEmpty {
      for _ in variant.places { counts.add(variant.form) }
    }
    return counts
  }

  /// The names in the order of their headings.
  public func names() -> [Name] {
    var names = listed.map { heading, forms in
      let name = authority.name(for: heading)
      return Name(
        heading: heading, cyrillic: cyrillic(of: heading), isListed: true,
        kind: name?.kind ?? Self.usualKind, isForeign: name?.isForeign ?? false,
        variants: Self.sorted(forms.values))
    }
    names += unlistedNames()
    return names.sorted { ($0.heading, $0.isListed ? 0 : 1) < ($1.heading, $1.isListed ? 0 : 1) }
  }

  private func unlistedNames() -> [Name] {
    var forms = UnlistedNames()
    let misread = Set(listed.values.flatMap(\.values).filter { !$0.reason.isEmpty }.map(\.form))
    let unlisted = self.unlisted.filter { !misread.contains($0.key) }
    for (form, variant) in unlisted.sorted(by: { $0.key < $1.key }) {
      let text = Text(form)
      if let ending = RussianEnding(0..<text.count, in: text) {
        forms.add(form, ending: ending, count: variant.places.count)
      }
    }
    let choices = forms.choices()
    var groups: [String: (cyrillic: String, variants: [Variant])] = [:]
    for (form, variant) in unlisted {
      let choice = choices[form.lowercased()]
      let heading = choice?.form ?? Self.titleCase(form)
      var group = groups[heading] ?? ("", [])
      group.variants.append(
        Variant(
          form: form, places: variant.places,
          reason: choice.map { "stands for \($0.cyrillic), too" } ?? ""))
      if let choice { group.cyrillic = choice.cyrillic }
      groups[heading] = group
    }
    return groups.compactMap { heading, group in
      let text = Text(heading)
      // One form with an ending that other languages have is no sign of a Russian name.
      if group.variants.count == 1, RussianEnding(0..<text.count, in: text) != .strong {
        return nil
      }
      return Name(
        heading: heading,
        cyrillic: group.cyrillic.isEmpty ? UnlistedNames.cyrillic(of: heading) : group.cyrillic,
        isListed: false, kind: Self.usualKind, isForeign: false,
        variants: Self.sorted(group.variants))
    }
  }

  /// What a name in no file mostly is.
  private static let usualKind = "person"

  private static func titleCase(_ form: String) -> String {
    form.isCapitals ? form.prefix(1) + form.dropFirst().lowercased() : form
  }

  private static func sorted(_ variants: some Sequence<Variant>) -> [Variant] {
    variants.sorted { ($1.places.count, $0.form) < ($0.places.count, $1.form) }
  }
}
