/// Unknown words that a text writes with a capital inside its sentences, and never without: names,
/// however close they are to a usual word (`Ovey` and `Over`).
///
/// A class, since it is asked for in loops.
final class OwnNames {
  /// How often the text writes a word.
  private struct Use {
    /// With a capital inside a sentence.
    var inside = 0
    /// Without a capital.
    var small = 0
  }

  /// By the number of the word.
  private let uses: [Use]
  private let numbers: HashIndex
  private let text: Text

  /// Places inside sentences that make a name: one may be a capital that the machine made.
  private static let fewest = 2

  /// - Complexity: O(*n*) in suspects.
  init(_ passage: Passage) {
    let text = passage.text
    var numbers = HashIndex(room: 1 << 10)
    var uses: [Use] = []
    for suspect in passage.suspects where suspect.kind == .unknown {
      let range = suspect.range
      let isSmall = text[range.lowerBound].isLower
      guard isSmall || passage.continuesSentence(range) else { continue }
      let number: Int
      if let known = numbers[suspect.hash] {
        number = known
      } else {
        number = uses.count
        numbers.set(suspect.hash, to: number)
        uses.append(Use())
      }
      if isSmall { uses[number].small += 1 } else { uses[number].inside += 1 }
    }
    self.uses = uses
    self.numbers = numbers
    self.text = text
  }

  func contains(_ range: Range<Int>) -> Bool {
    guard text[range.lowerBound].isUpper, let number = numbers[text.hashFolding(range)] else {
      return false
    }
    let use = uses[number]
    return use.inside >= Self.fewest && use.small == 0
  }
}
