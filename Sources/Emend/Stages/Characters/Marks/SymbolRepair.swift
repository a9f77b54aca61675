/// Repairs symbols that stand for a letter, a digit or a stop.
struct SymbolRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// Ligatures are one in any language.
  func proposeLigatures(into edits: inout [Edit]) {
    for mark in passage.survey.marks
    where text[Int(mark)] == 0xEF && text[Int(mark) + 1] == 0xAC {
      ligature(Int(mark), into: &edits)
    }
  }

  func propose(into edits: inout [Edit]) {
    for mark in passage.survey.marks {
      let at = Int(mark)
      switch text[at] {
      case 0xC2:
        middleDot(at, into: &edits)
        poundSign(at, into: &edits)
      case 0xCC, 0xCD: accentOnBlank(at, into: &edits)
      case 0xE2: bullet(at, into: &edits)
      case UInt8(ascii: "]"): bracket(at, into: &edits)
      case UInt8(ascii: "\\"): slantedStroke(at, into: &edits)
      case UInt8(ascii: "^"), UInt8(ascii: "~"): behindHyphen(at, into: &edits)
      case .fullStop where text.byte(at + 1) == UInt8(ascii: "0"): zeroInitial(at, into: &edits)
      default: break
      }
    }
    shortYears(into: &edits)
  }

  /// U+FB00 to U+FB06: one code point for letters that print joins.
  private func ligature(_ start: Int, into edits: inout [Edit]) {
    let (scalar, length) = text.scalar(at: start)
    guard let letters = Self.ligatures[scalar] else { return }
    edits.append(
      Edit(
        span: start..<start + length, replacement: letters, rule: "characters/ligature",
        confidence: .certain, evidence: .pattern("ligature")))
  }

  /// `favored·`: a middle dot behind a word, in a text that has no others.
  private func middleDot(_ at: Int, into edits: inout [Edit]) {
    guard text.scalar(at: at).scalar == "\u{B7}", text.byte(at - 1).isLower,
      text.byte(at + 2).isWhite,
      passage.isProse(at: at)
    else { return }
    edits.append(
      Edit(
        span: at..<at + 2, replacement: "", rule: "characters/speck-in-line", confidence: .certain,
        evidence: .pattern("a dot above the line behind a word")))
  }

  /// `£or`: an f at the start of a word; before small letters no sum of money.
  private func poundSign(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at + 1) == 0xA3, text.byte(at + 2).isLower, text.byte(at - 1).isWhite else {
      return
    }
    let rest = at + 2..<text.lettersEnd(from: at + 2)
    let word = "f" + text.string(rest)
    let entry = passage.lexicon.entry(word)
    guard rest.count >= 2, entry.flags.contains(.word), entry.frequency >= 160,
      text.byte(rest.upperBound).isWhite, passage.isProse(at: at)
    else { return }
    edits.append(
      Edit(
        span: at..<at + 2, replacement: "f", rule: "characters/confusion",
        confidence: .certain, evidence: .confusion("£", of: "f")))
  }

  /// An accent that stands on a blank before a word: dirt above the line.
  private func accentOnBlank(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at - 1).isWhite else { return }
    // All accents of this block take two bytes.
    var end = at
    while Self.accents.contains(text.scalar(at: end).scalar) { end += 2 }
    guard end > at, text.byte(end).isLower, passage.isPlainWord(passage.letters(around: end))
    else { return }
    edits.append(
      Edit(
        span: at..<end, replacement: "", rule: "characters/speck-in-line", confidence: .certain,
        evidence: .pattern("an accent without a letter")))
  }

  /// `dispute •`, `act•`, `p • 27`: a bullet that is a full stop; `3 .♦ Ibid`: dirt behind a label.
  private func bullet(_ at: Int, into edits: inout [Edit]) {
    let (scalar, length) = text.scalar(at: at)
    guard Self.isOrnament(scalar) else { return }
    let start = text.skipBack(from: at, while: \.isBlank)
    let before = text.byte(start - 1)
    let end = at + length
    let next = text.skip(from: end, while: \.isBlank)
    if scalar == "\u{2022}", before.isLetter || endsQuotation(start), !passage.isLineStart(at),
      !isAmongBullets(at)
    {
      let endsSentence = passage.isLineEnd(end) || (next > end && text.byte(next).isUpper)
      let isPage =
        start == at - 1 && text.string(passage.letters(around: start - 1)).hasSuffix("p")
        && text.byte(next).isDigit
      guard endsSentence || isPage else { return }
      edits.append(
        Edit(
          span: start..<end, replacement: ".", rule: "characters/bullet-as-stop",
          confidence: .certain, evidence: .pattern("a sentence ends")))
    } else if before == .fullStop, text.byte(at - 1) == .fullStop, next > end,
      text.byte(next).isUpper
    {
      // `3 .♦ Ibid`: the space before the stop goes with it.
      let isSpaced = text.byte(at - 2) == .space && text.byte(at - 3).isDigit
      edits.append(
        Edit(
          span: (isSpaced ? at - 2 : at)..<end, replacement: isSpaced ? "." : "",
          rule: "characters/speck-in-line", confidence: .certain,
          evidence: .pattern("a mark behind a label")))
    }
  }

  /// Whether a quotation, a bracket or a note marker ends there, behind a letter or a number.
  private func endsQuotation(_ end: Int) -> Bool {
    let before = text.byte(end - 1)
    if before.isContinuation {
      return (before == 0x99 || before == 0x9D) && text.byte(end - 3) == 0xE2
        && text.byte(end - 4).isLetter
    }
    // `Japan* •`, `Japan1 •`: a mark that was misread itself.
    return
      (before == .apostrophe || before == .quotationMark || before == .closeBracket
      || before == .asterisk || before == UInt8(ascii: "1"))
      && (text.byte(end - 2).isLetter || (before == .closeBracket && text.byte(end - 2).isDigit))
  }

  /// `Home • Contents • Index`: whether the line has another bullet, as a list in one line has.
  private func isAmongBullets(_ at: Int) -> Bool {
    let line = passage.window.layout.lines[passage.window.layout.line(at: at)].content
    let near = Swift.max(line.lowerBound, at - 300)..<Swift.min(line.upperBound, at + 300)
    return near.contains { $0 != at && text[$0] == 0xE2 && text.has("\u{2022}", at: $0) }
  }

  /// `Anglo-^Soviet`: a sign inside a compound.
  private func behindHyphen(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at - 1) == .hyphen, text.byte(at - 2).isLetter, text.byte(at + 1).isLetter
    else { return }
    let head = passage.letters(around: at - 2)
    let tail = passage.letters(around: at + 1)
    guard tail.lowerBound == at + 1, head.count >= 2, tail.count >= 3 else { return }
    let count = passage.evidence.counts.count(compound: passage.hash(head), passage.hash(tail))
    guard count > 0 || (passage.isPlainWord(head) && passage.isPlainWord(tail)) else { return }
    let compound = text.string(head) + "-" + text.string(tail)
    edits.append(
      Edit(
        span: at..<at + 1, replacement: "", rule: "characters/speck-in-line",
        confidence: count > 0 ? .certain : .likely,
        evidence: count > 0
          ? .inDocument(compound, count: count) : .pattern("a sign between two words")))
  }

  /// `A. ]. P. Taylor`: a J among initials, where no bracket is open.
  private func bracket(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at + 1) == .fullStop, text.byte(at - 1).isBlank || passage.isLineStart(at),
      text.byte(at + 2) == .space, text.byte(at + 3).isUpper
    else { return }
    let start = Swift.max(0, at - 200)
    guard !text[start..<at].contains(UInt8(ascii: "[")) else { return }
    edits.append(
      Edit(
        span: at..<at + 1, replacement: "J", rule: "characters/bracket-as-letter",
        confidence: .certain, evidence: .confusion("]", of: "J")))
  }

  /// `\Ve`, `\VITH`, `F. \V. Smith`: the first stroke of a W; `\vee` is a command of TeX.
  private func slantedStroke(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at + 1) == UInt8(ascii: "V"),
      text.byte(at - 1).isWhite || "\"'(".utf8.contains(text.byte(at - 1))
        || text.byte(at - 1).isHigh
    else { return }
    let rest = at + 2..<text.lettersEnd(from: at + 2)
    if rest.isEmpty {
      guard text.byte(at + 2) == .fullStop, text.byte(at + 3) == .space,
        text.byte(at + 4).isUpper || text.byte(at + 4) == UInt8(ascii: "\\")
      else { return }
    } else {
      let entry = passage.lexicon.entry("w" + text.string(rest).lowercased())
      guard text[rest].allSatisfy(\.isLower) || text[rest].allSatisfy(\.isUpper),
        entry.isEnglish, entry.frequency >= 110
      else { return }
    }
    edits.append(
      Edit(
        span: at..<at + 2, replacement: "W", rule: "characters/confusion",
        confidence: .certain, evidence: .confusion("\\V", of: "W")))
  }

  /// `I .0. Records`: a nought among initials.
  private func zeroInitial(_ at: Int, into edits: inout [Edit]) {
    let start = text.skipBack(from: at, while: \.isBlank)
    let before = text.byte(start - 1)
    guard start < at, text.byte(at + 2) == .fullStop, before.isUpper,
      !text.byte(start - 2).isLetter,
      !text.byte(start - 2).isDigit
    else { return }
    edits.append(
      Edit(
        span: start..<at + 2, replacement: ".O", rule: "characters/zero-initial",
        confidence: .certain,
        evidence: .confusion("0", of: "O")))
  }

  /// `Kolasky (990)`: a year in brackets whose 1 was taken for part of the bracket.
  private func shortYears(into edits: inout [Edit]) {
    var found: [Int] = []
    var full = 0
    for end in passage.closeBrackets {
      guard text.byte(end - 1).isDigit, text.byte(end - 2).isDigit, text.byte(end - 3).isDigit
      else { continue }
      if text.byte(end - 4) == .openBracket {
        found.append(end - 4)
      } else if text.byte(end - 4) == UInt8(ascii: "1"), text.byte(end - 5) == .openBracket {
        full += 1
      }
    }
    guard !found.isEmpty, found.allSatisfy({ text[$0 + 1] == UInt8(ascii: "9") }) else { return }
    // `(Tolstoy 1981, ch. 6)` cites by name and year as well.
    passage.blocks.forEachOffset(of: .century) { at in
      guard text[at + 2].isDigit, text[at + 3].isDigit,
        text[at + 4] == .comma || text[at + 4] == .closeBracket,
        text.byte(at - 1) == .space, let name = passage.word(before: at),
        text[name.lowerBound].isUpper, text.byte(name.lowerBound - 1) == .openBracket
      else { return }
      full += 1
    }
    guard full >= 3, found.count <= full else { return }
    for at in found where text.byte(at - 1) == .space && text.byte(at - 2).isLetter {
      let name = passage.letters(around: at - 2)
      guard text[name.lowerBound].isUpper else { continue }
      edits.append(
        Edit(
          span: at + 1..<at + 1, replacement: "1", rule: "characters/year-short",
          // One may be a king's; several are the machine's.
          confidence: found.count >= 2 ? .certain : .likely,
          evidence: .pattern("years stand in brackets behind names")))
    }
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
    "\u{FB05}": "st", "\u{FB06}": "st",
  ]
  /// The accents that combine with the letter before.
  private static let accents: ClosedRange<Unicode.Scalar> = "\u{300}"..."\u{36F}"

  private static func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{2666}", "\u{2022}", "\u{25A0}", "\u{2605}": true
    default: false
    }
  }
}
