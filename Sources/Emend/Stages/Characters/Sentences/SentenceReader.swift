/// Finds what words of bad scans may have been, whatever letters were lost, added or misread.
///
/// A class, since it keeps the candidates of what it has met: texts repeat their misreadings.
final class SentenceReader {
  /// A word that may have been printed.
  struct Candidate {
    let word: [UInt8]
    let hash: UInt64
    let frequency: Int
    /// Occurrences in the document.
    let count: Int
    /// What it costs to be read so.
    let bits: Double
    /// Letters changed, lost or added.
    let distance: Int
  }

  private let passage: Passage
  private var known: [[UInt8]: [Candidate]] = [:]

  /// The most misread words whose candidates are kept, some 800 bytes each.
  private static let mostKnown = 10_000
  /// The most candidates of a word.
  private static let most = 8
  /// A quarter of the frequency of a word, as a difference of logarithms.
  private static let fourTimes = 14

  init(_ passage: Passage) { self.passage = passage }

  /// The likeliest words, best first.
  /// - Parameters:
  ///   - read: as written; a blank for what stands between two parts of a word.
  ///   - frequency: of what was read, if it is a word.
  func candidates(for read: [UInt8], frequency: Int? = nil) -> [Candidate] {
    if let found = known[read] { return found }
    let furthest = Self.furthest(read.count, isWord: frequency != nil)
    let least = frequency.map { $0 - Self.fourTimes } ?? 0
    let small = read.map { $0.isUpper ? $0 | 0x20 : $0 }
    let isCapitalised = read[0].isUpper
    var found: [(rank: Double, candidate: Candidate)] = []
    unsafe NearestWords.english.forEachWord(near: small, atMost: furthest) {
      word, distance in
      guard distance > 0 else { return }
      let hash = unsafe WordHash.of(written: word)
      let usage = passage.window.usage(of: hash)
      guard usage.entry.frequency >= least,
        usage.entry.flags.contains(.word) || (isCapitalised && usage.entry.isEnglish)
      else {
        return
      }
      let bits = unsafe ConfusionModel.english.bits(reading: read, for: word)
      let rank = bits - Double(usage.entry.frequency) / 7
      if found.count >= Self.most, rank >= found[found.count - 1].rank { return }
      let candidate = unsafe Candidate(
        word: Array(word), hash: hash, frequency: usage.entry.frequency, count: usage.count,
        bits: bits, distance: distance)
      found.insert(
        (rank, candidate), at: found.firstIndex { $0.rank > rank } ?? found.count)
      if found.count > Self.most { found.removeLast() }
    }
    let candidates = found.map(\.candidate)
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[read] = candidates
    return candidates
  }

  /// The longer a word, the more of its letters may be wrong.
  private static func furthest(_ length: Int, isWord: Bool) -> Int {
    if isWord { return length < 6 ? 1 : 2 }
    return switch length {
    case ...3: 1
    case ...7: 2
    case ...10: 3
    default: 4
    }
  }
}
