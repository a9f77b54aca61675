/// Reads misread words by a noisy channel: confusions of shapes, frequency, the words beside, and
/// the document's own use.
struct WordRepair {
  private let passage: Passage
  private let model = ConfusionModel.english
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// - Parameter damage: what other repairs say of the text; readings that only a machine makes are
  ///   added to it before any word is decided.
  func propose(damage: Damage, into edits: inout [Edit]) {
    var damage = damage
    var readings: [(range: Range<Int>, reading: Reading)] = []
    var unread: [Range<Int>] = []
    var verdicts: [UInt64: Reading?] = [:]
    for suspect in passage.survey.suspects {
      switch suspect.kind {
      case .unknown:
        if let reading = unknown(suspect.range, depth: 1, &verdicts) {
          readings.append((suspect.range, reading))
        } else {
          unread.append(suspect.range)
        }
      case .mixedCase:
        mixedCase(suspect.range, into: &edits)
      case .flagged:
        realWord(suspect.range, into: &edits)
      case .single:
        break
      }
    }
    damage.add(edits.count { $0.confidence == .certain })
    damage.add(readings.count { isMachineMade($0.range, $0.reading) })
    for (range, reading) in readings {
      edits.append(decide(range, reading, in: damage))
    }
    guard damage.expectsMisreadings else {
      for i in edits.indices where edits[i].confidence == .certain { edits[i].confidence = .likely }
      return
    }
    // Two confusions in a word, or a lost space: looked for only where damage is to be expected.
    verdicts.removeAll(keepingCapacity: true)
    for range in unread {
      if range.count >= 7, let reading = unknown(range, depth: 2, &verdicts) {
        edits.append(decide(range, reading, in: damage))
      } else {
        lostSpace(in: range, into: &edits)
      }
    }
  }

  /// A cheap confusion that turns a small unknown word into a very common one.
  private func isMachineMade(_ range: Range<Int>, _ reading: Reading) -> Bool {
    text[range.lowerBound].isLower && reading.cost <= 2 && reading.margin >= 1
      && reading.isVeryCommon
  }

  /// The best reading of a word, whatever stands beside it.
  private struct Reading {
    let word: String
    let cost: Double
    /// Of the best reading less that of the next one.
    let margin: Double
    let read: String
    let printed: String
    let isInDocument: Int
    let isCommon: Bool
    let isVeryCommon: Bool
  }

  // MARK: Words that no lexicon has

  private func unknown(
    _ range: Range<Int>, depth: Int, _ verdicts: inout [UInt64: Reading?]
  ) -> Reading? {
    guard range.count >= 3, range.count <= 24, stands(range), !text[range].contains(where: \.isHigh)
    else { return nil }
    // Capitals are acronyms and numerals: too short to tell a misreading by.
    if range.count <= 5, text[range].allSatisfy(\.isUpper) { return nil }
    // Its own frequent spellings are right by default.
    guard passage.window.usage(of: passage.hash(range)).count <= 2 else { return nil }
    let key = WordHash.of(text[range])
    let reading = verdicts[key] ?? bestReading(of: Array(text[range]), depth: depth)
    verdicts[key] = reading
    guard let reading, !passage.isHalfOfWord(range), !passage.isForeign(around: range) else {
      return nil
    }
    return reading
  }

  private func decide(_ range: Range<Int>, _ reading: Reading, in damage: Damage) -> Edit {
    let isCapitalised = text[range.lowerBound].isUpper
    let beside = context(of: reading.word, at: range)
    // A name that the document does not have is as likely another name.
    var confidence: Confidence = isCapitalised && reading.isInDocument == 0 ? .doubtful : .likely
    // Cheap, clear and supported: by the document, or by frequency and the words beside it.
    if reading.margin >= 1 {
      if reading.isInDocument >= 2, reading.cost <= (isCapitalised ? 2 : 4) {
        confidence = .certain
      }
      if !isCapitalised, reading.isCommon {
        if reading.cost <= 3, range.count >= 4 || beside >= 1 { confidence = .certain }
        if reading.cost <= 4.5, beside >= 1 { confidence = .certain }
      }
    }
    return edit(range, reading.word, confidence, reading)
  }

  private func edit(
    _ range: Range<Int>, _ word: String, _ confidence: Confidence, _ reading: Reading
  ) -> Edit {
    Edit(
      span: range, replacement: word, rule: "characters/confusion", confidence: confidence,
      evidence: .confusion(reading.read, of: reading.printed))
  }

  /// Whether the letters stand by themselves: no digit, symbol or other letter touches them.
  private func stands(_ range: Range<Int>) -> Bool {
    let before = text.byte(range.lowerBound - 1)
    let after = text.byte(range.upperBound)
    let opens =
      before.isWhite || before == .openBracket || before == .quotationMark || before == .apostrophe
    let closes =
      after.isWhite || ".,;:?!)\"'".utf8.contains(after)
      || (after == .hyphen && text.byte(range.upperBound + 1).isWhite)
    guard opens, closes else { return false }
    // `host.name`, `it's`
    let next = text.byte(range.upperBound + 1)
    return after.isWhite || !(next.isLetter || next.isDigit)
  }

  /// A word that a confusion makes, weighed.
  private struct Weighed {
    let word: [UInt8]
    let cost: Double
    let score: Double
    let count: Int
    let frequency: Int
    let confusion: ConfusionModel.Confusion
  }

  private func bestReading(of word: [UInt8], depth: Int) -> Reading? {
    var best: Weighed?
    var second = -Double.infinity
    let isCapitals = !word.contains { $0.isLower }
    model.forEachCandidate(of: word, depth: depth, limit: 5) { candidate, cost, confusion in
      guard let weighed = weigh(candidate, cost, confusion, isCapitals: isCapitals) else { return }
      if let old = best, old.word == candidate {
        if weighed.score > old.score { best = weighed }
      } else if weighed.score > best?.score ?? -.infinity {
        second = best?.score ?? second
        best = weighed
      } else {
        second = max(second, weighed.score)
      }
    }
    guard let best else { return nil }
    return Reading(
      word: String(decoding: best.word, as: UTF8.self), cost: best.cost,
      margin: best.score - second, read: String(decoding: best.confusion.read, as: UTF8.self),
      printed: String(decoding: best.confusion.printed, as: UTF8.self),
      isInDocument: best.count, isCommon: best.frequency >= 140,
      isVeryCommon: best.frequency >= 160)
  }

  /// The score of a candidate; `nil` where it is no word, or none in this case of letters.
  private func weigh(
    _ candidate: [UInt8], _ cost: Double, _ confusion: ConfusionModel.Confusion, isCapitals: Bool
  ) -> Weighed? {
    // A candidate with a capital inside is no reading.
    if !isCapitals, candidate.dropFirst().contains(where: \.isUpper) { return nil }
    let usage = passage.window.usage(
      of: WordHash.folding(candidate))
    let flags = usage.entry.flags
    let fitsCase = candidate[0].isUpper || !flags.isDisjoint(with: [.word, .contraction])
    let inDocument = usage.count >= 2 && (usage.entry.isKnown || usage.count >= 3)
    let inLexicon = fitsCase && !flags.isDisjoint(with: [.word, .name]) && !flags.contains(.rare)
    guard inDocument || inLexicon else { return nil }
    // The prior in units of cost: 7 steps of the frequency class are one bit.
    let prior =
      Double(usage.entry.frequency) / 28
      + (usage.count > 0 ? 2 + Double(min(usage.count, 16)) / 8 : 0)
    return Weighed(
      word: candidate, cost: cost, score: prior - cost * 1.5, count: usage.count,
      frequency: usage.entry.frequency, confusion: confusion)
  }

  /// On how many sides the word beside is one that goes with this reading.
  private func context(of word: String, at range: Range<Int>) -> Int {
    let hash = WordHash.of(word)
    var sides = 0
    if let before = passage.word(before: range.lowerBound),
      passage.lexicon.bigram(passage.hash(before), hash) > 0
    {
      sides += 1
    }
    if let after = passage.word(after: range.upperBound),
      passage.lexicon.bigram(hash, passage.hash(after)) > 0
    {
      sides += 1
    }
    return sides
  }

  // MARK: Lost spaces

  /// `ofthe`, `yearplan`: two words that follow each other often.
  private func lostSpace(in range: Range<Int>, into edits: inout [Edit]) {
    guard range.count >= 4, range.count <= 40, stands(range), text[range].allSatisfy(\.isLower),
      passage.window.usage(of: passage.hash(range)).count <= 2, !passage.isForeign(around: range)
    else { return }
    var best: (at: Int, score: Int)?
    for at in range.lowerBound + 2..<range.upperBound - 1 {
      let left = passage.hash(range.lowerBound..<at)
      let right = passage.hash(at..<range.upperBound)
      let a = passage.lexicon.entry(left)
      let b = passage.lexicon.entry(right)
      guard a.flags.contains(.word), b.flags.contains(.word), min(a.frequency, b.frequency) >= 120
      else { continue }
      let score = passage.lexicon.bigram(left, right)
      if score > best?.score ?? 0 { best = (at, score) }
    }
    guard let best, best.score >= 112 else { return }
    let left = text.string(range.lowerBound..<best.at)
    let right = text.string(best.at..<range.upperBound)
    // `rollcall` is a compound, `ofthe` is none.
    let isSure =
      best.score >= 126
      && (SpacingRepair.functionWords.contains(left) || SpacingRepair.functionWords.contains(right))
    edits.append(
      Edit(
        span: best.at..<best.at, replacement: " ", rule: "characters/space-lost",
        confidence: isSure ? .certain : .likely, evidence: .context(left + " " + right)))
  }

  // MARK: Capitals inside words

  /// `wIth`, `foILows`: a capital that has the shape of a small letter.
  private func mixedCase(_ range: Range<Int>, into edits: inout [Edit]) {
    guard range.count <= 24, stands(range), text[range.lowerBound].isLower,
      !text[range].contains(where: \.isHigh)
    else { return }
    let capitals = text[range].filter(\.isUpper)
    guard capitals.allSatisfy({ Self.alike.contains($0) }), capitals.count <= 2 else { return }
    let small = text.string(range).lowercased()
    let usage = passage.window.usage(of: small)
    guard usage.entry.flags.contains(.word), usage.entry.frequency >= 140 else { return }
    edits.append(
      Edit(
        span: range, replacement: small, rule: "characters/case", confidence: .certain,
        evidence: .inLexicon(small)))
  }

  /// Capitals that look like the small letter but for their size, and I for i or l.
  private static let alike: Set<UInt8> = Set("COSVWXZUIPK".utf8)

  // MARK: Words that are other words

  private static let confusables: [String: String] = Dictionary(
    TextTable(embedded: "en/confusables.tsv").rows.map { ($0[0], $0[1]) },
    uniquingKeysWith: { a, _ in a })

  /// `in tum,`: a word that its neighbours do not know, whose likely original they do.
  private func realWord(_ range: Range<Int>, into edits: inout [Edit]) {
    let asRead = passage.hash(range)
    guard passage.lexicon.entry(asRead).flags.contains(.confusable) else { return }
    let word = text.string(range)
    guard let intended = Self.confusables[word], stands(range) else { return }
    let asPrinted = WordHash.of(intended)
    var wins = 0
    var losses = 0
    func weigh(_ pair: (UInt64) -> Int) {
      let read = pair(asRead)
      let printed = pair(asPrinted)
      if printed >= read + 21, read == 0 { wins += 1 }
      if read > 0 { losses += 1 }
    }
    if let before = passage.word(before: range.lowerBound) {
      weigh { passage.lexicon.bigram(passage.hash(before), $0) }
    }
    if let after = passage.word(after: range.upperBound) {
      weigh { passage.lexicon.bigram($0, passage.hash(after)) }
    }
    guard wins > 0, losses == 0, !passage.isForeign(around: range) else { return }
    let isRareWord = passage.lexicon.entry(asRead).frequency < 126
    edits.append(
      Edit(
        span: range, replacement: intended, rule: "characters/real-word",
        confidence: isRareWord && range.count > 2 ? .certain : .likely, evidence: .context(intended)
      ))
  }
}
