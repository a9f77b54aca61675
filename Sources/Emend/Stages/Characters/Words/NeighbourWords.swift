/// Finds words that neither neighbour knows, where a usual word of the document fits between them:
/// `conclusion ef their`, `must he addressed`.
///
/// A word of the lexicon may be misread as well as no word, above all a short one. Walks through all
/// words, so it is for runs that apply or read what is only likely, and for texts that are badly
/// misread.
struct NeighbourWords {
  private let passage: Passage
  private var text: Text { passage.text }
  private let model: ConfusionModel

  /// Bits for a letter taken for any other, and for one lost or added.
  private static let otherLetter = 21.0
  private static let lostLetter = 24.0
  /// The most bits of confusions.
  private static let limit = 30.0
  /// The most bits of a confusion by which an older spelling is read.
  private static let cheap = 9.0
  /// Frequency that a word is believed to have of which nothing is known.
  private static let rarest = 100
  /// Frequency of a word that is not doubted lightly.
  private static let usual = 170
  private static let longest = 9
  private static let fewestOfName = 3

  /// Whether the text is a bad scan: elsewhere both neighbours have to ask for another word.
  private let isBad: Bool

  init(_ passage: Passage, isBad: Bool) {
    self.passage = passage
    self.isBad = isBad
    // As they are: to what the document shows, usual words give way too easily.
    var model = ConfusionModel.english
    model.anyLetterBits = Self.otherLetter
    self.model = model
  }

  /// A place with the word that fits best.
  private struct Place {
    let range: Range<Int>
    let read: UInt64
    let frequency: Int
    let best: Candidate
    /// On how many sides the words beside ask for it.
    let sides: Int
    /// Bits by which it fits better than what was read, less what it costs.
    let gain: Double
    /// Bits by which it fits better than the next word.
    let margin: Double
    /// Known words beside.
    let neighbours: Int
  }

  /// A usual word that a word may be read for, wherever it stands.
  private struct Candidate {
    let word: [UInt8]
    let hash: UInt64
    let frequency: Int
    let count: Int
    let cost: Double
    let isLower: Bool
  }

  /// By the hash of what was read: a text repeats its words, and to make the candidates of one takes
  /// much longer than to weigh them in their place.
  private typealias Candidates = [UInt64: [Candidate]]

  /// What a form that is no usual word was read for.
  private struct Habit {
    let printed: UInt64
    var count = 0
    var isOne = true
  }

  /// - Parameter spans: what has a reading already, sorted.
  func propose(outside spans: [Range<Int>], into edits: inout [Edit]) {
    var open: [Place] = []
    var habits: [UInt64: Habit] = [:]
    var candidates: Candidates = [:]
    passage.forEachWord { range in
      guard range.count <= Self.longest, isLowerWord(range), passage.stands(range),
        let place = place(of: range, &candidates), !range.touchesAny(of: spans)
      else { return }
      guard isClear(place), isEnglishWord(range) else {
        open.append(place)
        return
      }
      edits.append(edit(place))
      guard place.frequency < Self.usual else { return }
      var habit = habits[place.read] ?? Habit(printed: place.best.hash)
      if habit.printed == place.best.hash { habit.count += 1 } else { habit.isOne = false }
      habits[place.read] = habit
    }
    for place in open where place.best.word.count > 1 {
      guard let habit = habits[place.read], habit.count >= 2, habit.isOne,
        habit.printed == place.best.hash, isEnglishWord(place.range)
      else { continue }
      edits.append(edit(place))
    }
  }

  private func edit(_ place: Place) -> Edit {
    var word = String(decoding: place.best.word, as: UTF8.self)
    if text[place.range.lowerBound].isUpper {
      word = word.prefix(1).uppercased() + word.dropFirst()
    }
    return Edit(
      span: place.range, replacement: word, rule: "characters/real-word", confidence: .likely,
      evidence: .context(word))
  }

  /// Measured on texts whose truth is known: of each kind nine in ten are right.
  private func isClear(_ place: Place) -> Bool {
    let best = place.best
    let isBetween = place.sides == 2
    if !isBad, !isBetween { return false }
    let isNoWord = place.frequency < Self.rarest
    if place.range.count == 1, !isBetween { return false }
    if best.count >= 2, place.gain > (isNoWord ? -1 : 1) {
      if isBetween ? place.margin > 6 : place.neighbours == 1 && place.margin > 13 { return true }
    }
    guard isBetween, place.frequency < Self.usual else { return false }
    if best.count >= 2, isNoWord, place.gain > -4, place.margin > 10 { return true }
    // Articles and prepositions: `the`, `of`, `and`, `to`.
    return best.frequency >= 234 && place.margin > 1.5
      && (isNoWord && place.range.count > 1 && best.cost > 22
        ? place.gain > -9 && best.cost <= Self.lostLetter : place.gain > -6 && best.cost <= 22)
  }

  private func isEnglishWord(_ range: Range<Int>) -> Bool {
    !passage.isForeign(around: range) && !passage.isHalfOfWord(range)
      && !passage.besideFragment(range)
  }

  // MARK: Places

  private func isLowerWord(_ range: Range<Int>) -> Bool {
    let first = text[range.lowerBound]
    if range.count == 1 { return first.isLower && !"aio".utf8.contains(first) }
    return text[range.dropFirst()].allSatisfy(\.isLower)
  }

  /// - Returns: `nil` where a neighbour knows the word, or none knows another.
  private func place(of range: Range<Int>, _ known: inout Candidates) -> Place? {
    let hash = passage.hash(range)
    let entry = passage.lexicon.entry(hash)
    // `Strang` is a name of the document, not `strong`.
    if text[range.lowerBound].isUpper, passage.continuesSentence(range),
      passage.window.usage(of: hash).count >= Self.fewestOfName
    {
      return nil
    }
    // What is no word is read by its shape.
    let isKnown = entry.isKnown || range.count <= 2
    guard isKnown || passage.isSpelling(Array(text[range])) else { return nil }
    let context = WordContext(passage, around: range)
    let sides = context.sides(of: hash)
    guard sides < context.sideCount else { return nil }
    let asRead = context.bits(of: hash, frequency: Swift.max(Self.rarest, entry.frequency))
    // `shee` may be `she`, `corne` is rather `come`.
    let candidates =
      known[hash]
      ?? candidates(
        for: text[range].map { $0.isUpper ? $0 | 0x20 : $0 }, hash,
        from: Swift.max(140, entry.frequency - 14), atMost: isKnown ? .infinity : Self.cheap)
    known[hash] = candidates
    var best: (word: Candidate, sides: Int, gain: Double)?
    var second = -Double.infinity
    for candidate in candidates {
      let beside = context.sides(of: candidate.hash)
      guard beside > sides else { continue }
      let gain =
        context.bits(of: candidate.hash, frequency: candidate.frequency) - candidate.cost - asRead
      if gain <= best?.gain ?? -10 {
        if candidate.hash != best?.word.hash { second = Swift.max(second, gain) }
        continue
      }
      guard candidate.isLower else { continue }
      if let best, best.word.hash != candidate.hash { second = Swift.max(second, best.gain) }
      best = (candidate, beside, gain)
    }
    guard let best else { return nil }
    return Place(
      range: range, read: hash, frequency: entry.frequency, best: best.word, sides: best.sides,
      gain: best.gain, margin: best.gain - second, neighbours: context.sideCount)
  }

  /// - Parameters:
  ///   - least: the least frequency.
  ///   - most: the most bits of what is changed.
  private func candidates(
    for word: [UInt8], _ hash: UInt64, from least: Int, atMost most: Double
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    unsafe forEachCandidate(of: word) { made, madeHash, cost in
      guard madeHash != hash, cost <= most else { return }
      let usage = passage.window.usage(of: madeHash)
      guard usage.entry.frequency >= least, usage.entry.flags.contains(.word),
        !usage.entry.flags.contains(.rare)
      else { return }
      candidates.append(
        Candidate(
          word: unsafe Array(made), hash: madeHash, frequency: usage.entry.frequency,
          count: usage.count, cost: cost, isLower: unsafe made.allSatisfy(\.isLower)))
    }
    return candidates
  }

  /// Calls `body` with the words one or two confusions, or one letter, away.
  private func forEachCandidate(
    of word: [UInt8], _ body: (UnsafeBufferPointer<UInt8>, UInt64, Double) -> Void
  ) {
    let usual = Lexicon.UsualWords(lexicon: passage.lexicon)
    unsafe model.forEachCandidate(of: word, depth: 2, limit: Self.limit, where: usual) {
      made, hash, bits, _ in
      unsafe body(made, hash, bits)
    }
    guard let sums = WordSums(word) else { return }
    func offer(_ exchange: WordSums.Exchange) {
      let hash = sums.hash(sums.sum(exchange), longerBy: exchange.moved)
      guard usual.mayHold(hash) else { return }
      let made = word[..<exchange.start] + exchange.shape.bytes + word[exchange.end...]
      unsafe made.withUnsafeBufferPointer { unsafe body($0, hash, Self.lostLetter) }
    }
    let none = Shape(EmptyCollection())
    for at in word.indices where word.count > 1 {
      offer(WordSums.Exchange(start: at, end: at + 1, shape: none))
    }
    for at in 0...word.count {
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        offer(WordSums.Exchange(start: at, end: at, shape: Shape(letter)))
      }
    }
  }
}
