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
  func verdict(
    head: String, chain: String, tail: String, at lineEnd: Break, acrossPage: Bool
  ) -> Verdict? {
    let headHash = WordHash.of(head)
    let tailHash = WordHash.of(tail)
    let solid = head + tail
    let whole = window.usage(of: solid)
    let hyphenated = window.evidence.counts.count(compound: headHash, tailHash)
    if tail.first?.isUppercase == true {
      return beforeCapital(
        head: head, tail: tail, solid: solid, whole: whole, hyphenated: hyphenated, at: lineEnd)
    }
    let headEntry = window.lexicon.entry(headHash)
    if Self.conjunctions.contains(tail), headEntry.isKnown || !whole.entry.isEnglish { return nil }

    if hyphenated > whole.count {
      return Verdict(
        keepsHyphen: true, confidence: .certain,
        evidence: .inDocument("\(head)-\(tail)", count: hyphenated))
    }
    let compound = chain.lowercased() + "-" + tail
    if whole.count == 0, tables.compounds.contains(compound) {
      return Verdict(keepsHyphen: true, confidence: .certain, evidence: .inLexicon(compound))
    }
    let tailEntry = window.lexicon.entry(tailHash)
    let halvesAreWords = Self.isPlain(headEntry, head) && Self.isPlain(tailEntry, tail)
    if let known = knownWhole(solid, whole) {
      // A prefix that likes its hyphen wins over a solid form that only large lists have.
      if whole.count == 0, whole.entry.flags.contains(.rare), halvesAreWords {
        guard lineEnd == .hyphen else { return nil }
        return Verdict(keepsHyphen: true, confidence: .likely, evidence: known)
      }
      return Verdict(
        keepsHyphen: false, confidence: confidence(at: lineEnd, head: headEntry, tail: tailEntry, halvesAreWords),
        evidence: known)
    }
    guard lineEnd == .hyphen, !acrossPage else { return nil }
    if tables.hyphenPrefixes.contains(head.lowercased()) {
      return Verdict(keepsHyphen: true, confidence: .certain, evidence: .prefix(head))
    }
    if halvesAreWords {
      // `thinly-veiled`; a capital at the start may be a name whose halves happen to be words.
      return Verdict(
        keepsHyphen: true, confidence: head.first?.isUppercase == true ? .likely : .certain,
        evidence: .pattern("both halves are words, the whole is none"))
    }
    if tables.eitherPrefixes.contains(head.lowercased()), tailEntry.isEnglish {
      return Verdict(keepsHyphen: true, confidence: .likely, evidence: .prefix(head))
    }
    return Verdict(
      keepsHyphen: false, confidence: .certain,
      evidence: .pattern("the halves are no words by themselves"))
  }

  private func beforeCapital(
    head: String, tail: String, solid: String, whole: (count: Int, entry: Lexicon.Entry),
    hyphenated: Int, at lineEnd: Break
  ) -> Verdict? {
    guard lineEnd == .hyphen else { return nil }
    let isCapitals = head.count > 1 && !head.contains(where: \.isLowercase)
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
    for suffix in Self.suffixes where solid.hasSuffix(suffix) && solid.utf8.count > suffix.utf8.count + 4 {
      let stem = String(solid.dropLast(suffix.count))
      if window.usage(of: stem).entry.isEnglish { return .inLexicon(stem) }
    }
    return nil
  }

  /// How sure a solid join is.
  private func confidence(
    at lineEnd: Break, head: Lexicon.Entry, tail: Lexicon.Entry, _ halvesAreWords: Bool
  ) -> Confidence {
    switch lineEnd {
    case .hyphen, .missingBlank: return .certain
    case .nothing:
      if !head.isKnown, !tail.isKnown { return .certain }
      return halvesAreWords ? .doubtful : .likely
    }
  }

  /// A word that an author may well use by itself.
  private static func isPlain(_ entry: Lexicon.Entry, _ word: String) -> Bool {
    entry.flags.contains(.word) && !entry.flags.contains(.rare) && entry.frequency > 0
      && word.utf8.count >= 2
  }

  /// A hyphen before these is a suspended one: `first- and second-class`.
  private static let conjunctions: Set<String> = [
    "and", "or", "nor", "to", "und", "oder", "bis", "et", "ou", "en", "of", "i", "oraz", "lub",
  ]
  private static let suffixes = ["s", "es", "ed", "d", "ing", "ly", "ness", "ism", "ist", "ists"]
}
