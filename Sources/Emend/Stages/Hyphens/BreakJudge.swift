/// Decides what a word was that is divided at a line end.
///
/// Evidence in this order: the document's own use (of which a stray `govern-ment` must not outweigh
/// many `government`), the compounds that print writes with a hyphen, the language of the lines
/// around, the lexicon, prefixes, and whether the halves are words by themselves. No evidence: no
/// verdict.
struct BreakJudge {
  let window: Window
  /// The document's use, with the words that this stage has rejoined.
  var joined: JoinedWords
  /// Read when a word is first divided: a text without one would pay for nothing.
  private var tables: HyphenTables { .english }
  private var languages: LanguageRuns

  /// - Parameter most: words that may be rejoined.
  init(window: Window, most: Int = 0) {
    self.window = window
    joined = JoinedWords(window, most: most)
    languages = LanguageRuns(window)
  }

  /// Asks for the memory that a verdict reads: it would wait for one place after the other.
  @inline(__always)
  func fetch(for word: DividedWord) {
    if word.lineEnd != .hyphen { window.lexicon.fetchBigram(word.headHash, word.tailHash) }
    window.fetch(word.solidHash)
    window.evidence.counts.fetch(compound: word.headHash, word.tailHash)
  }

  /// Whether a word may be divided where nothing shows it: only one of the lexicon may.
  @inline(__always)
  func mayBeDividedUnseen(_ word: DividedWord) -> Bool {
    window.lexicon.entry(word.solidHash).flags.contains(.word)
  }

  mutating func verdict(of word: DividedWord) -> BreakVerdict? {
    if word.lineEnd == .nothing, !mayBeDividedUnseen(word) { return nil }
    guard word.isInOneScript else { return nil }
    let whole = joined.usage(of: word.solidHash)
    let hyphenated = joined.count(compound: word.headHash, word.tailHash)
    if word.text.scalar(at: word.tailRange.lowerBound).scalar.isUppercase {
      return beforeCapital(word, whole, hyphenated)
    }
    let halves = BreakHalves(word, window.lexicon)
    if word.tailGoesOn, word.lineEnd == .hyphen {
      if let verdict = beforeLink(word, whole, hyphenated, halves.head) { return verdict }
    }
    if Self.conjunctions.contains(word.tailRange, of: word.text),
      halves.head.isKnown || !whole.entry.isEnglish,
      (language(of: word) ?? .english) == .english
    {
      return nil
    }

    switch word.lineEnd {
    case .hyphen:
      if hyphenated > whole.count {
        return .init(.hyphen, .certain, inDocument(word.hyphenated, count: hyphenated))
      }
    case .missingBlank:
      // Words that follow each other in any text (`on the`) are no compound that lost its hyphen.
      if hyphenated > whole.count, halves.pair == 0 {
        return .init(.hyphen, .certain, inDocument(word.hyphenated, count: hyphenated))
      }
    case .dash, .nothing: return weaklySupported(word, whole, halves)
    case .doubleHyphen:
      return foreign(word, whole) ?? weaklySupported(word, whole, halves)
    }
    if whole.count == 0, isListed(word, whole.entry, halves) {
      return .init(.hyphen, .certain, inLexicon(word.compound))
    }
    if word.lineEnd == .hyphen, whole.count == 0, !word.isInterrupted, isSign(word) {
      return .init(.hyphen, .certain, .pattern("small letters go on no sign in capitals"))
    }
    if word.lineEnd == .missingBlank { return lost(word, whole, halves) }
    if whole.count == 0, let language = language(of: word), language != .english {
      return ForeignBreaks(language).verdict(of: word, &joined)
    }
    return printed(word, whole, halves)
  }

  typealias Usage = (count: Int, entry: Lexicon.Entry)

  // MARK: A hyphen is printed

  private mutating func printed(
    _ word: DividedWord, _ whole: Usage, _ halves: BreakHalves
  ) -> BreakVerdict? {
    let isCapital = word.isCapital
    if isCapital, LanguageParts.of(.english).kinds(word.tailHash).contains(.nameEnd),
      areWords(word, halves)
    {
      return .init(.solid, .certain, .pattern("\(word.tail) ends English names"))
    }
    let known = knownWhole(word, whole)
    // A prefix that likes its hyphen wins over a solid form that only large lists have.
    let isWeak = whole.count == 0 && whole.entry.flags.contains(.rare)
    if let known, !isWeak { return .init(.solid, .certain, known) }
    if whole.count == 0, ChineseName.holds(word.headRange, word.tailRange, in: word.text) {
      return .init(.hyphen, .certain, .pattern("a Chinese name"))
    }
    let halvesAreWords = areWords(word, halves)
    let prefix = tables.prefix(word.headHash)
    let likesHyphen =
      prefix.contains(.hyphen) || (prefix.contains(.rather) && halves.tail.isEnglish)
    if let known {
      if likesHyphen { return .init(.hyphen, .certain, .prefix(word.head)) }
      return halvesAreWords ? .init(.hyphen, .likely, known) : .init(.solid, .certain, known)
    }
    // `two- to threefold`; in other languages `to` ends words.
    guard !Self.to.contains(word.tailRange, of: word.text) else { return nil }
    // A head that was not recognised may stand between, or text may be missing, or the lines are out of
    // order (`in-⏎our`).
    guard !word.isInterrupted, !isApart(word) else { return unsure(word) }
    // `Commit-⏎tea`, `ex-⏎pelted`
    let meetsVowel = meetsItsOwnVowel(word, prefix, halves.tail)
    if likesHyphen || meetsVowel || halvesAreWords, isNearUsualWord(word) { return unsure(word) }
    if likesHyphen || meetsVowel {
      return .init(.hyphen, .certain, .prefix(word.head))
    }
    if isCapital, halves.head.flags.contains(.name), Self.isPlain(halves.tail, word.tailRange),
      halves.tail.frequency >= Self.usual, word.head.count >= Self.longName
    {
      // `Moscow-trained`, `Portuguese-language`.
      return .init(.hyphen, .certain, .pattern("a name and a word, the whole is none"))
    }
    if word.headRange.count == 1, !isLink(word), halves.tail.flags.contains(.word) {
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
      if isCapital, isElided(word) { return unsure(word) }
      return .init(.hyphen, .certain, .pattern("both halves are words, the whole is none"))
    }
    if prefix.contains(.either), halves.tail.isEnglish { return unsure(word, .likely) }
    // `ob-⏎ from`: a new block starts here, text is missing between the lines.
    if word.isIndented, Self.isPlain(halves.tail, word.tailRange),
      halves.tail.frequency >= Self.functionWord
    {
      return nil
    }
    return .init(.solid, .certain, .pattern("the halves are no words by themselves"))
  }

  /// Whether an author may well use either half by itself.
  private func areWords(_ word: DividedWord, _ halves: BreakHalves) -> Bool {
    (isLink(word) || Self.isPlain(halves.head, word.headRange))
      && Self.isPlain(halves.tail, word.tailRange)
  }

  /// `two-and-a-⏎half`: inside a chain a letter is a word.
  private func isLink(_ word: DividedWord) -> Bool {
    word.chainRange != word.headRange && Self.links.contains(word.headRange, of: word.text)
  }

  /// Evidence that the halves together are one word.
  private mutating func knownWhole(_ word: DividedWord, _ whole: Usage) -> Evidence? {
    if whole.count > 0 { return inDocument(word.solid, count: whole.count) }
    if whole.entry.isKnown { return inLexicon(word.solid) }
    // Most words end in none of them, which their last byte tells.
    guard Self.suffixEnds.contains(word.last) else { return nil }
    let length = word.headRange.count + word.tailRange.count
    let end = word.lastFour
    for suffix in Self.suffixes where length > suffix.length + 4 && suffix.ends(end) {
      let usage = joined.usage(of: word.stemHash(without: suffix.length))
      func stem() -> String { String(word.solid.dropLast(suffix.length)) }
      if usage.entry.isEnglish { return inLexicon(stem()) }
      if usage.count >= 2 { return inDocument(stem(), count: usage.count) }
    }
    return nil
  }

  /// Whether print writes the word with a hyphen where the document has no say.
  ///
  /// A solid form that is common by now (`login`) is left to the lexicon.
  private func isListed(_ word: DividedWord, _ whole: Lexicon.Entry, _ halves: BreakHalves) -> Bool
  {
    // The lists are English.
    guard word.isLatin else { return false }
    let compound = word.compoundHash()
    if tables.hasCompound(compound) { return true }
    // `bona-⏎fide`: two words where no line ends.
    if word.lineEnd == .hyphen,
      LanguageParts.of(.english).kinds(compound).contains(.compound)
    {
      return true
    }
    guard
      word.lineEnd == .hyphen
        ? whole.frequency < Self.common
        : halves.pair == 0 && (!whole.isKnown || whole.flags.contains(.rare))
    else { return false }
    let list = SortedWords.hyphenated
    if list.mayContain(compound), list.contains(word.compound) { return true }
    return word.last == UInt8(ascii: "s") && list.mayContain(word.compoundHash(without: 1))
      && list.contains(String(word.compound.dropLast()))
  }

  // MARK: A capital follows

  private mutating func beforeCapital(
    _ word: DividedWord, _ whole: Usage, _ hyphenated: Int
  ) -> BreakVerdict? {
    let isCapitals = word.isInCapitals
    switch word.lineEnd {
    case .hyphen: break
    case .dash where isCapitals:
      let flags = whole.entry.flags
      guard flags.contains(.word), !flags.contains(.rare) else { return nil }
      return .init(.solid, .certain, inLexicon(word.solid))
    case .missingBlank:
      if isCapitals, !word.isInterrupted, whole.entry.flags.contains(.word) {
        return .init(.solid, .certain, inLexicon(word.solid))
      }
      return lostBeforeCapital(word, hyphenated)
    default: return nil
    }
    // `Mc-⏎Carthy`.
    if Self.sons.contains(word.headRange, of: word.text), !word.isInterrupted, hyphenated == 0 {
      return .init(.solid, .certain, .prefix(word.head))
    }
    // A page may begin with a head that was not recognised.
    if word.isInterrupted || isApart(word), hyphenated == 0, whole.count == 0 { return nil }
    if isCapitals {
      guard hyphenated <= whole.count else { return nil }
      if whole.entry.isEnglish || whole.count > 0 {
        return .init(.solid, .certain, inLexicon(word.solid))
      }
      guard let language = language(of: word), language != .english,
        Syllables.divides(word.head, word.tail)
      else { return nil }
      return .init(.solid, .certain, .pattern("a syllable may end at the break"))
    }
    if whole.count > hyphenated {
      return .init(.solid, .certain, inDocument(word.solid, count: whole.count))
    }
    if hyphenated == 0, let language = language(of: word), language != .english,
      let verdict = ForeignBreaks(language).beforeCapital(word)
    {
      return verdict
    }
    let first = word.text.scalar(at: word.headRange.lowerBound).scalar
    guard first.isLowercase, hyphenated == 0 else {
      return .init(.hyphen, .certain, .capitalOrDigit)
    }
    // `com-⏎Promises`: a small letter read as a capital one, or a line that is not the next.
    let head = window.lexicon.entry(word.headHash)
    if whole.entry.isEnglish, whole.entry.frequency >= Self.usual,
      !tables.takesHyphen(word.headHash),
      !Self.isPlain(head, word.headRange) || !window.lexicon.entry(word.tailHash).isKnown
    {
      return .init(.lowered, .certain, inLexicon(word.solid))
    }
    let isPart = head.isKnown || !tables.prefix(word.headHash).isEmpty || word.headRange.count <= 3
    return isPart ? .init(.hyphen, .certain, .capitalOrDigit) : unsure(word)
  }

  /// `Anglo⏎American`: a part that is no word by itself, or a compound that print knows.
  private func lostBeforeCapital(_ word: DividedWord, _ hyphenated: Int) -> BreakVerdict? {
    guard !word.isInterrupted else { return nil }
    let prefix = tables.prefix(word.headHash)
    if prefix.contains(.rather) { return .init(.hyphen, .certain, .prefix(word.head)) }
    guard window.lexicon.bigram(word.headHash, word.tailHash) == 0 else { return nil }
    if tables.hasCompound(word.compoundHash()) {
      return .init(.hyphen, .certain, inLexicon(word.compound))
    }
    // A name may stand before another one without a hyphen, too.
    let head = window.lexicon.entry(word.headHash)
    let isPart = prefix.contains(.either) || !head.isKnown
    guard hyphenated > (isPart ? 0 : 1), isPart || !Self.isPlain(head, word.headRange) else {
      return nil
    }
    return .init(.hyphen, .certain, inDocument(word.hyphenated, count: hyphenated))
  }

  // MARK: No hyphen is printed

  /// The line lacks the space that ordinary ones end in: its word goes on, if there is such a word.
  private mutating func lost(
    _ word: DividedWord, _ whole: Usage, _ halves: BreakHalves
  ) -> BreakVerdict? {
    let pair = halves.pair
    if pair > 0 {
      // `introduced a⏎new`: two words, unless the whole is about as common as the pair.
      let most = whole.entry.frequency + (whole.count > 1 ? 2 * Self.margin : Self.margin)
      guard whole.entry.isKnown, pair <= most else { return nil }
    }
    guard let known = knownWhole(word, whole) else {
      guard !word.isInterrupted, tables.prefix(word.headHash).contains(.rather),
        halves.tail.isEnglish
      else { return nil }
      return .init(.hyphen, .certain, .prefix(word.head))
    }
    let halvesAreWords =
      Self.isPlain(halves.head, word.headRange) && Self.isPlain(halves.tail, word.tailRange)
    guard halvesAreWords else {
      // `einst⏎ein` is no `Einstein`.
      let isName = whole.count == 0 && !word.isCapital && !whole.entry.flags.areOfSmallLetters
      return whole.entry.isKnown && isName ? nil : .init(.solid, .certain, known)
    }
    if meetsItsOwnVowel(word, tables.prefix(word.headHash), halves.tail), whole.count == 0 {
      return .init(.hyphen, .likely, .prefix(word.head))
    }
    if whole.count == 0, !whole.entry.isKnown || whole.entry.flags.contains(.rare) { return nil }
    if !whole.entry.isKnown, whole.count < 2 { return nil }
    return .init(.solid, .certain, known)
  }

  /// A break that shows no hyphen: only a well known whole of halves that are not both words.
  private mutating func weaklySupported(
    _ word: DividedWord, _ whole: Usage, _ halves: BreakHalves
  ) -> BreakVerdict? {
    let areWords = halves.head.isKnown && halves.tail.isKnown
    // `Decem—⏎ber`
    let isName =
      word.lineEnd == .dash && word.isCapital && whole.entry.flags.contains(.name)
      && !halves.head.isKnown && !halves.tail.isKnown
    guard whole.entry.flags.contains(.word) || isName, !whole.entry.flags.contains(.rare),
      window.evidence.prose.isEnglish
    else { return nil }
    if word.lineEnd != .nothing {
      return .init(
        .solid, areWords && halves.pair > 0 ? .doubtful : .certain, inLexicon(word.solid))
    }
    // How often the halves occur is no evidence: other divided words have the same (`tion`).
    guard !areWords, whole.entry.frequency >= Self.common,
      (language(of: word) ?? .english) == .english
    else { return nil }
    return .init(.solid, .certain, inLexicon(word.solid))
  }

  // MARK: Other languages

  private mutating func foreign(_ word: DividedWord, _ whole: Usage) -> BreakVerdict? {
    guard !window.evidence.prose.isTechnical, let language = language(of: word),
      language != .english
    else { return nil }
    if whole.count > 0 {
      return .init(.solid, .certain, inDocument(word.solid, count: whole.count))
    }
    guard Syllables.hasVowel(word.head), Syllables.hasVowel(word.tail) else { return nil }
    return ForeignBreaks(language).verdict(of: word, &joined)
  }

  private mutating func language(of word: DividedWord) -> Language? {
    let first = word.text.scalar(at: word.headRange.lowerBound).scalar.value
    if (0x400..<0x530).contains(first) { return .russian }
    return languages.language(ofLine: word.line)
  }

  /// A word that an author may well use by itself.
  private static func isPlain(_ entry: Lexicon.Entry, _ word: Range<Int>) -> Bool {
    entry.isUsualWord && entry.frequency > 0 && word.count >= 2
  }

  /// `GUI`, `NP`: letters that stand for words.
  private func isSign(_ word: DividedWord) -> Bool {
    (2...4).contains(word.headRange.count) && word.text[word.headRange].allSatisfy(\.isUpper)
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
  private static let conjunctions = ShortWords([
    "and", "or", "nor", "und", "oder", "bis", "et", "ou", "en", "of", "i", "oraz", "lub",
  ])
  /// Small words inside compounds: `mother-in-law`.
  static let links = ShortWords([
    "a", "à", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "up", "with",
  ])
  private static let to = ShortWords(["to"])
  private static let sons = ShortWords(["Mc", "Mac"])
  private static let suffixes = [
    "s", "es", "ed", "d", "ing", "ly", "ness", "ism", "ist", "ists",
  ].map { Suffix($0) }
  private static let suffixEnds = ByteSet("sdgymt".utf8)
}
