/// Restores what was read as an upright stroke: an l at the end of a word, `al! firms`, and the pronoun
/// I, `what | saw`.
///
/// In prose a bar stands for nothing else, and an exclamation mark goes before a new sentence; so it is
/// for texts that are known to be misread.
struct StrokeRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// - Complexity: O(*n*), by blocks.
  func propose(into edits: inout [Edit]) {
    let pronouns = PronounRepair(passage)
    let speaksOfItself = pronouns.speaksOfItself
    for stroke in "!|[]".utf8 {
      passage.blocks.forEachOffset(of: .mark(stroke)) { at in
        if text.byte(at - 1).isLower {
          finalLetter(at, into: &edits)
        } else if speaksOfItself, stroke != UInt8(ascii: "!") {
          pronoun(at, pronouns, into: &edits)
        }
      }
    }
  }

  /// `shal! be`, `woo], and`: letters that are no word, but with an l are a usual one.
  private func finalLetter(_ at: Int, into edits: inout [Edit]) {
    let stem = passage.letters(around: at - 1)
    guard stem.count >= 2, text[stem].allSatisfy(\.isLower), opens(stem.lowerBound),
      goesOn(behind: at), isNoWord(stem), !isBracket(at), passage.isProse(at: at)
    else { return }
    let word = text.string(stem) + "l"
    let entry = passage.lexicon.entry(word)
    guard entry.flags.contains(.word), !entry.flags.contains(.rare),
      entry.frequency >= Self.usual
    else { return }
    edits.append(
      Edit(
        span: at..<at + 1, replacement: "l", rule: "characters/confusion", confidence: .certain,
        evidence: .inLexicon(word)))
  }

  /// `what | saw`, `when [ came`: a bar by itself before a word that often follows the pronoun.
  private func pronoun(_ at: Int, _ pronouns: PronounRepair, into edits: inout [Edit]) {
    guard opens(at), text.byte(at + 1).isWhite, let next = passage.word(after: at + 1),
      text[next].allSatisfy(\.isLower), pronouns.mayFollow(next), !isBracket(at),
      passage.isProse(at: at), !isInTable(at), !isAtMargin(at)
    else { return }
    edits.append(
      Edit(
        span: at..<at + 1, replacement: "I", rule: "characters/pronoun", confidence: .certain,
        evidence: .confusion(text.string(at..<at + 1), of: "I")))
  }

  /// `the invitation |⏎was`, `|⏎⏎| must first`: what stands at the edge of a line may be dirt of the margin, unless a
  /// word before it asks for the pronoun.
  private func isAtMargin(_ at: Int) -> Bool {
    guard passage.isLineEnd(at + 1) || passage.isLineStart(at) else { return false }
    return passage.word(before: at).map { !Self.beforePronoun.contains($0, of: text) } ?? true
  }

  private static let beforePronoun = ShortWords([
    "although", "and", "as", "because", "but", "if", "since", "than", "that", "though", "until",
    "what", "when", "where", "which", "while", "whom",
  ])

  private func opens(_ at: Int) -> Bool {
    let before = text.byte(at - 1)
    return before.isWhite || before == .quotationMark || before == .openBracket
  }

  /// Whether a sentence goes on behind a stroke: another mark, or a small letter behind a blank.
  private func goesOn(behind at: Int) -> Bool {
    let after = text.byte(at + 1)
    if ",;.".utf8.contains(after) { return text.byte(at + 2).isWhite }
    let next = text.skip(from: at + 1, to: at + 4, while: \.isWhite)
    return next > at + 1 && text.byte(next).isLower
  }

  private func isNoWord(_ stem: Range<Int>) -> Bool {
    let usage = passage.window.usage(of: passage.hash(stem))
    let flags = usage.entry.flags
    return (!flags.contains(.word) || flags.contains(.rare)) && usage.count <= 2
  }

  /// Whether a bracket has its partner near by.
  private func isBracket(_ at: Int) -> Bool {
    switch text[at] {
    case UInt8(ascii: "["):
      text[at..<Swift.min(text.count, at + Self.reach)].contains(UInt8(ascii: "]"))
    case UInt8(ascii: "]"):
      text[Swift.max(0, at - Self.reach)..<at].contains(UInt8(ascii: "["))
    default: false
    }
  }

  /// Whether the line has other bars: they part columns.
  private func isInTable(_ at: Int) -> Bool {
    let line = passage.window.layout.lines[passage.window.layout.line(at: at)].content
    let near =
      Swift.max(line.lowerBound, at - Self.reach)..<Swift.min(line.upperBound, at + Self.reach)
    return text[near].count { $0 == UInt8(ascii: "|") } > 2
  }

  /// Bytes in which brackets close, and bars part columns.
  private static let reach = 300
  /// Frequency of a usual word, in the lexicon's unit.
  private static let usual = 150
}
