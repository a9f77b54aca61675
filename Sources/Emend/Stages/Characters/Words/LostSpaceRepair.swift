/// Puts back a space that was lost between two words: `ofthe`, `yearplan`.
struct LostSpaceRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  /// `forwar`: letters that lack one of a word of this frequency are no two words.
  private static let usual = 137

  /// How often words follow each other that are two, however often the document writes them as one.
  static let leastRepeated = 220

  /// The same behind a word that is a prefix as well.
  private static let leastAfterPrefix = 190

  /// Frequency of words that stand in nearly every line.
  private static let everyLine = 200

  init(_ passage: Passage) { self.passage = passage }

  /// `ina`, `Itis`: two of the most usual words, which follow each other all the time.
  ///
  /// Before it is read as any other word: it is short enough to be one confusion away from many.
  func twoUsualWords(_ range: Range<Int>) -> Edit? {
    guard passage.window.usage(of: passage.hash(range)).count <= 5 else { return nil }
    return twoWords(range)
  }

  /// `Ina letter`: two of the most usual words that are a name as well, where the word behind follows the second and
  /// not the name.
  func twoWordsOfName(_ range: Range<Int>) -> Edit? {
    guard range.count == 3, text[range.upperBound - 1] == UInt8(ascii: "a") else { return nil }
    // In small letters it is no name.
    if text[range.lowerBound].isLower, let edit = twoUsualWords(range) { return edit }
    guard let next = passage.word(after: range.upperBound), text[next].allSatisfy(\.isLower),
      case let hash = passage.hash(next), passage.lexicon.entry(hash).frequency < Self.everyLine,
      passage.lexicon.bigram(passage.hash(range.upperBound - 1..<range.upperBound), hash) > 0,
      passage.lexicon.bigram(passage.hash(range), hash) == 0
    else { return nil }
    return twoWords(range)
  }

  private func twoWords(_ range: Range<Int>) -> Edit? {
    guard (3...6).contains(range.count), text[range.dropFirst()].allSatisfy(\.isLower),
      passage.stands(range),
      !text[range.lowerBound].isUpper || passage.beginsSentence(range.lowerBound)
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

  /// Where a word may be two.
  struct Division {
    /// Letters of the first.
    let length: Int
    /// How often the second follows the first; 0 where that is not asked.
    let score: Int
  }

  /// Where an unknown word is two usual words that follow each other often: its letters alone tell.
  func division(of range: Range<Int>) -> Division? {
    guard range.count >= 5, range.count <= 40, text[range.dropFirst()].allSatisfy(\.isLower)
    else { return nil }
    var best: Division?
    let word = WordPiece(range, of: text)
    let lexicon = passage.lexicon
    for at in range.lowerBound + 2..<range.upperBound - 1 {
      let left = word?.first(at &- range.lowerBound) ?? passage.hash(range.lowerBound..<at)
      guard lexicon.mayHold(left), isUsual(left) else { continue }
      let right =
        word?.rest(behind: at &- range.lowerBound) ?? passage.hash(at..<range.upperBound)
      guard lexicon.mayHold(right), isUsual(right) else { continue }
      let score = passage.lexicon.bigram(left, right)
      if score > best?.score ?? 0 { best = Division(length: at - range.lowerBound, score: score) }
    }
    return best ?? behindOverhang(range)
  }

  /// Divides an unknown word.
  func propose(in range: Range<Int>, at division: Division, into edits: inout [Edit]) {
    let isCapitalised = text[range.lowerBound].isUpper
    let middle = range.lowerBound + division.length
    // What the document repeats is a word of its own, but not `ofthe`.
    guard
      division.score >= Self.leastRepeated
        || passage.window.usage(of: passage.hash(range)).count <= 2,
      passage.stands(range), !passage.isForeign(around: range), !passage.isHalfOfWord(range),
      !passage.mayLackLetter(range, of: Self.usual)
    else { return }
    let left = text.string(range.lowerBound..<middle)
    let right = text.string(middle..<range.upperBound)
    let hashes = [passage.hash(range.lowerBound..<middle), passage.hash(middle..<range.upperBound)]
    // `rollcall` and `inhouse` are compounds, `ofthe` and `inthe` are none.
    let isSure =
      (FunctionWords.english.contains(left.lowercased())
        && (division.score >= Self.leastAfterPrefix
          || !HyphenTables.english.takesHyphen(hashes[0])))
      || FunctionWords.english.contains(right)
    if isCapitalised, !isOpening(left, right, behind: range) { return }
    // `stockmarket`, `powerline`: two nouns that some write as one.
    let isCompound =
      !isSure && left.count >= 4 && right.count >= 4
      && hashes.allSatisfy { passage.lexicon.entry($0).frequency < Self.everyLine }
    edits.append(
      Edit(
        span: middle..<middle, replacement: " ", rule: "characters/space-lost",
        confidence: isCompound ? .doubtful : isSure && division.score > 0 ? .certain : .likely,
        evidence: .context(left + " " + right)))
  }

  /// `Thepresent ministers`, where a sentence begins; else it is a name (`Foran`, `Newson`).
  private func isOpening(_ left: String, _ right: String, behind range: Range<Int>) -> Bool {
    left.count >= 3 && FunctionWords.english.contains(left.lowercased())
      && passage.beginsSentence(range.lowerBound)
      && (right.count >= 5
        || passage.word(after: range.upperBound).map {
          passage.lexicon.bigram(WordHash.of(right), passage.hash($0)) > 0
        } ?? false)
  }

  /// `ofinsurrection`, `ifthinking`: the f of some types hangs over the space behind it, and hardly a
  /// word begins so.
  private func behindOverhang(_ range: Range<Int>) -> Division? {
    let at = range.lowerBound + 2
    guard passage.window.least <= .likely, range.count >= 6,
      text[at - 1] == UInt8(ascii: "f"), "oi".utf8.contains(text[at - 2]),
      isUsual(passage.hash(at..<range.upperBound))
    else { return nil }
    return Division(length: 2, score: 0)
  }

  private func isUsual(_ hash: UInt64) -> Bool {
    let entry = passage.lexicon.entry(hash)
    return entry.flags.contains(.word) && entry.frequency >= 120
  }
}
