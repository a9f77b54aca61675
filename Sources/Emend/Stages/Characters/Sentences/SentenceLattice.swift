#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// All that the words of a sentence may be at once, and how likely each reading is with all that may
/// stand around it.
///
/// The forward-backward algorithm over a hidden chain of words (L. R. Rabiner, "A tutorial on hidden
/// Markov models", 1989); a reading may take the place of several words. All values are binary
/// logarithms of probabilities.
struct SentenceLattice {
  /// What may stand in the place of some words.
  struct Node {
    /// Words of the sentence, by number.
    let span: Range<Int>
    /// Of the word; `nil` where nothing is known of it.
    let hash: UInt64?
    let frequency: Int
    /// Bits by which it is unlikely to have been read so.
    let bits: Double
    /// Number of the reading; `nil` for what stands there.
    let reading: Int?
  }

  private let lexicon: Lexicon
  private(set) var nodes: [Node] = []
  /// Where the nodes of each word begin.
  private var starts: [Int] = []

  /// How much a pair of words counts for against its second word by itself.
  private static let pairShare = 0.6
  /// The least frequency of a word, in the lexicon's unit.
  private static let rarest = 100
  private static let never = -1e9

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Begins with the nodes of the next word.
  mutating func beginWord() { starts.append(nodes.count) }

  mutating func add(_ node: Node) { nodes.append(node) }

  /// The logarithm of the probability of each node.
  /// - Parameter isBreak: whether a mark stands before a word, so that the one before says nothing of it.
  /// - Complexity: O(*n* *k*²) in words and nodes of a word.
  func posteriors(isBreak: (Int) -> Bool) -> [Double] {
    let count = starts.count
    var ending = [[Int]](repeating: [], count: count + 1)
    for (number, node) in nodes.enumerated() { ending[node.span.upperBound].append(number) }
    var forward = [Double](repeating: Self.never, count: nodes.count)
    var backward = forward
    for word in 0..<count {
      let before = ending[word]
      let sum = word == 0 ? 0 : Self.sum(before.map { forward[$0] })
      for next in nodes(of: word) {
        forward[next] =
          (word == 0 || isBreak(word)
            ? sum + alone(nodes[next])
            : Self.sum(before.map { forward[$0] + pair(nodes[$0], nodes[next]) }))
          - nodes[next].bits
      }
    }
    for number in ending[count] { backward[number] = 0 }
    for word in (1..<Swift.max(1, count)).reversed() {
      let next = nodes(of: word)
      if isBreak(word) {
        let sum = Self.sum(next.map { alone(nodes[$0]) - nodes[$0].bits + backward[$0] })
        for number in ending[word] { backward[number] = sum }
      } else {
        for number in ending[word] {
          backward[number] = Self.sum(
            next.map { pair(nodes[number], nodes[$0]) - nodes[$0].bits + backward[$0] })
        }
      }
    }
    let whole = Self.sum(ending[count].map { forward[$0] })
    return nodes.indices.map { forward[$0] + backward[$0] - whole }
  }

  private func nodes(of word: Int) -> Range<Int> {
    starts[word]..<(word + 1 < starts.count ? starts[word + 1] : nodes.count)
  }

  private func alone(_ node: Node) -> Double {
    node.hash == nil
      ? 0 : Double(Swift.max(Self.rarest, node.frequency) - WordPairModel.allWords) / 7
  }

  private func pair(_ first: Node, _ second: Node) -> Double {
    guard let before = first.hash, let hash = second.hash else { return alone(second) }
    let known = lexicon.bigram(before, hash)
    guard known > 0 else { return alone(second) + log2(1 - Self.pairShare) }
    let share = exp2(Double(Swift.min(0, known - first.frequency)) / 7)
    return log2(Self.pairShare * share + (1 - Self.pairShare) * exp2(alone(second)))
  }

  /// The logarithm of the sum of what logarithms stand for.
  private static func sum(_ values: [Double]) -> Double {
    guard let most = values.max(), most > never else { return never }
    return most + log2(values.reduce(0) { $0 + exp2($1 - most) })
  }
}
