/// Decides what a word was that is divided at a line end.
///
/// Evidence in this order: the document's own use (of which a stray `govern-ment` must not outweigh
/// many `government`), the compounds that print writes with a hyphen, the lexicon, prefixes, and
/// whether the halves are words by themselves. No evidence: no verdict.
struct BreakJudge {
  struct Verdict {
    let keepsHyphen: Bool
    let confidence: Confidence
    let evidence: Evidence
  }

  /// What was seen at the line end.
  enum Break {
    /// A hyphen is printed.
    case hyphen
    /// A dash is printed, which may be a misread hyphen.
    case dash
    /// None is, but ordinary lines of the document end in a space and this one does not.
    case missingBlank
    /// Nothing but the words.
    case nothing
  }

  let window: Window
  private let tables = HyphenTables.english

  /// - Parameters:
  ///   - head: the letters before the break, back to a hyphen or any other character.
  ///   - chain: the same with the hyphenated parts before it (`vis-a`).
  ///   - tail: the letters behind the break.
  ///   - acrossPage: whether a page ends between them.
  ///   - isIndented: whether the second line starts with a blank.
  func verdict(
    head: String, chain: String, tail: String, at lineEnd: Break, acrossPage: Bool, isIndented: Bool
  ) -> Verdict? {
    guard Self.isLatin(head) == Self.isLatin(tail) else { return nil }
    let headHash = WordHash.of(head)
    let tailHash = WordHash.of(tail)
    let solid = head + tail
    let whole = window.usage(of: solid)
    let hyphenated = window.evidence.counts.count(compound: headHash, tailHash)
    if tail.first?.isUppercase == true {
      return beforeCapital(
        head: head, tail: tail, solid: solid, whole: whole, hyphenated: hyphenated, at: lineEnd,
        acrossPage: acrossPage)
    }
    let headEntry = window.lexicon.entry(headHash)
    if Self.conjunctions.contains(tail), headEntry.isKnown || !whole.entry.isEnglish { return nil }
    // Words that follow each other in any text (`on the`) are no compound that lost its hyphen.
    let areNeighbours = window.lexicon.bigram(headHash, tailHash) > 0

    if hyphenated > whole.count, lineEnd == .hyphen || (lineEnd == .missingBlank && !areNeighbours)
    {
      return Verdict(
        keepsHyphen: true, confidence: .certain,
        evidence: .inDocument("\(head)-\(tail)", count: hyphenated))
    }
    let compound = chain.lowercased() + "-" + tail
    if whole.count == 0, lineEnd == .hyphen || lineEnd == .missingBlank,
      tables.compounds.contains(compound)
    {
      return Verdict(keepsHyphen: true, confidence: .certain, evidence: .inLexicon(compound))
    }
    let tailEntry = window.lexicon.entry(tailHash)
    let halvesAreWords = Self.isPlain(headEntry, head) && Self.isPlain(tailEntry, tail)
    if lineEnd == .dash || lineEnd == .nothing {
      guard window.evidence.prose.isEnglish else { return nil }
      return weaklySupported(
        solid, whole, heads: window.usage(of: headHash), tails: window.usage(of: tailHash),
        areNeighbours: areNeighbours, at: lineEnd)
    }
    if let known = knownWhole(solid, whole) {
      // A prefix that likes its hyphen wins over a solid form that only large lists have.
      if whole.count == 0, whole.entry.flags.contains(.rare), halvesAreWords {
        guard lineEnd == .hyphen else { return nil }
        return Verdict(keepsHyphen: true, confidence: .likely, evidence: known)
      }
      return Verdict(keepsHyphen: false, confidence: .certain, evidence: known)
    }
    guard lineEnd == .hyphen, !acrossPage else { return nil }
    if tables.hyphenPrefixes.contains(head.lowercased()) {
      return Verdict(keepsHyphen: true, confidence: .certain, evidence: .prefix(head))
    }
    if halvesAreWords {
      // `thinly-veiled`; a capital at the start may be a name whose halves happen to be words,
      // unless both are very common ones (`Title-page`).
      let isName =
        head.first?.isUppercase == true
        && min(headEntry.frequency, tailEntry.frequency) < Self.common
      return Verdict(
        keepsHyphen: true, confidence: isName ? .likely : .certain,
        evidence: .pattern("both halves are words, the whole is none"))
    }
    if tables.eitherPrefixes.contains(head.lowercased()), tailEntry.isEnglish {
      return Verdict(keepsHyphen: true, confidence: .likely, evidence: .prefix(head))
    }
    // `ob-⏎ from`: a new block starts here, text is missing between the lines.
    if isIndented, Self.isPlain(tailEntry, tail), tailEntry.frequency >= Self.functionWord {
      return nil
    }
    return Verdict(
      keepsHyphen: false, confidence: .certain,
      evidence: .pattern("the halves are no words by themselves"))
  }

  private func beforeCapital(
    head: String, tail: String, solid: String, whole: (count: Int, entry: Lexicon.Entry),
    hyphenated: Int, at lineEnd: Break, acrossPage: Bool
  ) -> Verdict? {
    guard lineEnd == .hyphen else { return nil }
    // A page may begin with a head that was not recognised.
    if acrossPage, hyphenated == 0, whole.count == 0 { return nil }
    let isCapitals =
      head.count > 1 && !head.contains(where: \.isLowercase)
      && tail.count > 1 && !tail.contains(where: \.isLowercase)
    if isCapitals {
      guard whole.entry.isEnglish || whole.count > 0 else { return nil }
      return Verdict(keepsHyphen: false, confidence: .certain, evidence: .inLexicon(solid))
    }
    if whole.count > hyphenated {
      return Verdict(
        keepsHyphen: false, confidence: .certain, evidence: .inDocument(solid, count: whole.count))
    }
    return Verdict(keepsHyphen: true, confidence: .certain, evidence: .capitalOrDigit)
  }

  /// Evidence that the halves together are one word.
  private func knownWhole(
    _ solid: String, _ whole: (count: Int, entry: Lexicon.Entry)
  ) -> Evidence? {
    if whole.count > 0 { return .inDocument(solid, count: whole.count) }
    if whole.entry.isKnown { return .inLexicon(solid) }
    for suffix in Self.suffixes
    where solid.hasSuffix(suffix) && solid.utf8.count > suffix.utf8.count + 4 {
      let stem = String(solid.dropLast(suffix.count))
      if window.usage(of: stem).entry.isEnglish { return .inLexicon(stem) }
    }
    return nil
  }

  /// A break that shows no hyphen: only a well known whole of halves that are none will do.
  private func weaklySupported(
    _ solid: String, _ whole: (count: Int, entry: Lexicon.Entry),
    heads: (count: Int, entry: Lexicon.Entry), tails: (count: Int, entry: Lexicon.Entry),
    areNeighbours: Bool, at lineEnd: Break
  ) -> Verdict? {
    guard whole.entry.flags.contains(.word), !whole.entry.flags.contains(.rare) else { return nil }
    let evidence = Evidence.inLexicon(solid)
    if lineEnd == .dash {
      let halves = heads.entry.isKnown && tails.entry.isKnown
      return Verdict(
        keepsHyphen: false, confidence: halves && areNeighbours ? .doubtful : .certain,
        evidence: evidence)
    }
    // Each half was counted once here; a word of its own would stand elsewhere, too.
    guard !heads.entry.isKnown, !tails.entry.isKnown, heads.count <= 1, tails.count <= 1 else {
      return nil
    }
    return Verdict(keepsHyphen: false, confidence: .certain, evidence: evidence)
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

  /// Frequencies (7 times the binary logarithm of the count): about 1 and 400 million.
  private static let common = 140
  private static let functionWord = 190

  /// A hyphen before these is a suspended one: `first- and second-class`.
  private static let conjunctions: Set<String> = [
    "and", "or", "nor", "to", "und", "oder", "bis", "et", "ou", "en", "of", "i", "oraz", "lub",
  ]
  private static let suffixes = ["s", "es", "ed", "d", "ing", "ly", "ness", "ism", "ist", "ists"]
}
