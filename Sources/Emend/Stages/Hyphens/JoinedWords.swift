/// What the document writes once the words found so far are rejoined.
///
/// The document's counts were taken while its words were divided. With the rejoined ones added,
/// the evidence is the same whether a break was joined in this run or before it.
struct JoinedWords {
  private let window: Window
  /// Words that are written solid, by their hashes.
  private(set) var words = WordCounts(limit: .max)
  private var compounds = WordCounts(limit: .max)
  /// The rejoined words and compounds: most that are asked for are not among them.
  private var filter: HashFilter
  private(set) var count = 0
  /// Whether the rejoined words are part of the answers: not before every line was asked once, so
  /// that the order of the lines does not matter.
  var areCounted = false
  /// What was asked so far: who got an answer need not ask again while nothing of it is rejoined.
  private(set) var asked: [UInt64] = []

  /// A word by its hash, or those of its halves.
  enum Rejoined {
    case solid(UInt64)
    case compound(UInt64, UInt64)
  }

  /// - Parameter most: words that may be rejoined.
  init(_ window: Window, most: Int) {
    self.window = window
    filter = HashFilter(bits: HashFilter.bits(for: most))
    // What grows is copied, and room that is not touched costs nothing.
    asked.reserveCapacity(2 * most)
  }

  /// Takes in a word that is rejoined for certain.
  mutating func add(_ word: Rejoined) {
    count += 1
    switch word {
    case .solid(let hash):
      words.add(hash)
      filter.insert(hash)
    case .compound(let first, let second):
      let pair = WordHash.pair(first, second)
      compounds.add(pair)
      filter.insert(pair)
    }
  }

  /// How often the document writes a word, in any case, and what the lexicon says of it.
  mutating func usage(of word: String) -> (count: Int, entry: Lexicon.Entry) {
    usage(of: WordHash.of(word))
  }

  mutating func usage(of hash: UInt64) -> (count: Int, entry: Lexicon.Entry) {
    asked.append(hash)
    let found = window.usage(of: hash)
    guard areCounted, filter.mayHold(hash) else { return found }
    return (found.count + words.count(of: hash), found.entry)
  }

  /// How often the document writes two words with a hyphen between them.
  mutating func count(compound first: UInt64, _ second: UInt64) -> Int {
    let pair = WordHash.pair(first, second)
    asked.append(pair)
    let found = window.evidence.counts.count(compound: first, second)
    guard areCounted, filter.mayHold(pair) else { return found }
    return found + compounds.count(of: pair)
  }

  /// Whether something of what was asked is perhaps among what is rejoined.
  func mayAnswerAnew(_ questions: Range<Int>) -> Bool {
    questions.contains { filter.mayHold(asked[$0]) }
  }

  /// Asks as if nothing were rejoined yet, and keeps no note of it.
  mutating func startOver() -> (areCounted: Bool, asked: Int) {
    defer { areCounted = false }
    return (areCounted, asked.count)
  }

  mutating func goOn(_ state: (areCounted: Bool, asked: Int)) {
    areCounted = state.areCounted
    asked.removeLast(asked.count - state.asked)
  }
}
