/// Replaces a word that is a likely misreading of another one which its neighbours ask for.
struct RealWordRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  private static let confusables: [String: String] = Dictionary(
    TextTable(embedded: "en/confusables.tsv").rows.map { ($0[0], $0[1]) },
    uniquingKeysWith: { a, _ in a })

  /// Frequency that a word is believed to have of which nothing is known.
  private static let rarest = 100

  /// Bits that tell a word from one that hardly anybody writes, in the lexicon's unit.
  private static let farRarer = 64

  /// `in tum,`: a word that its neighbours do not know, whose likely original they do.
  func propose(_ range: Range<Int>, in damage: Damage, into edits: inout [Edit]) {
    // Most are names.
    let first = text[range.lowerBound]
    guard first.isLower else {
      if first == UInt8(ascii: "F") { proposeCapital(range, in: damage, into: &edits) }
      return
    }
    let asRead = passage.hash(range)
    let entry = passage.lexicon.entry(asRead)
    guard entry.flags.contains(.confusable), text[range].allSatisfy(\.isLower) else { return }
    guard let intended = Self.confusables[text.string(range)], passage.stands(range),
      text.byte(range.upperBound) != .apostrophe
    else { return }
    let asPrinted = WordHash.of(intended)
    let context = WordContext(passage, around: range)
    let printed = passage.lexicon.entry(asPrinted)
    let gain =
      context.bits(of: asPrinted, frequency: printed.frequency)
      - context.bits(of: asRead, frequency: Swift.max(Self.rarest, entry.frequency))
    let sides = context.sides(of: asPrinted)
    let isRareWord =
      entry.flags.contains(.rare) || (Self.rarest..<140).contains(entry.frequency)
    let isSureInMisread =
      damage.expectsMisreadings && damage.hasMisreadWords && !mayHaveLongS(range)
      && ((entry.flags.contains(.rare) && gain >= 8)
        || (!entry.flags.contains(.word)
          && (sides == 2 || isOneAskedFor(range, as: intended, in: context))))
    // `waited tor an answer`: five hundred times as rare as the word that the place asks for.
    let isFarRarer =
      gain >= 15
      && printed.frequency - Swift.max(Self.rarest, entry.frequency) >= Self.farRarer
    guard gain >= (isRareWord ? 4 : 9), sides > 0, context.sides(of: asRead) == 0,
      !passage.isForeign(around: range), !passage.isHalfOfWord(range)
    else { return }
    // No article or conjunction ends a sentence.
    let isLast = passage.word(after: range.upperBound) == nil
    if isLast, printed.frequency >= 200 { return }
    // `speeds up aid applications`: a conjunction goes with any word, and a usual word stands where it will.
    let mayBeRight =
      !isRareWord && !isFarRarer
      && (!damage.hasMisreadWords || (printed.frequency >= 200 && !damage.isBadRate))
    let isSure =
      damage.expectsMisreadings && !mayBeRight
      && (sides == 2 ? gain >= 12 : isRareWord && gain >= 14)
    let confidence: Confidence =
      if isSure || isSureInMisread {
        .certain
      } else if damage.expectsMisreadings || (sides == 2 ? gain >= 15 : isRareWord) {
        .likely
      } else {
        .doubtful
      }
    edits.append(
      Edit(
        span: range, replacement: intended, rule: "characters/real-word", confidence: confidence,
        evidence: .context(intended)))
  }

  /// `the Five-Year Flan`: a P that lost its bow, in a text that has the other word as often.
  private func proposeCapital(_ range: Range<Int>, in damage: Damage, into edits: inout [Edit]) {
    guard damage.expectsMisreadings, text[range.dropFirst()].allSatisfy(\.isLower),
      passage.stands(range),
      let intended = Self.confusables[text.string(range).lowercased()], intended.first == "p"
    else { return }
    let (asRead, asPrinted) = (passage.hash(range), WordHash.of(intended))
    let count = passage.window.usage(of: asPrinted).count
    let context = WordContext(passage, around: range)
    // A title, in which both have capitals.
    guard let before = passage.word(before: range.lowerBound), text[before.lowerBound].isUpper,
      count >= passage.window.usage(of: asRead).count,
      context.sides(of: asRead) == 0, context.sides(of: asPrinted) > 0
    else { return }
    let word = "P" + intended.dropFirst()
    edits.append(
      Edit(
        span: range, replacement: word, rule: "characters/real-word", confidence: .certain,
        evidence: .inDocument(word, count: count)))
  }

  /// `even when fo far`: an f that may be a long s.
  private func mayHaveLongS(_ range: Range<Int>) -> Bool {
    guard text[range].contains(UInt8(ascii: "f")) else { return false }
    let letters = text[range].map { $0 == UInt8(ascii: "f") ? UInt8(ascii: "s") : $0 }
    return passage.lexicon.entry(WordHash.of(letters)).frequency >= 170
  }

  /// `the bank ia Arcos'`, `London, aud sold`: whether the one known word beside asks for another, and the other side
  /// has a word that is not known, or a comma before `and`; one before `ie` is none of a misread `is`.
  ///
  /// Measured on texts whose truth is known: of 69 such words, rare ones and those that both words beside ask for among
  /// them, none was wrong, as far as five of ruined lines can be told.
  private func isOneAskedFor(
    _ range: Range<Int>, as intended: String, in context: WordContext
  ) -> Bool {
    guard context.sideCount == 1, !passage.besideFragment(range) else { return false }
    let before = text.byte(text.skipBack(from: range.lowerBound, while: \.isWhite) - 1)
    let after = text.byte(text.skip(from: range.upperBound, while: \.isWhite))
    return (before.isLetter || (before == .comma && intended == "and")) && after.isLetter
  }

  /// `ot the`, `aud`: letters that are only an abbreviation or a name in the lexicon, in small letters and
  /// without a stop.
  ///
  /// Walks through all words, so it is for texts that are known to be misread. Never more than likely.
  func proposeShort(by model: ConfusionModel, into edits: inout [Edit]) {
    let reader = WordReader(passage, model: model, depth: 1)
    passage.forEachWord { range in
      guard range.count >= 2, range.count <= 4, text.byte(range.lowerBound - 1).isWhite,
        text[range].allSatisfy(\.isLower), text.byte(range.upperBound) != .fullStop,
        passage.stands(range), !passage.isBesideDirt(range)
      else { return }
      let hash = passage.hash(range)
      let flags = passage.lexicon.entry(hash).flags
      guard !flags.isEmpty, !flags.areOfSmallLetters,
        flags.isDisjoint(with: .foreign)
      else { return }
      let context = WordContext(passage, around: range)
      guard context.hasSide, context.sides(of: hash) == 0,
        let reading = Reading(reader.candidates(for: Array(text[range])), in: context),
        reading.sides > 0, reading.margin >= (range.count == 2 ? 6 : 5),
        reading.candidate.frequency >= 190,
        // `By th .`: of two letters one side says little.
        range.count > 2 || reading.sides == 2 || passage.word(after: range.upperBound) != nil,
        !passage.mayLackLetter(range, of: reading.candidate.frequency),
        !passage.isForeign(around: range), !passage.isHalfOfWord(range),
        !passage.besideFragment(range)
      else { return }
      edits.append(
        Edit(
          span: range, replacement: reading.candidate.string, rule: "characters/real-word",
          confidence: .likely, evidence: .context(reading.candidate.string)))
    }
  }

  /// `toe ship`: a word that goes with neither neighbour, and one that goes with both and differs by
  /// a confusion which the document has shown.
  ///
  /// Walks through all words, so it is for texts that are known to be misread. Never more than likely.
  /// - Parameter model: the confusions shown.
  func propose(by model: ConfusionModel, into edits: inout [Edit]) {
    let lexicon = passage.lexicon
    passage.forEachWord { range in
      guard range.count >= 2, range.count <= 8, text[range.lowerBound].isLower,
        passage.stands(range)
      else { return }
      let hash = passage.hash(range)
      let entry = passage.lexicon.entry(hash)
      guard entry.flags.contains(.word), !entry.flags.contains(.confusable) else { return }
      let context = WordContext(passage, around: range)
      guard context.hasSide, context.sides(of: hash) == 0 else { return }
      let asRead = context.bits(of: hash, frequency: entry.frequency)
      var best: (word: [UInt8], gain: Double)?
      var second = 0.0
      unsafe model.forEachCandidate(
        of: Array(text[range]), depth: 1, limit: 20, where: lexicon
      ) { word, printed, bits, _ in
        guard unsafe word.allSatisfy(\.isLower) else { return }
        let other = passage.lexicon.entry(printed)
        guard other.flags.contains(.word), other.frequency > entry.frequency,
          context.sides(of: printed) > 0
        else { return }
        let gain = context.bits(of: printed, frequency: other.frequency) - asRead - bits
        if gain > best?.gain ?? 0 {
          second = best?.gain ?? 0
          best = (unsafe Array(word), gain)
        } else {
          second = Swift.max(second, gain)
        }
      }
      guard let best, best.gain - second >= 3, !passage.isForeign(around: range),
        !passage.isHalfOfWord(range)
      else { return }
      let word = String(decoding: best.word, as: UTF8.self)
      edits.append(
        Edit(
          span: range, replacement: word, rule: "characters/real-word",
          confidence: .likely, evidence: .context(word)))
    }
  }
}
