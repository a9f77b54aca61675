/// Puts back a space that was lost between two words: `ofthe`, `yearplan`.
struct LostSpaceRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  /// `forwar`: letters that lack one of a word of this frequency are no two words.
  private static let usual = 137

  /// How often words follow each other that are two, however often the document writes them as one.
  private static let leastRepeated = 220

  init(_ passage: Passage) { self.passage = passage }

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
