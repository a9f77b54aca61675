/// The parts of words that tell, in one language, what a hyphen at a line end means
/// (`hyphens/parts.tsv`).
struct LanguageParts: Sendable {
  private(set) var compounds: Set<String> = []
  private(set) var conjunctions: Set<String> = []
  /// Stems with a true kk.
  private(set) var doubleK: Set<String> = []
  private(set) var first: Set<String> = []
  private(set) var last: Set<String> = []
  private(set) var nameEnds: Set<String> = []
  /// Prefixes whose consonant may stand before a vowel at a break.
  private(set) var prefixes: Set<String> = []

  private static let all: [Language: LanguageParts] = {
    var all: [Language: LanguageParts] = [:]
    for row in TextTable(embedded: "hyphens/parts.tsv").rows {
      guard let language = Language(rawValue: row[0]) else { continue }
      all[language, default: LanguageParts()].add(row[2], as: row[1])
    }
    return all
  }()

  static func of(_ language: Language) -> LanguageParts { all[language] ?? LanguageParts() }

  private mutating func add(_ part: String, as kind: String) {
    switch kind {
    case "compound": compounds.insert(part)
    case "conjunction": conjunctions.insert(part)
    case "double-k": doubleK.insert(part)
    case "first": first.insert(part)
    case "last": last.insert(part)
    case "name-end": nameEnds.insert(part)
    case "prefix": prefixes.insert(part)
    default: preconditionFailure("hyphens/parts.tsv has no kind \(kind)")
    }
  }
}
