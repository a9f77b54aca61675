/// Repairs what stands between two words, or before one, where a space stood: a sign, dirt read as a
/// stop, a comma that lost its space.
///
/// All of it occurs on purpose in what is no prose, so it is for texts that are known to be misread.
struct BetweenWordsRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  func propose(into edits: inout [Edit]) {
    let commasAreStops =
      edits.count { $0.rule == "characters/stop-as-comma" && $0.confidence == .certain }
      >= Self.manyCommas
    let signsAndSpecks = Self.signsAndSpecks
    let margin = MarginRepair(passage)
    // Nearly all marks are stops, quotation marks and digits.
    for mark in passage.survey.marks where signsAndSpecks.contains(text[Int(mark)]) {
      let at = Int(mark)
      if Self.signs.contains(text[at]) { signBetweenWords(at, into: &edits) }
      if Self.hyphenSigns.contains(text[at]) { signInCompound(at, into: &edits) }
      if Self.specks.contains(text[at]) { speckBeforeWord(at, into: &edits) }
      if MarginRepair.signsAtEnd.contains(text[at]), let speck = margin.signAtLineEnd(at) {
        edits.append(speck)
      }
    }
    let blocks = passage.blocks
    blocks.forEachOffset(of: .joined(UInt8(ascii: "?"))) { signInCompound($0, into: &edits) }
    blocks.forEachOffset(of: .joined(.fullStop)) {
      stopInsideSentence($0, isComma: commasAreStops, into: &edits)
    }
    blocks.forEachOffset(of: .joined(.comma)) { commas($0, into: &edits) }
    for at in passage.apostrophes { quote(at..<at + 1, into: &edits) }
    for at in passage.curlyQuotes { quote(at..<at + 3, into: &edits) }
  }

  /// How many signs stand for a space beside a function word for certain: between others they stand in
  /// the names of files, too (`user.name`).
  func signsBesideFunctionWords() -> Int {
    var edits: [Edit] = []
    propose(into: &edits)
    return edits.count { edit in
      edit.rule == "characters/sign-as-space" && edit.confidence == .certain
        && (isFunctionWord(passage.letters(around: edit.span.lowerBound - 1))
          || isFunctionWord(passage.letters(around: edit.span.upperBound)))
    }
  }

  /// `the^Soviet`: two words with a sign between that stand beside each other elsewhere.
  private func signBetweenWords(_ at: Int, into edits: inout [Edit]) {
    guard let (head, tail) = words(around: at), passage.isProse(at: at), !isCompound(head, tail)
    else { return }
    // `State^Secretary`: a title or a name.
    let isName = text[head.lowerBound].isUpper && text[tail.lowerBound].isUpper
    guard isName || follow(head, tail) else { return }
    edits.append(
      Edit(
        span: at..<at + 1, replacement: " ", rule: "characters/sign-as-space",
        confidence: follow(head, tail) ? .certain : .likely,
        evidence: .context(text.string(head) + " " + text.string(tail))))
  }

  /// `non?aggression`, `anti^British`: a compound that the document writes with a hyphen.
  private func signInCompound(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at - 1).isLetter, text.byte(at + 1).isLetter else { return }
    let head = text.lettersStart(before: at)..<at
    let tail = at + 1..<text.lettersEnd(from: at + 1)
    guard head.count >= 2, tail.count >= 3, endsWord(tail.upperBound),
      text[head.dropFirst()].allSatisfy(\.isLower), text[tail.dropFirst()].allSatisfy(\.isLower)
    else { return }
    let count = passage.evidence.counts.count(compound: passage.hash(head), passage.hash(tail))
    guard count >= 2 else { return }
    edits.append(
      Edit(
        span: at..<at + 1, replacement: "-", rule: "characters/sign-as-hyphen",
        confidence: .certain,
        evidence: .inDocument(text.string(head) + "-" + text.string(tail), count: count)))
  }

  /// Commas read as stops that show that others are.
  private static let manyCommas = 10

  /// `of.relations`: no sentence ends there.
  /// - Parameter isComma: whether the text has commas that were read as stops.
  private func stopInsideSentence(_ at: Int, isComma: Bool, into edits: inout [Edit]) {
    if text.byte(at - 1).isWhite { return stopBeforeWord(at, into: &edits) }
    guard let (head, tail) = wordsOfSentence(around: at), !isAbbreviation(tail), follow(head, tail)
    else { return }
    let isComma = isComma && !StopRepair.beforeNoMark.contains(head, of: text)
    edits.append(
      Edit(
        span: at..<at + 1, replacement: isComma ? ", " : " ",
        rule: isComma ? "characters/stop-as-comma" : "characters/sign-as-space",
        confidence: .certain, evidence: .insideSentence))
  }

  /// `relations and .the`, `when ,the`: dirt, where the word lacks no letter before it. A comma between words
  /// that do not go with each other, `contrition ,which`, has its space on the wrong side.
  private func stopBeforeWord(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at + 1).isLower else { return }
    let word = at + 1..<text.lettersEnd(from: at + 1)
    let gap = text.skipBack(from: at, to: Swift.max(0, at - 8), while: \.isWhite)
    guard word.count >= 2, gap > 0, text[gap - 1].isLower || text[gap - 1] == .comma,
      endsWord(word.upperBound), isUsual(word), !isAbbreviation(word),
      text[gap - 1] == .comma || !isAbbreviation(passage.letters(around: gap - 1)),
      passage.isProse(at: at), !passage.isForeign(around: word), !mayLackFirstLetter(word)
    else { return }
    let before = passage.letters(around: gap - 1)
    if text[at] == .comma, text[gap - 1].isLower,
      passage.lexicon.bigram(passage.hash(before), passage.hash(word)) == 0
    {
      guard gap == at - 1, text[gap] == .space, isUsual(before) else { return }
      edits.append(
        Edit(
          span: gap..<at + 1, replacement: ", ", rule: "characters/space-before-mark",
          confidence: .certain, evidence: .pattern("a word follows a comma")))
      return
    }
    edits.append(
      Edit(
        span: at..<at + 1, replacement: "", rule: "characters/speck-in-line",
        confidence: .certain, evidence: .insideSentence))
  }

  /// Whether a letter before a word makes one about as usual: `.is` may be `his` as well.
  private func mayLackFirstLetter(_ word: Range<Int>) -> Bool {
    let frequency = passage.entry(word).frequency
    var letters = [0] + text[word]
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains { letter in
      letters[0] = letter
      let entry = passage.lexicon.entry(WordHash.folding(letters))
      return entry.flags.contains(.word) && entry.frequency + 21 >= frequency
    }
  }

  private func quote(_ mark: Range<Int>, into edits: inout [Edit]) {
    guard text.byte(mark.upperBound).isLower else { return }
    if text.byte(mark.lowerBound - 1) == .comma { return quoteBehindComma(mark, into: &edits) }
    // Nearly all are possessives.
    guard text.byte(mark.lowerBound - 1).isLower, text.byte(mark.upperBound + 1).isLetter else {
      return
    }
    quoteBehindWord(mark, into: &edits)
    speckBetweenWords(mark, into: &edits)
  }

  /// `by'the`: dirt over the space, where no word is cut short and no quotation begins.
  private func speckBetweenWords(_ mark: Range<Int>, into edits: inout [Edit]) {
    guard !passage.evidence.quotes.quotesWithSingle, let (head, tail) = words(around: mark),
      text.byte(head.lowerBound - 1).isWhite,
      tail.count >= 3 || isFunctionWord(tail),
      passage.entry(head).frequency >= Self.usual, passage.entry(tail).frequency >= Self.usual,
      passage.lexicon.bigram(passage.hash(head), passage.hash(tail)) > 0,
      !passage.lexicon.entry(text.string(head) + "'" + text.string(tail)).isKnown,
      !passage.lexicon.entry(text.hash(head, tail)).isKnown,
      passage.isProse(at: head.lowerBound), !passage.isForeign(around: head),
      !closesQuotation(behind: tail.upperBound)
    else { return }
    edits.append(
      Edit(
        span: mark, replacement: " ", rule: "characters/sign-as-space",
        // Before another word a quotation may begin that is not closed.
        confidence: isFunctionWord(tail) ? .certain : .likely,
        evidence: .context(text.string(head) + " " + text.string(tail))))
  }

  /// `from'half`: a mark that opens a quotation, which is closed further on.
  private func quoteBehindWord(_ mark: Range<Int>, into edits: inout [Edit]) {
    let head = passage.letters(around: mark.lowerBound - 1)
    let tail = passage.letters(around: mark.upperBound)
    let before = text.byte(head.lowerBound - 1)
    let isArticle = head.count == 1 && text[head.lowerBound] == UInt8(ascii: "a")
    guard before.isWhite || Self.opening.contains(before), tail.count >= 4,
      isArticle || isFunctionWord(head), isUsual(tail), passage.isProse(at: mark.lowerBound),
      closesQuotation(behind: tail.upperBound)
    else { return }
    edits.append(spaceBefore(mark))
  }

  /// `agreement,'the factor'`
  private func quoteBehindComma(_ mark: Range<Int>, into edits: inout [Edit]) {
    let tail = passage.letters(around: mark.upperBound)
    guard text.byte(mark.lowerBound - 2).isLower, tail.count >= 2, isUsual(tail),
      passage.isProse(at: mark.lowerBound), closesQuotation(behind: tail.upperBound)
    else { return }
    edits.append(spaceBefore(mark))
  }

  private func spaceBefore(_ mark: Range<Int>) -> Edit {
    Edit(
      span: mark.lowerBound..<mark.lowerBound, replacement: " ", rule: "characters/space-lost",
      confidence: .certain, evidence: .pattern("a quotation begins"))
  }

  /// Whether the next single quotation mark at the edge of a word closes a quotation.
  private func closesQuotation(behind start: Int) -> Bool {
    for at in start..<Swift.min(text.count, start + Self.longestQuotation) {
      let isCurly = text[at] == 0xE2 && text.byte(at + 1) == 0x80
      guard text[at] == .apostrophe || isCurly && [0x98, 0x99].contains(text.byte(at + 2)) else {
        continue
      }
      let after = text.byte(at + (isCurly ? 3 : 1))
      if text.byte(at - 1).isWhite { return false }
      if !after.isLetter { return true }
    }
    return false
  }

  private static let longestQuotation = 600
  /// Frequency of a usual word, in the lexicon's unit.
  private static let usual = 150

  private func commas(_ at: Int, into edits: inout [Edit]) {
    if text.byte(at - 1).isWhite { return stopBeforeWord(at, into: &edits) }
    if text.byte(at + 1) == .comma {
      doubledComma(at, into: &edits)
    } else {
      commaWithoutSpace(at, into: &edits)
    }
  }

  /// `agreed,,at`
  private func doubledComma(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at - 1).isLower, text.byte(at + 2).isLower, passage.isProse(at: at),
      isUsual(passage.letters(around: at - 1)), isUsual(passage.letters(around: at + 2))
    else { return }
    edits.append(
      Edit(
        span: at + 1..<at + 2, replacement: " ", rule: "characters/sign-as-space",
        confidence: .certain, evidence: .pattern("a comma stands there")))
  }

  /// `rupture,as`
  private func commaWithoutSpace(_ at: Int, into edits: inout [Edit]) {
    guard let (_, tail) = wordsOfSentence(around: at), isFunctionWord(tail) else { return }
    edits.append(
      Edit(
        span: at + 1..<at + 1, replacement: " ", rule: "characters/space-lost",
        confidence: .certain, evidence: .pattern("a word follows a comma")))
  }

  /// `%Far`, `/asserted`: dirt that touches the first letter of a word.
  private func speckBeforeWord(_ at: Int, into edits: inout [Edit]) {
    guard text.byte(at - 1).isWhite, text.byte(at + 1).isLetter else { return }
    let word = at + 1..<text.lettersEnd(from: at + 1)
    // `/usr` is a path.
    guard word.count >= (text[at] == UInt8(ascii: "/") ? 4 : 2),
      text[word.dropFirst()].allSatisfy(\.isLower), passage.isPlainWord(word),
      endsWord(word.upperBound), passage.isProse(at: at), !passage.isForeign(around: word),
      text[at] != UInt8(ascii: "/") || !isBracket(at)
    else { return }
    edits.append(
      Edit(
        span: at..<at + 1, replacement: "", rule: "characters/speck-in-line",
        confidence: .certain, evidence: .pattern("a sign before a word")))
  }

  /// `Relations /London 1943/,`: whether another stroke closes what this one opens.
  private func isBracket(_ at: Int) -> Bool {
    let limit = Swift.min(text.count, at + Self.longestBracket)
    guard let close = text[at + 1..<limit].firstIndex(of: UInt8(ascii: "/")) else { return false }
    return !text[close - 1].isWhite && !text.byte(close + 1).isLetter
  }

  private static let longestBracket = 120

  // MARK: Words

  /// The words that touch a mark, if they are a token with it and usual ones.
  private func words(around at: Int) -> (head: Range<Int>, tail: Range<Int>)? {
    words(around: at..<at + 1)
  }

  private func words(around mark: Range<Int>) -> (head: Range<Int>, tail: Range<Int>)? {
    let (start, end) = (mark.lowerBound, mark.upperBound)
    guard text.byte(start - 1).isLetter, text.byte(end).isLetter else { return nil }
    let head = text.lettersStart(before: start)..<start
    let tail = end..<text.lettersEnd(from: end)
    let before = text.byte(head.lowerBound - 1)
    guard head.count >= 2, tail.count >= 2, before.isWhite || Self.opening.contains(before),
      endsWord(tail.upperBound), isUsual(head), isUsual(tail)
    else { return nil }
    return (head, tail)
  }

  /// The words before and behind a stop or comma that stands between small letters inside a sentence.
  private func wordsOfSentence(around at: Int) -> (head: Range<Int>, tail: Range<Int>)? {
    guard text.byte(at - 1).isLower, text.byte(at + 1).isLower,
      let (head, tail) = words(around: at), text[tail].allSatisfy(\.isLower),
      !isAbbreviation(head), passage.isProse(at: at), !passage.isForeign(around: head)
    else { return nil }
    return (head, tail)
  }

  private func isUsual(_ word: Range<Int>) -> Bool {
    let entry = passage.entry(word)
    guard text[word.dropFirst()].allSatisfy(\.isLower), !entry.flags.contains(.rare) else {
      return false
    }
    return entry.flags.contains(.word) || (text[word.lowerBound].isUpper && entry.isEnglish)
  }

  private func endsWord(_ end: Int) -> Bool {
    let after = text.byte(end)
    return after.isWhite || (Self.closing.contains(after) && !text.byte(end + 1).isLetter)
  }

  /// Whether two words stand beside each other in any text.
  private func follow(_ head: Range<Int>, _ tail: Range<Int>) -> Bool {
    isFunctionWord(head) || isFunctionWord(tail)
      || passage.lexicon.bigram(passage.hash(head), passage.hash(tail)) > 0
  }

  private func isFunctionWord(_ word: Range<Int>) -> Bool {
    FunctionWords.english.contains(text.string(word).lowercased())
  }

  private func isAbbreviation(_ word: Range<Int>) -> Bool {
    SpacingRepair.abbreviations.contains(text.string(word))
  }

  /// Whether the two are one word, or are written with a hyphen.
  private func isCompound(_ head: Range<Int>, _ tail: Range<Int>) -> Bool {
    passage.evidence.counts.count(compound: passage.hash(head), passage.hash(tail)) > 0
      || passage.lexicon.entry(text.hash(head, tail)).isKnown
      || HyphenTables.english.takesHyphen(passage.hash(head))
  }

  private static let signs = ByteSet(signBytes.utf8)
  private static let signBytes = "^~|\\_"
  private static let hyphenSigns = ByteSet("^~".utf8)
  private static let specks = ByteSet(speckBytes.utf8)
  private static let speckBytes = "%~/"
  private static let signsAndSpecks = ByteSet(
    (signBytes + speckBytes + MarginRepair.endBytes).utf8)
  private static let opening = ByteSet("(\"'".utf8)
  private static let closing = ByteSet(".,;:?!)\"'".utf8)
}
