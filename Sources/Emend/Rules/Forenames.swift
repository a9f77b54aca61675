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
  /// Forms of a Russian name.
  private let forms: [String: [String]]

  /// Parsed when a name is first met that may have one.
  static let standard = Forenames(TextTable(embedded: "names/forenames.tsv"))

  init(_ table: TextTable) {
    var byForm: [String: [String]] = [:]
    var forms: [String: [String]] = [:]
    for row in table.rows {
      let isForeign = row[0] == "-"
      // By bytes: characters took most of the time to read the table.
      for cell in row[1].utf8.split(separator: UInt8(ascii: ";")) {
        let form = String(Substring(cell))
        if isForeign {
          byForm[form, default: []] += []
        } else {
          byForm[form, default: []].append(row[0])
          forms[row[0], default: []].append(form)
        }
      }
    }
    self.byForm = byForm
    self.forms = forms
  }

  /// The bearer of a first name as written, also in capitals; `nil` for other words.
  func bearer(of form: String) -> Bearer? {
    let names = byForm[form] ?? byForm[form.prefix(1) + form.dropFirst().lowercased()]
    return names.map { $0.isEmpty ? .foreign : .russian($0) }
  }

  /// The form of a Russian name from which a word differs in one or two letters at one place, as `Maxdm`
  /// from `Maxim`; with what was read there, and what was printed.
  func misreading(
    _ word: String, of cyrillic: String
  ) -> (form: String, read: String, printed: String)? {
    guard word.count >= 4 else { return nil }
    for form in forms[cyrillic] ?? [] where form.count >= 4 && form != word {
      let start = zip(word, form).prefix { $0 == $1 }.count
      let most = Swift.min(word.count, form.count) - start
      let end = Swift.min(most, zip(word.reversed(), form.reversed()).prefix { $0 == $1 }.count)
      let (read, printed) = (word.count - start - end, form.count - start - end)
      guard start + end >= 3, (1...2).contains(read), (1...2).contains(printed) else { continue }
      return (
        form, String(word.dropFirst(start).prefix(read)),
        String(form.dropFirst(start).prefix(printed))
      )
    }
    return nil
  }

  /// Whether a Russian name has a form that begins with a letter.
  func mayBegin(_ cyrillic: String, with letter: Character) -> Bool {
    forms[cyrillic].map { $0.contains { $0.first == letter } } ?? true
  }
}
