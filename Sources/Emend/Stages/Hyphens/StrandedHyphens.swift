/// Hyphens left inside a line by an earlier reflow: `govern-ment`.
struct StrandedHyphens {
  private let window: Window
  private var joined: JoinedWords

  init(_ window: Window, _ joined: JoinedWords) {
    self.window = window
    self.joined = joined
  }

  mutating func propose(into edits: inout [Edit]) {
    let text = window.text
    text.forEachOffset(of: .hyphen) { at in
      guard text.byte(at - 1).isLower, text.byte(at + 1).isLower else { return }
      let head = text.skipBack(from: at, while: \.isLetter)..<at
      let tail = at + 1..<text.skip(from: at + 1, while: \.isLower)
      guard head.count >= 2, tail.count >= 2, text.byte(head.lowerBound - 1).isWhite,
        text.byte(tail.upperBound) != .hyphen, !text.byte(tail.upperBound).isLetter,
        !isUsual(tail)
      else { return }
      // `co-ordinated` beside `coordinated` is an author's other spelling.
      let first = text.hash(head)
      guard !HyphenTables.english.takesHyphen(first) else { return }
      let whole = joined.usage(of: text.hash(head, tail))
      guard whole.entry.flags.contains(.word),
        whole.count > joined.count(compound: first, text.hash(tail))
      else { return }
      edits.append(
        Edit(
          span: head.upperBound..<tail.lowerBound, replacement: "", rule: "hyphens/stranded",
          confidence: .certain,
          evidence: .inDocument(text.string(head) + text.string(tail), count: whole.count)))
    }
  }

  /// Whether letters are a word that an author uses by itself.
  private func isUsual(_ letters: Range<Int>) -> Bool {
    let hash = WordHash.folding(window.text[letters])
    let flags = window.lexicon.entry(hash).flags
    return flags.contains(.word) && !flags.contains(.rare)
  }
}
