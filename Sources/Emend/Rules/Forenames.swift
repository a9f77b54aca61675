/// First names in print: `Dictionaries/names/forenames.tsv`.
struct Forenames: Sendable {
  /// What a first name says of its bearer.
  enum Bearer: Equatable {
    /// The Russian names that it can stand for, in Cyrillic.
    case russian([String])
    /// Russians do not bear it.
    case foreign
  }

  /// Russian names by form; no names for a form that Russians do not bear.
  private let byForm: [String: [String]]
  /// First letters of the forms of a Russian name.
  private let initials: [String: Set<Character>]

  /// Parsed when a name is first met that may have one.
  static let standard = Forenames(TextTable(embedded: "names/forenames.tsv"))

  init(_ table: TextTable) {
    var byForm: [String: [String]] = [:]
    var initials: [String: Set<Character>] = [:]
    for row in table.rows {
      for form in row[1].split(separator: ";") {
        byForm[String(form), default: []] += row[0] == "-" ? [] : [row[0]]
        if let first = form.first { initials[row[0], default: []].insert(first) }
      }
    }
    self.byForm = byForm
    self.initials = initials
  }

  /// The bearer of a first name as written, also in capitals; `nil` for other words.
  func bearer(of form: String) -> Bearer? {
    let names = byForm[form] ?? byForm[form.prefix(1) + form.dropFirst().lowercased()]
    return names.map { $0.isEmpty ? .foreign : .russian($0) }
  }

  /// Whether a Russian name has a form that begins with a letter.
  func mayBegin(_ cyrillic: String, with letter: Character) -> Bool {
    initials[cyrillic].map { $0.contains(letter) } ?? true
  }
}
