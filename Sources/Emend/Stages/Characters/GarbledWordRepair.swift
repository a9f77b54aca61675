/// Reads words with a sign or digit inside: `govern~ent`, `Pol>tburo`.
///
/// The sign may stand for any letter or for none; only what makes one usual word far likelier than all
/// others is proposed. Never more than likely.
struct GarbledWordRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  private struct Best {
    var word: [UInt8] = []
    var score = 0.0
    var second = 0.0
    var count = 0
  }

  func propose(into edits: inout [Edit]) {
    var places = passage.survey.marks.map { Int($0) }
    for suspect in passage.survey.suspects where suspect.kind != .flagged {
      places.append(suspect.range.lowerBound)
    }
    places.sort()
    var done = 0
    for at in places where at >= done {
      let start = text.skipBack(from: at, to: Swift.max(done, at - 40)) { !$0.isWhite }
      let end = text.skip(from: at, to: at + 40) { !$0.isWhite }
      done = Swift.max(end, at + 1)
      guard let core = core(of: start..<end), let best = read(core) else { continue }
      let word = String(decoding: best.word, as: UTF8.self)
      edits.append(
        Edit(
          span: core, replacement: word, rule: "characters/garbled-word", confidence: .likely,
          evidence: best.count > 0 ? .inDocument(word, count: best.count) : .inLexicon(word)))
    }
  }

  /// A token without the marks around it, if it is letters but for one sign or two digits.
  private func core(of token: Range<Int>) -> Range<Int>? {
    let start = text.skip(from: token.lowerBound, to: token.upperBound) {
      Self.opening.contains($0)
    }
    let end = text.skipBack(from: token.upperBound, to: start) { Self.closing.contains($0) }
    let core = start..<end
    guard core.count >= 4, core.count <= 24 else { return nil }
    let odd = core.filter { !text[$0].isLetter }
    guard let first = odd.first, let last = odd.last, last - first == odd.count - 1,
      odd.count == 1 || (odd.count == 2 && text[first].isDigit && text[last].isDigit),
      core.count - odd.count >= 3, odd.allSatisfy({ Self.signs.contains(text[$0]) }),
      core.dropFirst().allSatisfy({ !text[$0].isUpper })
    else { return nil }
    let head = core.lowerBound..<first
    let tail = last + 1..<core.upperBound
    // `policy2`, `2nd`, `her.head`: what stands beside is whole without it.
    if head.isEmpty || tail.isEmpty {
      let rest = head.isEmpty ? tail : head
      let isStroke = head.isEmpty && Self.strokes.contains(text[first])
      guard isStroke ? rest.count >= 3 : text[first].isDigit && rest.count >= 4,
        !passage.entry(rest).isKnown
      else { return nil }
      return core
    }
    if passage.entry(head).isKnown, passage.entry(tail).isKnown, head.count > 1 || tail.count > 1 {
      return nil
    }
    let isStop = text[first] == .fullStop || text[first] == .apostrophe
    if isStop, isElision(head, tail) { return nil }
    return core
  }

  /// `ne'er`, `they'll`, `d'Orsay`, `ask'd`: an apostrophe that stands for letters or joins two words.
  private func isElision(_ head: Range<Int>, _ tail: Range<Int>) -> Bool {
    guard text[head.upperBound] == .apostrophe else { return false }
    return tail.count <= 2 || head.count == 1
      || ["qu", "th", "ev", "pow", "flow", "show", "tow", "heav", "giv"].contains(
        text.string(head).lowercased())
  }

  private func read(_ core: Range<Int>) -> Best? {
    let token = Array(text[core])
    guard let first = token.firstIndex(where: { !$0.isLetter }),
      let last = token.lastIndex(where: { !$0.isLetter })
    else { return nil }
    let context = WordContext(passage, around: core)
    guard !passage.isForeign(around: core) else { return nil }
    var best = Best()
    let head = token[..<first]
    let tail = token[(last + 1)...]
    take(head + tail, 6, context, &best)
    let isStroke = Self.strokes.contains(token[first])
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z")
    where !isStroke || Self.strokeLetters.contains(letter) {
      // An apostrophe is no letter of its own.
      if token[first] != .apostrophe { take(head + [letter] + tail, 9, context, &best) }
      if first != last {
        for other in UInt8(ascii: "a")...UInt8(ascii: "z") {
          take(head + [letter, other] + tail, 12, context, &best)
        }
      }
    }
    if best.word.isEmpty, first > 0, first == last, token[first] != .apostrophe, token.count >= 6 {
      pairs(head, tail, context, &best)
    }
    guard best.score > 0,
      best.score - best.second >= 6 || (best.second == 0 && token.count >= 8),
      token.count >= 6 || context.sides(of: WordHash.of(written: best.word[...])) > 0
    else { return nil }
    return best
  }

  /// `govern~ent`: the sign is one letter or two; `Pol>tburo`: the same in a word of the document.
  private func pairs(
    _ head: ArraySlice<UInt8>, _ tail: ArraySlice<UInt8>, _ context: WordContext,
    _ best: inout Best
  ) {
    let isCapital = head.count == 1 && head[head.startIndex].isUpper
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    for a in letters {
      for b in letters {
        take(head + [a, b] + tail, 12, context, &best)
        let own = head.dropLast() + [isCapital ? a & ~0x20 : a, b] + tail
        let usage = passage.window.usage(of: WordHash.of(written: own[...]))
        guard tail.count >= 5,
          usage.count >= 2 || (tail.count >= 6 && usage.entry.frequency >= 120)
        else { continue }
        take(own, 8, context, &best)
      }
    }
  }

  private func take(
    _ word: some Collection<UInt8>, _ bits: Double, _ context: WordContext, _ best: inout Best
  ) {
    let word = Array(word)
    let hash = WordHash.of(written: word[...])
    let usage = passage.window.usage(of: hash)
    let flags = usage.entry.flags
    let isOwn = usage.count >= 2
    guard usage.entry.isEnglish || isOwn, !flags.contains(.rare) || isOwn, word != best.word,
      word[0].isUpper || flags.contains(.word),
      isOwn || usage.entry.frequency >= (word.count >= 8 ? 120 : 135)
    else { return }
    let own = isOwn ? 3 + Swift.min(6, Double(usage.count) / 2) : 0
    let score = context.bitsOrUsual(of: hash, frequency: usage.entry.frequency) + own - bits
    if score > best.score {
      best = Best(word: word, score: score, second: best.score, count: usage.count)
    } else {
      best.second = Swift.max(best.second, score)
    }
  }

  private static let opening = ByteSet("(\"'*".utf8)
  private static let closing = ByteSet(".,;:?!)]\"'*-".utf8)
  private static let signs = ByteSet("'.^~#*<>|!;{}[]\\0123456789".utf8)
  /// Upright strokes, and the letters that they are left of.
  private static let strokes = ByteSet("]|!}{[\\".utf8)
  private static let strokeLetters = ByteSet("lijtfhb".utf8)
}
