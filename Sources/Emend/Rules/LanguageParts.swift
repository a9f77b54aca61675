/// The parts of words that tell, in one language, what a hyphen at a line end means
/// (`hyphens/parts.tsv`).
struct LanguageParts: Sendable {
  /// What a part is, as bits.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8
    static let conjunction = Kinds(rawValue: 1)
    static let first = Kinds(rawValue: 2)
    static let last = Kinds(rawValue: 4)
    static let nameEnd = Kinds(rawValue: 8)
    /// A prefix whose consonant may stand before a vowel at a break.
    static let prefix = Kinds(rawValue: 16)
  }

  private let compounds: Set<String>
  /// Those that may have an ending that the list does not have.
  private let stems: [String]
  /// Stems with a true kk.
  let doubleK: Set<String>
  private let kinds: WordBits

  private static let all: [Language: LanguageParts] = {
    let rows = Dictionary(grouping: TextTable(embedded: "hyphens/parts.tsv").rows) { $0[0] }
    var all: [Language: LanguageParts] = [:]
    for (name, rows) in rows {
      guard let language = Language(rawValue: name) else { continue }
      all[language] = LanguageParts(rows.map { (kind: $0[1], part: $0[2]) })
    }
    return all
  }()

  private static let none = LanguageParts([])

  static func of(_ language: Language) -> LanguageParts { all[language] ?? none }

  private init(_ rows: [(kind: String, part: String)]) {
    func parts(_ kind: String) -> [String] { rows.filter { $0.kind == kind }.map(\.part) }
    compounds = Set(parts("compound"))
    stems = compounds.filter { $0.count >= 8 }
    doubleK = Set(parts("double-k"))
    kinds = WordBits(
      rows.compactMap { row in
        let kind: Kinds? =
          switch row.kind {
          case "conjunction": .conjunction
          case "first": .first
          case "last": .last
          case "name-end": .nameEnd
          case "prefix": .prefix
          case "compound", "double-k": nil
          default: preconditionFailure("hyphens/parts.tsv has no kind \(row.kind)")
          }
        return kind.map { (row.part, $0.rawValue) }
      })
  }

  /// What a part with this hash is; empty for what is none.
  func kinds(_ hash: UInt64) -> Kinds { Kinds(rawValue: kinds[hash]) }

  /// Whether a compound is in the list, with an ending of three letters at most that the list need
  /// not have.
  func hasCompound(_ compound: String) -> Bool {
    if compounds.isEmpty { return false }
    return compounds.contains(compound)
      || stems.contains {
        compound.utf8.starts(with: $0.utf8) && compound.count <= $0.count + 3
      }
  }
}
