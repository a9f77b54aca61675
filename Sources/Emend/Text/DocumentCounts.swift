/// How often a document writes each word, and each pair of words with a hyphen between them.
struct DocumentCounts: Sendable {
  /// By slot of the lexicon, so that counting a known word costs no second look-up.
  private var known: [UInt16] = []
  private var unknown = WordCounts()
  private var compounds = WordCounts()
  private let slotCount: Int

  init(for lexicon: Lexicon) {
    slotCount = lexicon.slotCount
  }

  /// Makes room before words are counted; not done on empty input, for the sake of starting.
  mutating func prepare() {
    if known.isEmpty { known = [UInt16](repeating: 0, count: slotCount) }
  }

  /// Hands the counts of known words out, by slot, for a loop that cannot afford to check who else
  /// holds them at each word.
  mutating func takeKnown() -> [UInt16] {
    defer { known = [] }
    return known
  }

  mutating func putBack(_ counts: consuming [UInt16]) { known = counts }

  mutating func add(unknown hash: UInt64) { unknown.add(hash) }

  mutating func add(compound key: UInt64) { compounds.add(key) }

  /// Occurrences of the word with this hash, in any case.
  func count(of hash: UInt64, slot: Int) -> Int {
    if slot < 0 { return unknown.count(of: hash) }
    return known.isEmpty ? 0 : Int(known[slot])
  }

  /// Occurrences of `first-second` with the hyphen inside a line.
  func count(compound first: UInt64, _ second: UInt64) -> Int {
    compounds.count(of: WordHash.pair(first, second))
  }
}
