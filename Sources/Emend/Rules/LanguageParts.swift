/// The parts of words that tell, in one language, what a hyphen at a line end means
/// (`hyphens/parts.tsv`).
final class LanguageParts: Sendable {
  /// What a part is, as bits.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8
    static let conjunction = Kinds(rawValue: 1)
    static let first = Kinds(rawValue: 2)
    static let last = Kinds(rawValue: 4)
    static let nameEnd = Kinds(rawValue: 8)
    /// A prefix whose consonant may stand before a vowel at a break.
    static let prefix = Kinds(rawValue: 16)
    static let compound = Kinds(rawValue: 32)
    /// No half of any compound.
    static let apart = Kinds(rawValue: 64)
    /// A small word in the middle of a name.
    static let nameLink = Kinds(rawValue: 128)
  }

  /// Compounds that may have an ending that the list does not have, in small letters.
  private let stems: [[UInt8]]
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
    stems = parts("compound").filter { $0.count >= 8 }.map { Array($0.utf8) }
    doubleK = Set(parts("double-k"))
    kinds = WordBits(
      rows.compactMap { row in
        let kind: Kinds? =
          switch row.kind {
          case "apart": .apart
          case "conjunction": .conjunction
          case "first": .first
          case "last": .last
          case "name-end": .nameEnd
          case "name-link": .nameLink
          case "prefix": .prefix
          case "compound": .compound
          case "double-k": nil
          default: preconditionFailure("hyphens/parts.tsv has no kind \(row.kind)")
          }
        return kind.map { (row.part, $0.rawValue) }
      })
  }

  /// What a part with this hash is; empty for what is none.
  func kinds(_ hash: UInt64) -> Kinds { Kinds(rawValue: kinds[hash]) }

  /// Whether a divided word is a compound of the list, with an ending of three letters at most that
  /// the list need not have.
  func hasCompound(_ word: DividedWord) -> Bool {
    if kinds(word.compoundHash()).contains(.compound) { return true }
    let hyphen = word.chainRange.count
    let count = hyphen + 1 + word.tailRange.count
    // Told by the place of the hyphen before a string is made.
    return stems.contains { stem in
      guard stem.count <= count, hyphen >= stem.count || stem[hyphen] == .hyphen else {
        return false
      }
      let compound = word.compound.utf8
      return compound.starts(with: stem)
        && String(decoding: compound.dropFirst(stem.count), as: UTF8.self).count <= 3
    }
  }
}
