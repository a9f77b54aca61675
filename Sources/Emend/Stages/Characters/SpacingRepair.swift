/// Takes away spaces that the machine put before stops and into words, and puts back lost ones.
struct SpacingRepair {
  private let passage: Passage
  private var text: Text { passage.text }
  private static let abbreviations = Set(
    TextTable(embedded: "en/abbreviations.tsv").rows.map { $0[0] })

  init(_ passage: Passage) { self.passage = passage }

  func propose(into edits: inout [Edit]) {
    for mark in passage.survey.marks {
      let at = Int(mark)
      switch text[at] {
      case .fullStop where text.byte(at - 1) == .space: beforeFullStop(at, into: &edits)
      case .hyphen where text.byte(at - 1) == .space: beforeHyphen(at, into: &edits)
      default: break
      }
    }
    for suspect in passage.survey.suspects {
      switch suspect.kind {
      case .unknown: gluedWords(suspect.range, into: &edits)
      case .single: loneLetter(suspect.range, into: &edits)
      default: break
      }
    }
    possessives(into: &edits)
  }

  /// `machinery .`, `(1) .`, `Doc .No. 64`, `pp .495`, `D .B .F .P .`
  private func beforeFullStop(_ at: Int, into edits: inout [Edit]) {
    let gap = text.skipBack(from: at, while: \.isBlank)
    guard gap == at - 1, gap > 0 else { return }
    let before = text[gap - 1]
    let after = text.byte(at + 1)
    // `. . .` is an ellipsis, `..` is one as well, and a line's first stop is not behind a word.
    guard before != .fullStop, after != .fullStop, !before.isWhite else { return }
    if after.isBlank, text.byte(at + 2) == .fullStop { return }
    var confidence = Confidence.certain
    let evidence: Evidence
    if after.isWhite || after == .closeBracket || after == .apostrophe || after == .comma {
      guard
        before.isLetter || before.isDigit || before == .closeBracket || before == .apostrophe
          || before == .quotationMark || before == .asterisk || before.isHigh
      else { return }
      // A stop in the middle of a line with a small letter behind is a speck or an ellipsis.
      // Small letters that are no word are a misread quotation mark and a word.
      if let next = passage.word(after: at + 1), text[next.lowerBound].isLower,
        passage.isPlainWord(next)
      {
        confidence = .likely
      }
      evidence = .pattern("no space stands before a full stop")
    } else if after.isUpper || after.isDigit || after == .hyphen || after.isLower {
      guard before.isLetter else { return }
      let word = passage.letters(around: gap - 1)
      let isInitial = word.count == 1 && before.isUpper
      let name = text.string(word)
      guard isInitial || Self.abbreviations.contains(name) else { return }
      if isInitial, after.isLower || after == .hyphen { return }
      // `I .0.` is SymbolRepair's.
      if after == UInt8(ascii: "0"), text.byte(at + 2) == .fullStop { return }
      if after.isLower, !Self.abbreviations.contains(text.string(passage.letters(around: at + 1))) {
        return
      }
      // `.5` behind a word is a number; behind an abbreviation it is its number.
      evidence = .pattern("abbreviation \(name).")
    } else {
      return
    }
    edits.append(
      Edit(
        span: gap..<at, replacement: "", rule: "characters/space-before-stop",
        confidence: confidence, evidence: evidence))
  }

  /// `Nazi -Soviet`: the document writes the compound without the space elsewhere.
  private func beforeHyphen(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at + 1).isLetter, text.byte(at - 2).isLetter else { return }
    let head = text.skipBack(from: at - 1, while: \.isLetter)..<at - 1
    let tail = at + 1..<text.skip(from: at + 1, while: \.isLetter)
    let count = passage.evidence.counts.count(compound: passage.hash(head), passage.hash(tail))
    guard count >= 1 else { return }
    let compound = text.string(head) + "-" + text.string(tail)
    edits.append(
      Edit(
        span: at - 1..<at, replacement: "", rule: "characters/space-before-hyphen",
        confidence: .certain, evidence: .inDocument(compound, count: count)))
  }

  /// `Stalin' s`, `state/ s`: found through the letter s that stands alone.
  private func possessives(into edits: inout [Edit]) {
    for suspect in passage.survey.suspects where suspect.kind == .single {
      let at = suspect.range.lowerBound
      guard text[at] == UInt8(ascii: "s"), text.byte(at - 1) == .space else { continue }
      var mark = at - 2
      var length = 1
      if text.byte(mark).isContinuation, mark >= 2, text.scalar(at: mark - 2).scalar == "\u{2019}" {
        mark -= 2
        length = 3
      }
      let glyph = text.byte(mark)
      guard glyph == .apostrophe || glyph == UInt8(ascii: "/") || length == 3,
        text.byte(mark - 1).isLetter
      else { continue }
      let stem = passage.letters(around: mark - 1)
      guard stem.count >= 3, text[stem.upperBound - 1] != UInt8(ascii: "s") || glyph != .apostrophe
      else { continue }
      edits.append(
        Edit(
          span: mark..<at, replacement: length == 3 ? "\u{2019}" : "'",
          rule: "characters/space-in-possessive",
          confidence: .certain, evidence: .pattern("a possessive s follows")))
    }
  }

  /// `W eizsacker`, `collusio n`: a letter alone beside letters that are a word only with it.
  private func loneLetter(_ range: Range<Int>, into edits: inout [Edit]) {
    let at = range.lowerBound
    if text.byte(at + 1) == .space, let rest = passage.word(after: at + 1),
      rest.lowerBound == at + 2,
      rest.count >= 3, !passage.entry(rest).isKnown
    {
      propose(joining: at..<rest.upperBound, gap: at + 1..<at + 2, into: &edits)
    } else if text.byte(at - 1) == .space, let stem = passage.word(before: at),
      stem.upperBound == at - 1,
      stem.count >= 3, !passage.entry(stem).isKnown
    {
      propose(joining: stem.lowerBound..<range.upperBound, gap: at - 1..<at, into: &edits)
    }
  }

  private func propose(joining whole: Range<Int>, gap: Range<Int>, into edits: inout [Edit]) {
    let word =
      text.string(whole.lowerBound..<gap.lowerBound)
      + text.string(gap.upperBound..<whole.upperBound)
    let usage = passage.window.usage(of: word)
    let isWord = usage.entry.isEnglish && !usage.entry.flags.contains(.rare)
    guard isWord || usage.count >= 2 else { return }
    edits.append(
      Edit(
        span: gap, replacement: "", rule: "characters/space-in-word", confidence: .certain,
        evidence: usage.count > 0 ? .inDocument(word, count: usage.count) : .inLexicon(word)))
  }

  /// `theSoviet`, `ins tructions`.
  private func gluedWords(_ range: Range<Int>, into edits: inout [Edit]) {
    guard range.count >= 4, range.count <= 40, !text[range].contains(where: \.isHigh) else {
      return
    }
    if splitWord(range, into: &edits) { return }
    guard passage.window.usage(of: passage.hash(range)).count <= 2 else { return }
    let before = text.byte(range.lowerBound - 1)
    guard before.isWhite || before == .openBracket || before == .apostrophe else { return }
    if let capital = range.dropFirst().first(where: { text[$0].isUpper }) {
      let left = range.lowerBound..<capital
      let right = capital..<range.upperBound
      guard right.count >= 3, text[right.dropFirst()].allSatisfy(\.isLower),
        Self.functionWords.contains(text.string(left).lowercased()), passage.isPlainWord(right)
      else { return }
      edits.append(
        Edit(
          span: capital..<capital, replacement: " ", rule: "characters/space-lost",
          confidence: .certain, evidence: .pattern("a function word before a capital")))
    }
  }

  /// `ins tructions`: both parts are no words, together they are one.
  private func splitWord(_ range: Range<Int>, into edits: inout [Edit]) -> Bool {
    let before = edits.count
    if text.byte(range.upperBound) == .space, let next = passage.word(after: range.upperBound),
      next.lowerBound == range.upperBound + 1, next.count >= 2, !passage.entry(next).isKnown
    {
      propose(
        joining: range.lowerBound..<next.upperBound, gap: range.upperBound..<next.lowerBound,
        into: &edits)
    } else if text.byte(range.lowerBound - 1) == .space,
      let head = passage.word(before: range.lowerBound), head.upperBound == range.lowerBound - 1,
      (2...4).contains(head.count), passage.entry(head).isKnown, text[range].allSatisfy(\.isLower)
    {
      // `ins tructions`: the first part happens to be a word.
      propose(
        joining: head.lowerBound..<range.upperBound, gap: head.upperBound..<range.lowerBound,
        into: &edits)
    }
    return edits.count > before
  }

  /// Words that no compound begins or ends with.
  static let functionWords: Set<String> = [
    "the", "of", "and", "to", "in", "that", "by", "with", "from", "for", "on", "at", "was", "as",
    "his",
    "their", "which", "this", "its",
  ]
}
