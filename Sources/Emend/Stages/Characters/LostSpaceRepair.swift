/// Puts back a space that was lost between two words: `ofthe`, `yearplan`.
struct LostSpaceRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  /// `forwar`: letters that lack one of a word of this frequency are no two words.
  private static let usual = 137

  /// How often words follow each other that are two, however often the document writes them as one.
  private static let leastRepeated = 220

  /// Frequency of words that stand in nearly every line.
  private static let everyLine = 200

  init(_ passage: Passage) { self.passage = passage }

  /// `ina`, `Itis`: two of the most usual words, which follow each other all the time.
  ///
  /// Before it is read as any other word: it is short enough to be one confusion away from many.
  func twoUsualWords(_ range: Range<Int>) -> Edit? {
    guard (3...6).contains(range.count), text[range.dropFirst()].allSatisfy(\.isLower),
      passage.stands(range), passage.window.usage(of: passage.hash(range)).count <= 5
    else { return nil }
    for at in range.lowerBound + 2..<range.upperBound {
      let (head, tail) = (range.lowerBound..<at, at..<range.upperBound)
      let (left, right) = (passage.hash(head), passage.hash(tail))
      guard passage.lexicon.bigram(left, right) >= Self.leastRepeated,
        [left, right].allSatisfy({ passage.lexicon.entry($0).frequency >= Self.everyLine }),
        !passage.isForeign(around: range), !passage.isHalfOfWord(range)
      else { continue }
      return Edit(
        span: at..<at, replacement: " ", rule: "characters/space-lost", confidence: .certain,
        evidence: .context(text.string(head) + " " + text.string(tail)))
    }
    return nil
  }

  /// Divides an unknown word where two usual words follow each other often.
  func propose(in range: Range<Int>, into edits: inout [Edit]) {
    guard range.count >= 5, range.count <= 40, text[range.dropFirst()].allSatisfy(\.isLower)
    else { return }
    let isCapitalised = text[range.lowerBound].isUpper
    var best: (at: Int, score: Int)?
    let parts = WordParts(range, in: text)
    let lexicon = passage.lexicon
    for at in range.lowerBound + 2..<range.upperBound - 1 {
      let left = parts?.first(at &- range.lowerBound) ?? passage.hash(range.lowerBound..<at)
      guard lexicon.mayHold(left), isUsual(left) else { continue }
      let right =
        parts?.rest(behind: at &- range.lowerBound) ?? passage.hash(at..<range.upperBound)
      guard lexicon.mayHold(right), isUsual(right) else { continue }
      let score = passage.lexicon.bigram(left, right)
      if score > best?.score ?? 0 { best = (at, score) }
    }
    if best == nil { best = behindOverhang(range) }
    // What the document repeats is a word of its own, but not `ofthe`.
    guard let best,
      best.score >= Self.leastRepeated || passage.window.usage(of: passage.hash(range)).count <= 2,
      passage.stands(range), !passage.isForeign(around: range), !passage.isHalfOfWord(range),
      !passage.mayLackLetter(range, of: Self.usual)
    else { return }
    let left = text.string(range.lowerBound..<best.at)
    let right = text.string(best.at..<range.upperBound)
    // `rollcall` is a compound, `ofthe` is none.
    let isSure =
      FunctionWords.english.contains(left.lowercased()) || FunctionWords.english.contains(right)
    // `Thepresent`; else it is a name.
    if isCapitalised, !isSure || left.count < 3 { return }
    edits.append(
      Edit(
        span: best.at..<best.at, replacement: " ", rule: "characters/space-lost",
        confidence: isSure && best.score > 0 ? .certain : .likely,
        evidence: .context(left + " " + right)))
  }

  /// `ofinsurrection`, `ifthinking`: the f of some types hangs over the space behind it, and hardly a
  /// word begins so.
  private func behindOverhang(_ range: Range<Int>) -> (at: Int, score: Int)? {
    let at = range.lowerBound + 2
    guard passage.window.least <= .likely, range.count >= 6,
      text[at - 1] == UInt8(ascii: "f"), "oi".utf8.contains(text[at - 2]),
      isUsual(passage.hash(at..<range.upperBound))
    else { return nil }
    return (at, 0)
  }

  private func isUsual(_ hash: UInt64) -> Bool {
    let entry = passage.lexicon.entry(hash)
    return entry.flags.contains(.word) && entry.frequency >= 120
  }
}
