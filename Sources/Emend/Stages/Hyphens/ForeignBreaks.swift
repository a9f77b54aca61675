/// Decides on divided words of languages without a lexicon here: by the parts that keep their
/// hyphen, by pairs of adjectives, and by where a syllable may end.
struct ForeignBreaks {
  private let language: Language
  private let parts: LanguageParts

  init(_ language: Language) {
    self.language = language
    parts = LanguageParts.of(language)
  }

  /// The verdict on a word that the document does not write elsewhere, before a small letter.
  func verdict(of word: DividedWord, _ joined: inout JoinedWords) -> BreakVerdict? {
    let kinds = parts.kinds(word.tailHash)
    if kinds.contains(.conjunction) { return nil }
    if parts.hasCompound(word) { return .init(.hyphen, .certain, .inLexicon(word.compound)) }
    if kinds.contains(.last) {
      return .init(.hyphen, .certain, .pattern("-\(word.tail) takes a hyphen"))
    }
    if parts.kinds(word.headHash).contains(.first), word.tail.count >= 4 {
      return .init(.hyphen, .certain, .prefix(word.head))
    }
    if mayBePairOfAdjectives(word), isPairOfAdjectives(word.head.lowercased(), word.tail) {
      return .init(.hyphen, .certain, .pattern("two adjectives"))
    }
    if language == .german { return german(word, &joined) }
    if language == .russian, word.headHash == Self.po, word.tail.count >= 6,
      word.tail.hasSuffix("ому") || word.tail.hasSuffix("ему")
    {
      // `по-настоящему` is an adverb, `последнему` an adjective.
      return .init(.solid, .doubtful, .prefix(word.head))
    }
    if language == .polish || language == .russian, isTwoWords(word) {
      return .init(.hyphen, .certain, .pattern("no syllable ends at the break"))
    }
    return .init(.solid, .certain, .pattern("a syllable may end at the break"))
  }

  /// Before a capital: a hyphen that is printed, unless the capital is a misread small letter.
  func beforeCapital(_ word: DividedWord) -> BreakVerdict? {
    // Polish writes no capital inside a word, and S, Ś, C, Z differ from s, ś, c, z in size alone.
    guard language == .polish else { return nil }
    let (head, tail) = (word.head, word.tail)
    guard head.first?.isLowercase == true, !Self.beforeNames.contains(head),
      let first = tail.first, Self.sameInBothSizes.contains(first),
      tail.dropFirst().allSatisfy(\.isLowercase), tail.count > 1
    else { return nil }
    return .init(
      .lowered, .certain, .pattern("\(first) differs from the small letter in size alone"))
  }

  /// Whether the head ends in the letter in which such adjectives end: few do.
  private func mayBePairOfAdjectives(_ word: DividedWord) -> Bool {
    switch word.text.scalar(before: word.headRange.upperBound).scalar {
    case "o", "O", "о", "О": language == .polish || language == .russian
    case "h", "H": language == .german
    default: false
    }
  }

  /// `polsko-amerykańskich`, `советско-финская`, `deutsch-polnische`.
  private func isPairOfAdjectives(_ head: String, _ tail: String) -> Bool {
    switch language {
    case .german:
      return (head == "deutsch" || head.ends(in: "isch"))
        && Self.germanEnds.contains { tail.ends(in: "isch\($0)") || tail == "deutsch\($0)" }
    case .polish:
      return ["sko", "cko", "dzko"].contains { head.ends(in: $0) && head.count > $0.count + 1 }
        && !Self.adverbs.contains(head)
        && Self.polishEnds.contains { tail.ends(in: "sk\($0)") || tail.ends(in: "ck\($0)") }
        && tail.count > 4
    case .russian:
      return ["ско", "цко"].contains { head.ends(in: $0) && head.count > $0.count + 1 }
        && Self.russianEnds.contains { tail.ends(in: "ск\($0)") || tail.ends(in: "цк\($0)") }
        && tail.count > 4
    default: return false
    }
  }

  /// A consonant is not parted from the vowel behind it, but where two words meet.
  private func isTwoWords(_ word: DividedWord) -> Bool {
    let first = word.text.scalar(at: word.tailRange.lowerBound).scalar
    guard Syllables.isVowel(first) else { return false }
    let (head, tail) = (word.head.lowercased(), word.tail)
    return Syllables.splitsConsonantFromVowel(head, tail) && Syllables.hasVowel(head)
      && head.count >= 5 && tail.count >= 5
      && !parts.kinds(word.headHash).contains(.prefix)
  }

  /// German changes letters where it divides: ck was divided as k-k, and of three equal consonants
  /// one was left out before a vowel as long as the word stood in one line (until 1996).
  private func german(_ word: DividedWord, _ joined: inout JoinedWords) -> BreakVerdict? {
    let solid = word.solid
    let plain = BreakVerdict(.solid, .certain, .pattern("small letters go on a German word"))
    guard let last = word.head.last, last == word.tail.first else { return plain }
    if last == "k" {
      let folded = solid.lowercased()
      if parts.doubleK.contains(where: { folded.contains($0) }) { return plain }
      // ck stands behind a vowel; `Werk-kunst`, `Musik-kapelle` are two words.
      let before = word.head.dropLast().suffix(1)
      if !Syllables.hasVowel(String(before)) { return plain }
      if before == "i", !word.tail.hasPrefix("ke"), !word.tail.hasPrefix("ki") { return plain }
      return .init(.endingInC, .certain, .pattern("ck is divided as k-k"))
    }
    let rest = word.tail.dropFirst()
    guard word.head.dropLast().last == last, !Syllables.hasVowel(String(last)),
      let vowel = rest.first, Syllables.hasVowel(String(vowel))
    else { return plain }
    let evidence = Evidence.pattern("three equal consonants")
    if joined.usage(of: String(word.head.dropLast()) + word.tail).count > 0 {
      return .init(.withoutLast, .certain, evidence)
    }
    let isOld = joined.usage(of: "daß").count > 0
    let isNew = joined.usage(of: "dass").count > 0
    guard isOld != isNew else { return .init(.solid, .doubtful, evidence) }
    return .init(isOld ? .withoutLast : .solid, .certain, evidence)
  }

  private static let po = WordHash.of("по")
  private static let germanEnds = ["", "e", "em", "en", "er", "es"]
  private static let polishEnds = [
    "i", "a", "ą", "ie", "iego", "iej", "iem", "iemu", "ich", "im", "imi", "iemi",
  ]
  private static let russianEnds = [
    "ий", "ого", "ому", "им", "ом", "ая", "ой", "ою", "ую", "ое", "ие", "их", "ими", "аго", "ия",
  ]
  /// Written in one word with the adjective behind them (`bliskowschodni`).
  private static let adverbs: Set<String> = ["blisko", "nisko", "płasko", "wąsko", "wojsko"]
  /// Parts that keep their hyphen before a name (`nie-Polak`).
  private static let beforeNames: Set<String> = [
    "anty", "eks", "nie", "niby", "post", "pro", "quasi", "ultra",
  ]
  private static let sameInBothSizes: Set<Character> = [
    "C", "Ć", "K", "O", "Ó", "P", "S", "Ś", "U", "V", "W", "X", "Z", "Ź", "Ż",
  ]
}

extension String {
  /// Whether it ends in these characters: byte by byte, which composed text allows.
  fileprivate func ends(in suffix: String) -> Bool {
    utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}
