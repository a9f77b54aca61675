/// Takes away dirt that was read as a mark at the start or the end of a line.
struct SpeckRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// - Parameter edits: those of the quotation marks are there already: what they claim is no dirt.
  func propose(into edits: inout [Edit]) {
    // A list marks its lines so on purpose; a quotation mark that was misread is no mark of a list.
    let atStarts = passage.survey.marks.filter { passage.isLineStart(Int($0)) }
    let isClaimed = Self.claims(edits, on: atStarts)
    var starts = [Int](repeating: 0, count: 256)
    for (mark, isClaimed) in zip(atStarts, isClaimed) where !isClaimed {
      starts[Int(text[Int(mark)])] += 1
    }
    let usual = Swift.max(3, passage.window.layout.lines.count / 50)
    // The speck at a line end that was found last: the line goes on from the word before it.
    var cut: Range<Int>?
    var next = 0
    let first = edits.count
    // Nearly all marks are dismissed by two bytes.
    let (text, signsAtEnd) = (self.text, Self.signsAtEnd)
    for mark in passage.survey.marks {
      let at = Int(mark)
      if next < atStarts.count, atStarts[next] == mark {
        if starts[Int(text[at])] <= usual, !isClaimed[next] {
          atLineStart(at, behind: cut, into: &edits)
        }
        next += 1
      } else if text.byte(at - 1).isBlank, text[at].isHigh || signsAtEnd.contains(text[at]),
        let speck = atLineEnd(at)
      {
        cut = speck.span
        edits.append(speck)
      }
    }
    trustBullets(in: &edits[first...])
  }

  /// A bullet before a capital is dirt for certain where most bullets at line starts are.
  private func trustBullets(in edits: inout ArraySlice<Edit>) {
    let bullets = edits.indices.filter {
      text.scalar(at: edits[$0].span.lowerBound).scalar == "\u{2022}"
    }
    let sure = bullets.count { edits[$0].confidence == .certain }
    guard sure >= Self.fewestBullets, sure * 2 >= bullets.count else { return }
    for index in bullets { edits[index].confidence = .certain }
  }

  /// Bullets inside sentences that show the machine to make them of dirt.
  private static let fewestBullets = 3

  /// Whether an edit begins at each of some marks.
  /// - Parameter marks: in order.
  private static func claims(_ edits: [Edit], on marks: [UInt32]) -> [Bool] {
    var claims = [Bool](repeating: false, count: marks.count)
    for edit in edits {
      let start = edit.span.lowerBound
      var (low, high) = (0, marks.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(marks[middle]) < start { low = middle + 1 } else { high = middle }
      }
      if low < marks.count, Int(marks[low]) == start { claims[low] = true }
    }
    return claims
  }

  /// `eCabinet`, `rFO`: dirt of the margin that was read as a letter before a capital, where the
  /// document writes the word time and again, or before a long word, `aDardanelles`.
  ///
  /// `mRNA` and `eBay` are words, so it is for texts that are known to be misread.
  func proposeLetters(into edits: inout [Edit]) {
    for (suspect, count) in zip(passage.survey.suspects, passage.suspectCounts)
    where (suspect.kind == .unknown || suspect.kind == .mixedCase) && count == 1 {
      let start = suspect.range.lowerBound
      let word = start + 1..<suspect.range.upperBound
      guard text[start].isLower, word.count >= 2, text[word.lowerBound].isUpper,
        passage.isLineStart(start), passage.stands(suspect.range),
        case let usage = passage.window.usage(of: passage.hash(word)),
        usage.entry.isEnglish,
        usage.count >= Passage.oftenWritten
          || (word.count >= Self.longWord && text[word.dropFirst()].allSatisfy(\.isLower)
            && !Self.prefixes.contains(text[start])
            && passage.lineBeforeIsUnfinished(start)),
        passage.isProse(at: start)
      else { continue }
      edits.append(
        Edit(
          span: start..<start + 1, replacement: "", rule: "characters/speck-line-start",
          confidence: word.count >= 4 ? .certain : .likely,
          evidence: .inDocument(text.string(word), count: usage.count)))
    }
  }

  private static let longWord = 7
  /// Letters that names begin with before a capital: `dEstaing`, `eCommerce`, `iPhone`, `lEurope`.
  private static let prefixes = ByteSet("deilmo".utf8)

  /// `* for`, `✓from`, `‘officials`, `, that`: a mark before a small letter inside a sentence.
  private func atLineStart(_ at: Int, behind cut: Range<Int>?, into edits: inout [Edit]) {
    let (scalar, length) = text.scalar(at: at)
    guard Self.isDirt(scalar) else { return }
    var end = at + length
    while text.byte(end).isBlank, end < at + length + 2 { end += 1 }
    if scalar == "\u{2022}", end == at + length, text.byte(end).isUpper,
      passage.lineBeforeIsUnfinished(at, without: cut)
    {
      edits.append(
        Edit(
          span: at..<end, replacement: "", rule: "characters/speck-line-start",
          confidence: .likely, evidence: .insideSentence))
      return
    }
    let isSpacedQuote = scalar == "\u{2018}" && end > at + length && !passage.hasSpacedQuotes
    guard text.byte(end).isLower, passage.lineBeforeIsUnfinished(at, without: cut),
      passage.isProse(at: end), passage.isPlainWord(passage.letters(around: end))
    else { return }
    if scalar == "\u{2018}" && !isSpacedQuote || scalar == "'"
      || (scalar == "*" && end == at + length)
    {
      // Glued to a word it may open a quotation: only where none is closed in what follows.
      guard !closesQuote(from: end) else { return }
    }
    if length == 1, end == at + 1, isClosed(at) || isGluedElsewhere(text[at]) { return }
    if scalar == "\u{BB}", isBesideGuillemet(at) { return }
    if scalar == ">", isRepeatedBeside(at) { return }
    edits.append(
      Edit(
        span: at..<end, replacement: "", rule: "characters/speck-line-start", confidence: .certain,
        evidence: .insideSentence))
  }

  /// `_little_`: whether the same sign stands behind a word of the paragraph, as emphasis is marked.
  private func isClosed(_ at: Int) -> Bool {
    let limit = Swift.min(text.count, at + Self.longestEmphasis)
    var next = at + 1
    while next < limit {
      if text[next] == .newline, text.byte(next + 1) == .newline { return false }
      if text[next] == text[at], !text.byte(next - 1).isWhite, !text.byte(next + 1).isLetter,
        !text.byte(next + 1).isDigit
      {
        return true
      }
      next += 1
    }
    return false
  }

  private static let longestEmphasis = 1_000

  /// `~name`, `_field`: whether the sign stands before a word inside a line as well.
  private func isGluedElsewhere(_ sign: UInt8) -> Bool {
    sign != .asterisk
      && passage.survey.marks.contains {
        let at = Int($0)
        return text[at] == sign && text.byte(at - 1) == .space && text.byte(at + 1).isLower
          && !passage.isLineStart(at)
      }
  }

  /// `« ce⏎» que`: whether a mark that points the other way stands near.
  private func isBesideGuillemet(_ at: Int) -> Bool {
    let near =
      Swift.max(0, at - Self.longestEmphasis)..<Swift.min(text.count, at + Self.longestEmphasis)
    return near.contains { text[$0] == 0xAB && text.byte($0 - 1) == 0xC2 }
  }

  /// `> that`: whether a line beside begins with the same sign, as quoted lines do.
  private func isRepeatedBeside(_ at: Int) -> Bool {
    let start = text.skipBack(from: at, while: \.isBlank)
    let end = text.skip(from: at) { $0 != .newline }
    let before = text.skipBack(from: Swift.max(0, start - 1)) { $0 != .newline }
    return [before, end + 1].contains {
      text.byte(text.skip(from: Swift.min($0, text.count), while: \.isBlank)) == text[at]
    }
  }

  private func closesQuote(from start: Int) -> Bool {
    var at = start
    while at < text.count, at < start + 900 {
      let byte = text[at]
      let isMark =
        byte == .apostrophe || byte == .asterisk || byte == UInt8(ascii: "1")
        || (byte == 0xE2 && text.scalar(at: at).scalar == "\u{2019}")
      if isMark {
        let after = text.byte(at + (byte == 0xE2 ? 3 : 1))
        let before = text.byte(at - 1)
        if before.isLetter || before == .fullStop || before == .comma, !after.isLetter,
          !after.isDigit
        {
          return true
        }
        if before.isWhite, after.isLetter { return false }
      }
      at += 1
    }
    return false
  }

  /// `Stalin. /`: a mark alone behind the last word of a line of prose.
  private func atLineEnd(_ at: Int) -> Edit? {
    let (scalar, length) = text.scalar(at: at)
    guard Self.isDirtAtEnd(scalar), passage.isLineEnd(at + length) else { return nil }
    let end = text.skipBack(from: at, while: \.isBlank)
    let last = text.byte(end - 1)
    // `(Oslo 1958) p.3. ~`: nothing stands behind the end of a note.
    let number = text.byte(end - 2) == .space ? end - 3 : end - 2
    guard
      passage.isProse(at: at)
        || (scalar != "/" && last == .fullStop && text.byte(number).isDigit
          && !passage.isLineStart(at))
    else { return nil }
    guard last.isLetter || last == .fullStop || last == .comma else { return nil }
    return Edit(
      span: end..<at + length, replacement: "", rule: "characters/speck-line-end",
      confidence: .certain, evidence: .pattern("a mark alone at the line end"))
  }

  private static func isDirt(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "\u{2022}", "%", ">", "^", "~", "|", "_", "\u{2018}", "\u{2713}", "\u{BB}",
      "\u{25A0}", ".", ",":
      true
    default: false
    }
  }

  private static func isDirtAtEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{25A0}", "\u{2022}": true
    default: scalar.value < 0x80 && signsAtEnd.contains(UInt8(scalar.value))
    }
  }

  private static let signsAtEnd = ByteSet("/~^".utf8)
}
