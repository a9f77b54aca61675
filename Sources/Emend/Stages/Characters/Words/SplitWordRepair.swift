/// Takes out a space that divides a word: `ins tructions`, `collusio n`, `W eizsacker`.
struct SplitWordRepair {
  private let passage: Passage
  private let possibleWords: PossibleWords
  private var text: Text { passage.text }

  init(_ passage: Passage) {
    self.passage = passage
    possibleWords = passage.possibleWords
  }

  /// - Returns: whether words are divided time and again, however well the letters were read.
  func propose(damage: inout Damage, into edits: inout [Edit]) -> Bool {
    var joins: [Edit] = []
    var done = 0
    for suspect in passage.suspects where suspect.range.lowerBound >= done {
      let join: Edit? =
        switch suspect.kind {
        case .unknown: split(suspect.range)
        case .single: spacedLetters(from: suspect.range) ?? loneLetter(suspect.range)
        default: nil
        }
      if let join {
        joins.append(join)
        done = join.span.upperBound + 1
      }
    }
    let ofSuspects = joins.spans(atLeast: .doubtful)
    let sure = joins.count { $0.confidence == .certain }
    let isOfScan = damage.isOfScan
    damage.add(sure)
    // In a text that divides a word in a thousand, two halves of which one is no word are another; on a page
    // one in two hundred.
    let words = passage.survey.words
    let isDivided =
      sure >= Self.leastLostHyphens ? sure * 1_000 >= words : sure >= 2 && sure * 200 >= words
    let isThorough =
      isDivided || passage.window.least <= .likely && (sure > 0 || damage.expectsMisreadings)
    if isThorough {
      knownHalves(
        mayBeWords: sure >= Self.leastLostHyphens, isDivided: isDivided, into: &joins)
    }
    if isDivided { halvesInPlace(into: &joins) }
    detachedCapitals(isDivided, isThorough, isOfScan: isOfScan, into: &joins)
    // A reading of half a word is none: `m inister` holds no `mister`. What is certain gives way to what is
    // found in any run only.
    let (certain, all) = (joins.spans(atLeast: .certain), joins.spans(atLeast: .doubtful))
    edits.removeAll {
      $0.confidence < .certain
        ? $0.span.touchesAny(of: all)
        : $0.span.touchesAny(of: certain) || $0.span.touchesAny(of: ofSuspects)
    }
    edits += joins
    return sure * 10_000 >= words * 4 && hasDifferent(joins)
  }

  /// Whether joins that are certain are of three different words: what a text divides time and again in the same place
  /// may be its way to write it.
  private func hasDifferent(_ joins: [Edit]) -> Bool {
    var words: [UInt64] = []
    for join in joins where join.confidence == .certain {
      let head = passage.letters(around: join.span.lowerBound - 1)
      let word = text.hash(head, passage.letters(around: join.span.upperBound))
      if !words.contains(word) { words.append(word) }
      if words.count == Self.leastDifferent { return true }
    }
    return false
  }

  private static let leastDifferent = 3
  /// Words divided for certain that show the machine to lose hyphens.
  private static let leastLostHyphens = 8

  /// `re main`, `employ ment`: two words that never follow each other, and make a usual one.
  ///
  /// Looks at every pair of words, so it is for texts in which words are divided.
  /// - Parameters:
  ///   - mayBeWords: whether both halves may be words; else one has to be none, like `nat ure`, or
  ///     hardly a word by itself, like `con sent`.
  ///   - isDivided: whether words are divided so often that halves that are no words are certain.
  private func knownHalves(mayBeWords: Bool, isDivided: Bool, into joins: inout [Edit]) {
    let spans = joins.map(\.span)
    text.forEachOffset(of: .space) { at in
      guard text.byte(at - 1).isLetter, text.byte(at + 1).isLetter, text.byte(at - 2).isLetter,
        text.byte(at + 2).isLetter
      else { return }
      let head = text.lettersStart(before: at)..<at
      let tail = at + 1..<text.lettersEnd(from: at + 1)
      let before = text.byte(head.lowerBound - 1)
      let isInCapitals = text[tail.lowerBound].isUpper
      guard head.count + tail.count >= Self.leastDivided,
        before.isWhite || before == .hyphen,
        isInCapitals
          ? text[head].allSatisfy(\.isUpper) && text[tail].allSatisfy(\.isUpper)
          : text[head.dropFirst()].allSatisfy(\.isLower) && text[tail].allSatisfy(\.isLower),
        text.byte(tail.upperBound).isWhite || ".,;:?!".utf8.contains(text.byte(tail.upperBound))
      else { return }
      let hash = text.hash(head, tail)
      guard possibleWords.mayHold(hash) else { return }
      let entry = passage.window.usage(of: hash).entry
      let isHalf = !isPlainWord(head) || !isPlainWord(tail)
      let isBound = !isInCapitals && isBound(head, tail)
      let least =
        isHalf || isBound ? Self.usual : mayBeWords && !isInCapitals ? Self.common : Int.max
      guard entry.frequency >= least, entry.isEnglish, !entry.flags.contains(.rare),
        entry.flags.contains(.word) || text[head.lowerBound].isUpper,
        isHalf || before.isWhite,
        // `post mortem`: print has a hyphen or a space.
        !HyphenTables.english.hasCompound(text.hash(head, tail, between: .hyphen)),
        passage.lexicon.bigram(passage.hash(head), passage.hash(tail)) == 0,
        !FunctionWords.english.contains(text.string(tail)),
        !(at..<at + 1).touchesAny(of: spans),
        !passage.isForeign(around: head.lowerBound..<tail.upperBound)
      else { return }
      joins.append(joined(head, tail, isDivided && (isHalf || isBound) ? .certain : .likely))
    }
  }

  /// `fis cal year`, `the foo d`: pieces of which the words beside them say that they are one.
  ///
  /// Measured on clean texts in which words were divided.
  private func halvesInPlace(into joins: inout [Edit]) {
    let spans = joins.spans(atLeast: .doubtful)
    let halves = WordHalves(passage)
    text.forEachOffset(of: .space) { at in
      guard text.byte(at - 1).isLetter, text.byte(at + 1).isLower else { return }
      let head = text.lettersStart(before: at)..<at
      let tail = at + 1..<text.lettersEnd(from: at + 1)
      let before = text.byte(head.lowerBound - 1)
      guard head.count + tail.count >= 3, before.isWhite || Passage.opening.contains(before),
        text[head.dropFirst()].allSatisfy(\.isLower), text[tail].allSatisfy(\.isLower),
        text.byte(tail.upperBound).isWhite || ".,;:?!)\"".utf8.contains(text.byte(tail.upperBound)),
        !HyphenTables.english.hasCompound(text.hash(head, tail, between: .hyphen)),
        let gain = halves.gain(head, tail), gain >= Self.leastGain,
        !(at..<at + 1).touchesAny(of: spans),
        !passage.isForeign(around: head.lowerBound..<tail.upperBound)
      else { return }
      joins.append(joined(head, tail, .certain))
    }
  }

  /// Two pieces as the one word that the lexicon has.
  private func joined(
    _ head: Range<Int>, _ tail: Range<Int>, _ confidence: Confidence
  ) -> Edit {
    Edit(
      span: head.upperBound..<tail.lowerBound, replacement: "", rule: "characters/space-in-word",
      confidence: confidence, evidence: .inLexicon(text.string(head) + text.string(tail)))
  }

  /// Bits by which one word has to be likelier than its halves.
  private static let leastGain = 8.0

  /// Letters of a word whose halves are both looked up.
  private static let leastDivided = 6
  /// Frequencies (7 times the binary logarithm of the count): about 20 thousand and 8 million.
  private static let usual = 100
  private static let common = 160

  /// Whether a half is a word that hardly stands by itself in English prose; `person able to` does.
  private func isBound(_ head: Range<Int>, _ tail: Range<Int>) -> Bool {
    if Self.boundHeads.contains(head, of: text) { return true }
    guard Self.boundTails.contains(tail, of: text) else { return false }
    return passage.word(after: tail.upperBound).map {
      passage.lexicon.bigram(passage.hash(tail), passage.hash($0)) == 0
    } ?? true
  }

  private static let boundHeads = ShortWords([
    "ad", "bi", "com", "con", "de", "dis", "ex", "mis", "pre", "re", "sup",
  ])
  private static let boundTails = ShortWords(["able", "ness"])

  /// `trees. 1 he wind`: a T at the start of a sentence, read as an upright stroke and a blank.
  ///
  /// Certain where words are divided, and as a 1 where three are: a number stands behind an abbreviation.
  private func detachedCapitals(
    _ isDivided: Bool, _ isThorough: Bool, isOfScan: Bool, into joins: inout [Edit]
  ) {
    let ones = isOfScan ? passage.spacedOnes.compactMap { detachedCapital(before: $0 + 2) } : []
    let sure = ones.count < Self.leastDetached ? [] : ones.filter(isBehindWord)
    let spans = sure.map(\.span)
    joins += sure
    guard isThorough else { return }
    text.forEachOffset(of: UInt8(ascii: "h")) { at in
      guard var join = detachedCapital(before: at), !join.span.touchesAny(of: spans) else { return }
      if !isDivided { join.confidence = .likely }
      joins.append(join)
    }
  }

  private func detachedCapital(before at: Int) -> Edit? {
    guard text.byte(at) == UInt8(ascii: "h"), text.byte(at - 1) == .space, at >= 4,
      Self.strokes.contains(text[at - 2])
    else { return nil }
    // `'I he`: what is left of the bar.
    let start = text[at - 3] == .apostrophe ? at - 3 : at - 2
    let end = text.skipBack(from: start, while: \.isWhite)
    guard end < start, end > 0, ".!?".utf8.contains(text[end - 1]) else { return nil }
    let tail = at..<text.lettersEnd(from: at)
    let word = "T" + text.string(tail)
    guard Self.detached.contains(word), text.byte(tail.upperBound) == .space else { return nil }
    return Edit(
      span: start..<at, replacement: "T", rule: "characters/space-in-word",
      confidence: .certain, evidence: .inLexicon(word))
  }

  /// Whether a word or a figure that ends a sentence stands before a join, no abbreviation.
  private func isBehindWord(_ join: Edit) -> Bool {
    let end = text.skipBack(from: join.span.lowerBound, while: \.isWhite)
    if text.byte(end - 2).isDigit { return true }
    let word = passage.letters(around: end - 2)
    let letters = text.string(word)
    return word.count >= 2 && !SpacingRepair.abbreviations.contains(letters)
      && !NumberedWords.english.contains(letters)
  }

  /// Such strokes that are a habit of the machine.
  private static let leastDetached = 3

  private static let strokes = ByteSet("1IlT".utf8)
  private static let detached: Set<String> = [
    "The", "These", "They", "There", "Their", "This", "That", "Those", "Though",
  ]

  /// Letters of a word that is set with a blank between each.
  private static let longestSpaced = 16

  /// `t h e`: small letters with a blank between each that make a usual word.
  private func spacedLetters(from first: Range<Int>) -> Edit? {
    guard first.count == 1, text[first.lowerBound].isLower, text.byte(first.lowerBound - 1).isWhite
    else { return nil }
    var letters = [text[first.lowerBound]]
    var at = first.upperBound
    while letters.count <= Self.longestSpaced, text.byte(at) == .space, text.byte(at + 1).isLower,
      !text.byte(at + 2).isLetter
    {
      letters.append(text[at + 1])
      at += 2
    }
    let entry = passage.lexicon.entry(WordHash.of(letters))
    guard letters.count >= 3, letters.count <= Self.longestSpaced, !text.byte(at).isDigit,
      !text.byte(at).isHigh,
      entry.flags.contains(.word), entry.frequency >= 150
    else { return nil }
    let word = String(decoding: letters, as: UTF8.self)
    return Edit(
      span: first.lowerBound..<at, replacement: word, rule: "characters/space-in-word",
      confidence: .certain, evidence: .inLexicon(word))
  }

  /// A letter alone beside letters that are a word only with it.
  private func loneLetter(_ range: Range<Int>) -> Edit? {
    let at = range.lowerBound
    if let rest = neighbour(after: range), rest.count >= 3, !passage.entry(rest).isKnown {
      // The first letter of a chapter, a capital, stands by itself on the page, too.
      let isInitial =
        text[at].isUpper && passage.isLineStart(at) || text[rest].allSatisfy(\.isUpper)
      return join(range, rest, atMost: isInitial ? .doubtful : .certain)
    }
    if let stem = neighbour(before: range), stem.count >= 3, !passage.entry(stem).isKnown {
      return join(stem, range, atMost: .certain)
    }
    return nil
  }

  /// Letters that are no word, and make one with those behind or before them.
  private func split(_ range: Range<Int>) -> Edit? {
    guard range.count >= 2, range.count <= 24, !text.hasHigh(range) else {
      return nil
    }
    if let next = neighbour(after: range), next.count >= 2, text[next.lowerBound].isLower {
      let isSure = range.count >= 3 || !passage.entry(next).isKnown
      if let edit = join(range, next, atMost: isSure ? .certain : .likely) {
        return edit
      }
    }
    if let head = neighbour(before: range), text[range].allSatisfy(\.isLower),
      // `for th`: a word, and the rest of another; `w hich`: a letter that is an abbreviation as well.
      head.count == 1
        ? range.count >= 3 && !"aAIO".utf8.contains(text[head.lowerBound])
        : range.count >= 3 || passage.entry(head).frequency < 190
    {
      return join(head, range, atMost: .certain)
    }
    return nil
  }

  /// The word behind one blank.
  private func neighbour(after range: Range<Int>) -> Range<Int>? {
    guard text.byte(range.upperBound) == .space, let next = passage.word(after: range.upperBound),
      next.lowerBound == range.upperBound + 1
    else { return nil }
    return next
  }

  private func neighbour(before range: Range<Int>) -> Range<Int>? {
    guard text.byte(range.lowerBound - 1) == .space,
      let word = passage.word(before: range.lowerBound),
      word.upperBound == range.lowerBound - 1
    else { return nil }
    return word
  }

  private func join(
    _ head: Range<Int>, _ tail: Range<Int>, atMost confidence: Confidence
  ) -> Edit? {
    let after = text.byte(tail.upperBound)
    let before = text.byte(head.lowerBound - 1)
    guard !after.isHigh, !before.isHigh, !after.isDigit, before != .hyphen, before != .apostrophe
    else { return nil }
    let hash = text.hash(head, tail)
    guard possibleWords.mayHold(hash) else { return nil }
    let usage = passage.window.usage(of: hash)
    let flags = usage.entry.flags
    let fitsCase = text[head.lowerBound].isUpper || flags.contains(.word)
    let isWord =
      usage.entry.isEnglish && !flags.contains(.rare) && fitsCase && usage.entry.frequency >= 100
    // What the lexicon does not have is a word of the document only where its parts are none.
    let isOwn =
      usage.count >= 2 && !passage.entry(head).isKnown && !passage.entry(tail).isKnown
      && text[head.lowerBound].isUpper
    guard isWord || isOwn,
      // A letter is a word of some language always.
      head.count == 1 || !isOnlyForeign(head), !isOnlyForeign(tail),
      !passage.isForeign(around: head.lowerBound..<tail.upperBound)
    else { return nil }
    let word = text.string(head) + text.string(tail)
    return Edit(
      span: head.upperBound..<tail.lowerBound, replacement: "", rule: "characters/space-in-word",
      confidence: confidence,
      evidence: usage.count > 0 ? .inDocument(word, count: usage.count) : .inLexicon(word))
  }

  /// Whether letters are a word in small letters, and not of large lists only.
  private func isPlainWord(_ range: Range<Int>) -> Bool {
    passage.entry(range).isUsualWord
  }

  private func isOnlyForeign(_ word: Range<Int>) -> Bool {
    let flags = passage.entry(word).flags
    return !flags.isDisjoint(with: .foreign) && !flags.contains(.word)
  }
}
