/// Names and their accepted forms: `Dictionaries/names/authority.tsv`, and a file of the user's.
public struct AuthorityFile: Sendable, Equatable {
  public struct Name: Sendable, Equatable {
    /// The form that a name gets by default.
    public let heading: String
    /// Empty where it is not known.
    public let cyrillic: String
    /// Other forms found in print, each a single token.
    public let variants: [String]
    /// Whether it keeps the form of another language: a romanisation scheme does not spell it.
    public let isForeign: Bool
  }

  public let names: [Name]
  /// Index of a name by each of its forms, in small letters with a straight apostrophe.
  private let byForm: [String: Int]
  /// Forms that look like one and are left, with their case.
  private let left: Set<String>
  /// Hashes of the runs of letters in each form: most words are dismissed by them.
  private let parts: Set<UInt64>

  public static let standard = AuthorityFile([TextTable(embedded: "names/authority.tsv")])

  /// The standard file with the rows of a user's, which win: a heading or variant that both have is
  /// the user's, and so is a form that the user leaves.
  public init(adding table: TextTable) {
    self.init([TextTable(embedded: "names/authority.tsv"), table])
  }

  /// - Parameter tables: later ones win.
  init(_ tables: [TextTable]) {
    let rows = tables.flatMap(\.rows)
    names = rows.map { row in
      Name(
        heading: row[0], cyrillic: row[1], variants: Self.cells(row[4]),
        isForeign: row[3] == "foreign")
    }
    var byForm: [String: Int] = [:]
    var left: Set<String> = []
    for (index, name) in names.enumerated() {
      for form in [name.heading] + name.variants {
        byForm[Self.key(form)] = index
        left.remove(form)
      }
      left.formUnion(Self.cells(rows[index][5]))
    }
    self.byForm = byForm
    self.left = left
    parts = Set(
      byForm.keys.flatMap { $0.split { !$0.isLetter }.map { WordHash.of(String($0)) } })
  }

  private static func cells(_ column: String) -> [String] {
    column.split(separator: ";").map { String($0) }
  }

  /// The name that a token is a form of.
  /// - Complexity: O(length).
  public func name(for token: String) -> Name? {
    left.contains(token) ? nil : byForm[Self.key(token)].map { names[$0] }
  }

  /// Whether the file names the form as one that is to be left.
  public func leaves(_ form: String) -> Bool { left.contains(form) }

  /// Whether a form may hold the word of this hash.
  func mayHold(_ hash: UInt64) -> Bool { parts.contains(hash) }

  private static func key(_ form: String) -> String {
    String(form.lowercased().map { $0 == "\u{2019}" ? "'" : $0 })
  }
}
