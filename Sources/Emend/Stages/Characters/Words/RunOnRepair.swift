/// Divides words that were run together in a text that has lost many spaces: `thatthemassacres`,
/// `TurkishEmpires`.
///
/// Texts that were taken out of PDF files, and what some machines read of tightly set lines, lack spaces by the
/// hundred. One lost in a text that has the others is `LostSpaceRepair`'s.
struct RunOnRepair {
  private let passage: Passage
  private let loss: SpaceLoss
  private let segmenter: WordSegmenter
  private var text: Text { passage.text }

  init(_ passage: Passage, _ loss: SpaceLoss) {
    self.passage = passage
    self.loss = loss
    segmenter = WordSegmenter(passage)
  }

  /// - Complexity: O(suspects).
  func words() -> [RunOn] {
    zip(passage.suspects, passage.suspectCounts).compactMap { suspect, count in
      suspect.kind == .unknown || suspect.kind == .mixedCase
        ? words(in: suspect.range, count: count) ?? beforeName(suspect.range) : nil
    }
  }

  private func words(in range: Range<Int>, count: Int) -> RunOn? {
    guard isFree(range), let found = segmenter.segmentation(of: range),
      let confidence = confidence(of: found, in: range, count: count),
      !passage.isForeign(around: range, unknownIsForeign: false), !passage.isHalfOfWord(range),
      !passage.isInAddress(range)
    else { return nil }
    let spaces = Double(found.words.count - 1) * (WordSegmenter.lostSpace - loss.bits)
    return runOn(
      range, found.words, confidence, score: found.score + spaces,
      isExpected: loss.isDense || found.areKnownPairs)
  }

  private func runOn(
    _ range: Range<Int>, _ words: [Range<Int>], _ confidence: Confidence, score: Double,
    isExpected: Bool
  ) -> RunOn {
    let evidence = Evidence.context(words.map(text.string).joined(separator: " "))
    let edits = words.dropFirst().map {
      Edit(
        span: $0.lowerBound..<$0.lowerBound, replacement: " ", rule: "characters/space-lost",
        confidence: confidence, evidence: evidence)
    }
    return RunOn(range: range, edits: edits, score: score, isExpected: isExpected)
  }

  /// All bounds are in bits, measured on clean texts that lost some of their spaces, and on words of clean texts that
  /// the lexicon lacks.
  private func confidence(
    of found: WordSegmenter.Segmentation, in range: Range<Int>, count: Int
  ) -> Confidence? {
    // `Cleck-heaton`: a part of a compound, of which the other part says nothing.
    if isInCompound(range), found.gain < 20 { return nil }
    let hashes = found.words.map(passage.hash)
    let functions = hashes.count { FunctionWords.english.standsAlone($0) }
    // What the document repeats is a word of its own, but not `ofthe`.
    if count > 2, functions == 0 || !loss.isDense && areSeldomPair(found.words, hashes) {
      return nil
    }
    if text.hasCapital(range.dropFirst()) { return ofCapitals(found, functions) }
    if text[range.lowerBound].isUpper { return ofCapitalised(found, hashes, functions) }
    if functions == 0 {
      guard loss.isDense else { return found.areKnownPairs && found.gain >= 15 ? .likely : nil }
      return found.gain >= 10 ? .certain : found.gain >= 5 ? .likely : nil
    }
    if found.words.count == 2, !loss.isDense {
      // `inhouse` is a compound, `inthe` is none.
      let isPrefix =
        HyphenTables.english.takesHyphen(hashes[0]) && !FunctionWords.english.standsAlone(hashes[1])
      if isPrefix || !found.areKnownPairs { return found.gain >= 10 ? .certain : .likely }
      if range.count <= 7, passage.mayLackLetter(range, of: Self.usual) { return .likely }
    }
    return found.gain >= 5 ? .certain : found.gain >= 0 ? .likely : nil
  }

  /// `Thepresent`, `Ishall`, `Austriaand`; not `Foran` and `Winterbottom`.
  private func ofCapitalised(
    _ found: WordSegmenter.Segmentation, _ hashes: [UInt64], _ functions: Int
  ) -> Confidence? {
    let first = found.words[0]
    if first.count == 1 {
      // `Iam` is as usual as `Ian`.
      return found.areKnownPairs && found.gain >= 10 ? .certain : nil
    }
    guard functions > 0, first.count >= 2 else { return nil }
    let opens =
      FunctionWords.english.standsAlone(hashes[0]) && passage.beginsSentence(first.lowerBound)
    if opens { return found.gain >= 5 ? .certain : nil }
    let isLong = found.words.count >= 3 || found.words.allSatisfy { $0.count >= 3 }
    return loss.isDense && isLong && found.gain >= 10 ? .certain : nil
  }

  /// `TurkishEmpires`, `theMandated`; not `MacMahon`.
  private func ofCapitals(
    _ found: WordSegmenter.Segmentation, _ functions: Int
  ) -> Confidence? {
    // `InRelease`: behind a capital a function word is a part of a name, unless it begins a sentence.
    let first = found.words[0].lowerBound
    guard loss.isDense || functions > 0, found.gain >= 5,
      !text[first].isUpper || loss.isDense || passage.beginsSentence(first),
      found.words.allSatisfy({ $0.count >= 3 || text[$0.lowerBound].isLower }),
      !Self.particles.contains(found.words[0], of: text)
    else { return nil }
    return .certain
  }

  /// `bestand`: whether two words hardly ever follow each other.
  private func areSeldomPair(_ words: [Range<Int>], _ hashes: [UInt64]) -> Bool {
    words.count == 2 && words.allSatisfy { text[$0.lowerBound].isLower }
      && passage.lexicon.bigram(hashes[0], hashes[1]) < LostSpaceRepair.leastRepeated
  }

  /// `andRakovskii`: a function word before a name that nothing else tells.
  private func beforeName(_ range: Range<Int>) -> RunOn? {
    guard loss.isDense, let name = range.dropFirst().first(where: { text[$0].isUpper }),
      range.upperBound - name >= 4,
      text[name + 1..<range.upperBound].allSatisfy(\.isLower), isFree(range),
      text[range.dropFirst().lowerBound..<name].allSatisfy(\.isLower),
      FunctionWords.english.contains(text.string(range.lowerBound..<name).lowercased()),
      !passage.isInAddress(range)
    else { return nil }
    return runOn(
      range, [range.lowerBound..<name, name..<range.upperBound], .certain, score: .infinity,
      isExpected: true)
  }

  /// Whether nothing but marks and blanks touches letters.
  private func isFree(_ range: Range<Int>) -> Bool {
    guard range.count >= 4, !text.hasHigh(range) else { return false }
    let before = text.byte(range.lowerBound - 1)
    let after = text.byte(range.upperBound)
    return
      (before.isWhite || before.isHigh || Self.before.contains(before) || range.lowerBound == 0)
      && (after.isWhite || after.isHigh || Self.behind.contains(after)
        || range.upperBound == text.count)
  }

  private func isInCompound(_ range: Range<Int>) -> Bool {
    text.byte(range.lowerBound - 1) == .hyphen || text.byte(range.upperBound) == .hyphen
  }

  /// Frequency of a usual word, in the lexicon's unit.
  private static let usual = 137
  private static let before = ByteSet(".,;:!?()[\"'-".utf8)
  private static let behind = ByteSet(".,;:!?()]\"'-".utf8)
  /// With which names begin that have a capital inside.
  private static let particles = ShortWords(["Mac", "Van", "Von", "Des", "Del", "Der", "Fitz"])
}
