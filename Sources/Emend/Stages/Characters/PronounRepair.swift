/// Restores the pronoun I that was read as `1`, `l` or `!`: `what 1 felt`, `l'm`.
struct PronounRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  func propose(into edits: inout [Edit]) {
    guard speaksOfItself else { return }
    text.forEachOffset(of: UInt8(ascii: "1")) { at in
      guard text.byte(at + 1) == .space, opens(at), let next = passage.word(after: at + 1),
        passage.word(before: at).map({ !QuoteRepair.numbered.contains(text.string($0)) }) ?? true,
        isPronoun(before: next)
      else { return }
      edits.append(edit(at, "1"))
    }
    text.forEachOffset(of: .apostrophe) { at in
      guard text.byte(at - 1) == UInt8(ascii: "l"), opens(at - 1) else { return }
      let end = text.skip(from: at + 1, while: \.isLetter)
      guard Self.endings.contains(text.string(at + 1..<end)) else { return }
      edits.append(edit(at - 1, "l"))
    }
  }

  private func edit(_ at: Int, _ read: String) -> Edit {
    Edit(
      span: at..<at + 1, replacement: "I", rule: "characters/pronoun", confidence: .certain,
      evidence: .confusion(read, of: "I"))
  }

  private func opens(_ at: Int) -> Bool {
    let before = text.byte(at - 1)
    return before.isWhite || before == .quotationMark || before == .apostrophe || before == .hyphen
  }

  /// Whether the word behind goes with the pronoun far more often than with a number or an article.
  func isPronoun(before next: Range<Int>) -> Bool {
    guard speaksOfItself, text[next].allSatisfy(\.isLower) else { return false }
    let hash = passage.hash(next)
    let bound = passage.lexicon.bigram(WordHash.of("i"), hash)
    return bound >= 165
      && ["a", "one", "the", "of", "no"].allSatisfy {
        passage.lexicon.bigram(WordHash.of($0), hash) + 14 <= bound
      }
  }

  /// Whether the pronoun is one of the document's usual words: one in a thousand.
  private var speaksOfItself: Bool {
    passage.window.usage(of: "i").count * 1000 >= passage.survey.words
  }

  private static let endings: Set<String> = ["m", "ll", "ve", "d"]
}
