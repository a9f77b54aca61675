/// What the document writes once the words found so far are rejoined.
///
/// The document's counts were taken while its words were divided. With the rejoined ones added,
/// the evidence is the same whether a break was joined in this run or before it.
final class JoinedWords {
  private let window: Window
  /// Words that are written solid, by their hashes.
  private(set) var words: [UInt64: Int] = [:]
  private var compounds: [UInt64: Int] = [:]
  private(set) var count = 0
  /// Whether the rejoined words are part of the answers: not before every line was asked once, so
  /// that the order of the lines does not matter.
  var areCounted = false

  init(_ window: Window) {
    self.window = window
  }

  /// Takes in a word that is rejoined for certain.
  func add(_ word: DividedWord, keepsHyphen: Bool) {
    count += 1
    if keepsHyphen {
      compounds[WordHash.pair(WordHash.of(word.head), WordHash.of(word.tail)), default: 0] += 1
    } else {
      words[WordHash.of(word.solid), default: 0] += 1
    }
  }

  /// How often the document writes a word, in any case, and what the lexicon says of it.
  func usage(of word: String) -> (count: Int, entry: Lexicon.Entry) {
    let hash = WordHash.of(word)
    let found = window.usage(of: hash)
    return (found.count + (areCounted ? words[hash] ?? 0 : 0), found.entry)
  }

  /// How often the document writes two words with a hyphen between them.
  func count(compound first: UInt64, _ second: UInt64) -> Int {
    window.evidence.counts.count(compound: first, second)
      + (areCounted ? compounds[WordHash.pair(first, second)] ?? 0 : 0)
  }
}
