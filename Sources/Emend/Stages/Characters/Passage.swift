/// What the repairers of characters ask of a text: words and marks around an offset.
///
/// A class, because many small values hold one: a copy of its parts cost as much as their work.
final class Passage {
  let window: Window
  let text: Text
  let lexicon: Lexicon
  let survey: Survey
  let evidence: DocumentEvidence
  /// The suspects of the survey, for a loop that reads the text at most of them.
  var suspects: SuspectsAhead { SuspectsAhead(survey.suspects, of: text) }
  /// The words of the lexicon, and those that it lacks and the document repeats.
  private(set) lazy var knownWords = WordReader.KnownWords(window, possibleWords)
  private(set) lazy var possibleWords = PossibleWords(lexicon, evidence.counts)
  /// How often the document writes each suspect of the survey that is no word of the lexicon, or has a
  /// capital inside, in any case; 0 for the others. Three repairers ask for it.
  private(set) lazy var suspectCounts = {
    let (suspects, counts) = (survey.suspects, evidence.counts)
    return suspects.indices.map { index in
      // The memory for one of the next is asked for meanwhile.
      if index + 8 < suspects.count, !suspects[index + 8].isInLexicon {
        counts.fetch(unknown: suspects[index + 8].hash)
      }
      let suspect = suspects[index]
      guard suspect.kind == .unknown || suspect.kind == .mixedCase else { return 0 }
      return suspect.isInLexicon
        ? window.usage(of: suspect.hash).count : counts.count(of: suspect.hash, slot: -1)
    }
  }()
  private(set) lazy var ownNames = OwnNames(self)
  /// Offsets of closing brackets, of apostrophes, of single typographic quotation marks, and of each 1
  /// before a space: more than one repairer asks for them.
  private(set) lazy var closeBrackets = blocks.offsets(of: .closeBracket)
  private(set) lazy var apostrophes = blocks.offsets(of: .apostrophe)
  private(set) lazy var curlyQuotes = typographicMarks.filter {
    // Single ones are E2 80 98 and E2 80 99.
    [0x98, 0x99].contains(text.byte($0 + 2))
  }
  /// Offsets of all typographic quotation marks, dashes and their like (E2 80).
  private(set) lazy var typographicMarks = blocks.offsets(of: .typographic)
  private(set) lazy var spacedOnes = blocks.offsets(of: .spacedOne)
  /// What stands in each part of the text, of what the repairers seek.
  private(set) lazy var blocks = BlockKinds(text)
  /// Whether the text sets a blank behind single opening quotation marks inside lines.
  private(set) lazy var hasSpacedQuotes = curlyQuotes.contains {
    text.byte($0 + 2) == 0x98 && text.byte($0 + 3) == .space && !isLineStart($0)
  }

  init(_ window: Window) {
    self.window = window
    text = window.text
    lexicon = window.lexicon
    survey = window.survey
    evidence = window.evidence
  }

  /// The letters around an offset; empty where no ASCII letter stands there, or before the text.
  func letters(around offset: Int) -> Range<Int> {
    if offset < 0 { return 0..<0 }
    return text.lettersStart(before: offset)..<text.lettersEnd(from: offset)
  }

  /// The word before an offset, across one blank or line end, with no other character between.
  func word(before offset: Int) -> Range<Int>? {
    let gap = text.skipBack(from: offset, to: Swift.max(0, offset - 8), while: \.isWhite)
    guard gap < offset, gap > 0, text[gap - 1].isLetter else { return nil }
    let start = text.lettersStart(before: gap)
    // Not the end of `don't`, and not part of a compound's number.
    return text.byte(start - 1) == .apostrophe ? nil : start..<gap
  }

  /// The word behind an offset, across one blank or line end, with no other character between.
  func word(after offset: Int) -> Range<Int>? {
    let gap = text.skip(from: offset, to: offset + 8, while: \.isWhite)
    guard gap > offset, text.byte(gap).isLetter else { return nil }
    return gap..<text.lettersEnd(from: gap)
  }

  /// Calls `body` with each run of ASCII letters, in text order.
  /// - Complexity: O(*n*); for texts that are known to be misread.
  func forEachWord(_ body: (Range<Int>) -> Void) {
    var at = 0
    while at < text.count {
      guard text[at].isLetter else {
        at += 1
        continue
      }
      let word = at..<text.lettersEnd(from: at)
      body(word)
      at = word.upperBound
    }
  }

  /// Occurrences that make a word the document's own, and the likely original of one that occurs once.
  static let oftenWritten = 10

  func hash(_ range: Range<Int>) -> UInt64 { text.hashFolding(range) }

  func entry(_ range: Range<Int>) -> Lexicon.Entry { lexicon.entry(hash(range)) }

  /// Whether letters are a word that is not only in large lists, or one that the document repeats.
  func isPlainWord(_ range: Range<Int>) -> Bool {
    let usage = window.usage(of: hash(range))
    if usage.entry.isEnglish, !usage.entry.flags.contains(.rare) { return true }
    return usage.count >= 2
  }

  /// Whether the word with a hash is one of the lexicon, and no name.
  func isCommonWord(_ hash: UInt64) -> Bool {
    let flags = lexicon.entry(hash).flags
    return flags.contains(.word) && !flags.contains(.name)
  }

  /// Whether letters make a word with those on the other side of a blank or line end, with or without
  /// a hyphen: they are half of a divided word, not a misread one.
  func isHalfOfWord(_ range: Range<Int>) -> Bool {
    if let before = word(before: range.lowerBound) ?? firstHalf(before: range.lowerBound),
      before.count > 1, lexicon.entry(text.hash(before, range)).isEnglish
    {
      return true
    }
    guard let after = word(after: range.upperBound) else { return false }
    return lexicon.entry(text.hash(range, after)).isEnglish
  }

  /// The letters before a hyphen, or a dash that may be a misread one, at the end of the line before.
  private func firstHalf(before offset: Int) -> Range<Int>? {
    let gap = text.skipBack(from: offset, to: Swift.max(0, offset - 8), while: \.isWhite)
    guard gap < offset else { return nil }
    // A dash is E2 80 93 or E2 80 94.
    let isDash = text.has("\u{2013}", at: gap - 3) || text.has("\u{2014}", at: gap - 3)
    let end = isDash ? gap - 3 : gap - 1
    guard isDash && isLineStart(offset) || text.byte(gap - 1) == .hyphen,
      text.byte(end - 1).isLetter
    else { return nil }
    return text.lettersStart(before: end)..<end
  }

  /// Whether letters stand by themselves: no digit, sign or other letter touches them.
  func stands(_ range: Range<Int>) -> Bool {
    let before = text.byte(range.lowerBound - 1)
    let after = text.byte(range.upperBound)
    let isCurly = isCurlyQuote(at: range.upperBound)
    let opens =
      before.isWhite || before == .openBracket || before == .quotationMark || before == .apostrophe
      || (before.isHigh && isCurlyQuote(at: range.lowerBound - 3))
    let closes = isCurly || after.isWhite || Self.closing.contains(after)
    if after == .hyphen || before == .hyphen { return standsInCompound(range) }
    guard opens, closes else { return false }
    // `host.name`, `it's`; a possessive s is no part of the word.
    let end = range.upperBound + (isCurly ? 3 : 1)
    let next = text.byte(end)
    if isCurly || after == .apostrophe, next == UInt8(ascii: "s"), text.byte(end + 1).isWhite {
      return true
    }
    return after.isWhite || !(next.isLetter || next.isDigit)
  }

  private static let closing = ByteSet(".,;:?!)\"'".utf8)

  /// `‘`, `’`, `“` or `”`.
  private func isCurlyQuote(at offset: Int) -> Bool {
    text.byte(offset) == 0xE2 && text.byte(offset + 1) == 0x80
      && (0x98...0x9D).contains(text.byte(offset + 2))
  }

  /// Whether a word goes on with a sentence: small letters or a comma stand before it.
  func continuesSentence(_ word: Range<Int>) -> Bool {
    let first = word.lowerBound
    return first >= 2 && text[first - 1].isWhite
      && (text[first - 2].isLower || text[first - 2] == .comma)
  }

  /// Whether a sentence may begin at an offset: the end of another, or nothing, stands before it.
  func beginsSentence(_ offset: Int) -> Bool {
    // Typographic quotation marks are E2 80 98 to E2 80 9D.
    let end = text.skipBack(from: offset) {
      $0.isWhite || Self.opening.contains($0) || $0 == 0xE2 || (0x80...0x9D).contains($0)
    }
    return end == 0 || ".?!:".utf8.contains(text[end - 1])
  }

  static let opening = ByteSet("(\"'*-".utf8)

  /// Whether letters are a part of a compound whose other part is a word: `tea-tahle`.
  private func standsInCompound(_ range: Range<Int>) -> Bool {
    let after = text.byte(range.upperBound)
    if after == .hyphen, text.byte(range.upperBound + 1).isWhite {
      return text.byte(range.lowerBound - 1).isWhite
    }
    let isFirst = after == .hyphen
    guard isFirst != (text.byte(range.lowerBound - 1) == .hyphen) else { return false }
    let other = letters(around: isFirst ? range.upperBound + 1 : range.lowerBound - 1)
    let edge = text.byte(isFirst ? range.lowerBound - 1 : range.upperBound)
    return other.count >= 3 && isPlainWord(other)
      && (edge.isWhite || ".,;:?!)\"".utf8.contains(edge))
      && !lexicon.entry(isFirst ? text.hash(range, other) : text.hash(other, range)).isKnown
  }

  /// Whether a word beside is half of a word, so that this one may be the other half: `up rior`, or `offen`
  /// at the end of the line before and `ive`.
  func besideFragment(_ range: Range<Int>) -> Bool {
    func isFragment(_ word: Range<Int>?) -> Bool {
      guard let word, text[word].allSatisfy(\.isLower) else { return false }
      if word.count == 1 { return text[word.lowerBound] != UInt8(ascii: "a") }
      return !entry(word).isKnown
    }
    if text.byte(range.lowerBound - 1).isWhite, isFragment(word(before: range.lowerBound)) {
      return true
    }
    return text.byte(range.upperBound) == .space && isFragment(word(after: range.upperBound))
  }

  /// Whether a letter behind letters makes a word about as usual as another: `th` may be `the` as well.
  func mayLackLetter(_ range: Range<Int>, of frequency: Int) -> Bool {
    var letters = Array(text[range]) + [0]
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains { letter in
      letters[letters.count - 1] = letter
      let entry = lexicon.entry(WordHash.folding(letters))
      return entry.flags.contains(.word) && entry.frequency + 7 >= frequency
    }
  }

  /// Whether letters are a part of an address or a path.
  func isInAddress(_ range: Range<Int>) -> Bool {
    let limit = 60
    let start = text.skipBack(from: range.lowerBound, to: Swift.max(0, range.lowerBound - limit)) {
      !$0.isWhite
    }
    let end = text.skip(from: range.upperBound, to: Swift.min(text.count, range.upperBound + limit))
    { !$0.isWhite }
    return text[start..<end].contains(where: Self.ofAddresses.contains)
  }

  private static let ofAddresses = ByteSet("/@_\\=<>&#".utf8)

  func isLineStart(_ offset: Int) -> Bool {
    let start = text.skipBack(from: offset, while: \.isBlank)
    return start == 0 || text[start - 1] == .newline || text[start - 1] == .formFeed
  }

  func isLineEnd(_ offset: Int) -> Bool {
    let end = text.skip(from: offset) { $0.isBlank || $0 == .carriageReturn }
    return end >= text.count || text[end] == .newline
  }

  /// Whether letters may be a part of a word whose rest is elsewhere: `of-⏎⏎ments`, `beli⏎⏎`, `⏎⏎uation`.
  func mayBePart(_ word: Range<Int>) -> Bool {
    let (before, after) = (text.byte(word.lowerBound - 1), text.byte(word.upperBound))
    // Most stand in the middle of a line, which the bytes beside them tell.
    if before.isWhite {
      let outer = text.byte(word.lowerBound - 2)
      if before != .space || outer.isWhite || outer == .hyphen || outer.isHigh {
        return firstHalf(before: word.lowerBound) != nil || mayBeCutOff(word)
      }
    }
    return after.isWhite && (after != .space || text.byte(word.upperBound + 1).isWhite)
      && mayBeCutOff(word)
  }

  /// Whether a word may be cut off: small letters behind a blank line, or letters without a stop before one,
  /// where lines are out of order.
  ///
  /// Measured on pages whose truth is known: of what was read there every second was wrong.
  private func mayBeCutOff(_ word: Range<Int>) -> Bool {
    if evidence.lines.isDoubleSpaced { return false }
    if text.byte(word.upperBound).isWhite {
      let end = text.skip(from: word.upperBound) { $0.isBlank || $0 == .carriageReturn }
      if text.byte(end) == .newline {
        let next = text.skip(from: end + 1) { $0.isBlank || $0 == .carriageReturn }
        if text.byte(next) == .newline { return true }
      }
    }
    guard text[word.lowerBound].isLower, text.byte(word.lowerBound - 1).isWhite else {
      return false
    }
    let start = text.skipBack(from: word.lowerBound, while: \.isBlank)
    guard start > 0, text[start - 1] == .newline else { return false }
    let before = text.skipBack(from: start - 1) { $0.isBlank || $0 == .carriageReturn }
    return before > 0 && text[before - 1] == .newline
  }

  /// How often the window sets one of `!:;?` behind a word with a space between, and without.
  /// - Complexity: O(occurrences), asked for only where the space is suspect.
  func spacing(of mark: UInt8) -> (spaced: Int, glued: Int) {
    var (spaced, glued) = (0, 0)
    blocks.forEachOffset(of: .mark(mark)) { at in
      guard text.byte(at + 1).isWhite else { return }
      let before = text.byte(at - 1)
      if before.isLetter { glued += 1 }
      if before == .space, text.byte(at - 2).isLetter { spaced += 1 }
    }
    return (spaced, glued)
  }

  /// Whether the line of an offset is running text: long enough and mostly words.
  func isProse(at offset: Int) -> Bool {
    let line = window.layout.lines[window.layout.line(at: offset)].content
    guard line.count >= 25 else { return false }
    // Of a very long line only what is near: else a text of one line took quadratic time.
    let centre = Swift.min(Swift.max(offset, line.lowerBound), line.upperBound)
    let near = Swift.max(line.lowerBound, centre - 300)..<Swift.min(line.upperBound, centre + 300)
    var letters = 0
    for byte in text[near] where byte.isLetter || byte.isBlank || byte.isHigh { letters += 1 }
    return letters * 10 >= near.count * 7
  }

  /// Whether the text line before the one at `offset` breaks off inside a sentence.
  /// - Parameter cut: dirt, perhaps at its end, that is no part of it.
  func lineBeforeIsUnfinished(_ offset: Int, without cut: Range<Int>? = nil) -> Bool {
    let layout = window.layout
    guard let before = layout.previousText(before: layout.line(at: offset)) else { return false }
    let end = layout.lines[before].content.upperBound
    let last = text[(cut?.upperBound == end ? cut?.lowerBound ?? end : end) - 1]
    return last.isLetter || last == .comma || last.isDigit
  }

  /// Words on each side that tell its language.
  private static let wordsAround = 4

  /// Whether the words around are of a language that the lexicon does not have.
  ///
  /// Looks at up to four words on each side: foreign if few of them are English, and at least one
  /// is unknown or a function word of another language. `ob5ervers` is of none.
  /// - Parameter unknownIsForeign: whether an unknown word speaks of another language, which in a bad
  ///   scan it does not.
  func isForeign(around range: Range<Int>, unknownIsForeign: Bool = true) -> Bool {
    var english = 0
    var other = 0
    func take(_ word: Range<Int>) {
      if hasDigitInside(word) { return }
      let entry = self.entry(word)
      let capital = text[word.lowerBound].isUpper
      if !entry.flags.isDisjoint(with: .word), word.count > 1 {
        // `de`, `die`, `i` are words of both; a foreign flag makes them count for neither.
        if entry.flags.isDisjoint(with: .foreign) {
          english += 1
        } else {
          other += entry.frequency < 180 ? 1 : 0
        }
      } else if !entry.flags.isDisjoint(with: .foreign) {
        other += 1
      } else if unknownIsForeign, !capital, word.count > 1 {
        other += 1
      }
    }
    var at = range.lowerBound
    for _ in 0..<Self.wordsAround {
      let end = text.skipBack(from: at, to: Swift.max(0, at - 24)) { !$0.isLetter && $0 != 0 }
      guard end > 0, text[end - 1].isLetter else { break }
      let start = text.lettersStart(before: end)
      take(start..<end)
      at = start
    }
    at = range.upperBound
    for left in (1...Self.wordsAround).reversed() {
      // The rest cannot change it: so it is with half of the places.
      if english >= other + left || other > english + left { break }
      let start = text.skip(from: at, to: at + 24) { !$0.isLetter }
      guard text.byte(start).isLetter else { break }
      let end = text.lettersEnd(from: start)
      take(start..<end)
      at = end
    }
    return other > english
  }

  /// Whether letters go on behind a digit: `ob` and `ervers` of `ob5ervers`.
  private func hasDigitInside(_ letters: Range<Int>) -> Bool {
    (text.byte(letters.lowerBound - 1).isDigit && text.byte(letters.lowerBound - 2).isLetter)
      || (text.byte(letters.upperBound).isDigit && text.byte(letters.upperBound + 1).isLetter)
  }
}
