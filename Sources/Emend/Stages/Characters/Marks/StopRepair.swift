/// Reads a comma before a new sentence as the full stop that it was, `than before, The defeats`, and
/// full stops inside sentences as commas, `machinery. iron goods. and coal`.
///
/// Likely as a rule: poems and speeches set capitals behind commas, and a stop may be a speck. Certain behind a
/// marker of a note, `(2), The`, and before a word that opens sentences with a capital unlike its small
/// letter.
struct StopRepair {
  private let passage: Passage
  /// Whether the machine is seen to read capitals as small letters, so that a sentence may begin with one.
  private let losesCapitals: Bool
  private var text: Text { passage.text }

  init(_ passage: Passage, losesCapitals: Bool) {
    self.passage = passage
    self.losesCapitals = losesCapitals
  }

  /// Looks at closing brackets and commas, and at stops as long as they are misread, so it is for texts that
  /// are known to be misread.
  /// - Returns: the commas before a P, which may be that of `pp.`
  func propose(into edits: inout [Edit]) -> [Int] {
    let behindMarkers = stopsBehindMarkers()
    edits += behindMarkers
    proposeCommas(into: &edits)
    return proposeStops(outside: behindMarkers.map(\.span), into: &edits)
  }

  /// `the economy (2), Directives for it`: what a note is about ends before the next sentence.
  private func stopsBehindMarkers() -> [Edit] {
    passage.closeBrackets.compactMap { close in
      let comma = close + 1
      guard text.byte(comma) == .comma, isMarker(endingAt: comma),
        let next = newSentence(behind: comma),
        let follower = passage.word(after: next.upperBound), text[follower.lowerBound].isLower,
        isProse(comma, next)
      else { return nil }
      return stop(at: comma, .certain)
    }
  }

  private func stop(at comma: Int, _ confidence: Confidence) -> Edit {
    Edit(
      span: comma..<comma + 1, replacement: ".", rule: "characters/comma-as-stop",
      confidence: confidence, evidence: .pattern("a sentence begins behind it"))
  }

  /// The word with a capital behind a comma, if it is one that begins sentences.
  private func newSentence(behind comma: Int) -> Range<Int>? {
    guard text.byte(comma + 1).isWhite, let next = passage.word(after: comma + 1),
      text[next.lowerBound].isUpper, next.count >= 2,
      text[next.dropFirst()].allSatisfy(\.isLower),
      FunctionWords.english.opensSentences(passage.hash(next))
        || (isMarker(endingAt: comma) && isOnlyWord(next)),
      passage.isProse(at: comma)
    else { return nil }
    return next
  }

  /// A stop between two usual small words, where the text has so many that its machine makes them.
  ///
  /// Measured on texts whose truth is known: of those of texts that have four in a thousand words, 94
  /// in a hundred were commas; where they are fewer, mostly the capital behind a stop is misread. Before
  /// `and` or `the`, whose capital is another shape, they are certain.
  private func proposeCommas(into edits: inout [Edit]) {
    var found: [Edit] = []
    var specks = 0
    var at = -1
    while true {
      at = text.next(in: Self.stops, from: at + 1, to: text.count)
      guard at < text.count else { break }
      // The first pages tell whether the machine makes them at all.
      if at > Self.firstPages, found.count * 3 * Self.bytesPerComma < at { return }
      // Nearly all are followed by a capital.
      guard text.byte(at - 1).isLower, text.byte(at + 1).isWhite,
        text.byte(at + 2).isLower || text.byte(at + 2).isWhite
      else { continue }
      if let comma = comma(at) {
        found.append(comma)
      } else if isSpeck(at) {
        specks += 1
      }
    }
    guard found.count >= 6, found.count * 250 >= passage.survey.words,
      specks * Self.commasForSpeck <= found.count
    else { return }
    edits += found
  }

  /// `the. economic`, `loss. of`: whether no mark at all can have been printed there, so that the page is dirty.
  private func isSpeck(_ at: Int) -> Bool {
    guard let next = passage.word(after: at + 1) else { return false }
    return text[next].allSatisfy(\.isLower)
      && (Self.beforeNoMark.contains(passage.letters(around: at - 1), of: text)
        || text[next].elementsEqual("of".utf8))
  }

  /// Commas that a text has for each speck that stands where none can, at least: on pages whose truth is known
  /// twenty where stops are commas, three where they are dirt.
  private static let commasForSpeck = 10
  /// Words behind which no print sets a comma before a small letter.
  static let beforeNoMark = ShortWords([
    "a", "an", "and", "at", "by", "for", "from", "had", "her", "his", "in", "is", "its", "my", "of",
    "on", "our", "the", "their", "these", "this", "to", "was", "were", "with", "your",
  ])

  private func comma(_ at: Int) -> Edit? {
    guard let next = passage.word(after: at + 1), text[next].allSatisfy(\.isLower) else {
      return nil
    }
    let word = passage.letters(around: at - 1)
    let letters = text.string(word)
    guard word.count >= 3, text.byte(word.lowerBound - 1).isWhite,
      !SpacingRepair.abbreviations.contains(letters),
      !FunctionWords.english.contains(letters.lowercased()),
      passage.entry(word).frequency >= 123, passage.entry(next).frequency >= 140,
      next.count > 1 || text[next.lowerBound] == UInt8(ascii: "a"),
      !text[next].elementsEqual("of".utf8),
      !passage.lexicon.entry(text.hash(word, next)).isKnown, passage.isProse(at: at)
    else { return nil }
    return Edit(
      span: at..<at + 1, replacement: ",", rule: "characters/stop-as-comma",
      confidence: isInsideSentence(at, before: next) ? .certain : .likely,
      evidence: .insideSentence)
  }

  /// Whether no sentence begins behind a stop: no line is lost between, and the next word is one that holds
  /// sentences together, whose capital is no larger small letter. No comma stands before `of`.
  private func isInsideSentence(_ stop: Int, before next: Range<Int>) -> Bool {
    let letters = text.string(next)
    guard next.lowerBound == stop + 2 else { return false }
    if Self.goOn.contains(letters) { return true }
    return !losesCapitals && !Self.alike.contains(text[next.lowerBound])
      && (letters == "a" || FunctionWords.english.contains(letters)
        || FunctionWords.english.opensSentences(passage.hash(next)))
  }

  /// Verbs and pronouns that begin no sentence but a question.
  private static let goOn: Set<String> = [
    "are", "be", "been", "could", "had", "has", "have", "is", "may", "might", "must", "or", "shall",
    "should", "was", "were", "which", "who", "whom", "whose", "will", "would",
  ]
  private static let stops = FewBytes(".".utf8)
  /// Letters whose capital has the same shape, and the one that is a stroke.
  private static let alike = ByteSet("cijkopsuvwxyz".utf8)
  /// Bytes by which a text shows such stops, if its machine makes them, and bytes of 250 words.
  private static let firstPages = 40_000
  private static let bytesPerComma = 1_500

  private func proposeStops(outside spans: [Range<Int>], into edits: inout [Edit]) -> [Int] {
    var found: [Edit] = []
    var beforeP: [Int] = []
    let isThorough = passage.window.least <= .likely
    let (text, alike) = (text, Self.alike)
    passage.blocks.forEachOffset(of: .commaBeforeCapital) { at in
      let second = text.byte(at + 2)
      let capital = second.isWhite ? text.byte(at + 3) : second
      if second == UInt8(ascii: "P") { beforeP.append(at) }
      guard capital.isUpper, isThorough || !alike.contains(capital | 0x20) else { return }
      let before = text.byte(at - 1)
      guard before.isLower || before == .closeBracket, let next = newSentence(behind: at),
        // `Times, The Daily`: a title.
        let follower = passage.word(after: next.upperBound),
        text[follower.lowerBound].isLower || next.count >= 5,
        !(at..<at + 1).touchesAny(of: spans)
      else { return }
      // A name before the comma may be the subject of a heading or an entry of an index.
      if before.isLower, text[passage.letters(around: at - 1).lowerBound].isUpper,
        passage.isLineStart(passage.letters(around: at - 1).lowerBound)
      {
        return
      }
      let isLikely = isProse(at, next) && !isAuthor(endingAt: at)
      found.append(
        stop(at: at, !isLikely ? .doubtful : isSure(at, next) ? .certain : .likely))
    }
    // Each line of a poem begins so. What is certain depends on nothing that is less.
    let most = Swift.max(1, passage.survey.words / 200)
    for least in [Confidence.certain, .likely] {
      guard found.count(where: { $0.confidence >= least }) <= most else { return beforeP }
      edits += found.filter { $0.confidence == least }
    }
    edits += found.filter { $0.confidence < .likely && $0.confidence >= passage.window.least }
    return beforeP
  }

  /// `than before, The defeats`: no speech, no title, and no capital that is a small letter but for its size.
  ///
  /// Measured on texts whose truth is known: of those without these bounds one in ten was wrong.
  private func isSure(_ comma: Int, _ next: Range<Int>) -> Bool {
    guard !Self.alike.contains(text[next.lowerBound] | 0x20) else { return false }
    let last = passage.letters(around: comma - 1)
    // `Pravda, The new course`, `Holt (1911), The grain`: a title may begin with an article.
    let opener = text.string(next)
    if last.isEmpty || text[last.lowerBound].isUpper, opener == "The" { return false }
    return !Self.beginTitles.contains(opener)
      && !Self.introducing.contains(text.string(last).lowercased())
  }

  /// `After the war`, `Dear friend, Before you go`, `Resolved, That`: what begins titles and clauses as well.
  private static let beginTitles: Set<String> = [
    "After", "As", "At", "Before", "Both", "By", "For", "From", "That",
  ]

  /// What stands before the comma where speech goes on without quotation marks, or a title without italics:
  /// `her book, The making of a minister`.
  private static let introducing: Set<String> = [
    "add", "added", "answer", "answered", "article", "asked", "asks", "book", "chapter", "cried",
    "declared", "diaries", "diary", "essay", "exclaimed", "journal", "lecture", "letter", "memoir",
    "memoirs", "memorandum", "monograph", "motto", "novel", "pamphlet", "paper", "play", "poem",
    "proverb", "question", "read", "reads", "remarked", "replied", "reply", "report", "review",
    "said", "say", "saying", "says", "series", "shouted", "so", "stated", "study", "telegram",
    "that", "thesis", "think", "thought", "thus", "title", "titled", "volume", "word", "words",
    "work", "wrote",
  ]

  /// Whether no new line explains the capital: verse begins each line with one, and of a text whose
  /// lines are paragraphs nobody knows.
  private func isProse(_ comma: Int, _ next: Range<Int>) -> Bool {
    let lines = passage.window.layout.lines
    let line = passage.window.layout.line(at: comma)
    guard lines[line].content.count <= Self.longestPrintedLine else { return false }
    if next.lowerBound == comma + 2, text[comma + 1] == .space { return true }
    let near = lines[Swift.max(0, line - 3)..<Swift.min(lines.count, line + 4)]
    let starts = near.filter { !$0.isBlank }.map { text[$0.content.lowerBound] }
    return starts.count >= 5 && starts.count(where: \.isLower) * 2 > starts.count
  }

  private static let longestPrintedLine = 120

  /// `V. I. Marsh, On the Winter`, `Ada Marsh, After Winter`: a name, and a title behind it.
  private func isAuthor(endingAt comma: Int) -> Bool {
    let last = passage.letters(around: comma - 1)
    guard !last.isEmpty, text[last.lowerBound].isUpper else { return false }
    if text.byte(last.lowerBound - 1) == .space, text.byte(last.lowerBound - 2) == .fullStop {
      return text.byte(last.lowerBound - 3).isUpper
    }
    return passage.word(before: last.lowerBound).map {
      text[$0.lowerBound].isUpper && $0.count > 1
    } ?? false
  }

  /// `(2),`: a note marker ends what the comma follows.
  private func isMarker(endingAt end: Int) -> Bool {
    guard text.byte(end - 1) == .closeBracket else { return false }
    let digits = text.skipBack(from: end - 1, to: Swift.max(0, end - 4), while: \.isDigit)
    return digits < end - 1 && text.byte(digits - 1) == .openBracket
  }

  /// Whether a capital is not due to the word: it is no name as well.
  private func isOnlyWord(_ word: Range<Int>) -> Bool {
    let flags = passage.entry(word).flags
    return flags.contains(.word) && flags.isDisjoint(with: [.name, .nameVariant])
  }
}
