/// Repairs note markers and labels of the form `12)` by the sequence that they make.
struct MarkerRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  private struct Marker {
    let span: Range<Int>
    let value: Int
    /// Whether all its characters are digits.
    let isClean: Bool
    let isLabel: Bool
  }

  init(_ passage: Passage) { self.passage = passage }

  func propose(into edits: inout [Edit]) {
    let markers = find()
    if passage.window.least <= .likely { firstLabels(into: &edits) }
    for at in passage.closeBrackets {
      openBracket(before: at, into: &edits)
      romanOne(at, into: &edits)
      commaBehind(at, into: &edits)
    }
    lostSpaces(into: &edits)
    // Markers in the text and labels before the notes count by themselves.
    guard markers.count(where: \.isClean) >= 3 else { return }
    let series = [false, true].map { isLabel in markers.filter { $0.isLabel == isLabel } }
    let fitting = series.map(Self.fitting)
    for side in series.indices {
      let others = series[1 - side]
      // What its own sequence reads is as good as one that is clean.
      let sure = others.indices.lazy.filter {
        others[$0].isClean || fitting[1 - side].contains($0)
      }
      let values = Set(sure.map { others[$0].value })
      for (index, marker) in series[side].enumerated() where !marker.isClean {
        let isFitting = fitting[side].contains(index)
        guard isFitting || values.contains(marker.value) else { continue }
        edits.append(
          Edit(
            span: marker.span, replacement: String(marker.value), rule: "characters/note-marker",
            confidence: isFitting ? .certain : .likely,
            evidence: .sequence(expected: marker.value)))
      }
    }
  }

  /// `dispute(2)`, where the text sets `dispute (2)` all over.
  private func lostSpaces(into edits: inout [Edit]) {
    var spaced = 0
    var glued: [Int] = []
    // Where marks that were read as letters or figures end: they are no part of a word.
    var quotes: [Int: Int] = [:]
    for index in edits.indices where edits[index].rule == "characters/quote-closing" {
      quotes[edits[index].span.upperBound] = edits[index].span.lowerBound
    }
    for close in passage.closeBrackets {
      let open = text.skipBack(from: close, to: Swift.max(0, close - 2), while: \.isDigit) - 1
      guard open < close - 1, text.byte(open) == .openBracket else { continue }
      if text.byte(open - 1) == .space {
        spaced += 1
      } else if isBehindWord(quotes[open] ?? open) {
        glued.append(open)
      }
    }
    guard !glued.isEmpty, spaced >= Self.leastSpaced * glued.count else { return }
    for open in glued where passage.isProse(at: open) {
      edits.append(
        Edit(
          span: open..<open, replacement: " ", rule: "characters/space-lost",
          confidence: .certain, evidence: .pattern("\(spaced) markers stand behind a space")))
    }
  }

  /// Markers behind a space for each without.
  private static let leastSpaced = 20

  /// Whether a word or the end of a quotation touches an offset; `f(2)` is a formula.
  private func isBehindWord(_ offset: Int) -> Bool {
    var end = offset
    let before = text.byte(end - 1)
    if before == .apostrophe || before == .quotationMark {
      end -= 1
    } else if before.isContinuation, [0x99, 0x9D].contains(before), text.byte(end - 3) == 0xE2 {
      end -= 3
    }
    return text.byte(end - 1).isLower && text.byte(end - 2).isLower
  }

  private static let mostTurns = 8

  /// The misread markers that go on from the sure one before or lead to the sure one behind; one that
  /// does is sure for those beside it.
  private static func fitting(_ series: [Marker]) -> Set<Int> {
    var fitting: Set<Int> = []
    var sure = series.map(\.isClean)
    // Forwards and backwards by turns; after the first two turns there is seldom anything left.
    var step = 1
    var isDone = false
    for _ in 0..<mostTurns where !isDone {
      let known = fitting.count
      var beside: Int?
      for index in step > 0 ? Array(series.indices) : series.indices.reversed() {
        let value = series[index].value
        if !sure[index], beside == value - step {
          fitting.insert(index)
          sure[index] = true
        }
        if sure[index] { beside = value }
      }
      isDone = step < 0 && fitting.count == known
      step = -step
    }
    return fitting
  }

  /// `A. Carr, Foundations` above a note 2: perhaps the label of the first note of a page, perhaps an initial.
  private func firstLabels(into edits: inout [Edit]) {
    let lines = passage.window.layout.lines
    for block in passage.window.notes.blocks {
      guard text.has("2. ", at: lines[block.lowerBound].content.lowerBound) else { continue }
      // The note has a few lines, and begins behind an empty one.
      var line = block.lowerBound - 1
      while line >= 0, lines[line].isBlank { line -= 1 }
      let least = Swift.max(0, line - 6)
      while line > least, !lines[line - 1].isBlank { line -= 1 }
      guard line > 0, lines[line - 1].isBlank else { continue }
      let start = lines[line].contentStart
      guard text[start].isUpper || Self.misreadOnes.contains(text[start]), isLabel(start) else {
        continue
      }
      edits.append(firstLabel(at: start, .likely))
    }
  }

  private func firstLabel(at start: Int, _ confidence: Confidence) -> Edit {
    Edit(
      span: start..<start + 1, replacement: "1", rule: "characters/note-marker",
      confidence: confidence, evidence: .sequence(expected: 1))
  }

  /// Whether a stop and a word with a capital stand behind one character; `A. J. Smith` has more initials.
  private func isLabel(_ start: Int) -> Bool {
    text.byte(start + 1) == .fullStop && text.byte(start + 2) == .space
      && text.byte(start + 3).isUpper && text.byte(start + 4) != .fullStop
  }

  /// What a 1 was read for, and what is no initial.
  private static let misreadOnes = ByteSet("Xl!|]i".utf8)

  /// `2„ Cabinet Minutes`, `1, Orde`, `2 • Inprecor` between labels of the form `2.`: the stop was misread;
  /// `X. Carr` above a 2: the first label was.
  ///
  /// `1, The` begins lines of books as well, so it is for texts that are known to be misread.
  func proposeInDamaged(into edits: inout [Edit]) {
    text.forEachOffset(of: UInt8(ascii: "}")) { closeBracket($0, into: &edits) }
    let lines = passage.window.layout.lines
    // Held: asked for at each line, they cost more than all else.
    let (text, misreadOnes) = (self.text, Self.misreadOnes)
    for line in lines.indices {
      let start = lines[line].contentStart
      // Nearly all labels are followed by their stop.
      guard text[start].isDigit else {
        if misreadOnes.contains(text[start]), isLabel(start), line > 0,
          lines[line - 1].isBlank, isBeside(1, line, in: lines)
        {
          edits.append(firstLabel(at: start, .certain))
        }
        continue
      }
      let end = text[start + 1].isDigit ? start + 2 : start + 1
      guard text[end] != .fullStop, let signs = misreadStop(end),
        let number = Int(text.string(start..<end)), isBeside(number, line, in: lines),
        !isOfLabel(before: start)
      else { continue }
      edits.append(
        Edit(
          span: signs, replacement: ".", rule: "characters/note-marker", confidence: .certain,
          evidence: .sequence(expected: number)))
    }
  }

  /// `Vol⏎2, PP. 189`: whether the line before ends in what is numbered.
  private func isOfLabel(before number: Int) -> Bool {
    let end = text.skipBack(from: number, while: \.isWhite)
    let isStopped = text.byte(end - 1) == .fullStop
    let word = passage.letters(around: isStopped ? end - 2 : end - 1)
    // `a work of art⏎2, Carr`
    guard let first = word.first, isStopped || text[first].isUpper else { return false }
    return NumeralRepair.isNumbered(by: text.string(word))
  }

  /// What stands for the stop between a label and its note.
  private func misreadStop(_ start: Int) -> Range<Int>? {
    let gap = text.byte(start) == .space ? start + 1 : start
    let signs = start..<text.skip(from: gap, to: gap + 3) { !$0.isWhite }
    let bytes = text[signs]
    guard text.byte(signs.upperBound) == .space, text.byte(signs.upperBound + 1).isUpper,
      bytes.elementsEqual(CollectionOfOne(.comma)) || bytes.elementsEqual("\u{201E}".utf8)
        || bytes.elementsEqual(" \u{2022}".utf8) || bytes.elementsEqual("\u{2022}".utf8)
    else { return nil }
    return signs
  }

  /// Whether a line near by has the label of the next note or of the one before.
  private func isBeside(_ number: Int, _ line: Int, in lines: [Line]) -> Bool {
    let near =
      Swift.max(
        0, line - Self.longestNote)..<Swift.min(
        lines.count, line + Self.longestNote + 1)
    return near.contains { other in
      let wanted = "\(other > line ? number + 1 : number - 1). "
      return other != line && text[lines[other].content].starts(with: wanted.utf8)
    }
  }

  /// Lines of one note.
  private static let longestNote = 12

  /// Bytes to the next numeral of a list.
  private static let reach = 600

  /// `(j) first, (ii) second`: the first of a list that goes on in roman numerals.
  private func romanOne(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at - 2) == .openBracket,
      Self.readForI.contains(text[at - 1]), text.byte(at - 3).isWhite
    else { return }
    let behind = at..<Swift.min(at + Self.reach, text.count)
    guard let second = text.first("(ii)", in: behind),
      text.first("(i)", in: Swift.max(0, at - Self.reach)..<second) == nil,
      // `(1) … (i) … (ii) … (2)` counts in digits.
      text[at - 1] != UInt8(ascii: "1") || text.first("(2)", in: behind) == nil
    else { return }
    edits.append(
      Edit(
        span: at - 1..<at, replacement: "i", rule: "characters/note-marker", confidence: .certain,
        evidence: .pattern("(ii) follows")))
  }

  /// `decision. {2)`: digits between brackets that are no pair.
  private func openBracket(before close: Int, into edits: inout [Edit]) {
    let open = text.skipBack(from: close, to: Swift.max(0, close - 3), while: \.isDigit) - 1
    guard open < close - 1, open >= 0,
      text[open] == UInt8(ascii: "{") || text[open] == UInt8(ascii: "["),
      text.byte(open - 1).isWhite || open == 0,
      text.byte(close + 1).isWhite || ".,;".utf8.contains(text.byte(close + 1))
    else { return }
    edits.append(
      Edit(
        span: open..<open + 1, replacement: "(", rule: "characters/note-marker",
        confidence: .certain, evidence: .pattern("a round bracket closes it")))
  }

  /// `(16} Holt`
  private func closeBracket(_ at: Int, into edits: inout [Edit]) {
    let open = text.skipBack(from: at, to: Swift.max(0, at - 3), while: \.isDigit) - 1
    guard open < at - 1, text.byte(open) == .openBracket, text.byte(at + 1).isWhite else { return }
    edits.append(
      Edit(
        span: at..<at + 1, replacement: ")", rule: "characters/note-marker", confidence: .certain,
        evidence: .pattern("a round bracket opens it")))
  }

  private static let readForI = Array("jl1!".utf8)

  /// `support' (2)r but`: a comma behind a marker that was read as a letter.
  private func commaBehind(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at + 1) == UInt8(ascii: "r"), text.byte(at + 2).isWhite,
      text.byte(at - 1).isDigit, let next = passage.word(after: at + 2),
      text[next.lowerBound].isLower, passage.isPlainWord(next)
    else { return }
    edits.append(
      Edit(
        span: at + 1..<at + 2, replacement: ",", rule: "characters/comma", confidence: .certain,
        evidence: .confusion("r", of: ",")))
  }

  /// Markers glued behind a word or stop, and labels at line starts.
  private func find() -> [Marker] {
    var out: [Marker] = []
    for at in passage.closeBrackets where text.byte(at + 1).isWhite {
      let start = text.skipBack(from: at, to: Swift.max(0, at - 3)) { Self.digit($0) != nil }
      guard start < at else { continue }
      // The longest reading first; a letter may belong to the word before.
      for from in start..<at {
        guard let marker = marker(from..<at) else { continue }
        out.append(marker)
        break
      }
    }
    return out
  }

  private func marker(_ span: Range<Int>) -> Marker? {
    let before = text.byte(span.lowerBound - 1)
    let isLabel = passage.isLineStart(span.lowerBound)
    let glued =
      before == .fullStop || before == .comma || before == .quotationMark || before == .closeBracket
      || before.isLower
    guard isLabel ? text.byte(span.upperBound + 2).isUpper : glued else { return nil }
    guard span.count <= 2 else { return nil }
    let isClean = text[span].allSatisfy(\.isDigit)
    if before.isLower, !isLabel, !isClean {
      // `hypothesesS)`: the word has to stand without the letter, and not be one with it.
      let word = passage.letters(around: span.lowerBound - 1)
      guard span.count == 1, text[span.lowerBound].isUpper,
        passage.isPlainWord(word.lowerBound..<span.lowerBound)
      else { return nil }
    }
    // A bracket that is open closes here: `(GK no. 81)`, `(neo)`.
    let line = Swift.max(0, span.lowerBound - 60)
    var depth = 0
    for byte in text[line..<span.lowerBound] {
      if byte == .openBracket {
        depth += 1
      } else if byte == .closeBracket {
        depth = Swift.max(0, depth - 1)
      }
    }
    guard depth == 0 else { return nil }
    let value = text[span].reduce(0) { $0 * 10 + (Self.digit($1) ?? 0) }
    return value > 0 ? Marker(span: span, value: value, isClean: isClean, isLabel: isLabel) : nil
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte - 0x30)
    case UInt8(ascii: "l"), UInt8(ascii: "I"): 1
    case UInt8(ascii: "O"), UInt8(ascii: "o"): 0
    case UInt8(ascii: "S"): 5
    case UInt8(ascii: "Z"): 2
    case UInt8(ascii: "g"): 9
    default: nil
    }
  }
}
