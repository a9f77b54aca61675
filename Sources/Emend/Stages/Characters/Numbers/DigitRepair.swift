/// Repairs digits inside words and letters inside numbers: `pr0mised`, `I982`, `p.l73`.
struct DigitRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  func propose(into edits: inout [Edit]) {
    var done = 0
    for mark in passage.survey.marks where Int(mark) >= done {
      let at = Int(mark)
      guard text[at].isDigit || text[at].isLetter else { continue }
      let token =
        text.skipBack(from: at) {
          $0.isLetter || $0.isDigit
        }..<text.skip(from: at) { $0.isLetter || $0.isDigit }
      done = token.upperBound
      guard token.count <= 24, stands(token) else { continue }
      if let number = number(token) {
        edits.append(
          edit(token, number, "characters/letter-in-number", .pattern("a year or page number")))
      } else if let word = word(token) {
        edits.append(edit(token, word, "characters/digit-in-word", .inLexicon(word)))
      } else if passage.window.least <= .likely, let number = shortNumber(token) {
        edits.append(
          edit(
            token, number, "characters/letter-in-number", .pattern("a number in prose"), .likely))
      }
    }
  }

  /// `Is. 6d.`, `10s. fid.`: shillings and pence whose figure was read as letters.
  ///
  /// Pence that were read with a figure are a token of letters and digits, of which the survey has a
  /// mark; others need a search, which is for runs that apply or read what is likely.
  func proposePrices(into edits: inout [Edit]) {
    for mark in passage.survey.marks {
      let at = text.skip(from: Int(mark), to: Int(mark) + 3, while: \.isDigit)
      if text.byte(at) == UInt8(ascii: "d") { price(at, into: &edits) }
    }
    guard passage.window.least <= .likely else { return }
    text.forEachOffset(of: UInt8(ascii: "d")) { at in
      if text.byte(at - 1) == UInt8(ascii: "i") { price(at, into: &edits) }
    }
  }

  /// - Parameter at: where the d of pence may stand.
  private func price(_ at: Int, into edits: inout [Edit]) {
    guard !text.byte(at + 1).isLetter, !text.byte(at + 1).isDigit else { return }
    let pence = text.skipBack(from: at) { $0.isLetter || $0.isDigit }..<at
    let isMisread = text[pence].elementsEqual("fi".utf8)
    guard pence.count == 1 || pence.count == 2, text.byte(pence.lowerBound - 1) == .space,
      isMisread || text[pence].allSatisfy(\.isDigit)
    else { return }
    var end = pence.lowerBound - 1
    if ".,".utf8.contains(text.byte(end - 1)) { end -= 1 }
    guard text.byte(end - 1) == UInt8(ascii: "s") else { return }
    let shillings = text.skipBack(from: end - 1) { $0.isLetter || $0.isDigit }..<end - 1
    let isOne = shillings.count == 1 && "Il".utf8.contains(text[shillings.lowerBound])
    guard !shillings.isEmpty, isOne || text[shillings].allSatisfy(\.isDigit) else { return }
    let evidence = Evidence.pattern("shillings and pence")
    if isOne {
      // No word stands before pence; `fid` may be another figure.
      edits.append(
        edit(
          shillings, "1", "characters/letter-in-number", evidence,
          isMisread ? .likely : .certain))
    }
    if isMisread {
      edits.append(edit(pence, "6", "characters/letter-in-number", evidence, .likely))
    }
  }

  private func edit(
    _ span: Range<Int>, _ replacement: String, _ rule: RuleID, _ evidence: Evidence,
    _ confidence: Confidence = .certain
  ) -> Edit {
    Edit(
      span: span, replacement: replacement, rule: rule, confidence: confidence, evidence: evidence)
  }

  private func stands(_ token: Range<Int>) -> Bool {
    let before = text.byte(token.lowerBound - 1)
    let after = text.byte(token.upperBound)
    let opens =
      before.isWhite || Self.opening.contains(before)
      || (before == .fullStop && text.byte(token.lowerBound - 2) == UInt8(ascii: "p"))
    // `pp. l2-15` is a range of pages.
    guard
      opens,
      after.isWhite || Self.closing.contains(after)
        || (after == .hyphen && text.byte(token.upperBound + 1).isDigit)
    else { return false }
    // `host.name` is one word, `labe1led.Z)` ends with a misread note marker.
    let next = text.byte(token.upperBound + 1)
    return after.isWhite || after == .apostrophe || !next.isLetter
      || text.byte(token.upperBound + 2) == .closeBracket
  }

  private static let opening = ByteSet("([\"'".utf8)
  private static let closing = ByteSet(".,;:?!)]\"'".utf8)

  /// A year or page number whose ones were read as letters, or a number with an O between digits.
  private func number(_ token: Range<Int>) -> String? {
    let digits = text[token].count(where: \.isDigit)
    guard digits > 0, digits < token.count else { return nil }
    let last = token.upperBound - 1
    if digits == token.count - 1, !text[token.lowerBound].isLetter, !text[last].isLetter,
      let at = token.first(where: { text[$0].isLetter }), text[at] == UInt8(ascii: "O")
    {
      return text.string(token.lowerBound..<at) + "0" + text.string(at + 1..<token.upperBound)
    }
    guard text[token].allSatisfy({ $0.isDigit || "lIi".utf8.contains($0) }) else { return nil }
    let number = text[token].map { $0.isLetter ? UInt8(ascii: "1") : $0 }
    let isYear =
      token.count == 4 && digits >= 2 && number[0] == UInt8(ascii: "1")
      && (UInt8(ascii: "5")...UInt8(ascii: "9")).contains(number[1])
      && text[token.lowerBound].isLetter && text[token.lowerBound + 1].isDigit
    let isPage = digits == token.count - 1 && isBehindPageMark(token.lowerBound)
    return isYear || isPage ? String(decoding: number, as: UTF8.self) : nil
  }

  /// `2O`, `l0`, `I5s.`: two characters, and the mark of a coin, whose letter was a digit.
  ///
  /// Only in prose: `I5` and `l2` are names of things in technical texts.
  private func shortNumber(_ token: Range<Int>) -> String? {
    var end = token.upperBound
    if token.count == 3, "sd".utf8.contains(text[end - 1]) { end -= 1 }
    let number = token.lowerBound..<end
    guard number.count == 2, text.byte(token.lowerBound - 1) == .space,
      passage.isProse(at: token.lowerBound)
    else { return nil }
    let (first, last) = (text[number.lowerBound], text[end - 1])
    if first.isDigit, first != UInt8(ascii: "0"), last == UInt8(ascii: "O") {
      return String(decoding: [first, UInt8(ascii: "0")], as: UTF8.self)
        + text.string(end..<token.upperBound)
    }
    guard first == UInt8(ascii: "l") || first == UInt8(ascii: "I"), last.isDigit else { return nil }
    return "1" + text.string(number.lowerBound + 1..<token.upperBound)
  }

  /// `p.l73`, `p. l73`, `pp. l2-15`.
  private func isBehindPageMark(_ start: Int) -> Bool {
    let stop = text.byte(start - 1) == .space ? start - 2 : start - 1
    guard text.byte(stop) == .fullStop else { return false }
    return stop == start - 1 || ["p", "pp"].contains(text.string(passage.letters(around: stop)))
  }

  /// A word whose digits were letters; only one reading may be a usual word.
  private func word(_ token: Range<Int>) -> String? {
    let digits = text[token].count(where: \.isDigit)
    guard digits <= 2, token.count >= 4, text[token.lowerBound].isLetter,
      token.count - digits >= 3, !text[token.upperBound - 1].isDigit
    else { return nil }
    guard let word = onlyWord(token), !isSoonerWithR(token, than: word) else { return nil }
    // `M0NOPOLY`
    let isCapitals = !text[token].contains(where: \.isLower)
    return String(
      decoding: isCapitals ? word.map { $0.isLower ? $0 & ~0x20 : $0 } : word, as: UTF8.self)
  }

  /// The usual word that a token makes with letters for its one or two digits, if it is only one.
  private func onlyWord(_ token: Range<Int>) -> [UInt8]? {
    guard let first = token.first(where: { text[$0].isDigit }),
      let last = token.last(where: { text[$0].isDigit })
    else { return nil }
    let (letters, others) = (Self.letters(for: text[first]), Self.letters(for: text[last]))
    guard letters.count > 0, others.count > 0 else { return nil }
    var made = Array(text[token])
    var word: [UInt8]?
    for letter in 0..<letters.count {
      made[first - token.lowerBound] = letters[letter]
      for other in 0..<(first == last ? 1 : others.count) {
        if first != last { made[last - token.lowerBound] = others[other] }
        let entry = passage.lexicon.entry(WordHash.folding(made))
        guard entry.flags.contains(.word), entry.frequency >= 110 else { continue }
        if word != nil { return nil }
        word = made
      }
    }
    return word
  }

  /// `mo1e` is rather `more` than `mole`: a 1 may have been an r, though seldom.
  private func isSoonerWithR(_ token: Range<Int>, than word: [UInt8]) -> Bool {
    let other = text[token].map { $0 == UInt8(ascii: "1") ? UInt8(ascii: "r") : $0 }
    let entry = passage.lexicon.entry(WordHash.folding(other))
    return entry.flags.contains(.word)
      && entry.frequency > passage.lexicon.entry(WordHash.folding(word)).frequency
  }

  private static func letters(for digit: UInt8) -> Shape {
    switch digit {
    case UInt8(ascii: "0"): Shape(UInt8(ascii: "o"))
    case UInt8(ascii: "1"): Shape(UInt8(ascii: "l"), UInt8(ascii: "i"))
    case UInt8(ascii: "5"): Shape(UInt8(ascii: "s"))
    case UInt8(ascii: "6"): Shape(UInt8(ascii: "b"))
    default: Shape(EmptyCollection())
    }
  }
}
