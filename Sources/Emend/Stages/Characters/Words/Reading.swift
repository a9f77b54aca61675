/// What a misread word was on the page, and how much speaks for it.
struct Reading {
  let candidate: WordReader.Candidate
  /// Bits for the word in its place less the bits of the confusion.
  let score: Double
  /// Its score less that of the next candidate.
  let margin: Double
  /// Bits for the word wherever it stands less the bits of the confusion.
  let plausibility: Double
  /// On how many sides the word beside often goes with it.
  let sides: Int

  /// The best of some candidates between the words beside a place.
  init?(_ candidates: [WordReader.Candidate], in context: WordContext) {
    // What is read of all of them is asked for before one is weighed.
    for index in candidates.indices { context.fetch(candidates[index].hash) }
    // By its index: a candidate is not copied.
    var best: (index: Int, score: Double)?
    var second = -Double.infinity
    for index in candidates.indices {
      let score =
        context.bitsOrUsual(of: candidates[index].hash, frequency: candidates[index].frequency)
        + candidates[index].ownUse
        - candidates[index].bits
      if score > best?.score ?? -.infinity {
        second = Swift.max(second, best?.score ?? 0)
        best = (index, score)
      } else {
        second = Swift.max(second, score)
      }
    }
    guard let best else { return nil }
    candidate = candidates[best.index]
    score = best.score
    margin = best.score - second
    plausibility = Self.plausibility(of: candidate)
    sides = context.sides(of: candidate.hash)
  }

  /// Whether the word is that likely by itself, and that much likelier than any other in its place.
  func isClear(_ plausibility: Double, _ margin: Double) -> Bool {
    self.plausibility >= plausibility && self.margin >= margin
  }

  private static func plausibility(of candidate: WordReader.Candidate) -> Double {
    Double(candidate.frequency) / 7 + candidate.ownUse - candidate.bits
  }

  /// A change from one vowel to another is a spelling as often as a misreading.
  var isVowelForVowel: Bool {
    let vowels = "aeiou".utf8
    let confusion = candidate.confusion
    return confusion.read.count == 1 && confusion.printed.count == 1
      && vowels.contains(confusion.read[0]) && vowels.contains(confusion.printed[0])
  }

  /// An e for an a or an o is one that writers exchange (`independant`, `pollinater`); other vowels are
  /// alike in shape only.
  var isSpelledEitherWay: Bool {
    let e = UInt8(ascii: "e")
    return isVowelForVowel
      && (candidate.confusion.read[0] == e || candidate.confusion.printed[0] == e)
  }

  var evidence: Evidence {
    .confusion(candidate.confusion.read.string, of: candidate.confusion.printed.string)
  }
}
