/// Finds the usual word that is one letter away from a word, whatever its shape: changed, lost or
/// added.
///
/// Much weaker evidence than a confusion of shapes, so the words beside have to agree. It makes some
/// fifty words a letter, so it is for runs that apply or read what is only likely.
struct NearWords {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  private struct Best {
    var word: [UInt8] = []
    var score = 0.0
    var second = 0.0
    var frequency = 0
    var sides = 0
  }

  /// Proposes a reading of a word that confusions of shapes do not explain.
  func propose(for range: Range<Int>, into edits: inout [Edit]) {
    var letters = Array(text[range])
    guard letters.count >= 3, letters.count <= 24, letters[0].isLower,
      letters.allSatisfy(\.isLetter), passage.window.usage(of: passage.hash(range)).count <= 2,
      !passage.isHalfOfWord(range), !passage.besideFragment(range),
      !passage.isForeign(around: range)
    else { return }
    // `firaLly`: a capital inside is a misreading for a start.
    guard letters.count(where: \.isUpper) <= 1 else { return }
    letters = letters.map { $0.isUpper ? $0 | 0x20 : $0 }
    guard !passage.isSpelling(letters), !isRunTogether(range) else { return }
    let context = WordContext(passage, around: range)
    let best = best(for: letters, in: context)
    let margin = best.score - best.second
    let isLikely =
      switch letters.count {
      case 3: best.sides == 2 && margin >= 6 && best.frequency >= 190
      case 4, 5: best.sides >= 1 && margin >= (best.sides == 2 ? 6 : 9) && best.frequency >= 170
      case 6, 7: best.sides >= 1 && margin >= 7 && best.frequency >= 150
      default: margin >= (best.sides >= 1 ? 5 : 10) && best.frequency >= 150
      }
    guard isLikely else { return }
    let word = String(decoding: best.word, as: UTF8.self)
    edits.append(
      Edit(
        span: range, replacement: word, rule: "characters/near-word", confidence: .likely,
        evidence: best.sides > 0 ? .context(word) : .inLexicon(word)))
  }

  private func best(for word: [UInt8], in context: WordContext) -> Best {
    var best = Best()
    func take(_ made: [UInt8], _ bits: Double) {
      guard made != best.word else { return }
      let hash = WordHash.of(made)
      let usage = passage.window.usage(of: hash)
      guard usage.entry.flags.contains(.word), !usage.entry.flags.contains(.rare) else { return }
      let frequency = usage.entry.frequency
      let own = usage.count > 0 ? 3 + Swift.min(6, Double(usage.count) / 2) : 0
      let score = context.bitsOrUsual(of: hash, frequency: frequency) + own - bits
      if score > best.score {
        best = Best(
          word: made, score: score, second: best.score, frequency: frequency,
          sides: context.sides(of: hash))
      } else {
        best.second = Swift.max(best.second, score)
      }
    }
    var made = word
    for at in word.indices {
      let old = word[at]
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where letter != old {
        // From vowel to vowel a change is a spelling.
        if Self.isVowel(letter), Self.isVowel(old) { continue }
        // `wery` is dialect; an ending is grammar.
        if at == 0, [letter, old] == Array("vw".utf8) || [letter, old] == Array("wv".utf8) {
          continue
        }
        if at == word.count - 1, "sd".utf8.contains(letter) { continue }
        made[at] = letter
        take(made, 10)
      }
      made[at] = old
    }
    guard word.count >= 5 else { return best }
    for at in word.indices.dropLast() {
      // A letter doubled or not is a spelling, and so is a vowel or one more or less at the end.
      if at > 0, !Self.isVowel(word[at]), word[at] != word[at + 1], word[at] != word[at - 1] {
        made.remove(at: at)
        take(made, 13)
        made.insert(word[at], at: at)
      }
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z")
      where letter != word[at] && !Self.isVowel(letter) && (at == 0 || letter != word[at - 1]) {
        made.insert(letter, at: at)
        take(made, 13)
        made.remove(at: at)
      }
    }
    return best
  }

  /// `tosay`, `ayear`: two words rather than one.
  private func isRunTogether(_ range: Range<Int>) -> Bool {
    (1...3).contains { length in
      let middle = range.lowerBound + length
      guard middle + 2 < range.upperBound else { return false }
      return FunctionWords.english.contains(text.string(range.lowerBound..<middle))
        && passage.isPlainWord(middle..<range.upperBound)
    }
      || (text[range.lowerBound] == UInt8(ascii: "a")
        && passage.isPlainWord(range.lowerBound + 1..<range.upperBound))
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }
}
