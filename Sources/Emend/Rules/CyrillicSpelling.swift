/// How unusual it is in a language that one letter stands behind another.
struct CyrillicSpelling: Sendable {
  /// Stands for the beginning and the end of a word.
  static let edge: Character = " "

  let language: CyrillicLanguage

  private static let vowels: Set<Character> = Set("аеёєиіїоуыэюя")
  private static let iotated: Set<Character> = Set("еёєїюяи")
  private static let voiceless: Set<Character> = Set("кпстфхцчшщ")
  private static let backOrSharp: Set<Character> = Set("гкхжшчщ")

  /// From 0 (usual) to 20 (impossible).
  func cost(of letter: Character, behind last: Character) -> Int {
    let isVowel = Self.vowels.contains(last)
    switch letter {
    case "ъ" where language == .bulgarian: return last == Self.edge ? 3 : 1
    case "ь", "ъ", "’":
      if isVowel || "йьъ’".contains(last) || last == Self.edge { return 20 }
      return letter == "ь" ? 0 : 1
    case "ы": return isVowel || last == Self.edge || Self.backOrSharp.contains(last) ? 20 : 0
    case "й": return isVowel ? 0 : last == Self.edge ? 2 : 20
    case "ї": return isVowel ? last == "і" ? 3 : 1 : last == Self.edge || last == "’" ? 0 : 20
    case "ў": return isVowel ? 0 : last == Self.edge ? 3 : 20
    case "у" where language == .belarusian && isVowel: return 4
    case "и" where isVowel, "і" where isVowel: return language == .ukrainian ? 8 : 4
    case "е" where language == .ukrainian && (isVowel || last == Self.edge): return 2
    case "є" where !isVowel && last != Self.edge && last != "’": return 3
    case "ё": return afterSign(last) + (last == Self.edge || language == .belarusian ? 1 : 3)
    case "э": return isVowel ? 1 : last == Self.edge ? 1 : 6
    case Self.edge: return last == "ы" ? 3 : 0
    default: return plainCost(of: letter, behind: last, isVowel)
    }
  }

  private func plainCost(of letter: Character, behind last: Character, _ isVowel: Bool) -> Int {
    let isOpen = Self.vowels.contains(letter)
    var cost = afterSign(last, before: letter)
    if last == "й", isOpen { cost += 3 }
    if last == "й", !isOpen, letter != "к", language == .ukrainian { cost += 2 }
    if last == "і", isOpen, language == .belarusian { cost += 4 }
    // Ukrainian и stands before no vowel; Russian иу is a Ю mostly.
    if last == "и", isOpen { cost += language == .ukrainian ? 8 : letter == "у" ? 4 : 1 }
    if last == "з" || last == "ж", Self.voiceless.contains(letter) { cost += 2 }
    return cost
  }

  private func afterSign(_ last: Character, before letter: Character = "ё") -> Int {
    switch last {
    case "ъ" where language != .bulgarian, "’": Self.iotated.contains(letter) ? 0 : 20
    case "ь" where "ауыэ".contains(letter): 20
    default: 0
    }
  }
}
