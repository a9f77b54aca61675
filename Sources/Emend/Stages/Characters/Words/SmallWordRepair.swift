/// Reads small words of which a letter was read as a sign or a figure: `was @ diplomat`, `it 1s not`.
///
/// Too short to be told by their letters: both words beside have to be known to stand there. For texts that are known
/// to be misread.
struct SmallWordRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// - Complexity: O(marks of the survey).
  func propose(into edits: inout [Edit]) {
    var done = 0
    for mark in passage.survey.marks where Int(mark) >= done {
      let at = Int(mark)
      // Most marks are stops and hyphens.
      guard text[at].isDigit || Self.alone.contains(text[at]) || text[at].isLetter else { continue }
      let start = text.skipBack(from: at, to: Swift.max(0, at - Self.longest)) { !$0.isWhite }
      let token = start..<text.skip(from: at, to: start + Self.longest + 1) { !$0.isWhite }
      done = token.upperBound
      guard token.count <= Self.longest, text.byte(start - 1).isWhite,
        text.byte(token.upperBound).isWhite, let next = passage.word(after: token.upperBound),
        text[next].allSatisfy(\.isLower), let word = word(token, next), passage.isProse(at: at)
      else { continue }
      edits.append(
        Edit(
          span: token, replacement: word, rule: "characters/small-word", confidence: .certain,
          evidence: .context(word)))
    }
  }

  /// The one small word of which a token has all letters but one.
  private func word(_ token: Range<Int>, _ next: Range<Int>) -> String? {
    guard let at = token.first(where: { !text[$0].isLetter }),
      token.allSatisfy({ $0 == at || text[$0].isLower }),
      token.count > 1 || Self.alone.contains(text[at]), !isPrice(token)
    else { return nil }
    let context = WordContext(passage, around: token)
    let model = ConfusionModel.english
    // In prose `@` stands for nothing else.
    let least = token.count == 1 && text[at] == UInt8(ascii: "@") ? 1 : 2
    var best: (word: String, bits: Double)?
    for confusion in model.confusions(of: text[at])
    where confusion.read.count == 1 && confusion.printed.count == 1 && confusion.printed[0].isLower
    {
      let letters = token.map { $0 == at ? confusion.printed[0] : text[$0] }
      let hash = WordHash.of(letters)
      guard
        letters.count == 1
          ? !isBeforeVowel(next)
          : FunctionWords.english.standsAlone(hash) || FunctionWords.english.opensSentences(hash),
        context.sides(of: hash) >= least
      else { continue }
      let bits = context.bits(of: hash, frequency: passage.lexicon.entry(hash).frequency)
      if bits > best?.bits ?? 0 { best = (String(decoding: letters, as: UTF8.self), bits) }
    }
    // `not & pleasure`, but `bread & butter`.
    if let best, text[at] == UInt8(ascii: "&") {
      let hash = WordHash.of("and")
      let and = context.bits(of: hash, frequency: passage.lexicon.entry(hash).frequency)
      return best.bits >= and + Self.margin ? best.word : nil
    }
    return best?.word
  }

  /// `4s a week`: whether shillings or pence may stand there; `it 1s` are none.
  private func isPrice(_ token: Range<Int>) -> Bool {
    guard text[token.lowerBound].isDigit, "sd".utf8.contains(text[token.upperBound - 1]) else {
      return false
    }
    return
      !(passage.word(before: token.lowerBound).map { Self.subjects.contains($0, of: text) }
      ?? false)
  }

  private static let subjects = ShortWords([
    "he", "it", "she", "that", "there", "this", "what", "which", "who",
  ])

  /// Whether the article would be `an`, but for `a union`.
  private func isBeforeVowel(_ next: Range<Int>) -> Bool {
    "aeio".utf8.contains(text[next.lowerBound])
  }

  /// Bytes of the longest token.
  private static let longest = 3
  /// Signs that stand for a letter where they stand alone; a figure may be a number.
  private static let alone = ByteSet("@&".utf8)
  /// Bits by which the article has to be likelier than `and`.
  private static let margin = 4.0
}
