/// A language in Cyrillic that Latin spellings can be led back to. Raw values are codes of ISO 639-3.
enum CyrillicLanguage: String {
  case russian = "rus"
  case ukrainian = "ukr"
  case belarusian = "bel"
  case bulgarian = "bul"

  /// Small letters of today's spelling, and the apostrophe where it is one of them.
  var alphabet: String {
    switch self {
    case .russian: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    case .ukrainian: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’"
    case .belarusian: "абвгдеёжзійклмнопрстуўфхцчшыьэюя’"
    case .bulgarian: "абвгдежзийклмнопрстуфхцчшщъьюя"
    }
  }

  /// The schemes by which a word is read whose scheme is not told, the most usual first.
  var schemes: [String] {
    switch self {
    case .russian: ["ala-lc", "bgn", "popular", "iso-rus-cyrl-latn-r9-1968"]
    case .ukrainian:
      [
        "ala-lc-ukr", "ua-ukr-cyrl-latn-2010", "bgnpcgn-ukr-cyrl-latn-1965",
        "alalc-ukr-cyrl-latn-1997",
      ]
    case .belarusian:
      ["ala-lc-bel", "bgnpcgn-bel-cyrl-latn-1979", "alalc-bel-cyrl-latn-1997"]
    case .bulgarian:
      [
        "bgnpcgn-bul-cyrl-latn-2013", "ala-lc-bul", "bgnpcgn-bul-cyrl-latn-1952",
        "alalc-bul-cyrl-latn-1997",
      ]
    }
  }

  /// The ending of surnames that English print writes `-sky` whatever the language.
  private var ending: String {
    switch self {
    case .russian: "ский"
    case .ukrainian: "ський"
    case .belarusian: "скі"
    case .bulgarian: "ски"
    }
  }

  /// The endings of such surnames.
  var endings: [String] { [ending, "ц" + ending.dropFirst()] }

  private static let latinEndings = ["skyi", "skyy", "skyj", "skii", "skij", "sky", "ski"]

  /// A surname in `-sky`, however that is spelt; `nil` for other words.
  func adjective(
    _ latin: String, _ read: (String) -> (form: String, cost: Int)?
  ) -> (form: String, cost: Int)? {
    let plain = latin.filter { !"'’ʹ".contains($0) }
    guard let end = Self.latinEndings.first(where: { plain.hasSuffix($0) }) else { return nil }
    let rest = plain.dropLast(end.count)
    // `-tsky` is -цкий.
    let isSoft = rest.last == "t"
    guard rest.count > 2, let stem = read(String(isSoft ? rest.dropLast() : rest)) else {
      return nil
    }
    return (stem.form + (isSoft ? "ц" + ending.dropFirst() : ending), stem.cost)
  }

  /// Behind a lip sound and before an iotated vowel the mark is an apostrophe, not a soft sign.
  func withApostrophes(_ word: String) -> String {
    guard self == .ukrainian || self == .belarusian else { return word }
    var letters = Array(word)
    for i in letters.indices.dropFirst().dropLast()
    where letters[i] == "ь" && "бпвмфр".contains(letters[i - 1])
      && "яюєїеё".contains(letters[i + 1])
    {
      letters[i] = "’"
    }
    return String(letters)
  }

  /// A word in Russian letters with the letters of the language.
  func fromRussian(_ word: String) -> String {
    let letters: [Character: String] =
      switch self {
      case .russian: [:]
      case .ukrainian: ["ы": "и", "э": "е", "ё": "йо", "ъ": "’"]
      case .belarusian: ["и": "і", "щ": "шч", "ъ": "’"]
      case .bulgarian: ["ы": "и", "э": "е", "ё": "ьо"]
      }
    return letters.isEmpty ? word : word.map { letters[$0] ?? String($0) }.joined()
  }
}
