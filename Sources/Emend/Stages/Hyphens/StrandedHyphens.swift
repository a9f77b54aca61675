/// Hyphens left inside a line by an earlier reflow: `govern-ment`.
struct StrandedHyphens {
  private let window: Window
  private var joined: JoinedWords

  init(_ window: Window, _ joined: JoinedWords) {
    self.window = window
    self.joined = joined
  }

  /// - Parameter hyphens: their offsets.
  mutating func propose(at hyphens: [Int], into edits: inout [Edit]) {
    let text = window.text
    var spaced: [UInt64: Int]?
    for at in hyphens where text.byte(at + 1).isLower && text.byte(at - 1).isLower {
      let head = text.lettersStart(before: at)..<at
      let tail = at + 1..<text.skip(from: at + 1, while: \.isLower)
      guard head.count >= 2, tail.count >= 2, text.byte(head.lowerBound - 1).isWhite,
        text.byte(tail.upperBound) != .hyphen, !text.byte(tail.upperBound).isLetter,
        !isUsual(tail)
      else { continue }
      // `co-ordinated` beside `coordinated` is an author's other spelling.
      let first = text.hash(head)
      guard !HyphenTables.english.takesHyphen(first) else { continue }
      let hash = text.hash(head, tail)
      var whole = joined.usage(of: hash)
      guard whole.entry.flags.contains(.word) else { continue }
      let compounds = joined.count(compound: first, text.hash(tail))
      if whole.count <= compounds {
        let found = spaced ?? spacedHalves()
        spaced = found
        whole.count += found[hash] ?? 0
      }
      guard whole.count > compounds else { continue }
      edits.append(
        Edit(
          span: head.upperBound..<tail.lowerBound, replacement: "", rule: "hyphens/stranded",
          confidence: .certain,
          evidence: .inDocument(text.string(head) + text.string(tail), count: whole.count)))
    }
  }

  /// How often the text divides words by a space, by their hashes: `govern ment`.
  ///
  /// What is joined later is evidence here as well, as it will be in the clean text.
  /// - Complexity: O(suspects); asked for only where a word has a hyphen inside.
  private func spacedHalves() -> [UInt64: Int] {
    let text = window.text
    var halves: [UInt64: Int] = [:]
    for suspect in SuspectsAhead(window.survey.suspects, of: text) where suspect.kind == .unknown {
      let tail = suspect.range
      guard text.byte(tail.lowerBound - 1) == .space, text[tail].allSatisfy(\.isLower) else {
        continue
      }
      let head = text.lettersStart(before: tail.lowerBound - 1)
      guard tail.lowerBound - head > 2 else { continue }
      halves[text.hash(head..<tail.lowerBound - 1, tail), default: 0] += 1
    }
    return halves
  }

  /// Whether letters are a word that an author uses by itself.
  private func isUsual(_ letters: Range<Int>) -> Bool {
    window.lexicon.entry(WordHash.folding(window.text[letters])).isUsualWord
  }
}
