/// Restores the pronoun I that was read as `1`, `l` or `!`: `what 1 felt`, `l'm`.
struct PronounRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  func propose(into edits: inout [Edit]) {
    guard speaksOfItself else { return }
    var open: [Int] = []
    var shown = 0
    for at in passage.spacedOnes {
      guard opens(at), let next = passage.word(after: at + 1) else { continue }
      if passage.word(before: at).map({ !NumberedWords.english.contains(text.string($0)) }) ?? true,
        isPronoun(before: next)
      {
        edits.append(edit(at, "1"))
        shown += 1
      } else {
        open.append(at)
      }
    }
    for at in passage.apostrophes {
      guard text.byte(at - 1) == UInt8(ascii: "l"), opens(at - 1) else { continue }
      let end = text.lettersEnd(from: at + 1)
      guard Self.endings.contains(text.string(at + 1..<end)) else { continue }
      edits.append(edit(at - 1, "l"))
    }
    let isHabit = shown >= Self.leastOfHabit
    let isAsked = passage.window.least <= .likely
    guard shown >= Self.leastShown else { return }
    let found = edits.count
    for at in open { readAmongShown(at, isHabit: isHabit, into: &edits) }
    guard isAsked, edits.count - found >= Self.leastShown else { return }
    for at in open { endOfSentence(at, into: &edits) }
  }

  /// `Lam sure`, `and T will`: the pronoun read as another capital, with its verb or by itself.
  ///
  /// Walks through all words, so it is for runs that apply or read what is only likely.
  func proposeCapitals(into edits: inout [Edit]) {
    let speaksOfItself = speaksOfItself
    passage.forEachWord { range in
      let first = text[range.lowerBound]
      guard range.count == 1 && speaksOfItself || range.count == 3,
        Self.capitalsReadForIt.contains(first), text.byte(range.lowerBound - 1).isWhite,
        let next = passage.word(after: range.upperBound), text[next].allSatisfy(\.isLower),
        range.count == 1 ? isPronoun(before: next) : isAm(range, before: next),
        isBehindProse(range), passage.isProse(at: range.lowerBound)
      else { return }
      edits.append(
        Edit(
          span: range.lowerBound..<range.lowerBound + 1,
          replacement: range.count == 1 ? "I" : "I ", rule: "characters/pronoun",
          confidence: .likely, evidence: .confusion(String(UnicodeScalar(first)), of: "I")))
    }
  }

  /// `Lam sure`, `Tam asking`: before what often follows the verb, in a text that has no such name.
  private func isAm(_ range: Range<Int>, before next: Range<Int>) -> Bool {
    guard text[range.dropFirst()].elementsEqual("am".utf8),
      passage.window.usage(of: passage.hash(range)).count <= Self.mostOfNoName
    else { return false }
    let isForm = next.count >= 6 && text[next].suffix(3).elementsEqual("ing".utf8)
    return isForm && passage.isPlainWord(next)
      || passage.lexicon.bigram(WordHash.of("am"), passage.hash(next)) > 0
  }

  /// Whether no name or initial stands before a word: a small word, or the end of a sentence.
  private func isBehindProse(_ range: Range<Int>) -> Bool {
    let end = text.skipBack(
      from: range.lowerBound, to: Swift.max(0, range.lowerBound - 8)
    ) {
      $0.isWhite || ".,;:?!\"".utf8.contains($0)
    }
    guard end > 0, text[end - 1].isLower else { return false }
    let word = passage.letters(around: end - 1)
    // `Therefore, Lam`, but not `Sir Lam`.
    if text[end] == .comma, passage.isCommonWord(passage.hash(word)) { return true }
    return text[word].allSatisfy(\.isLower)
      && !SpacingRepair.abbreviations.contains(text.string(word))
  }

  /// `the glim 1 Shew a light`: a 1 before a new sentence, where numbers are known to be seldom.
  private func endOfSentence(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at - 1) == .space, let last = passage.word(before: at), last.count >= 2,
      text[last.dropFirst()].allSatisfy(\.isLower), passage.isPlainWord(last),
      !NumberedWords.english.contains(text.string(last)),
      let next = passage.word(after: at + 1), text[next.lowerBound].isUpper,
      text[next.dropFirst()].allSatisfy(\.isLower)
    else { return }
    edits.append(
      Edit(
        span: at - 1..<at + 1, replacement: "!", rule: "characters/exclamation",
        confidence: .likely, evidence: .pattern("a sentence begins behind it")))
  }

  /// `so 1 needn't`, `kill you 1 said`: a 1 of a text in which others are known to be none.
  private func readAmongShown(_ at: Int, isHabit: Bool, into edits: inout [Edit]) {
    guard let next = passage.word(after: at + 1), text[next.lowerBound].isLower else { return }
    let word = text.string(next)
    if Self.speechVerbs.contains(word) {
      guard text.byte(at - 1) == .space, text.byte(at - 2).isLetter else { return }
      edits.append(
        Edit(
          span: at - 1..<at + 1, replacement: "!", rule: "characters/exclamation",
          confidence: .likely, evidence: .context(word)))
    } else if isVerb(next) {
      let isSure = !isNumbered(at) || (isHabit && opensClause(at, before: next))
      edits.append(edit(at, "1", isSure ? .certain : .likely))
    } else if Self.auxiliaries.contains(word) || isBehindAuxiliary(at, next) {
      guard !isNumbered(at) else { return }
      edits.append(edit(at, "1", isHabit ? .certain : .likely))
    }
  }

  /// `could 1 have`, `am 1 to`: a question.
  private func isBehindAuxiliary(_ at: Int, _ next: Range<Int>) -> Bool {
    guard let last = passage.word(before: at), passage.isPlainWord(next) else { return false }
    return Self.auxiliaries.contains(text.string(last).lowercased())
      && text.byte(next.upperBound) != .fullStop
  }

  /// `Plate 1 was`: a number behind what is numbered.
  private func isNumbered(_ at: Int) -> Bool {
    guard let last = passage.word(before: at) else { return text.byte(at - 2) == .fullStop }
    return NumberedWords.english.contains(text.string(last)) || text[last.lowerBound].isUpper
  }

  /// `my head. 1 had`, `Mr. Marsh. 1 don't`, `If 1 thought`, `asked, and 1 see`: behind the end of a sentence
  /// or a word that begins one, not behind an abbreviation or a number.
  private func opensClause(_ at: Int, before next: Range<Int>) -> Bool {
    guard let last = passage.word(before: at) else {
      let end = text.skipBack(from: at, to: Swift.max(0, at - 8), while: \.isWhite)
      guard end < at, ".?!".utf8.contains(text.byte(end - 1)) else { return false }
      if isNegated(next) { return true }
      let word = passage.letters(around: end - 2)
      return word.count >= 2 && text[word].allSatisfy(\.isLower) && passage.isPlainWord(word)
        && !SpacingRepair.abbreviations.contains(text.string(word))
        && !NumberedWords.english.contains(text.string(word))
    }
    let word = text.string(last)
    if word == "and" {
      return !text.byte(text.skipBack(from: last.lowerBound, while: \.isWhite) - 1).isDigit
    }
    let small = word.lowercased()
    return text[last.lowerBound].isUpper
      && (FunctionWords.english.contains(small)
        || FunctionWords.english.opensSentences(passage.hash(last)))
  }

  /// `don't`, `couldn't`.
  private func isNegated(_ word: Range<Int>) -> Bool {
    text.byte(word.upperBound) == .apostrophe && text[word.upperBound - 1] == UInt8(ascii: "n")
      && text.byte(word.upperBound + 1) == UInt8(ascii: "t")
  }

  private func edit(_ at: Int, _ read: String, _ confidence: Confidence = .certain) -> Edit {
    Edit(
      span: at..<at + 1, replacement: "I", rule: "characters/pronoun", confidence: confidence,
      evidence: .confusion(read, of: "I"))
  }

  private func opens(_ at: Int) -> Bool {
    let before = text.byte(at - 1)
    return before.isWhite || before == .quotationMark || before == .apostrophe || before == .hyphen
  }

  /// Whether the word behind goes with the pronoun far more often than with a number or an article.
  func isPronoun(before next: Range<Int>) -> Bool {
    guard speaksOfItself, text[next].allSatisfy(\.isLower) else { return false }
    let hash = passage.hash(next)
    let bound = passage.lexicon.bigram(WordHash.of("i"), hash)
    return bound >= 165
      && ["a", "one", "the", "of", "no"].allSatisfy {
        passage.lexicon.bigram(WordHash.of($0), hash) + 14 <= bound
      }
  }

  /// Whether a word may stand behind the pronoun: a verb.
  func mayFollow(_ word: Range<Int>) -> Bool {
    isVerb(word) || Self.auxiliaries.contains(text.string(word))
  }

  /// Whether a word often follows another pronoun, so that it may follow this one.
  private func isVerb(_ word: Range<Int>) -> Bool {
    if isNegated(word) { return true }
    let letters = text.string(word)
    guard !FunctionWords.english.contains(letters), !Self.noVerbs.contains(letters) else {
      return false
    }
    let hash = passage.hash(word)
    return Self.pronouns.contains { passage.lexicon.bigram($0, hash) > 0 }
  }

  /// Whether the pronoun is one of the document's usual words: one in a thousand.
  var speaksOfItself: Bool {
    passage.window.usage(of: "i").count * 1000 >= passage.survey.words
  }

  /// Capitals with the upright stroke of the pronoun.
  private static let capitalsReadForIt = ByteSet("TLJ".utf8)
  /// What a text has more often is a name.
  private static let mostOfNoName = 5
  private static let endings: Set<String> = ["m", "ll", "ve", "d"]
  private static let pronouns = ["i", "you", "we", "they"].map { WordHash.of($0) }
  private static let noVerbs: Set<String> = [
    "a", "an", "the", "or", "is", "he", "she", "it", "you", "we", "they",
  ]
  private static let auxiliaries: Set<String> = [
    "am", "was", "have", "had", "will", "would", "shall", "should", "can", "could", "may",
    "might", "must", "do", "did",
  ]
  /// Verbs that tell who says what stands before them.
  private static let speechVerbs: Set<String> = [
    "said", "cried", "replied", "exclaimed", "echoed", "murmured", "muttered", "shouted",
    "rejoined",
    "returned", "retorted", "answered", "screamed", "whispered", "ejaculated",
  ]
  /// A 1 that is certainly the pronoun may be one misprint; several are a habit of the machine.
  private static let leastShown = 3
  /// So many make another beside an auxiliary certain, too.
  private static let leastOfHabit = 10
}
