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
  /// On how many sides a known word stands.
  let knownSides: Int

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
    knownSides = context.sideCount
  }

  /// Whether the word is that likely by itself, and that much likelier than any other in its place.
  func isClear(_ plausibility: Double, _ margin: Double) -> Bool {
    self.plausibility >= plausibility && self.margin >= margin
  }

  /// Bits by which it is likelier than the next candidate, and than none.
  var weight: Double { Swift.min(score, margin) }

  /// Whether no other word comes near.
  var isOnly: Bool { margin >= score }

  /// Whether letters that stand once are so near a usual word, and so far from any other, that chance does
  /// not explain it: `quarantees`, `factbr`, `freedam of`.
  ///
  /// Measured on texts whose truth is known: of 1.3 million words of clean texts none is so near another,
  /// of 460,000 words of old prints five; of misreadings put into clean texts of 1.5 million words 1,400 are,
  /// and one other word (`mudi`).
  /// - Parameter length: letters of what was read.
  func isBeyondChance(_ length: Int) -> Bool {
    guard candidate.frequency >= 120, candidate.word[0].isLower else { return false }
    let isOwn = candidate.count >= 3
    if isVowelForVowel {
      if !isSpelledEitherWay, length >= 6, sides > 0, isOwn, weight >= 10 { return true }
      // `havo`, `porcentage`: what the text has time and again; how a word ends is a writer's doubt
      // (`existance`).
      return length >= 4 && candidate.count >= Passage.oftenWritten && weight >= 15
        && (sides > 0 || length >= 6) && !(isSpelledEitherWay && length >= 6 && isInEnding)
    }
    switch length {
    case ..<3: return false
    case 3: return sides > 0 && isOwn && weight >= 16
    case 4: return sides > 0 && isOwn && weight >= 9
    case 5: return isOwn && weight >= 9
    default: return weight >= (sides > 0 ? 5 : 7)
    }
  }

  /// Whether it is certain in a text that a machine read, where it is too near to chance to say that one did:
  /// `simplitications`, `quontity of`, `tha`. A last letter may be grammar (`domestica`).
  ///
  /// Measured on four scans and on clean texts of 1.1 million words with misreadings put in: of 75 none was wrong.
  /// - Parameters:
  ///   - length: letters of what was read.
  ///   - last: the last of them.
  func isSureOfScan(_ length: Int, endingIn last: UInt8) -> Bool {
    guard candidate.frequency >= 120, candidate.word[0].isLower else { return false }
    if isVowelForVowel {
      if length == 3 { return sides == 2 && candidate.count >= 20 && weight >= 15 }
      return length >= 8 && sides > 0 && !isSpelledEitherWay && weight >= 8
    }
    return length >= 8 && isOnly && weight >= 0
      && (sides > 0 || candidate.word.last == last)
  }

  /// Whether a word beside asks for it, and no other comes near: `haiid`, `irfluence`.
  ///
  /// Measured on texts whose truth is known: of 18 none was wrong.
  /// - Parameter length: letters of what was read.
  func isOneAskedFor(_ length: Int) -> Bool {
    sides > 0 && !isVowelForVowel && candidate.word[0].isLower
      && (length >= 8 && isOnly && score >= 0 || length >= 5 && weight >= 15)
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

  /// An e for an a, or for an o where the word ends, is one that writers exchange (`independant`, `pollinater`);
  /// other vowels are alike in shape only (`infermation`).
  var isSpelledEitherWay: Bool {
    let e = UInt8(ascii: "e")
    let (read, printed) = (candidate.confusion.read[0], candidate.confusion.printed[0])
    guard isVowelForVowel, read == e || printed == e else { return false }
    let o = UInt8(ascii: "o")
    return (read != o && printed != o) || isAmongLast(Self.ending)
  }

  /// Letters that the ending of a word has, at most (`soliciters`).
  private static let ending = 4

  /// Whether the one letter that was misread stands among the last three.
  var isLastVowel: Bool { isAmongLast(3) }

  /// Whether the one letter that was misread stands among the last five.
  private var isInEnding: Bool { isAmongLast(5) }

  private func isAmongLast(_ letters: Int) -> Bool {
    candidate.word.suffix(letters).contains(candidate.confusion.printed[0])
  }

  /// Why it is read; not written where nobody reads that.
  func evidence(_ window: Window) -> Evidence {
    guard window.tellsWhy else { return .confusion("", of: "") }
    return .confusion(candidate.confusion.read.string, of: candidate.confusion.printed.string)
  }
}
