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
  struct Case {
    let range: Range<Int>
    /// The number of its place.
    let place: Int
    /// How often the document writes it, in any case.
    let count: Int
    let candidates: [WordReader.Candidate]
    /// Whether the words beside are of English only if they are misread, too.
    let isAmongUnknown: Bool
  }

  /// - Parameters:
  ///   - runOns: words that were run together, which are not read; those that are likelier to be a misread one are
  ///     taken out.
  ///   - damage: what other repairs say of the text; readings that only a machine makes are added to it
  ///     before any word is decided.
  func propose(outside runOns: inout [RunOn], damage: inout Damage, into edits: inout [Edit]) {
    var (places, types) = self.places(outside: runOns)
    var spellings = [Bool?](repeating: nil, count: types)
    let reader = WordReader(passage, model: .english, depth: 1)
    // Of the others nothing is learnt, and most texts that have many read them once more.
    var (cases, unread) = read(&places, &spellings, by: reader, beginningSmall: true)
    var shown = [Int](repeating: 0, count: ConfusionModel.english.rowCount)
    learn(from: cases, &shown, &damage)
    var model = ConfusionModel.english
    if damage.expectsMisreadings {
      // What the document shows of its confusions makes them cheaper, and two in a word believable.
      model = model.adapted(to: shown, among: passage.window.survey.words)
      if damage.isHeavy { model.anyLetterBits = 26 }
      let reader = WordReader(passage, model: model, depth: 2)
      if takeOutMisread(&runOns, by: reader, isBad: damage.isBad) {
        (places, types) = self.places(outside: runOns)
        spellings = [Bool?](repeating: nil, count: types)
      }
      (cases, unread) = read(&places, &spellings, by: reader, amongUnknown: damage.isBad)
    } else if damage.isOfScan || passage.window.least <= .likely {
      let others = read(&places, &spellings, by: reader, beginningSmall: false)
      cases = (cases + others.cases).sorted { $0.place < $1.place }
      unread = (unread + others.unread).sorted()
    } else {
      // In a text that shows fewer signs nothing else is certain.
      places.removeAll { !text.hasCapital($0.range.dropFirst()) }
      (cases, unread) = read(&places, &spellings, by: reader)
    }
    let judge = ReadingJudge(passage, damage, takesAccents: model.accentsShown >= 3)
    var unsure: [Range<Int>] = []
    let lostSpaces = LostSpaceRepair(passage)
    let halves = CompoundHalves(passage)
    for word in cases {
      if damage.expectsMisreadings, let space = lostSpaces.twoUsualWords(word.range) {
        edits.append(space)
      } else if damage.expectsMisreadings, let edit = halves.edit(word) {
        edits.append(edit)
      } else if let edit = edit(word, by: judge) {
        edits.append(edit)
        if edit.confidence == .doubtful { unsure.append(word.range) }
      } else {
        unread.append(word.place)
      }
    }
    let realWords = RealWordRepair(passage)
    for suspect in passage.survey.suspects where suspect.kind == .flagged {
      realWords.propose(suspect.range, in: damage, into: &edits)
      if suspect.range.count == 3, damage.expectsMisreadings,
        let space = lostSpaces.twoWordsOfName(suspect.range)
      {
        edits.append(space)
      }
    }
    guard damage.expectsMisreadings else { return }
    let nearWords = NearWords(passage, model: model, takesLostLetters: damage.hasMisreadWords)
    let isThorough = passage.window.least <= .likely
    // A capital inside tells a misreading; what else is no word is only likely to be one.
    for range in unread.map({ places[$0].range }) + unsure
    where isThorough || text.hasCapitalInside(range) {
      nearWords.propose(for: range, into: &edits)
    }
    if isThorough {
      realWords.propose(by: model.confined(toShown: 3), into: &edits)
      realWords.proposeShort(by: model, into: &edits)
      if damage.isBadRate {
        let taken = edits.spans(atLeast: .likely)
        NeighbourWords(passage, isBad: damage.isBad).propose(outside: taken, into: &edits)
      }
    }
    divide(unread.map { places[$0] }, types: types, by: lostSpaces, into: &edits)
  }

  /// Puts back spaces that were lost in words that were not read.
  private func divide(
    _ places: [Place], types: Int, by lostSpaces: LostSpaceRepair, into edits: inout [Edit]
  ) {
    // Where a word may be divided is asked once for each type; `nil` until then.
    var divisions = [LostSpaceRepair.Division??](repeating: nil, count: types)
    for place in places {
      let division = divisions[place.type] ?? lostSpaces.division(of: place.range)
      divisions[place.type] = .some(division)
      if let division { lostSpaces.propose(in: place.range, at: division, into: &edits) }
    }
  }

  /// Counts the confusions that alone explain words, and the words that only a machine writes.
  private func learn(from cases: [Case], _ shown: inout [Int], _ damage: inout Damage) {
    var (signs, strange, near) = (0, 0, 0)
    for word in cases {
      guard let reading = Reading(word.candidates, in: WordContext(passage, around: word.range)),
        reading.candidate.frequency >= 140, !reading.isVowelForVowel
      else { continue }
      if reading.isOnly, reading.score >= 0, word.range.count >= 5, passage.standsOnce(word),
        text[word.range].allSatisfy(\.isLower)
      {
        near += 1
      }
      guard reading.margin >= 6 else { continue }
      if passage.isBeyondChance(reading, word), !text.hasHigh(word.range) { strange += 1 }
      let row = reading.candidate.confusion.row
      if row >= 0, word.range.count >= 4 || reading.sides > 0 { shown[row] += 1 }
      let isMixed = text[word.range].contains(where: \.isUpper)
      let isLong = word.range.count >= 6 && reading.isClear(8, 8)
      if reading.candidate.bits <= 12 || isMixed, reading.candidate.frequency >= 160 || isLong {
        signs += 1
      }
    }
    damage.add(signs, nearWords: near)
    damage.add(strangeWords: strange)
  }

  // MARK: Which words

  /// `inpossible`, `onfortunate`: takes out run-on words that may be one misread word.
  /// - Parameter isBad: whether so many words are misread that one may be what no candidate is near.
  /// - Returns: whether there were any.
  private func takeOutMisread(
    _ runOns: inout [RunOn], by reader: WordReader, isBad: Bool
  ) -> Bool {
    let count = runOns.count
    runOns.removeAll { runOn in
      if isBad, !runOn.isExpected { return true }
      if mayHaveMisreadPrefix(runOn.range) { return true }
      guard
        let reading = Reading(
          reader.candidates(for: Array(text[runOn.range])),
          in: WordContext(passage, around: runOn.range))
      else { return false }
      return reading.score + Self.doubt >= runOn.score
    }
    return runOns.count < count
  }

  /// `inpossible`, `onfortunate`: whether another letter among the first two makes a word of what begins as a
  /// preposition or an article.
  private func mayHaveMisreadPrefix(_ range: Range<Int>) -> Bool {
    let head = range.prefix(2)
    guard range.count >= 7, Self.likePrefixes.contains(head, of: text) else { return false }
    var letters = Array(text[range])
    return (0...1).contains { place in
      let read = letters[place]
      defer { letters[place] = read }
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains { letter in
        letters[place] = letter
        return passage.lexicon.entry(WordHash.of(letters)).isUsualWord
      }
    }
  }

  private static let likePrefixes = ShortWords(["an", "in", "on"])

  /// Bits by which words that were run together have to be likelier than a misread one.
  private static let doubt = 6.0

  /// - Returns: the words, and how many different ones they are.
  private func places(outside runOns: [RunOn]) -> (places: [Place], types: Int) {
    let divided = runOns.map(\.range)
    var places: [Place] = []
    // What grows is copied; of most suspects it is asked.
    places.reserveCapacity(passage.survey.suspects.count / 2)
    var types = WordNumbers()
    for (suspect, count) in zip(passage.suspects, passage.suspectCounts)
    where suspect.kind == .unknown || suspect.kind == .mixedCase {
      let range = suspect.range
      guard isReadable(range, suspect.kind), !range.touchesAny(of: divided) else { continue }
      places.append(
        Place(
          range: range, kind: suspect.kind, type: types.number(of: text.hashOfBytes(range)),
          count: count))
    }
    return (places, types.count)
  }

  /// - Parameters:
  ///   - spellings: by type, whether a spelling explains it; filled when words are first read.
  ///   - isSmall: whether words that begin with a small letter are read, or the others; `nil` for all.
  ///   - amongUnknown: whether words whose neighbours are unknown are read, too.
  private func read(
    _ places: inout [Place], _ spellings: inout [Bool?], by reader: WordReader,
    beginningSmall isSmall: Bool? = nil, amongUnknown: Bool = false
  ) -> (cases: [Case], unread: [Int]) {
    var cases: [Case] = []
    cases.reserveCapacity(places.count / 2)
    // Numbers of places.
    var unread: [Int] = []
    // By type: those of a new one are made when it first occurs.
    var known = [[WordReader.Candidate]?](repeating: nil, count: spellings.count)
    for index in places.indices {
      let place = places[index]
      // The text around one of the next is asked for meanwhile.
      if index + 8 < places.count { text.fetch(places[index + 8].range.lowerBound) }
      if let isSmall, text[place.range.lowerBound].isLower != isSmall { continue }
      if passage.mayBePart(place.range) { continue }
      let candidates: [WordReader.Candidate]
      if let found = known[place.type] {
        candidates = found
      } else {
        candidates = self.candidates(for: place, &spellings[place.type], by: reader)
        known[place.type] = candidates
      }
      if candidates.isEmpty {
        unread.append(index)
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
            range: place.range, place: index, count: place.count, candidates: candidates,
            isAmongUnknown: isAmongUnknown))
      }
    }
    return (cases, unread)
  }

  /// - Parameter isSpelling: whether a spelling explains the word; `nil` until that is asked.
  private func candidates(
    for place: Place, _ isSpelling: inout Bool?, by reader: WordReader
  ) -> [WordReader.Candidate] {
    let letters = Array(text[place.range])
    let explained = isSpelling ?? passage.isSpelling(letters)
    isSpelling = explained
    if explained { return [] }
    let found = reader.candidates(for: letters) + smallLetters(letters, place.kind, reader)
    // `materiel`: a word but for its accent.
    if found.contains(where: \.isWithAccent) {
      isSpelling = true
      return []
    }
    guard place.count > 1, passage.ownNames.contains(place.range) else { return found }
    return found.filter { isOtherName($0, than: place) }
  }

  /// A name gives way to one that the document writes more often, and to nothing else: many a usual word
  /// is a name as well (`Qld` and `Old`).
  private func isOtherName(_ candidate: WordReader.Candidate, than place: Place) -> Bool {
    let entry = passage.lexicon.entry(candidate.hash)
    let isWord = entry.flags.contains(.word)
    // `Chickweed` is a name where a text has it time and again.
    let isRareWord = entry.frequency < 150 && candidate.count > 3 * place.count
    return candidate.count >= place.count
      && (entry.flags.contains(.name) || !isWord || isRareWord)
      && (!isWord || entry.frequency < 170 || candidate.confusion.read[0].isHigh)
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

  private static func isNumeral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"), UInt8(ascii: "l"),
      UInt8(ascii: "c"):
      true
    default: false
    }
  }

  private func isReadable(_ range: Range<Int>, _ kind: Suspect.Kind) -> Bool {
    guard range.count >= 2, range.count <= 24, passage.stands(range) else { return false }
    if range.count == 2 { return text[range.lowerBound].isLower }
    // `(iii)` counts.
    if text.skip(from: range.lowerBound, to: range.upperBound, while: Self.isNumeral)
      == range.upperBound
    {
      return false
    }
    // Capitals are acronyms and numerals: too short to tell a misreading by.
    return range.count > 5
      || text.skip(from: range.lowerBound, to: range.upperBound, while: \.isUpper)
        < range.upperBound
  }

  private func edit(_ word: Case, by judge: ReadingJudge) -> Edit? {
    guard
      let reading = Reading(word.candidates, in: WordContext(passage, around: word.range)),
      let confidence = judge.confidence(reading, of: word), !isListedName(word.range)
    else { return nil }
    let isCase = reading.candidate.confusion.row < 0 && reading.candidate.bits == 6
    return Edit(
      span: word.range, replacement: string(of: reading.candidate, at: word.range.lowerBound),
      rule: isCase ? "characters/case" : "characters/confusion", confidence: confidence,
      evidence: isCase ? .inLexicon(reading.candidate.string) : reading.evidence(passage.window))
  }

  /// A name of the authority file is right, however often the text has what is near.
  private func isListedName(_ range: Range<Int>) -> Bool {
    text[range.lowerBound].isUpper && AuthorityFile.standard.match(range, in: text) != nil
  }

  /// `ships rose Erom 20`: a capital read for a small letter, inside a sentence and no title.
  private func wasSmall(_ candidate: WordReader.Candidate, at start: Int) -> Bool {
    guard candidate.word[0].isUpper, candidate.confusion.printed.count == 1,
      text[start] != candidate.word[0],
      FunctionWords.english.contains(candidate.string.lowercased()),
      let before = passage.word(before: start), text[before].allSatisfy(\.isLower)
    else { return false }
    let next = text.skip(from: text.lettersEnd(from: start), while: \.isWhite)
    return text.byte(next).isLower || text.byte(next).isDigit
  }

  /// `nobody lntroduced`: an l that was an i rather than an I, where no sentence begins.
  private func string(of candidate: WordReader.Candidate, at start: Int) -> String {
    // `hIanus` has two letters for the capital: it is one.
    guard text[start].isLower, candidate.confusion.read.count == 1,
      passage.isCommonWord(candidate.hash)
    else {
      return wasSmall(candidate, at: start) ? candidate.string.lowercased() : candidate.string
    }
    if candidate.word[0].isUpper {
      return passage.beginsSentence(start)
        ? candidate.string : candidate.string.prefix(1).lowercased() + candidate.string.dropFirst()
    }
    // `lf you`: the upright stroke is as high as a capital.
    guard text[start] == UInt8(ascii: "l"), candidate.word[0] == UInt8(ascii: "i"),
      passage.beginsSentence(start)
    else { return candidate.string }
    return "I" + candidate.string.dropFirst()
  }
}
