import CScan

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

    /// Whether it only puts an accent on a letter.
    var isWithAccent: Bool { confusion.read[0].isLower && confusion.printed[0].isHigh }

    var string: String { String(decoding: word, as: UTF8.self) }

    /// Bits for the document's own use of the word.
    var ownUse: Double { count > 0 ? 6 + Swift.min(6, Double(count) / 2) : 0 }
  }

  let model: ConfusionModel
  let depth: Int
  private let passage: Passage
  /// Longest list of candidates that is kept.
  private static let most = 8
  /// Occurrences that make a word of one that the lexicon lacks.
  private static let fewestOfOwn = 3

  init(_ passage: Passage, model: ConfusionModel, depth: Int) {
    self.passage = passage
    self.model = model
    self.depth = depth
  }

  /// The words of English and those that the document repeats: what else the filter of the lexicon
  /// lets pass is not even written.
  ///
  /// A class, since it is asked for each word.
  final class KnownWords: WordFilter {
    private let window: Window
    private let lexicon: Lexicon
    private let own: HashFilter
    /// Of both: one look dismisses nearly all.
    private let either: HashFilter

    init(_ window: Window, _ possible: PossibleWords) {
      self.window = window
      lexicon = window.lexicon
      own = possible.own
      either = possible.filter
    }

    @inline(__always)
    func mayHoldAtFirst(_ hash: UInt64) -> Bool {
      guard either.mayHold(hash) else { return false }
      lexicon.fetch(hash)
      return true
    }

    @inline(__always)
    func mayHold(_ hash: UInt64) -> Bool {
      guard either.mayHold(hash) else { return false }
      let entry = lexicon.entry(hash)
      return entry.isKnown ? entry.isEnglish : isRepeated(hash)
    }

    /// No name is one, nor what is known of another language: as `candidate` has it.
    @inline(__always)
    func mayHoldSmall(_ hash: UInt64) -> Bool {
      guard either.mayHold(hash) else { return false }
      let entry = lexicon.entry(hash)
      return entry.isKnown ? entry.flags.areOfSmallLetters : isRepeated(hash)
    }

    /// Whether the document has a word that the lexicon lacks as often as makes a candidate of it.
    @inline(__always)
    private func isRepeated(_ hash: UInt64) -> Bool {
      own.mayHold(hash)
        && window.evidence.counts.count(of: hash, slot: -1) >= WordReader.fewestOfOwn
    }

    @inline(__always)
    func fetch(_ hash: UInt64) { window.fetch(hash) }

    func withFilter(_ body: (cscan_filter) -> Void) { unsafe either.withFilter(body) }
  }

  /// The likeliest words, whatever stands beside them, best first.
  func candidates(for word: [UInt8]) -> [Candidate] {
    var best: [Candidate] = []
    let isCapitals = !word.contains { $0.isLower }
    let known = passage.knownWords
    unsafe model.forEachCandidate(of: word, depth: depth, limit: 30, where: known) {
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
      // Most words have none, and others more than one.
      if best.isEmpty { best.reserveCapacity(Self.most) }
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
    for at in word.indices.dropFirst() {
      let byte = unsafe word[at]
      guard byte.isLower || byte.isHigh || (byte.isUpper && isCapitals) else { return nil }
    }
    let usage = passage.window.usage(of: hash)
    let flags = usage.entry.flags
    let fitsCase = first.isUpper || flags.areOfSmallLetters
    let isOwn = usage.count >= 2 && (usage.entry.isKnown || usage.count >= Self.fewestOfOwn)
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
}
