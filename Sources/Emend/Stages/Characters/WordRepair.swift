/// Reads misread words by a noisy channel: confusions of shapes, frequency, the words beside, and
/// the document's own use.
struct WordRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// A word that may be misread.
  private struct Place {
    let range: Range<Int>
    let kind: Suspect.Kind
    /// The number of its letters as they stand: a document repeats its names.
    let type: Int
    /// How often the document writes it, in any case.
    let count: Int
    /// Whether it is a word by itself among words of English; `nil` until it is asked for.
    var isEnglishWord: Bool?
  }

  /// A word to be decided, with what it may have been.
  private struct Case {
    let range: Range<Int>
    /// How often the document writes it, in any case.
    let count: Int
    let candidates: [WordReader.Candidate]
    /// Whether the words beside are of English only if they are misread, too.
    let isAmongUnknown: Bool
  }

  /// - Parameter damage: what other repairs say of the text; readings that only a machine makes are
  ///   added to it before any word is decided.
  func propose(damage: inout Damage, into edits: inout [Edit]) {
    var places = self.places()
    var (cases, unread) = read(&places, by: WordReader(passage, model: .english, depth: 1))
    var shown = [Int](repeating: 0, count: ConfusionModel.english.rowCount)
    damage.add(learn(from: cases, &shown))
    var model = ConfusionModel.english
    if damage.expectsMisreadings {
      // What the document shows of its confusions makes them cheaper, and two in a word believable.
      model = model.adapted(to: shown)
      if damage.isHeavy { model.anyLetterBits = 26 }
      (cases, unread) = read(
        &places, by: WordReader(passage, model: model, depth: 2),
        amongUnknown: damage.isBad && passage.window.least <= .likely)
    }
    let takesAccents = model.accentsShown >= 3
    var unsure: [Range<Int>] = []
    for word in cases {
      if let edit = edit(word, in: damage, takesAccents: takesAccents) {
        edits.append(edit)
        if edit.confidence == .doubtful { unsure.append(word.range) }
      } else {
        unread.append(word.range)
      }
    }
    let realWords = RealWordRepair(passage)
    for suspect in passage.survey.suspects where suspect.kind == .flagged {
      realWords.propose(suspect.range, in: damage, into: &edits)
    }
    guard damage.expectsMisreadings else { return }
    if passage.window.least <= .likely {
      realWords.propose(by: model.confined(toShown: 3), into: &edits)
      realWords.proposeShort(by: model, into: &edits)
      let nearWords = NearWords(
        passage, model: model, takesLostLetters: damage.hasMisreadWords)
      for range in unread + unsure { nearWords.propose(for: range, into: &edits) }
      if damage.isBad {
        let taken = edits.spans(atLeast: .likely)
        NeighbourWords(passage).propose(outside: taken, into: &edits)
      }
    }
    let lostSpaces = LostSpaceRepair(passage)
    for range in unread { lostSpaces.propose(in: range, into: &edits) }
  }

  /// Counts the confusions that alone explain words; returns how many words only a machine writes.
  private func learn(from cases: [Case], _ shown: inout [Int]) -> Int {
    var signs = 0
    for word in cases where text[word.range.lowerBound].isLower {
      guard let reading = Reading(word.candidates, in: WordContext(passage, around: word.range)),
        reading.margin >= 6, reading.candidate.frequency >= 140, !reading.isVowelForVowel
      else { continue }
      let row = reading.candidate.confusion.row
      if row >= 0, word.range.count >= 4 || reading.sides > 0 { shown[row] += 1 }
      let isMixed = text[word.range].contains(where: \.isUpper)
      let isLong = word.range.count >= 6 && reading.isClear(8, 8)
      if reading.candidate.bits <= 12 || isMixed, reading.candidate.frequency >= 160 || isLong {
        signs += 1
      }
    }
    return signs
  }

  // MARK: Which words

  private func places() -> [Place] {
    var places: [Place] = []
    var types = WordNumbers()
    for (suspect, count) in zip(passage.survey.suspects, passage.suspectCounts)
    where suspect.kind == .unknown || suspect.kind == .mixedCase {
      let range = suspect.range
      guard isReadable(range, suspect.kind) else { continue }
      places.append(
        Place(
          range: range, kind: suspect.kind, type: types.number(of: WordHash.of(text[range])),
          count: count))
    }
    return places
  }

  /// - Parameter amongUnknown: whether words whose neighbours are unknown are read, too.
  private func read(
    _ places: inout [Place], by reader: WordReader, amongUnknown: Bool = false
  ) -> (cases: [Case], unread: [Range<Int>]) {
    var cases: [Case] = []
    var unread: [Range<Int>] = []
    // By type: those of a new one are made when it first occurs.
    var known: [[WordReader.Candidate]] = []
    for index in places.indices {
      let place = places[index]
      if place.type == known.count {
        let letters = Array(text[place.range])
        known.append(
          passage.isSpelling(letters)
            ? [] : reader.candidates(for: letters) + smallLetters(letters, place.kind, reader))
        if place.count > 1, passage.ownNames.contains(place.range) {
          // A name gives way to one that the document writes more often, and to nothing else.
          known[place.type].removeAll { isCommonWord($0) || $0.count < place.count }
        }
      }
      let candidates = known[place.type]
      if candidates.isEmpty {
        unread.append(place.range)
        continue
      }
      let isEnglishWord =
        place.isEnglishWord
        ?? (!passage.isHalfOfWord(place.range) && !passage.isForeign(around: place.range))
      places[index].isEnglishWord = isEnglishWord
      let isAmongUnknown =
        !isEnglishWord && amongUnknown && !passage.isHalfOfWord(place.range)
        && !passage.isForeign(around: place.range, unknownIsForeign: false)
      if isEnglishWord || isAmongUnknown {
        cases.append(
          Case(
            range: place.range, count: place.count, candidates: candidates,
            isAmongUnknown: isAmongUnknown))
      }
    }
    return (cases, unread)
  }

  /// `wIth`, `foILows`: capitals that differ from the small letter by their size alone.
  private func smallLetters(
    _ word: [UInt8], _ kind: Suspect.Kind, _ reader: WordReader
  ) -> [WordReader.Candidate] {
    guard kind == .mixedCase, word[0].isLower,
      word.allSatisfy({ !$0.isUpper || Self.alike.contains($0) }),
      let at = word.firstIndex(where: \.isUpper)
    else { return [] }
    let capital = word[at]
    // `deWitt` is a name, `wIth` is none.
    if capital != UInt8(ascii: "I"), at <= 3, word[(at + 1)...].allSatisfy(\.isLower) { return [] }
    let small = word.map { $0.isUpper ? $0 | 0x20 : $0 }
    let confusion = ConfusionModel.Confusion(
      read: Shape(CollectionOfOne(capital)), printed: Shape(CollectionOfOne(capital | 0x20)),
      row: -1, bits: 6)
    return unsafe small.withUnsafeBufferPointer {
      unsafe reader.candidate($0, WordHash.of(written: $0), 6, confusion, isCapitals: false)
        .map { [$0] } ?? []
    }
  }

  /// Capitals that look like the small letter but for their size, and I for i.
  private static let alike = ByteSet("COSVWXZUIPK".utf8)

  private func isReadable(_ range: Range<Int>, _ kind: Suspect.Kind) -> Bool {
    guard range.count >= 2, range.count <= 24, passage.stands(range) else { return false }
    if range.count == 2 { return text[range.lowerBound].isLower }
    // `(iii)` counts.
    if text[range].allSatisfy({ "ivxlc".utf8.contains($0) }) { return false }
    // Capitals are acronyms and numerals: too short to tell a misreading by.
    return range.count > 5 || !text[range].allSatisfy(\.isUpper)
  }

  // MARK: How sure

  private func edit(_ word: Case, in damage: Damage, takesAccents: Bool) -> Edit? {
    let context = WordContext(passage, around: word.range)
    guard let reading = Reading(word.candidates, in: context),
      var confidence = confidence(reading, of: word, in: damage)
    else { return nil }
    if reading.isVowelForVowel,
      isDoubledByHand(word.range) || (confidence < .certain && !damage.hasMisreadWords)
    {
      confidence = .doubtful
    } else if confidence < .certain,
      isFirstName(word.range, reading) || isSlip(word.range, of: reading)
    {
      confidence = .doubtful
    } else if confidence == .doubtful, damage.expectsMisreadings,
      isLikelyInPlace(reading, word, in: damage)
    {
      confidence = .likely
    }
    if word.isAmongUnknown { confidence = Swift.min(confidence, .likely) }
    // A letter with an accent is one, unless the machine is seen to make them.
    if !takesAccents, text[word.range].contains(where: \.isHigh) {
      confidence = Swift.min(confidence, .doubtful)
    }
    let isCase = reading.candidate.confusion.row < 0 && reading.candidate.bits == 6
    return Edit(
      span: word.range, replacement: reading.candidate.string,
      rule: isCase ? "characters/case" : "characters/confusion", confidence: confidence,
      evidence: isCase ? .inLexicon(reading.candidate.string) : reading.evidence)
  }

  /// `Fenner Brockway`, `Ministero Degli`: a capital before another that a common word would not have;
  /// `Thc King` is short and frequent.
  private func isFirstName(_ range: Range<Int>, _ reading: Reading) -> Bool {
    guard range.count >= 5, text[range.lowerBound].isUpper, reading.sides == 0,
      reading.candidate.count == 0 || reading.candidate.frequency < 208,
      isCommonWord(reading.candidate), let next = passage.word(after: range.upperBound)
    else { return false }
    return text[next.lowerBound].isUpper && text[next.dropFirst()].contains(where: \.isLower)
  }

  /// `dumpting` of a text that has `dumping` time and again: a letter too many is the writer's.
  private func isSlip(_ range: Range<Int>, of reading: Reading) -> Bool {
    guard range.count >= 7, reading.sides == 0 else { return false }
    var letters = Array(text[range])
    return letters.indices.dropFirst().dropLast().contains { at in
      let letter = letters.remove(at: at)
      defer { letters.insert(letter, at: at) }
      let count = passage.window.usage(of: WordHash.folding(letters)).count
      return count >= Self.oftenWritten && count > reading.candidate.count
    }
  }

  private func isCommonWord(_ candidate: WordReader.Candidate) -> Bool {
    let flags = passage.lexicon.entry(candidate.hash).flags
    return flags.contains(.word) && !flags.contains(.name)
  }

  /// `preceeding`: a usual word but for a letter written twice, which is a writer's slip.
  private func isDoubledByHand(_ range: Range<Int>) -> Bool {
    var letters = Array(text[range])
    for at in letters.indices.dropFirst() where letters[at] == letters[at - 1] {
      let double = letters.remove(at: at)
      let entry = passage.lexicon.entry(WordHash.folding(letters))
      if entry.flags.contains(.word), entry.frequency >= Self.usual { return true }
      letters.insert(double, at: at)
    }
    return false
  }

  private static let usual = 140

  /// All bounds here and below are in bits, measured on texts whose truth is known.
  private func confidence(_ reading: Reading, of word: Case, in damage: Damage) -> Confidence? {
    let candidate = reading.candidate
    let weight = Swift.min(reading.score, reading.margin)
    let isKnown = passage.lexicon.entry(candidate.hash).isEnglish
    let letters = text[word.range]
    let isCapitalised = letters.first?.isUpper ?? false
    let isMixed =
      letters.dropFirst().contains(where: \.isUpper) && letters.contains(where: \.isLower)
    // The document's own frequent spellings are right by default.
    if word.count >= 3, candidate.count < word.count, candidate.frequency < 160 { return nil }
    if !isKnown, !isCapitalised || candidate.count < 3 * word.count + 2 { return nil }
    if isMixed, !isCapitalised, candidate.frequency >= (word.range.count == 2 ? 160 : 130) {
      return weight >= 8 ? .certain : .likely
    }
    guard damage.expectsMisreadings else {
      if !isCapitalised, word.range.count >= 6, reading.isClear(18, 12) { return .likely }
      return weight >= (isCapitalised ? 30 : 24) ? .likely : .doubtful
    }
    if word.range.count == 2 {
      return weight >= 12 && !passage.mayLackLetter(word.range, of: candidate.frequency)
        ? .likely : .doubtful
    }
    if reading.isVowelForVowel, candidate.confusion.shown == 0 {
      return weight >= 20 && word.count <= 2 ? .likely : .doubtful
    }
    return isCapitalised
      ? ofCapitalised(reading, weight, in: damage) : ofSmall(reading, word, weight)
  }

  /// Whether what is doubtful by itself is likely in its place: the shorter the word, the more the
  /// words beside it have to ask for it.
  ///
  /// Measured on texts whose truth is known: of what passes nine in ten are right.
  private func isLikelyInPlace(_ reading: Reading, _ word: Case, in damage: Damage) -> Bool {
    let length = word.range.count
    let isSeen = reading.candidate.confusion.shown > 0
    // The document's usual words, one confusion away and asked for on one side at least.
    if reading.candidate.frequency > 208, reading.candidate.bits <= 25, reading.sides > 0,
      reading.margin > 0
    {
      return true
    }
    // `Aroos` once, `Arcos` time and again: no other name is that close.
    if length >= 5, word.count == 1, reading.candidate.count >= Self.oftenWritten,
      reading.candidate.bits <= 20, !reading.isVowelForVowel, reading.margin > 0
    {
      return true
    }
    if length >= 6, reading.isVowelForVowel { return damage.isBad && reading.sides > 0 }
    if length >= 6, word.count <= 1, reading.candidate.bits <= 20 {
      if length >= 7, damage.isBad { return true }
      if reading.candidate.count > 0 { return true }
    }
    if text[word.range.lowerBound].isUpper {
      guard length >= 6 else { return false }
      if reading.sides > 0, reading.candidate.bits <= 20 { return true }
      if length >= 8 { return reading.margin >= 0 && (isSeen || reading.candidate.count > 0) }
      return reading.margin >= (reading.sides > 0 ? 1 : 10)
    }
    if length == 2 { return reading.sides > 0 && reading.margin >= 7 }
    if length == 3 {
      return reading.sides > 0 && reading.margin >= (reading.isVowelForVowel ? 3 : 1)
    }
    if reading.sides == 2 { return reading.margin >= 1 }
    guard length >= 6 else { return false }
    if length >= 8 { return reading.isClear(-5, 0) }
    return reading.margin >= 1 && (isSeen || reading.sides > 0)
  }

  /// Occurrences that make a word of the document the likely original of one that occurs once.
  private static let oftenWritten = 10

  private func ofCapitalised(
    _ reading: Reading, _ weight: Double, in damage: Damage
  ) -> Confidence {
    if weight >= 24 || reading.isClear(20, 12) { return .certain }
    if weight >= (damage.isHeavy ? 12 : 20) { return .likely }
    let isSeen = reading.candidate.confusion.shown > 0
    return isSeen && reading.candidate.word.count >= 6 && reading.isClear(12, 10)
      ? .likely : .doubtful
  }

  /// The longer a word, the less it is one confusion away from another by chance.
  private func ofSmall(_ reading: Reading, _ word: Case, _ weight: Double) -> Confidence {
    let isSeen = reading.candidate.confusion.shown > 0
    let length = word.range.count
    let isFragment = passage.besideFragment(word.range) && (!isSeen || word.count < 3)
    if isFragment ? weight >= 24 : weight >= (isSeen ? 16 : 20) { return .certain }
    // `therefpre`: the document knows no other way to write it. A last letter is grammar.
    if length >= 8, !isFragment, word.count == 1, reading.candidate.count >= 3,
      reading.margin > 0, !reading.isVowelForVowel,
      reading.candidate.word.last == text[word.range.upperBound - 1]
    {
      return .certain
    }
    if reading.isClear(18, 10) || (length >= 8 && reading.isClear(-5, 8)) { return .certain }
    if !isFragment {
      if length >= 6, reading.isClear(8, 8) { return .certain }
      if length >= 5, reading.candidate.bits <= 12, reading.isClear(10, 8) { return .certain }
      if weight >= 9 || reading.isClear(14, 7) { return .likely }
    } else if weight >= 14 {
      return .likely
    }
    return length >= 6 && reading.isClear(6, 5) ? .likely : .doubtful
  }
}
