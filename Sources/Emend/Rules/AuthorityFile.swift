/// Names and their accepted forms: `Dictionaries/names/authority.tsv`.
public struct AuthorityFile: Sendable {
  public struct Name: Sendable {
    /// The form that a name gets by default.
    public let heading: String
    public let cyrillic: String
    /// Other forms found in print, each a single token.
    public let variants: [String]
  }

  public let names: [Name]
  /// Index of a name by each of its forms, in small letters with a straight apostrophe.
  private let byForm: [String: Int]
  /// Forms that look like one and are left, with their case.
  private let left: Set<String>
  /// Hashes of the letters that each form begins with: most words are dismissed by them.
  private let beginnings: Set<UInt64>

  public static let standard = AuthorityFile(TextTable(embedded: "names/authority.tsv"))

  init(_ table: TextTable) {
    names = table.rows.map { row in
      Name(
        heading: row[0], cyrillic: row[1],
        variants: row[4].split(separator: ";").map { String($0) })
    }
    var byForm: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      for form in [name.heading] + name.variants { byForm[Self.key(form)] = index }
    }
    self.byForm = byForm
    left = Set(table.rows.flatMap { $0[5].split(separator: ";").map { String($0) } })
    beginnings = Set(byForm.keys.map { WordHash.of(String($0.prefix { $0.isLetter })) })
  }

  /// The name that a token is a form of.
  /// - Complexity: O(length).
  public func name(for token: String) -> Name? {
    left.contains(token) ? nil : byForm[Self.key(token)].map { names[$0] }
  }

  /// Whether a form may begin with the word of this hash.
  func mayBegin(_ hash: UInt64) -> Bool { beginnings.contains(hash) }

  private static func key(_ form: String) -> String {
    String(form.lowercased().map { $0 == "\u{2019}" ? "'" : $0 })
  }
}
