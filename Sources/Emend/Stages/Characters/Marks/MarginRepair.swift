/// Takes away dirt of margins and between lines that prose may have as well, in texts that a machine read:
/// a comma before the first word of a line, signs that are a line, a sign behind the last word.
struct MarginRepair {
  private let passage: Passage
  private var text: Text { passage.text }
  private var lines: [Line] { passage.window.layout.lines }

  init(_ passage: Passage) { self.passage = passage }

  /// - Complexity: O(lines that begin with no letter).
  func propose(into edits: inout [Edit]) {
    let (lines, odd) = (self.lines, passage.window.layout.odd)
    let (text, firsts) = (self.text, Self.firsts)
    var commas: [Edit] = []
    var index = odd.next(from: 0, to: lines.count)
    while index < lines.count {
      let start = lines[index].contentStart
      let first = text.byte(start)
      if firsts.contains(first) {
        if first == .comma {
          if let comma = comma(at: start) { commas.append(comma) }
        } else if lines[index].content.count <= Self.longest, let speck = speck(index) {
          edits.append(speck)
        }
      }
      index = odd.next(from: index + 1, to: lines.count)
    }
    let sure = commas.count { $0.confidence == .certain }
    if sure >= Self.leastCommas, sure * Self.commasForEach >= commas.count {
      for index in commas.indices { commas[index].confidence = .certain }
    }
    edits += commas
  }

  /// Commas behind words that have none behind them, which show the machine to make them of dirt: of all words
  /// every third is one.
  private static let (leastCommas, commasForEach) = (3, 5)

  /// `allow herself to⏎, co-operate`: behind some words no comma stands; behind others it may have gone astray.
  private func comma(at start: Int) -> Edit? {
    let word = start + 2..<text.lettersEnd(from: start + 2)
    guard text.byte(start + 1) == .space, word.count >= 2, text[word.lowerBound].isLower,
      passage.isPlainWord(word), passage.lineBeforeIsUnfinished(start),
      passage.isProse(at: start), !passage.isForeign(around: word)
    else { return nil }
    let end = text.skipBack(from: start, while: \.isWhite)
    let before = passage.letters(around: end - 1)
    guard !before.isEmpty else { return nil }
    let isSure = Self.goingOn.contains(text.string(before))
    guard isSure || passage.lexicon.bigram(passage.hash(before), passage.hash(word)) > 0 else {
      return nil
    }
    return Edit(
      span: start..<start + 2, replacement: "", rule: "characters/speck-line-start",
      confidence: isSure ? .certain : .likely, evidence: .insideSentence)
  }

  /// Words behind which a sentence goes on.
  private static let goingOn: Set<String> = [
    "a", "an", "and", "at", "between", "by", "for", "from", "his", "into", "its", "more", "my",
    "of",
    "or", "our", "than", "the", "their", "to", "very", "with", "your",
  ]

  /// `c~>`, `$`: a line between lines of prose that has no word, and a sign that stands in no line by itself.
  private func speck(_ index: Int) -> Edit? {
    let content = lines[index].content
    guard content.count(where: { text[$0].isLetter || text[$0].isDigit }) <= 1,
      !content.contains(where: { Self.ofCode.contains(text[$0]) }),
      index > 0, index + 1 < lines.count,
      lines[index - 1].isBlank || lines[index + 1].isBlank,
      let before = passage.window.layout.previousText(before: index),
      let after = passage.window.layout.nextText(after: index),
      passage.isProse(at: lines[before].contentStart),
      passage.isProse(at: lines[after].contentStart)
    else { return nil }
    let isSetOff = lines[index - 1].isBlank && lines[index + 1].isBlank
    return Edit(
      span: lines[index].start..<lines[index + (isSetOff ? 1 : 0)].end + 1, replacement: "",
      rule: "characters/speck-line", confidence: .certain,
      evidence: .pattern("signs without a word"))
  }

  /// `relations with Soviet >⏎Russia`: a sign alone behind the last word of a line of prose.
  func signAtLineEnd(_ at: Int) -> Edit? {
    guard text.byte(at - 1).isBlank, passage.isLineEnd(at + 1), passage.isProse(at: at) else {
      return nil
    }
    let layout = passage.window.layout
    let index = layout.line(at: at)
    let end = text.skipBack(from: at, while: \.isBlank)
    guard end > layout.lines[index].contentStart,
      text[end - 1].isLetter || ".,".utf8.contains(text[end - 1]),
      !text[layout.lines[index].contentStart..<at].contains(text[at]),
      let next = layout.nextText(after: index), text[layout.lines[next].contentStart].isLetter
    else { return nil }
    return Edit(
      span: end..<at + 1, replacement: "", rule: "characters/speck-line-end", confidence: .certain,
      evidence: .pattern("a mark alone at the line end"))
  }

  static let signsAtEnd = ByteSet(endBytes.utf8)
  static let endBytes = "\\>="

  /// Longest line of dirt, in bytes.
  private static let longest = 4
  private static let signBytes = "$~<>|\\^#%/"
  private static let firsts = ByteSet((signBytes + ",").utf8)
  /// Signs that stand in lines of their own where code does.
  private static let ofCode = ByteSet("{}[]();=`".utf8)
}
