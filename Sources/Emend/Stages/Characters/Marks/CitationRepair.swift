/// Restores the stops, hyphens and spaces of citations: `op, cit.`, `Carr,op.cit.`, `pp^ 95-98`,
/// `pp. 281^395`, `p p.86`, `Ibid.. p. 7`; and `Thid. p. 7`.
///
/// Looks for them in the whole text, so it is for texts that are known to be misread.
struct CitationRepair {
  let passage: Passage
  var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// - Complexity: O(*n*).
  func propose(into edits: inout [Edit]) {
    if passage.window.usage(of: "cit").count > 0 {
      passage.blocks.forEachOffset(of: .tBeforeStop) { at in
        if text.has("cit", at: at - 2), !text.byte(at - 3).isLetter {
          citedWork(at - 2, into: &edits)
        }
      }
    }
    for mark in passage.survey.marks {
      let at = Int(mark)
      switch text[at] {
      case UInt8(ascii: "^"), UInt8(ascii: "~"): pages(at, into: &edits)
      case 0xC2: signBeyondASCII(at, into: &edits)
      default: break
      }
    }
    for suspect in passage.survey.suspects {
      switch suspect.kind {
      case .single: dividedPages(suspect.range.lowerBound, into: &edits)
      case .unknown, .mixedCase:
        let range = suspect.range
        let next = text.byte(range.upperBound)
        guard range.count <= Self.longest,
          next == .fullStop || next == .comma || text.byte(range.upperBound + 1).isDigit
        else { continue }
        samePlace(range, into: &edits)
        misreadStop(in: range, into: &edits)
      default: break
      }
    }
    passage.blocks.forEachOffset(of: .joined(.fullStop)) { commaBehindStop($0, into: &edits) }
  }

  /// `Thid. p. 7`, `dbid.. pp. 3-5`: no other word stands so before a page.
  private func samePlace(_ word: Range<Int>, into edits: inout [Edit]) {
    let end = word.upperBound
    guard text.byte(end) == .fullStop, (4...5).contains(word.count), text.has("id", at: end - 2),
      text.byte(end - 3) == UInt8(ascii: "b") || text.byte(end - 3) == UInt8(ascii: "h"),
      word.dropLast(3).allSatisfy({ Self.misreadI.contains(text[$0]) }),
      text.byte(word.lowerBound - 1).isWhite
    else { return }
    let behind = text.skip(from: end, to: end + 2) { Self.stops.contains($0) }
    guard text.byte(behind) == .space, isPageMark(beginningAt: behind + 1) else { return }
    // Behind a label it begins the note.
    let before = text.byte(text.skipBack(from: word.lowerBound, while: \.isWhite) - 1)
    let isInside =
      text[word.lowerBound].isLower && !passage.isLineStart(word.lowerBound)
      && (before.isLetter || before == .comma || before == UInt8(ascii: ";"))
    edits.append(
      Edit(
        span: word, replacement: isInside ? "ibid" : "Ibid", rule: "characters/citation",
        confidence: .certain, evidence: .abbreviation("Ibid")))
  }

  /// `opecit`.
  private static let longest = 6
  /// What an I at the beginning of a word is read as.
  private static let misreadI = ByteSet("TtJjYyUuDdFfLlIi".utf8)
  private static let stops = ByteSet(".,".utf8)

  /// `op. cit.. p. 7`: the second stop is a comma.
  private func commaBehindStop(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at + 2) == .space, text.has("cit", at: at - 3) || text.has("id", at: at - 2)
    else { return }
    if text.byte(at + 1) == .comma { return hyphenBehindPageMark(at + 3, into: &edits) }
    guard text.byte(at + 1) == .fullStop, isPageMark(beginningAt: at + 3) else { return }
    edits.append(
      Edit(
        span: at + 1..<at + 2, replacement: ",", rule: "characters/citation",
        confidence: .certain, evidence: .pattern("an abbreviation of citations")))
  }

  /// `p. 7`, `pp. 7-9`.
  private func isPageMark(beginningAt start: Int) -> Bool {
    let end = text.skip(from: start, to: start + 2) { $0 == UInt8(ascii: "p") }
    guard end > start, text.byte(end) == .fullStop else { return false }
    return text.byte(text.byte(end + 1) == .space ? end + 2 : end + 1).isDigit
  }

  /// `op, cit`, `op^cit`, `loc..cit`: what stands there is a stop.
  private func citedWork(_ cit: Int, into edits: inout [Edit]) {
    let end = text.skipBack(from: cit, to: Swift.max(0, cit - 4)) { !$0.isLetter }
    let length = text.has("loc", at: end - 3) ? 3 : 2
    let word = end - length..<end
    guard length == 3 || text.has("op", at: end - 2) || text.has("Op", at: end - 2),
      !text.byte(word.lowerBound - 1).isLetter
    else { return }
    let before = text.byte(word.lowerBound - 1)
    if before == .comma || before == UInt8(ascii: ";"), text.byte(word.lowerBound - 2).isLetter {
      edits.append(
        Edit(
          span: word.lowerBound..<word.lowerBound, replacement: " ",
          rule: "characters/space-lost", confidence: .certain,
          evidence: .pattern("a citation follows")))
    }
    let signs = end..<text.skip(from: end, to: cit) { !$0.isWhite }
    // `op . cit` is a matter of spaces, and some write no stop.
    guard !signs.isEmpty, text[signs].allSatisfy({ ".,^~;:-".utf8.contains($0) }),
      text[signs.upperBound..<cit].allSatisfy(\.isWhite),
      !text[signs].elementsEqual(CollectionOfOne(.fullStop))
    else { return }
    edits.append(
      Edit(
        span: signs, replacement: ".", rule: "characters/citation", confidence: .certain,
        evidence: .pattern("an abbreviation of citations")))
  }

  /// `pp^ 95`: a stop; `pp. 281^395`: a hyphen.
  private func pages(_ at: Int, into edits: inout [Edit]) {
    let replacement: String
    if text.byte(at - 1) == UInt8(ascii: "p") {
      let number = text.byte(at + 1) == .space ? at + 2 : at + 1
      guard isPageMark(at), text.byte(number).isDigit else { return }
      replacement = "."
    } else {
      let first = text.skipBack(from: at, while: \.isDigit)..<at
      let last = at + 1..<text.skip(from: at + 1, while: \.isDigit)
      guard first.count >= 2, (2...4).contains(last.count), first.count <= last.count,
        first.count < last.count || text.string(first) < text.string(last)
      else { return }
      let stop = first.lowerBound - (text.byte(first.lowerBound - 1) == .space ? 2 : 1)
      guard text.byte(stop) == .fullStop, isPageMark(stop) else { return }
      replacement = "-"
    }
    edits.append(
      Edit(
        span: at..<at + 1, replacement: replacement, rule: "characters/citation",
        confidence: .certain, evidence: .pattern("page numbers")))
  }

  private func isPageMark(_ end: Int) -> Bool {
    ["p", "pp"].contains(text.string(passage.letters(around: end)))
  }

  /// `p p.86`: the sign for pages with a space inside.
  private func dividedPages(_ at: Int, into edits: inout [Edit]) {
    guard text[at] == UInt8(ascii: "p"), text.byte(at - 1).isWhite, text.byte(at + 1) == .space,
      text.byte(at + 2) == UInt8(ascii: "p"), text.byte(at + 3) == .fullStop,
      text.byte(text.byte(at + 4) == .space ? at + 5 : at + 4).isDigit
    else { return }
    edits.append(
      Edit(
        span: at + 1..<at + 2, replacement: "", rule: "characters/citation",
        confidence: .certain, evidence: .pattern("page numbers")))
  }
}
