/// Decides what a word was that is divided at a line end.
///
/// Evidence in this order: the document's own use (of which a stray `govern-ment` must not outweigh
/// many `government`), the compounds that print writes with a hyphen, the language of the lines
/// around, the lexicon, prefixes, and whether the halves are words by themselves. No evidence: no
/// verdict.
struct BreakJudge {
  let window: Window
  /// The document's use, with the words that this stage has rejoined.
  let joined: JoinedWords
  /// Read when a word is first divided: a text without one would pay for nothing.
  private var tables: HyphenTables { .english }
  private let languages: LanguageRuns

  init(window: Window) {
    self.window = window
    joined = JoinedWords(window)
    languages = LanguageRuns(window)
  }

  func verdict(of word: DividedWord) -> BreakVerdict? {
    let (head, tail) = (word.head, word.tail)
    guard Self.isLatin(head) == Self.isLatin(tail) else { return nil }
    let headHash = WordHash.of(head)
    let tailHash = WordHash.of(tail)
    let whole = joined.usage(of: word.solid)
    let hyphenated = joined.count(compound: headHash, tailHash)
    if tail.unicodeScalars.first?.isUppercase == true {
      return beforeCapital(word, whole, hyphenated)
    }
    let halves = Halves(
      head: window.lexicon.entry(headHash), tail: window.lexicon.entry(tailHash),
      pair: window.lexicon.bigram(headHash, tailHash))
    if word.tailGoesOn, Self.links.contains(tail), word.lineEnd == .hyphen {
      return .init(.hyphen, .certain, .pattern("-\(tail)- is the middle of a compound"))
    }
    if tail.utf8.count <= Self.longestConjunction, Self.conjunctions.contains(tail),
      halves.head.isKnown || !whole.entry.isEnglish,
      (language(of: word) ?? .english) == .english
    {
      return nil
    }

    switch word.lineEnd {
    case .hyphen:
      if hyphenated > whole.count {
        return .init(.hyphen, .certain, .inDocument("\(head)-\(tail)", count: hyphenated))
      }
    case .missingBlank:
      // Words that follow each other in any text (`on the`) are no compound that lost its hyphen.
      if hyphenated > whole.count, halves.pair == 0 {
        return .init(.hyphen, .certain, .inDocument("\(head)-\(tail)", count: hyphenated))
      }
    case .dash, .nothing: return weaklySupported(word, whole, halves)
    case .doubleHyphen:
      return foreign(word, whole) ?? weaklySupported(word, whole, halves)
    }
    if whole.count == 0, isListed(word, whole.entry, halves) {
      return .init(.hyphen, .certain, .inLexicon(word.compound))
    }
    if word.lineEnd == .hyphen, whole.count == 0, !word.acrossPage, Self.isSign(head) {
      return .init(.hyphen, .certain, .pattern("small letters go on no sign in capitals"))
    }
    if word.lineEnd == .missingBlank { return lost(word, whole, halves) }
    if whole.count == 0, let language = language(of: word), language != .english {
      return ForeignBreaks(language, joined).verdict(of: word)
    }
    return printed(word, whole, halves)
  }

  /// What the lexicon says of the two halves, and how often they follow each other.
  private struct Halves {
    let head: Lexicon.Entry
    let tail: Lexicon.Entry
    let pair: Int
  }

  private typealias Usage = (count: Int, entry: Lexicon.Entry)

  // MARK: A hyphen is printed

  private func printed(_ word: DividedWord, _ whole: Usage, _ halves: Halves) -> BreakVerdict? {
    let (head, tail) = (word.head, word.tail)
    // `two-and-a-⏎half`: inside a chain a letter is a word.
    let isLink = word.chain.utf8.count > head.utf8.count && Self.links.contains(head)
    let halvesAreWords =
      (isLink || Self.isPlain(halves.head, head)) && Self.isPlain(halves.tail, tail)
    let isCapital = head.first?.isUppercase == true
    if isCapital, halvesAreWords, LanguageParts.of(.english).nameEnds.contains(tail) {
      return .init(.solid, .certain, .pattern("\(tail) ends English names"))
    }
    let prefix = head.lowercased()
    let likesHyphen =
      tables.hyphenPrefixes.contains(prefix)
      || (tables.ratherPrefixes.contains(prefix) && halves.tail.isEnglish)
    if let known = knownWhole(word.solid, whole) {
      // A prefix that likes its hyphen wins over a solid form that only large lists have.
      let isWeak = whole.count == 0 && whole.entry.flags.contains(.rare)
      if isWeak, likesHyphen { return .init(.hyphen, .certain, .prefix(head)) }
      return isWeak && halvesAreWords
        ? .init(.hyphen, .likely, known) : .init(.solid, .certain, known)
    }
    // `two- to threefold`; in other languages `to` ends words.
    guard tail != "to" else { return nil }
    // A head that was not recognised may stand between, or text may be missing.
    guard !word.acrossPage else { return unsure(word) }
    if likesHyphen || meetsItsOwnVowel(head, halves.tail, tail) {
      return .init(.hyphen, .certain, .prefix(head))
    }
    if isCapital, head.count >= Self.longName, halves.head.flags.contains(.name),
      Self.isPlain(halves.tail, tail), halves.tail.frequency >= Self.usual
    {
      // `Moscow-trained`, `Portuguese-language`.
      return .init(.hyphen, .certain, .pattern("a name and a word, the whole is none"))
    }
    if head.utf8.count == 1, !isLink, halves.tail.flags.contains(.word) {
      // `U-⏎boat`: nobody divides behind one letter.
      guard isCapital else { return unsure(word) }
      return .init(.hyphen, .certain, .pattern("a word and one letter"))
    }
    if halvesAreWords {
      // `thinly-veiled`; a capital at the start may be a name whose halves happen to be words,
      // unless both are common ones (`Title-page`).
      let isName =
        isCapital
        && (halves.head.frequency < Self.common || halves.tail.frequency < Self.usual)
      if isName { return unsure(word, .likely) }
      return .init(.hyphen, .certain, .pattern("both halves are words, the whole is none"))
    }
    if tables.eitherPrefixes.contains(prefix), halves.tail.isEnglish {
      return unsure(word, .likely)
    }
    // `ob-⏎ from`: a new block starts here, text is missing between the lines.
    if word.isIndented, Self.isPlain(halves.tail, tail),
      halves.tail.frequency >= Self.functionWord
    {
      return nil
    }
    return .init(.solid, .certain, .pattern("the halves are no words by themselves"))
  }

  /// Nothing decides: the hyphen stays, and the journal has both readings.
  private func unsure(
    _ word: DividedWord, _ confidence: Confidence = .doubtful
  ) -> BreakVerdict {
    .init(
      .hyphen, confidence,
      .pattern("\(word.head)-\(word.tail) or \(word.solid), neither known"))
  }

  /// Evidence that the halves together are one word.
  private func knownWhole(_ solid: String, _ whole: Usage) -> Evidence? {
    if whole.count > 0 { return .inDocument(solid, count: whole.count) }
    if whole.entry.isKnown { return .inLexicon(solid) }
    for suffix in Self.suffixes
    where solid.hasSuffix(suffix) && solid.utf8.count > suffix.utf8.count + 4 {
      let stem = String(solid.dropLast(suffix.count))
      let usage = joined.usage(of: stem)
      if usage.entry.isEnglish { return .inLexicon(stem) }
      if usage.count >= 2 { return .inDocument(stem, count: usage.count) }
    }
    return nil
  }

  /// Whether print writes the word with a hyphen where the document has no say.
  ///
  /// A solid form that is common by now (`login`) is left to the lexicon.
  private func isListed(_ word: DividedWord, _ whole: Lexicon.Entry, _ halves: Halves) -> Bool {
    let compound = word.compound
    if tables.compounds.contains(compound) { return true }
    guard
      word.lineEnd == .hyphen
        ? whole.frequency < Self.common
        : halves.pair == 0 && (!whole.isKnown || whole.flags.contains(.rare))
    else { return false }
    return SortedWords.hyphenated.contains(compound)
      || (compound.hasSuffix("s") && SortedWords.hyphenated.contains(String(compound.dropLast())))
  }

  /// `pre-empt`, `re-elect`, `co-opt`: the vowels would run together.
  private func meetsItsOwnVowel(_ head: String, _ tail: Lexicon.Entry, _ letters: String) -> Bool {
    guard tables.eitherPrefixes.contains(head.lowercased()), tail.isEnglish,
      let last = head.utf8.last, last == letters.utf8.first
    else { return false }
    return last == UInt8(ascii: "e") || last == UInt8(ascii: "o") || last == UInt8(ascii: "i")
  }

  // MARK: A capital follows

  private func beforeCapital(
    _ word: DividedWord, _ whole: Usage, _ hyphenated: Int
  ) -> BreakVerdict? {
    let (head, tail) = (word.head, word.tail)
    let isCapitals = head.isCapitals && tail.isCapitals
    switch word.lineEnd {
    case .hyphen: break
    case .dash where isCapitals:
      let flags = whole.entry.flags
      guard flags.contains(.word), !flags.contains(.rare) else { return nil }
      return .init(.solid, .certain, .inLexicon(word.solid))
    case .missingBlank:
      if isCapitals, !word.acrossPage, whole.entry.flags.contains(.word) {
        return .init(.solid, .certain, .inLexicon(word.solid))
      }
      return lostBeforeCapital(word, hyphenated)
    default: return nil
    }
    // `Mc-⏎Carthy`.
    if head == "Mc" || head == "Mac", !word.acrossPage, hyphenated == 0 {
      return .init(.solid, .certain, .prefix(head))
    }
    // A page may begin with a head that was not recognised.
    if word.acrossPage, hyphenated == 0, whole.count == 0 { return nil }
    if isCapitals {
      guard hyphenated <= whole.count else { return nil }
      if whole.entry.isEnglish || whole.count > 0 {
        return .init(.solid, .certain, .inLexicon(word.solid))
      }
      guard let language = language(of: word), language != .english,
        Syllables.divides(head, tail)
      else { return nil }
      return .init(.solid, .certain, .pattern("a syllable may end at the break"))
    }
    if whole.count > hyphenated {
      return .init(.solid, .certain, .inDocument(word.solid, count: whole.count))
    }
    if hyphenated == 0, let language = language(of: word), language != .english,
      let verdict = ForeignBreaks(language, joined).beforeCapital(word)
    {
      return verdict
    }
    return .init(.hyphen, .certain, .capitalOrDigit)
  }

  /// `Anglo⏎American`: a part that is no word by itself, or a compound that print knows.
  private func lostBeforeCapital(_ word: DividedWord, _ hyphenated: Int) -> BreakVerdict? {
    if !word.acrossPage, tables.ratherPrefixes.contains(word.head.lowercased()) {
      return .init(.hyphen, .certain, .prefix(word.head))
    }
    guard !word.acrossPage,
      window.lexicon.bigram(WordHash.of(word.head), WordHash.of(word.tail)) == 0
    else { return nil }
    if tables.compounds.contains(word.compound) {
      return .init(.hyphen, .certain, .inLexicon(word.compound))
    }
    // A name may stand before another one without a hyphen, too.
    let head = window.lexicon.entry(WordHash.of(word.head))
    let isPart = tables.eitherPrefixes.contains(word.head.lowercased()) || !head.isKnown
    guard hyphenated > (isPart ? 0 : 1), isPart || !Self.isPlain(head, word.head) else {
      return nil
    }
    return .init(
      .hyphen, .certain, .inDocument("\(word.head)-\(word.tail)", count: hyphenated))
  }

  // MARK: No hyphen is printed

  /// The line lacks the space that ordinary ones end in: its word goes on, if there is such a word.
  private func lost(_ word: DividedWord, _ whole: Usage, _ halves: Halves) -> BreakVerdict? {
    if halves.pair > 0 {
      // `introduced a⏎new`: two words, unless the whole is about as common as the pair.
      let most = whole.entry.frequency + (whole.count > 1 ? 2 * Self.margin : Self.margin)
      guard whole.entry.isKnown, halves.pair <= most else { return nil }
    }
    guard let known = knownWhole(word.solid, whole) else {
      guard !word.acrossPage, tables.ratherPrefixes.contains(word.head.lowercased()),
        halves.tail.isEnglish
      else { return nil }
      return .init(.hyphen, .certain, .prefix(word.head))
    }
    let halvesAreWords =
      Self.isPlain(halves.head, word.head) && Self.isPlain(halves.tail, word.tail)
    guard halvesAreWords else { return .init(.solid, .certain, known) }
    if meetsItsOwnVowel(word.head, halves.tail, word.tail), whole.count == 0 {
      return .init(.hyphen, .likely, .prefix(word.head))
    }
    if whole.count == 0, !whole.entry.isKnown || whole.entry.flags.contains(.rare) { return nil }
    if !whole.entry.isKnown, whole.count < 2 { return nil }
    return .init(.solid, .certain, known)
  }

  /// A break that shows no hyphen: only a well known whole of halves that are not both words.
  private func weaklySupported(
    _ word: DividedWord, _ whole: Usage, _ halves: Halves
  ) -> BreakVerdict? {
    guard window.evidence.prose.isEnglish, whole.entry.flags.contains(.word),
      !whole.entry.flags.contains(.rare)
    else { return nil }
    let evidence = Evidence.inLexicon(word.solid)
    let areWords = halves.head.isKnown && halves.tail.isKnown
    if word.lineEnd != .nothing {
      return .init(.solid, areWords && halves.pair > 0 ? .doubtful : .certain, evidence)
    }
    // How often the halves occur is no evidence: other divided words have the same (`tion`).
    guard !areWords, whole.entry.frequency >= Self.common else { return nil }
    return .init(.solid, .certain, evidence)
  }

  // MARK: Other languages

  private func foreign(_ word: DividedWord, _ whole: Usage) -> BreakVerdict? {
    guard !window.evidence.prose.isTechnical, let language = language(of: word),
      language != .english
    else { return nil }
    if whole.count > 0 {
      return .init(.solid, .certain, .inDocument(word.solid, count: whole.count))
    }
    guard Syllables.hasVowel(word.head), Syllables.hasVowel(word.tail) else { return nil }
    return ForeignBreaks(language, joined).verdict(of: word)
  }

  private func language(of word: DividedWord) -> Language? {
    if let first = word.head.unicodeScalars.first, (0x400..<0x530).contains(first.value) {
      return .russian
    }
    return languages.language(ofLine: word.line)
  }

  private static func isLatin(_ word: String) -> Bool {
    // Latin letters stand below U+0370, with additions and ligatures further up.
    word.unicodeScalars.first.map {
      $0.value < 0x370 || (0x1E00..<0x1F00).contains($0.value)
        || (0xFB00..<0xFB07).contains($0.value)
    } ?? true
  }

  /// A word that an author may well use by itself.
  private static func isPlain(_ entry: Lexicon.Entry, _ word: String) -> Bool {
    entry.flags.contains(.word) && !entry.flags.contains(.rare) && entry.frequency > 0
      && word.utf8.count >= 2
  }

  /// `GUI`, `NP`: letters that stand for words.
  private static func isSign(_ head: String) -> Bool {
    (2...4).contains(head.utf8.count) && head.utf8.allSatisfy(\.isUpper)
  }

  /// Letters of a name that is hardly the first syllables of another.
  private static let longName = 6
  /// Frequencies (7 times the binary logarithm of the count): about 150 thousand, 1 and 400 million.
  private static let usual = 120
  private static let common = 140
  private static let functionWord = 190
  /// About one and a half times as frequent.
  private static let margin = 4

  /// A hyphen before these is a suspended one: `first- and second-class`.
  private static let conjunctions: Set<String> = [
    "and", "or", "nor", "und", "oder", "bis", "et", "ou", "en", "of", "i", "oraz", "lub",
  ]
  private static let longestConjunction = conjunctions.map(\.utf8.count).max() ?? 0
  /// Small words inside compounds: `mother-in-law`.
  private static let links: Set<String> = [
    "a", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "up", "with",
  ]
  private static let suffixes = ["s", "es", "ed", "d", "ing", "ly", "ness", "ism", "ist", "ists"]
}
