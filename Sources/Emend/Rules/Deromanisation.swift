/// Spells Latin letters in Cyrillic, as Russian.
///
/// Of the readings of a word it takes the first that its scheme spells so, else the most usual: no scheme
/// says how `Tchitcherin` is to be read, but the table of readings does.
public struct Deromanisation: Sendable {
  private let schemes: [Romanisation]
  /// How far from the most usual reading one is looked for that a scheme spells so.
  private let slack: Int

  /// Reads any spelling: of readings that are equally usual that of ALA-LC, of BGN/PCGN, of popular
  /// English, or of ISO/R 9.
  public static let usual = Deromanisation(
    ["ala-lc", "bgn", "popular", "iso-rus-cyrl-latn-r9-1968"].map { Romanisation(scheme: $0) },
    slack: 0)

  /// Reads what a scheme spells.
  public init(_ scheme: Romanisation) { self.init([scheme], slack: .max) }

  private init(_ schemes: [Romanisation], slack: Int) {
    self.schemes = schemes
    self.slack = slack
  }

  /// A text word by word; what is no letter passes as it is.
  /// - Complexity: O(*n*), some 0.1 ms a word.
  public func cyrillic(_ latin: String) -> String {
    var text = ""
    var word = ""
    for character in latin {
      // A mark that stands for a sign of Cyrillic, or between letters, belongs to the word.
      if character.isLetter || !word.isEmpty && Self.marks.contains(character) {
        word.append(character)
        continue
      }
      text += spelt(word)
      word = ""
      text.append(character)
    }
    return text + spelt(word)
  }

  private static let marks: Set<Character> = ["'", "’", "”", "ʹ", "ʺ", "·", "`", "\u{B4}"]

  private func spelt(_ word: String) -> String {
    guard word.contains(where: { $0.isLetter && $0 < "\u{250}" }) else { return word }
    let small = word.lowercased()
    let forms = CyrillicReadings(of: word).forms(limit: 400, slack: slack)
    for scheme in schemes {
      if let form = forms.first(where: { scheme.latin($0) == small }) {
        return Self.dressed(form, as: word)
      }
    }
    return forms.first.map { Self.dressed($0, as: word) } ?? word
  }

  /// A form in the case of a word.
  private static func dressed(_ form: String, as word: String) -> String {
    if word.count > 1, word == word.uppercased() { return form.uppercased() }
    guard word.first?.isUppercase == true else { return form }
    return form.prefix(1).uppercased() + form.dropFirst()
  }
}
