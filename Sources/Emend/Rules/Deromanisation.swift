/// Spells Latin letters in Cyrillic.
///
/// By a scheme a word is what the scheme spells so. Without one Russian is read by the habits of print at
/// large: no scheme says how `Tchitcherin` is to be read, but the table of readings does. Ukrainian,
/// Belarusian and Bulgarian are read by whichever of their schemes gives the most usual word.
public struct Deromanisation: Sendable {
  private let language: CyrillicLanguage
  private let inverses: [SchemeInverse]
  /// Of readings by habit that are equally usual, the first that one of these spells so is taken.
  private let schemes: [Romanisation]

  /// Reads any spelling of a Russian word: of readings that are equally usual that of ALA-LC, of BGN/PCGN, of
  /// popular English, or of ISO/R 9.
  public static let usual = Deromanisation(
    language: .russian, inverses: [],
    schemes: CyrillicLanguage.russian.schemes.map { Romanisation(scheme: $0) })

  /// Reads any spelling of a language (ISO 639-3: `rus`, `ukr`, `bel`, `bul`); `nil` for another one.
  public static func usual(language code: String) -> Deromanisation? {
    guard let language = CyrillicLanguage(rawValue: code) else { return nil }
    if language == .russian { return usual }
    return Deromanisation(
      language: language,
      inverses: language.schemes.map {
        SchemeInverse(Romanisation(scheme: $0), language)
      }, schemes: [])
  }

  /// Reads what a scheme spells.
  /// - Parameter scheme: the id of a scheme.
  public init(scheme: String) {
    let code = Romanisation.schemes.first { $0.id == scheme }?.language ?? "rus"
    let language = CyrillicLanguage(rawValue: code) ?? .russian
    self.init(
      language: language,
      inverses: [SchemeInverse(Romanisation(scheme: scheme), language)],
      schemes: [])
  }

  private init(language: CyrillicLanguage, inverses: [SchemeInverse], schemes: [Romanisation]) {
    self.language = language
    self.inverses = inverses
    self.schemes = schemes
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

  private static let marks: Set<Character> = ["'", "’", "”", "ʹ", "ʺ", "ʼ", "·", "`", "\u{B4}"]

  private func spelt(_ word: String) -> String {
    guard word.contains(where: { $0.isLetter && $0 < "\u{250}" }) else { return word }
    if let form = inverse(of: word) ?? inverse(of: word.replacing("·", with: "")) {
      return Self.dressed(language.withApostrophes(form), as: word)
    }
    let forms = CyrillicReadings(of: word).forms(
      limit: 400, slack: schemes.isEmpty ? .max : 0)
    let small = word.lowercased()
    for scheme in schemes {
      if let form = forms.first(where: { scheme.latin($0) == small }) {
        return Self.dressed(form, as: word)
      }
    }
    return forms.first.map { Self.dressed(language.fromRussian($0), as: word) } ?? word
  }

  /// The most usual form that one of the schemes spells so; of several schemes none says what an English
  /// ending stands for.
  private func inverse(of word: String) -> String? {
    var best: (form: String, cost: Int)?
    for inverse in inverses {
      let ending =
        inverses.count > 1 ? language.adjective(word.lowercased()) { inverse.cyrillic($0) } : nil
      guard let found = ending ?? inverse.cyrillic(word), found.cost < best?.cost ?? .max else {
        continue
      }
      best = found
    }
    return best?.form
  }

  /// A form in the case of a word.
  private static func dressed(_ form: String, as word: String) -> String {
    if word.count > 1, word == word.uppercased() { return form.uppercased() }
    guard word.first?.isUppercase == true else { return form }
    return form.prefix(1).uppercased() + form.dropFirst()
  }
}
