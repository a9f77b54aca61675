import Emend

/// Whether a spelling may be a romanisation of a Cyrillic form at all, told without the table of
/// readings: by the order of the consonants that all romanisations agree on.
enum Resemblance {
  static func isLikely(_ latin: String, of cyrillic: String) -> Bool {
    let plain = Self.alaLC.latin(cyrillic)
    return endsInA(latin) == endsInA(plain) && isSlavic(cyrillic)
      && skeleton(latin) == skeleton(plain) && hasVowels(latin, of: cyrillic)
  }

  private static let alaLC = Romanisation(scheme: "ala-lc")

  /// Feminine and masculine stay apart.
  private static func endsInA(_ word: String) -> Bool {
    word.last.map { "aáà".contains($0) } ?? false
  }

  /// The endings of Russian, Ukrainian and Belarusian names: clusters hold Chinese and Arabic ones, too,
  /// whose Latin forms are no romanisations of the Cyrillic.
  private static func isSlavic(_ cyrillic: String) -> Bool {
    let endings = [
      "ов", "ев", "ёв", "ин", "ын", "ий", "ый", "ой", "ич", "енко", "ко", "ук", "юк", "ова", "ева",
      "ёва", "ина", "ая", "вна", "их", "ых", "як",
    ]
    return cyrillic.count > 4 && endings.contains { cyrillic.hasSuffix($0) }
  }

  /// Whether it has an `a` for each а and я, and as many `o` as о and ё together, or less for ё:
  /// unstressed vowels that are written by ear are no romanisation.
  private static func hasVowels(_ latin: String, of cyrillic: String) -> Bool {
    let o = latin.replacing("ou", with: "u").replacing("oe", with: "u").replacing("oo", with: "u")
    let count = { (word: String, letters: String) in word.count { letters.contains($0) } }
    let jo = count(cyrillic, "ё")
    let fewest = count(cyrillic, "о")
    return count(latin, "aáàâäăāã") == count(cyrillic, "ая")
      && (fewest...fewest + jo).contains(count(o, "oóòöőôõ"))
  }

  private static func skeleton(_ word: String) -> String {
    var out = ""
    for scalar in word.lowercased().unicodeScalars {
      let letter: Character? =
        switch scalar {
        case "b": "b"
        case "d", "ď": "d"
        case "l", "ł", "ľ", "ļ", "ĺ": "l"
        case "m": "m"
        case "n", "ň", "ń", "ņ", "ñ": "n"
        case "p": "p"
        case "r", "ř": "r"
        case "v", "w", "f": "v"
        default: nil
        }
      if let letter, out.last != letter { out.append(letter) }
    }
    return out
  }
}
