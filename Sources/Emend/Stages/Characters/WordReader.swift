/// Finds what a word that nobody knows may have been on the page.
struct WordReader {
  /// A word that confusions make of what was read.
  struct Candidate {
    let word: [UInt8]
    let hash: UInt64
    /// What the confusions cost.
    let bits: Double
    let frequency: Int
    /// Occurrences in the document.
    let count: Int
    let confusion: ConfusionModel.Confusion

    var string: String { String(decoding: word, as: UTF8.self) }

    /// Bits for the document's own use of the word.
    var ownUse: Double { count > 0 ? 6 + Swift.min(6, Double(count) / 2) : 0 }
  }

  let model: ConfusionModel
  let depth: Int
  private let passage: Passage
  /// The words that the lexicon lacks and the document repeats.
  private let own: HashFilter
  /// Longest list of candidates that is kept.
  private static let most = 8

  init(_ passage: Passage, model: ConfusionModel, depth: Int) {
    self.passage = passage
    self.model = model
    self.depth = depth
    own = passage.evidence.counts.repeatedUnknown
  }

  /// The likeliest words, whatever stands beside them, best first.
  func candidates(for word: [UInt8]) -> [Candidate] {
    var best: [Candidate] = []
    let isCapitals = !word.contains { $0.isLower }
    let lexicon = passage.lexicon
    let own = self.own
    func mayBeWord(_ hash: UInt64) -> Bool { lexicon.mayBeEnglish(hash) || own.contains(hash) }
    model.forEachCandidate(of: word, depth: depth, limit: 30, where: mayBeWord) {
      made, hash, bits, confusion in
      guard
        let candidate = unsafe candidate(made, hash, bits, confusion, isCapitals: isCapitals)
      else { return }
      if let same = best.firstIndex(where: {
        $0.hash == candidate.hash && $0.word == candidate.word
      }) {
        if best[same].bits > bits { best[same] = candidate }
        return
      }
      best.append(candidate)
      if best.count > 4 * Self.most { Self.cut(&best) }
    }
    Self.cut(&best)
    return best
  }

  private static func cut(_ candidates: inout [Candidate]) {
    candidates.sort { weight($0) > weight($1) }
    if candidates.count > most { candidates.removeLast(candidates.count - most) }
  }

  private static func weight(_ candidate: Candidate) -> Double {
    Double(candidate.frequency) / 7 + candidate.ownUse - candidate.bits
  }

  /// A candidate; `nil` where it is no word, or none in this case of letters.
  func candidate(
    _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ bits: Double,
    _ confusion: ConfusionModel.Confusion, isCapitals: Bool
  ) -> Candidate? {
    guard let first = unsafe word.first, first.isLetter || first.isHigh else { return nil }
    // A candidate with a capital or a sign inside is no reading.
    for byte in unsafe word.dropFirst() {
      guard byte.isLower || byte.isHigh || (byte.isUpper && isCapitals) else { return nil }
    }
    let usage = passage.window.usage(of: hash)
    let flags = usage.entry.flags
    let fitsCase = first.isUpper || !flags.isDisjoint(with: [.word, .contraction])
    let isOwn = usage.count >= 2 && (usage.entry.isKnown || usage.count >= 3)
    let isUsual =
      fitsCase && !flags.isDisjoint(with: [.word, .name]) && !flags.contains(.rare)
    guard
      (isOwn && usage.entry.isEnglish && fitsCase) || isUsual
        || (isOwn && !usage.entry.isKnown && confusion.row >= 0)
    else { return nil }
    return Candidate(
      word: unsafe Array(word), hash: hash, bits: bits, frequency: usage.entry.frequency,
      count: usage.count,
      confusion: confusion)
  }

  /// Whether an older or a personal way to spell explains a word: `shee`, `loue`, `enioy`, `shal`.
  ///
  /// What an author may have typed is no misreading.
  func isSpelling(_ word: [UInt8]) -> Bool {
    guard word.count >= 3, word.allSatisfy({ $0.isLower || $0.isUpper }) else { return false }
    var made = word
    func known() -> Bool {
      let entry = passage.lexicon.entry(WordHash.folding(made))
      return entry.flags.contains(.word) && !entry.flags.contains(.rare) && entry.frequency >= 120
    }
    // `cafe`: a word but for its accent.
    if let at = word.lastIndex(of: UInt8(ascii: "e")), at >= word.count - 2 {
      made.replaceSubrange(at...at, with: Array("é".utf8))
      if passage.lexicon.entry(String(decoding: made, as: UTF8.self)).isKnown { return true }
      made = word
    }
    // A final e, or a final letter that is doubled today.
    if word.last == UInt8(ascii: "e") {
      made.removeLast()
      if made.count >= 2, known() { return true }
      if made.count >= 4, made[made.count - 1] == made[made.count - 2] {
        made.removeLast()
        if known() { return true }
      }
      made = word
    }
    if word.last == UInt8(ascii: "l") {
      made.append(UInt8(ascii: "l"))
      if known() { return true }
      made.removeLast()
    }
    // u for v, v for u, i for j, y for i, ie for y.
    for at in word.indices {
      let other: UInt8
      switch word[at] {
      case UInt8(ascii: "u"): other = UInt8(ascii: "v")
      case UInt8(ascii: "v"): other = UInt8(ascii: "u")
      case UInt8(ascii: "i"): other = UInt8(ascii: "j")
      case UInt8(ascii: "y"): other = UInt8(ascii: "i")
      default: continue
      }
      made[at] = other
      if known() { return true }
      made[at] = word[at]
    }
    if word.count >= 5, word.suffix(3).elementsEqual("ies".utf8) {
      made.removeLast(3)
      made += Array("ys".utf8)
      if known() { return true }
    }
    return false
  }
}
