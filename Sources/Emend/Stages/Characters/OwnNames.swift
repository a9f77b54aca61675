/// Unknown words that a text writes with a capital inside its sentences, and never without: names,
/// however close they are to a usual word (`Ovey` and `Over`).
struct OwnNames {
  /// How often the text writes a word.
  private struct Use {
    /// With a capital inside a sentence.
    var inside = 0
    /// Without a capital.
    var small = 0
  }

  private let uses: [UInt64: Use]
  private let text: Text

  /// Places inside sentences that make a name: one may be a capital that the machine made.
  private static let fewest = 2

  /// - Complexity: O(*n*) in suspects.
  init(_ passage: Passage) {
    let text = passage.text
    var uses: [UInt64: Use] = [:]
    for suspect in passage.survey.suspects where suspect.kind == .unknown {
      if text[suspect.range.lowerBound].isLower {
        uses[passage.hash(suspect.range), default: Use()].small += 1
      } else if passage.continuesSentence(suspect.range) {
        uses[passage.hash(suspect.range), default: Use()].inside += 1
      }
    }
    self.uses = uses
    self.text = text
  }

  func contains(_ range: Range<Int>) -> Bool {
    guard text[range.lowerBound].isUpper, let use = uses[text.hashFolding(range)] else {
      return false
    }
    return use.inside >= Self.fewest && use.small == 0
  }
}
