/// Finds the usual word that is one letter away from a word, whatever its shape: changed, lost or
/// added.
///
/// Much weaker evidence than a confusion of shapes, so the words beside have to agree. It makes some
/// fifty words a letter, so it is for runs that apply or read what is only likely, and for words with a
/// capital inside, `firaLly`, which only a machine writes.
struct NearWords {
  private let passage: Passage
  private var text: Text { passage.text }

  /// Confusions as the document shows them.
  private let model: ConfusionModel
  /// Whether letters are lost and added: where few words are misread, that is a writer's slip.
  private let takesLostLetters: Bool

  init(_ passage: Passage, model: ConfusionModel, takesLostLetters: Bool) {
    self.passage = passage
    self.model = model
    self.takesLostLetters = takesLostLetters
  }

  /// Proposes a reading of a word that confusions of shapes do not explain.
  func propose(for range: Range<Int>, into edits: inout [Edit]) {
    var letters = Array(text[range])
    guard letters.count >= 3, letters.count <= 24, letters[0].isLower,
      letters.allSatisfy(\.isLetter), passage.window.usage(of: passage.hash(range)).count <= 2,
      !passage.isHalfOfWord(range), !passage.besideFragment(range),
      !passage.isForeign(around: range), !passage.mayEndWithMark(range),
      !passage.mayBePart(range)
    else { return }
    // `firaLly`: a capital inside is a misreading for a start.
    guard letters.count(where: \.isUpper) <= 1 else { return }
    letters = letters.map { $0.isUpper ? $0 | 0x20 : $0 }
    guard !passage.isSpelling(letters), !isRunTogether(range) else { return }
    let context = WordContext(passage, around: range)
    var best = best(for: letters, in: context)
    let atMargin = isAtMargin(range)
    // A letter of the margin is as likely as one taken for another.
    if atMargin { take(Array(letters.dropFirst()), 10, in: context, to: &best) }
    let near = best.hash
    addTwiceMisread(letters, in: context, to: &best)
    guard !best.isEmpty, !isSpelling(best.word, of: letters) else { return }
    let sides = context.sides(of: best.hash)
    guard
      best.hash == near
        ? isLikely(best, letters.count, sides: sides)
        : isLikelyTwiceMisread(best, letters.count, sides: sides)
    else { return }
    let evidence = sides > 0 ? Evidence.context(best.string) : .inLexicon(best.string)
    if atMargin, best.word.elementsEqual(letters.dropFirst()) {
      edits.append(
        Edit(
          span: range.lowerBound..<range.lowerBound + 1, replacement: "",
          rule: "characters/speck-line-start", confidence: .likely, evidence: evidence))
      return
    }
    // Measured on texts whose truth is known: of ten with a capital inside none was wrong.
    let isSure = range.count >= 6 && best.hash == near && text.hasCapitalInside(range)
    edits.append(
      Edit(
        span: range, replacement: best.string, rule: "characters/near-word",
        confidence: isSure ? .certain : .likely, evidence: evidence))
  }

  /// `tconcluded`: whether dirt before the first word of a line may have been read as its first letter.
  private func isAtMargin(_ range: Range<Int>) -> Bool {
    range.count >= 5 && passage.isLineStart(range.lowerBound)
      && passage.window.usage(of: passage.hash(range)).count == 1
      && passage.isProse(at: range.lowerBound) && passage.lineBeforeIsUnfinished(range.lowerBound)
  }

  private func take(
    _ made: [UInt8], _ bits: Double, in context: WordContext, to best: inout LikeliestWord
  ) {
    let hash = WordHash.of(made)
    // Nearly all are none, which a quarter of a megabyte tells: the lexicon is larger than the caches.
    guard passage.lexicon.mayHold(hash) else { return }
    let usage = passage.window.usage(of: hash)
    guard usage.entry.isUsualWord else { return }
    best.take(made, hash, usage, bits: bits, ownFrom: 1, in: context)
  }

  private func isLikely(_ best: LikeliestWord, _ length: Int, sides: Int) -> Bool {
    switch length {
    case 3: sides == 2 && best.margin >= 6 && best.frequency >= 190
    case 4, 5: sides >= 1 && best.margin >= (sides == 2 ? 4 : 9) && best.frequency >= 170
    case 6, 7: sides >= 1 && best.margin >= 7 && best.frequency >= 150
    default: best.margin >= (sides >= 1 ? 5 : 10) && best.frequency >= 150
    }
  }

  /// What is two changes away has to be where the words beside expect it.
  private func isLikelyTwiceMisread(_ best: LikeliestWord, _ length: Int, sides: Int) -> Bool {
    guard best.frequency >= 140 else { return false }
    return switch length {
    case ..<4: false
    case 4, 5: sides == 2 && best.margin >= 4
    case 6, 7: sides >= 1 && best.margin >= 4
    default: sides >= 1 && best.margin >= 2
    }
  }

  /// `eyatem`, `relatlvo`: a confusion of shapes and, besides, a letter taken for any other.
  private func addTwiceMisread(
    _ word: [UInt8], in context: WordContext, to best: inout LikeliestWord
  ) {
    guard word.count >= 4, context.hasSide else { return }
    let usual = Lexicon.UsualWords(lexicon: passage.lexicon)
    unsafe model.forEachCandidate(
      of: word, withAnyLetterFor: 11, atMost: 14, where: usual
    ) { made, hash, bits, _ in
      guard unsafe made.allSatisfy(\.isLower) else { return }
      let usage = passage.window.usage(of: hash)
      best.take(unsafe Array(made), hash, usage, bits: bits, ownFrom: 1, in: context)
    }
  }

  private func best(for word: [UInt8], in context: WordContext) -> LikeliestWord {
    var best = LikeliestWord()
    func take(_ made: [UInt8], _ bits: Double) {
      self.take(made, bits, in: context, to: &best)
    }
    var made = word
    for at in word.indices {
      let old = word[at]
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where letter != old {
        // `wery` is dialect; an ending is grammar.
        if at == 0, letter ^ old == UInt8(ascii: "v") ^ UInt8(ascii: "w"),
          letter == UInt8(ascii: "v") || letter == UInt8(ascii: "w")
        {
          continue
        }
        if at == word.count - 1, "sd".utf8.contains(letter) { continue }
        made[at] = letter
        take(made, 10)
      }
      made[at] = old
      // `bottlse`: what two letters exchanged make is no misreading, but a rival of one.
      if at > 0, word.count >= 5, word[at - 1] != old {
        made.swapAt(at - 1, at)
        take(made, 11)
        made.swapAt(at - 1, at)
      }
    }
    guard word.count >= 5, takesLostLetters else { return best }
    // `progres`: a letter doubled or not is a spelling, and a rival.
    for at in word.indices where at == 0 || word[at] != word[at - 1] {
      made.insert(word[at], at: at)
      take(made, 13)
      made.remove(at: at)
    }
    for at in word.indices.dropLast() {
      // So is a vowel or a letter more or less at the end, but no rival.
      if at > 0, !Self.isVowel(word[at]), word[at] != word[at + 1], word[at] != word[at - 1] {
        made.remove(at: at)
        take(made, 13)
        made.insert(word[at], at: at)
      }
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z")
      where letter != word[at] && !Self.isVowel(letter) && (at == 0 || letter != word[at - 1]) {
        made.insert(letter, at: at)
        take(made, 13)
        made.remove(at: at)
      }
    }
    return best
  }

  /// `tosay`, `ayear`: two words rather than one.
  private func isRunTogether(_ range: Range<Int>) -> Bool {
    (1...3).contains { length in
      let middle = range.lowerBound + length
      guard middle + 2 < range.upperBound else { return false }
      return FunctionWords.english.contains(text.string(range.lowerBound..<middle))
        && passage.isPlainWord(middle..<range.upperBound)
    }
      || (text[range.lowerBound] == UInt8(ascii: "a")
        && passage.isPlainWord(range.lowerBound + 1..<range.upperBound))
  }

  /// Whether a writer may have changed one into the other: a vowel for a vowel, two letters
  /// exchanged, one doubled. Such a word is only a rival of others.
  private func isSpelling(_ word: [UInt8], of read: [UInt8]) -> Bool {
    if word.count == read.count + 1,
      let at = read.indices.first(where: { word[$0] != read[$0] })
        ?? read.indices.last.map({ $0 + 1 })
    {
      return at > 0 && word[at] == word[at - 1]
        && word[at...].dropFirst().elementsEqual(read[at...])
    }
    guard word.count == read.count else { return false }
    let changed = word.indices.filter { word[$0] != read[$0] }
    return switch changed.count {
    case 1: Self.isVowel(word[changed[0]]) && Self.isVowel(read[changed[0]])
    case 2:
      word[changed[0]] == read[changed[1]] && word[changed[1]] == read[changed[0]]
        && changed[1] == changed[0] + 1
    default: false
    }
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }
}
