/// Reads a word that has a sign, a figure or a blank in the place of letters: which words may it be?
///
/// The sign may stand for any letter or for none; only what makes one usual word far likelier than all
/// others is read.
struct GarbledWordReader {
  private let passage: Passage
  /// Held: asked 30 times for each token, it took longer than the look.
  private let possibleWords: PossibleWords

  init(_ passage: Passage) {
    self.passage = passage
    possibleWords = passage.possibleWords
  }

  /// The edit that puts a word in the place of what was read for it.
  func edit(_ core: Range<Int>, _ best: LikeliestWord, _ confidence: Confidence) -> Edit {
    Edit(
      span: core, replacement: best.string, rule: "characters/garbled-word",
      confidence: confidence,
      evidence: best.count > 0
        ? .inDocument(best.string, count: best.count) : .inLexicon(best.string))
  }

  /// Whether nothing else can be read, or nothing that is near as likely and the words beside ask for it.
  func isOnlyReading(_ best: LikeliestWord, of core: Range<Int>) -> Bool {
    !best.hasRival && best.word.count <= core.count && best.frequency > 0
      && (core.count >= 6
        || best.margin >= 20 && WordContext(passage, around: core).sides(of: best.hash) > 0)
  }

  /// Whether letters beside a sign are a word by themselves: `price6d`, `task orce`; not `con iderable`.
  func isWhole(_ part: Range<Int>, _ entry: Lexicon.Entry) -> Bool {
    part.count >= 4 && entry.isKnown
  }

  /// The likeliest word for letters with one run of signs among them, if it is far likelier than all others.
  /// - Parameter asTwo: whether a sign may stand for two letters, or for one and a part of another.
  func read(_ core: Range<Int>, asTwo: Bool) -> LikeliestWord? {
    let token = Array(passage.text[core])
    guard let first = token.firstIndex(where: { !$0.isLetter }),
      let last = token.lastIndex(where: { !$0.isLetter }), let sums = WordSums(token)
    else { return nil }
    let context = WordContext(passage, around: core)
    let sign = Garbled(token: token, sums: sums, sign: first..<last + 1)
    var best = LikeliestWord()
    take(sign.exchanged(Shape([])), 6, sign, context, &best)
    let isStroke = Self.strokes.contains(token[first])
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z")
    where !isStroke || Self.strokeLetters.contains(letter) {
      // An apostrophe is no letter of its own.
      if token[first] != .apostrophe {
        take(sign.exchanged(Shape(letter)), 9, sign, context, &best)
      }
      if first != last {
        for other in UInt8(ascii: "a")...UInt8(ascii: "z") {
          take(sign.exchanged(Shape(letter, other)), 12, sign, context, &best)
        }
      }
    }
    if best.isEmpty, first > 0, first == last {
      merged(sign, context, &best)
      if token[first] != .apostrophe, token[first] != UInt8(ascii: "/"), token.count >= 6,
        asTwo
      {
        pairs(sign, context, &best)
      }
    }
    guard best.score > 0,
      best.margin >= (context.sides(of: best.hash) > 0 ? 5 : 6)
        || (!best.hasRival && token.count >= 8),
      token.count >= 6 || best.count >= 3 || context.sides(of: best.hash) > 0,
      // Last: few tokens are any word.
      !passage.isForeign(around: core)
    else { return nil }
    return best
  }

  /// `j^ree`, `v/ere`: the sign is a part of the letter before it.
  private func merged(_ garbled: Garbled, _ context: WordContext, _ best: inout LikeliestWord) {
    let at = garbled.sign.lowerBound
    let isStroke = garbled.token[at] == UInt8(ascii: "/")
    guard garbled.token.count >= 5, isStroke || Self.rare.contains(garbled.token[at]) else {
      return
    }
    let w = UInt8(ascii: "w")
    for letter in isStroke ? w...w : UInt8(ascii: "a")...UInt8(ascii: "z")
    where letter != garbled.token[at - 1] {
      take(
        WordSums.Exchange(start: at - 1, end: at + 1, shape: Shape(letter)), isStroke ? 4 : 10,
        garbled, context, &best)
    }
  }

  /// A token with a sign inside, of which 1,400 words are made: their hashes come from sums, and only what
  /// may be one is written.
  private struct Garbled {
    let token: [UInt8]
    let sums: WordSums
    let sign: Range<Int>

    /// Letters in the place of the sign.
    func exchanged(_ shape: Shape) -> WordSums.Exchange {
      WordSums.Exchange(start: sign.lowerBound, end: sign.upperBound, shape: shape)
    }

    func hash(_ change: WordSums.Exchange) -> UInt64 {
      sums.hash(sums.sum(change), longerBy: change.moved)
    }

    func word(_ change: WordSums.Exchange) -> [UInt8] {
      token[..<change.start] + change.shape.bytes + token[change.end...]
    }
  }

  /// `govern~ent`: the sign is one letter or two; `R>litburo`: two with the letter before, in a word of the document,
  /// unless both are one letter of another word.
  private func pairs(_ garbled: Garbled, _ context: WordContext, _ best: inout LikeliestWord) {
    let first = garbled.sign.lowerBound
    let tail = garbled.token.count - garbled.sign.upperBound
    let isCapital = first == 1 && garbled.token[0].isUpper
    let letters = UInt8(ascii: "a")..<UInt8(ascii: "z") + 1
    let areTwo = tail >= 5 && best.isEmpty
    for a in letters {
      for b in letters {
        take(garbled.exchanged(Shape(a, b)), 12, garbled, context, &best)
        guard areTwo else { continue }
        let own = WordSums.Exchange(
          start: first - 1, end: first + 1, shape: Shape(isCapital ? a & ~0x20 : a, b))
        let hash = garbled.hash(own)
        guard possibleWords.mayHold(hash) else { continue }
        let usage = passage.window.usage(of: hash)
        guard usage.count >= 2 || (tail >= 6 && usage.entry.frequency >= 120) else { continue }
        take(own, 8, garbled, context, &best)
      }
    }
  }

  private func take(
    _ change: WordSums.Exchange, _ bits: Double, _ garbled: Garbled, _ context: WordContext,
    _ best: inout LikeliestWord
  ) {
    let hash = garbled.hash(change)
    guard possibleWords.mayHold(hash) else { return }
    let usage = passage.window.usage(of: hash)
    let flags = usage.entry.flags
    let isOwn = usage.count >= 2
    guard usage.entry.isEnglish || isOwn, !flags.contains(.rare) || isOwn else { return }
    let word = garbled.word(change)
    guard word[0].isUpper || flags.contains(.word),
      isOwn || usage.entry.frequency >= (word.count >= 8 ? 120 : 135)
    else { return }
    best.take(word, hash, usage, bits: bits, ownFrom: 2, in: context)
  }

  static let rareSigns = "^~#<>|{}\\$&%@_+"
  /// Signs that no word of prose has inside.
  static let rare = ByteSet(rareSigns.utf8)
  /// Upright strokes, and the letters that they are left of.
  static let strokes = ByteSet("]|!}{[\\".utf8)
  private static let strokeLetters = ByteSet("lijtfhb".utf8)
}
