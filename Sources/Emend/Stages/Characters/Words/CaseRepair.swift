/// Restores the small letter of a short word in the middle of a sentence: `caught In a trap`, `a man
/// Whom they met`.
///
/// Walks through all words with such a capital, so it is for texts that are known to be misread.
struct CaseRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// - Complexity: O(*n*), by blocks.
  func propose(into edits: inout [Edit]) {
    let isThorough = passage.window.least <= .likely
    for group in Self.groups {
      if group.capital == UInt8(ascii: "I") {
        passage.blocks.forEachOffset(of: .capitalI) { look(at: $0, group, into: &edits) }
      } else if group.capital == UInt8(ascii: "W") {
        passage.blocks.forEachOffset(of: .capitalW) {
          // Not `We`.
          if text.byte($0 + 2).isLower { look(at: $0, group, into: &edits) }
        }
      } else if isThorough {
        text.forEachOffset(of: group.capital) { look(at: $0, group, into: &edits) }
      }
    }
  }

  private func look(at start: Int, _ group: Group, into edits: inout [Edit]) {
    guard text.byte(start - 1).isBlank, text.byte(start + 1).isLower else { return }
    let end = text.skip(from: start + 1, to: start + Self.longest, while: \.isLetter)
    guard text.byte(end).isBlank || text.byte(end) == .newline,
      let index = group.words.index(of: start..<end, in: text)
    else { return }
    propose(start..<end, group.confidences[index], into: &edits)
  }

  /// Only between small words, of which the one before is often met with this one.
  private func propose(_ word: Range<Int>, _ confidence: Confidence, into edits: inout [Edit]) {
    guard let before = smallWord(passage.word(before: word.lowerBound)),
      let after = smallWord(passage.word(after: word.upperBound)),
      passage.isProse(at: word.lowerBound)
    else { return }
    let small = text.string(word).lowercased()
    let hash = WordHash.of(small)
    // The capital I is the one that looks like its small letter only when that has lost its dot.
    guard passage.lexicon.bigram(passage.hash(before), hash) > 0,
      text[word.lowerBound] == UInt8(ascii: "I")
        || passage.lexicon.bigram(hash, passage.hash(after)) > 0
    else { return }
    edits.append(
      Edit(
        // A stop may be lost before the others.
        span: word.lowerBound..<word.lowerBound + 1, replacement: String(small.prefix(1)),
        rule: "characters/case", confidence: confidence,
        evidence: .context(text.string(before) + " " + small)))
  }

  private func smallWord(_ range: Range<Int>?) -> Range<Int>? {
    guard let range, text[range].allSatisfy(\.isLower),
      passage.entry(range).flags.contains(.word)
    else { return nil }
    return range
  }

  /// Longest word that is looked at, in bytes.
  private static let longest = 7

  /// Words that begin with a capital, which is but a large small letter.
  private struct Group {
    let capital: UInt8
    let words: ShortWords
    let confidences: [Confidence]

    init(_ capital: Character, _ words: KeyValuePairs<String, Confidence>) {
      self.capital = capital.asciiValue ?? 0
      self.words = ShortWords(words.map(\.key))
      confidences = words.map(\.value)
    }
  }

  /// With `It`, `With`, `What`, `Or` or `Some` a sentence begins whose stop was lost as often as not.
  private static let groups = [
    Group("I", ["In": .certain, "Is": .likely, "If": .likely]),
    Group(
      "W",
      [
        "Was": .certain, "Were": .certain, "Would": .certain, "Which": .certain,
        "Whom": .certain, "Whose": .certain,
      ]),
    Group("C", ["Could": .likely, "Cannot": .likely]),
  ]
}
