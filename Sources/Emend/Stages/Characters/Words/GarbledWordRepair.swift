/// Reads words with a sign or digit inside: `govern~ent`, `Pol>tburo`.
///
/// The sign may stand for any letter or for none; only what makes one usual word far likelier than all
/// others is proposed. Certain only where the sign is one that no English word has: `Oliph&nt`.
struct GarbledWordRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  func propose(into edits: inout [Edit]) {
    let isThorough = passage.window.least <= .likely
    // Held: each time they are asked of the type or the passage it takes longer than the look.
    let (telling, text) = (Self.telling, passage.text)
    var places = passage.survey.marks.compactMap { mark in
      isThorough || telling.contains(text[Int(mark)]) ? Int(mark) : nil
    }
    if isThorough {
      for suspect in passage.survey.suspects where suspect.kind != .flagged {
        places.append(suspect.range.lowerBound)
      }
      places.sort()
    }
    var done = 0
    for at in places where at >= done {
      let start = text.skipBack(from: at, to: Swift.max(done, at - Self.longest)) { !$0.isWhite }
      let end = text.skip(from: at, to: at + Self.longest) { !$0.isWhite }
      done = Swift.max(end, at + 1)
      // The same tokens whatever place in them is met first.
      guard end - start <= Self.longest, text.byte(start - 1).isWhite, text.byte(end).isWhite,
        let core = core(of: start..<end), let best = read(core)
      else { continue }
      edits.append(edit(core, best, isSure(core, best) ? .certain : .likely))
    }
    if isThorough { lostLetters(into: &edits) }
  }

  private func edit(_ core: Range<Int>, _ best: LikeliestWord, _ confidence: Confidence) -> Edit {
    Edit(
      span: core, replacement: best.string, rule: "characters/garbled-word",
      confidence: confidence,
      evidence: best.count > 0
        ? .inDocument(best.string, count: best.count) : .inLexicon(best.string))
  }

  /// Measured on texts whose truth is known.
  private func isSure(_ core: Range<Int>, _ best: LikeliestWord) -> Bool {
    guard let sign = text[core].first(where: { !$0.isLetter }),
      Self.telling.contains(sign), passage.isProse(at: core.lowerBound)
    else { return false }
    // `Oliph&nt`: a word of the lexicon, and nothing else.
    if !best.hasRival, core.count >= 6, best.frequency > 0 { return true }
    guard best.count >= 2 || best.frequency >= 160 else { return false }
    if best.margin >= 10 { return true }
    // `leve^`, `tha$`: one letter for one sign, and a word beside asks for it.
    if best.word.count == core.count,
      WordContext(passage, around: core).sides(of: best.hash) > 0
    {
      return true
    }
    // `agent#`: behind a word a sign may be dirt as well.
    return text[core.upperBound - 1].isLetter && best.margin >= 8
      && WordContext(passage, around: core).sides(of: best.hash) > 0
  }

  /// `num er`, `exten ive`: a blank where a letter was not read, between halves that are no words.
  private func lostLetters(into edits: inout [Edit]) {
    var found: [Edit] = []
    for suspect in passage.survey.suspects
    where suspect.kind == .unknown || suspect.kind == .single {
      let range = suspect.range
      guard range.lowerBound >= found.last?.span.upperBound ?? 0 else { continue }
      let halves = [
        passage.word(after: range.upperBound).map { (range, $0) },
        passage.word(before: range.lowerBound).map { ($0, range) },
      ]
      for case .some((let head, let tail)) in halves where mayLackLetter(head, tail) {
        let whole = head.lowerBound..<tail.upperBound
        guard let best = read(whole), best.word.count == whole.count,
          WordContext(passage, around: whole).sides(of: best.hash) >= leastSides(head, tail)
        else { continue }
        found.append(edit(whole, best, .likely))
        break
      }
    }
    // A reading of half a word is none.
    let spans = found.map(\.span)
    edits.removeAll { $0.confidence < .certain && $0.span.touchesAny(of: spans) }
    edits += found
  }

  /// Whether letters on both sides of a blank may be one word that lacks a letter.
  private func mayLackLetter(_ head: Range<Int>, _ tail: Range<Int>) -> Bool {
    guard tail.lowerBound == head.upperBound + 1, text[head.upperBound] == .space,
      head.count + tail.count >= 3, head.count + tail.count <= 24,
      text[head.dropFirst()].allSatisfy(\.isLower), text[tail].allSatisfy(\.isLower)
    else { return false }
    let (before, after) = (text.byte(head.lowerBound - 1), text.byte(tail.upperBound))
    guard before.isWhite || Self.opening.contains(before),
      after.isWhite || Self.closing.contains(after)
    else { return false }
    // `a fter`, `I re`: a word by itself.
    if head.count == 1, passage.isPlainWord(tail) || "aiAIO".utf8.contains(text[head.lowerBound]) {
      return false
    }
    if tail.count == 1, "aio".utf8.contains(text[tail.lowerBound]) { return false }
    // `exten ive`: one half is certainly none, and the other one no usual word.
    return isNoUsualWord(head) && isNoUsualWord(tail)
  }

  /// On how many sides the words beside have to ask for the whole: `th y` is short, `numb r` a whole
  /// word and perhaps a speck.
  private func leastSides(_ head: Range<Int>, _ tail: Range<Int>) -> Int {
    if tail.count == 1, passage.isPlainWord(head) { return 2 }
    return head.count + tail.count < 5 ? 1 : 0
  }

  private func isNoUsualWord(_ range: Range<Int>) -> Bool {
    let entry = passage.entry(range)
    return !entry.flags.contains(.word) || entry.flags.contains(.rare) || entry.frequency < 180
  }

  /// A token without the marks around it, if it is letters but for one sign or two digits.
  private func core(of token: Range<Int>) -> Range<Int>? {
    let start = text.skip(from: token.lowerBound, to: token.upperBound) {
      Self.opening.contains($0)
    }
    var end = text.skipBack(from: token.upperBound, to: start) { Self.closing.contains($0) }
    // `Ge~any.8)`: with the number of a note.
    let number = text.skipBack(from: end, to: start, while: \.isDigit)
    if number < end, end < token.upperBound, text[number - 1] == .fullStop, number - 1 > start {
      end = number - 1
    }
    let core = start..<end
    guard core.count >= 4, core.count <= 24 else { return nil }
    guard let first = core.first(where: { !text[$0].isLetter }),
      let last = core.last(where: { !text[$0].isLetter }),
      first == last || (first + 1 == last && text[first].isDigit && text[last].isDigit),
      core.count - (last + 1 - first) >= 3, Self.signs.contains(text[first]),
      core.dropFirst().allSatisfy({ !text[$0].isUpper })
    else { return nil }
    let head = core.lowerBound..<first
    let tail = last + 1..<core.upperBound
    let isRare = Self.rare.contains(text[first])
    // `policy2`, `2nd`, `her.head`: what stands beside is whole without it.
    if head.isEmpty || tail.isEmpty {
      let rest = head.isEmpty ? tail : head
      let isStroke = head.isEmpty && Self.strokes.contains(text[first])
      // `leve^`, `asses^`: a letter, or dirt.
      if isRare, tail.isEmpty, rest.count >= 4 { return mayGoOn(core) ? nil : core }
      guard isStroke ? rest.count >= 3 : text[first].isDigit && rest.count >= 4,
        !passage.entry(rest).isKnown
      else { return nil }
      return core
    }
    if text[first] == UInt8(ascii: "/"), text[first - 1] != UInt8(ascii: "v") { return nil }
    // `GE` is an abbreviation, `Ge` half of a word.
    if passage.entry(head).isKnown, passage.entry(tail).isKnown, head.count > 1 || tail.count > 1,
      head.count > 2 || passage.entry(head).flags.contains(.word)
    {
      return nil
    }
    let isStop = text[first] == .fullStop || text[first] == .apostrophe
    if isStop, isElision(head, tail) { return nil }
    return core
  }

  /// `compre+⏎hensive`: whether a sign at the end of a line may have been a hyphen.
  private func mayGoOn(_ core: Range<Int>) -> Bool {
    guard passage.isLineEnd(core.upperBound), let next = passage.word(after: core.upperBound) else {
      return false
    }
    return text[next.lowerBound].isLower && !passage.isPlainWord(next)
  }

  /// `ne'er`, `they'll`, `d'Orsay`, `ask'd`: an apostrophe that stands for letters or joins two words.
  private func isElision(_ head: Range<Int>, _ tail: Range<Int>) -> Bool {
    guard text[head.upperBound] == .apostrophe else { return false }
    return tail.count <= 2 || head.count == 1
      || ["qu", "th", "ev", "pow", "flow", "show", "tow", "heav", "giv"].contains(
        text.string(head).lowercased())
  }

  private func read(_ core: Range<Int>) -> LikeliestWord? {
    let token = Array(text[core])
    guard let first = token.firstIndex(where: { !$0.isLetter }),
      let last = token.lastIndex(where: { !$0.isLetter }), let sums = WordSums(token)
    else { return nil }
    let context = WordContext(passage, around: core)
    guard !passage.isForeign(around: core) else { return nil }
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
      if token[first] != .apostrophe, token[first] != UInt8(ascii: "/"), token.count >= 6 {
        pairs(sign, context, &best)
      }
    }
    guard best.score > 0,
      best.margin >= (context.sides(of: best.hash) > 0 ? 5 : 6)
        || (!best.hasRival && token.count >= 8),
      token.count >= 6 || best.count >= 3 || context.sides(of: best.hash) > 0
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
    let possibleWords = passage.possibleWords
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
    guard passage.possibleWords.mayHold(hash) else { return }
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

  private static let opening = ByteSet("(\"'*".utf8)
  private static let closing = ByteSet(".,;:?!)]\"'*-".utf8)
  private static let rareSigns = "^~#<>|{}\\$&%@_+"
  /// Signs that no word of prose has inside.
  private static let rare = ByteSet(rareSigns.utf8)
  /// Those, and the stroke of a w: `v/ere`.
  private static let telling = ByteSet((rareSigns + "/").utf8)
  private static let signs = ByteSet((rareSigns + "/'.*!;[]0123456789").utf8)
  /// Longest token that is looked at, in bytes.
  private static let longest = 40
  /// Upright strokes, and the letters that they are left of.
  private static let strokes = ByteSet("]|!}{[\\".utf8)
  private static let strokeLetters = ByteSet("lijtfhb".utf8)
}
