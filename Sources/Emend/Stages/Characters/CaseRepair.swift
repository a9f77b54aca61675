/// Restores the small letter of a short word in the middle of a sentence: `caught In a trap`.
///
/// Walks through all words, so it is for texts that are known to be misread.
struct CaseRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  func propose(into edits: inout [Edit]) {
    // Words that begin with a capital I: of all capitals it is the one that looks like its small
    // letter when that has lost its dot.
    text.forEachOffset(of: UInt8(ascii: "I")) { at in
      guard text.byte(at - 1).isBlank, text.byte(at + 1).isLower, !text.byte(at + 2).isLetter,
        text.byte(at + 2).isBlank, Self.words.contains(text.string(at..<at + 2)),
        let before = passage.word(before: at), text[before].allSatisfy(\.isLower),
        passage.entry(before).flags.contains(.word),
        let after = passage.word(after: at + 2), text[after].allSatisfy(\.isLower),
        passage.entry(after).flags.contains(.word), passage.isProse(at: at)
      else { return }
      let small = text.string(at..<at + 2).lowercased()
      guard passage.lexicon.bigram(passage.hash(before), WordHash.of(small)) > 0 else { return }
      edits.append(
        Edit(
          // A stop may be lost before the others.
          span: at..<at + 1, replacement: "i", rule: "characters/case",
          confidence: small == "in" ? .certain : .likely,
          evidence: .context(text.string(before) + " " + small)))
    }
  }

  private static let words: Set<String> = ["In", "It", "Is", "If"]
}
