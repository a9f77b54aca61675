/// The likeliest of the words that were tried for a place, and how far the next one is behind.
struct LikeliestWord {
  private(set) var word: [UInt8] = []
  private(set) var hash: UInt64 = 0
  /// Bits for the word in its place less the bits of the change; 0 before any was taken.
  private(set) var score = 0.0
  private(set) var frequency = 0
  /// Occurrences in the document.
  private(set) var count = 0
  private var second = 0.0

  var isEmpty: Bool { word.isEmpty }
  /// The score less that of the next word, or of none.
  var margin: Double { score - second }
  var hasRival: Bool { second > 0 }
  var string: String { String(decoding: word, as: UTF8.self) }

  /// Takes a word if it is likelier than what was taken before.
  /// - Parameters:
  ///   - usage: of the word in the window.
  ///   - bits: what it costs to read it as what stands there.
  ///   - least: occurrences that make it a word of the document's own.
  mutating func take(
    _ word: [UInt8], _ hash: UInt64, _ usage: (count: Int, entry: Lexicon.Entry), bits: Double,
    ownFrom least: Int, in context: WordContext
  ) {
    let own = usage.count >= least ? 3 + Swift.min(6, Double(usage.count) / 2) : 0
    let score = context.bitsOrUsual(of: hash, frequency: usage.entry.frequency) + own - bits
    if hash == self.hash, !isEmpty {
      self.score = Swift.max(self.score, score)
    } else if score > self.score {
      second = self.score
      self.score = score
      self.word = word
      self.hash = hash
      frequency = usage.entry.frequency
      count = usage.count
    } else {
      second = Swift.max(second, score)
    }
  }
}
