/// Takes away spaces that the machine put before stops, and puts back lost ones.
struct SpacingRepair {
  private let passage: Passage
  private var text: Text { passage.text }
  static let abbreviations = Set(
    TextTable(embedded: "en/abbreviations.tsv").rows.map { $0[0] })
  private static let abbreviationFilter = HashFilter(of: abbreviations.map { WordHash.of($0.utf8) })

  init(_ passage: Passage) { self.passage = passage }

  func propose(into edits: inout [Edit]) {
    let possessives = PossessiveRepair(passage)
    // Of the whole text, so taken once.
    var habit: Confidence?
    for mark in passage.survey.marks {
      let at = Int(mark)
      switch text[at] {
      case .fullStop where text.byte(at - 1) == .space:
        beforeFullStop(at, &habit, into: &edits)
      case .hyphen where text.byte(at - 1) == .space: beforeHyphen(at, into: &edits)
      case UInt8(ascii: "/"): possessives.slashBehindPlural(at, into: &edits)
      default: break
      }
    }
    for (suspect, count) in zip(passage.suspects, passage.suspectCounts)
    where suspect.kind == .unknown {
      gluedWords(suspect.range, count, into: &edits)
    }
    lowerWhereLettersAreLost(&edits)
    possessives.propose(into: &edits)
  }

  /// What is looked for only in a text that is known to be misread.
  func proposeInDamaged(into edits: inout [Edit]) {
    beforeOtherMarks(into: &edits)
    dividedNumerals(into: &edits)
  }

  /// `II/VI I,`: a numeral that a space divides, beside a mark that the pronoun does not have.
  private func dividedNumerals(into edits: inout [Edit]) {
    passage.blocks.forEachOffset(of: .capitalI) { at in
      guard text.byte(at - 1) == .space, text.byte(at - 2).isUpper else { return }
      let head = passage.letters(around: at - 2)
      let tail = passage.letters(around: at)
      let (before, after) = (text.byte(head.lowerBound - 1), text.byte(tail.upperBound))
      guard head.count + tail.count <= 5, text[head].allSatisfy({ "XVI".utf8.contains($0) }),
        text[tail].allSatisfy({ $0 == UInt8(ascii: "I") }),
        before.isWhite ? "/,.;:)".utf8.contains(after) : before == UInt8(ascii: "/"),
        !after.isLetter, !after.isDigit
      else { return }
      edits.append(
        Edit(
          span: at - 1..<at, replacement: "", rule: "characters/space-in-word",
          // `Henry V I,` may be two numerals, a part of a reference is none.
          confidence: before == UInt8(ascii: "/") || after == UInt8(ascii: "/")
            ? .certain : .likely,
          evidence: .pattern("a numeral")))
    }
  }

  /// `machinery .`, `(1) .`, `Doc .No. 64`, `pp .495`, `D .B .F .P .`
  private func beforeFullStop(
    _ at: Int, _ habit: inout Confidence?, into edits: inout [Edit]
  ) {
    let gap = text.skipBack(from: at, while: \.isBlank)
    guard gap == at - 1, gap > 0 else { return }
    let before = text[gap - 1]
    let after = text.byte(at + 1)
    // `obsession... .So`: an ellipsis and a stop.
    if gap >= 4, text.has("...", at: gap - 3), text[gap - 4].isLetter, after.isUpper {
      edits.append(
        Edit(
          span: gap..<at, replacement: "", rule: "characters/space-before-stop",
          confidence: .likely, evidence: .pattern("a stop behind an ellipsis")))
    }
    // `. . .` is an ellipsis, `..` is one as well, and a line's first stop is not behind a word.
    guard before != .fullStop, after != .fullStop, !before.isWhite else { return }
    // Its stops may stand on two lines.
    if after.isWhite, text.byte(text.skip(from: at + 1, while: \.isWhite)) == .fullStop { return }
    let confidence: Confidence
    let evidence: Evidence
    if after.isWhite || after == .closeBracket || after == .apostrophe || after == .comma {
      guard
        before.isLetter || before.isDigit || before == .closeBracket || before == .apostrophe
          || before == .quotationMark || before == .asterisk || before.isHigh,
        !passage.isCommand(at)
      else { return }
      if let dirt = dirtAtLineEnd(gap..<at + 1) {
        edits.append(dirt)
        return
      }
      // A stop in the middle of a line with a small letter behind is a speck or an ellipsis.
      // Small letters that are no word are a misread quotation mark and a word.
      if let next = passage.word(after: at + 1), text[next.lowerBound].isLower,
        passage.isPlainWord(next),
        // The next paragraph or page, and `i.e .`, say nothing of it.
        text[at + 1..<next.lowerBound].count(where: { $0 == .newline }) < 2, !isAbbreviated(gap)
      {
        confidence = .likely
      } else {
        let usual = habit ?? confidenceByHabit()
        habit = usual
        // `2 .`: a letter may be lost between, as in sums of money.
        confidence = before.isDigit && usual == .likely ? .doubtful : usual
      }
      evidence = .pattern("no space stands before a full stop")
    } else if after.isUpper || after.isDigit || after == .hyphen || after.isLower {
      if before.isDigit, after.isUpper, isReference(gap) {
        confidence = .likely
        evidence = .pattern("a reference goes on")
      } else {
        guard let name = abbreviation(before: gap, stop: at) else { return }
        if isName(at + 1) {
          // `J. R .Brown`: the space stands on the wrong side.
          edits.append(
            Edit(
              span: gap..<at + 1, replacement: ". ", rule: "characters/space-before-stop",
              confidence: .certain, evidence: .abbreviation(name)))
          return
        }
        confidence = .certain
        // `.5` behind a word is a number; behind an abbreviation it is its number.
        evidence = .abbreviation(name)
      }
    } else {
      return
    }
    edits.append(
      Edit(
        span: gap..<at, replacement: "", rule: "characters/space-before-stop",
        confidence: confidence, evidence: evidence))
  }

  /// `the whole of .⏎North America`, `been built .⏎and`, `was less certain.” .`: a stop at a line end, where no
  /// sentence can end, or has ended.
  private func dirtAtLineEnd(_ span: Range<Int>) -> Edit? {
    let start = span.lowerBound
    guard passage.isLineEnd(span.upperBound) else { return nil }
    let evidence: Evidence
    if text[start - 1].isLetter {
      let word = passage.letters(around: start - 1)
      if Self.unending.contains(word, of: text) {
        evidence = .pattern("no sentence ends with \(text.string(word))")
      } else {
        guard passage.isPlainWord(word), !Self.abbreviations.contains(text.string(word)),
          !isAbbreviated(start), let next = passage.word(after: span.upperBound),
          next.count > 1, text[next].allSatisfy(\.isLower), passage.isPlainWord(next),
          text[span.upperBound..<next.lowerBound].count(where: { $0 == .newline }) == 1
        else { return nil }
        evidence = .insideSentence
      }
    } else {
      guard hasEnded(start) else { return nil }
      evidence = .pattern("the sentence has its stop")
    }
    // Last: it reads the line, and most are dismissed by a word.
    guard passage.isProse(at: span.upperBound) else { return nil }
    return Edit(
      span: span, replacement: "", rule: "characters/speck-line-end", confidence: .certain,
      evidence: evidence)
  }

  /// Whether a sentence and its quotation end before a place: `certain.”`, `certain."`.
  private func hasEnded(_ end: Int) -> Bool {
    let isCurly = text.byte(end - 1) == 0x9D && text.byte(end - 3) == 0xE2
    guard isCurly || text.byte(end - 1) == .quotationMark else { return false }
    let last = text.byte(end - (isCurly ? 4 : 2))
    return last == .fullStop && text.byte(end - (isCurly ? 5 : 3)).isLetter
  }

  /// Words with which no sentence ends.
  private static let unending = ShortWords([
    "a", "an", "and", "of", "or", "our", "than", "the", "their", "whose", "your",
  ])

  /// The abbreviation or initial before a space and a stop with something glued to it.
  private func abbreviation(before gap: Int, stop: Int) -> String? {
    guard text[gap - 1].isLetter else { return nil }
    let after = text.byte(stop + 1)
    let word = passage.letters(around: gap - 1)
    let isInitial = word.count == 1 && text[gap - 1].isUpper
    // Most words are none, which no string is made to tell.
    guard isInitial || Self.abbreviationFilter.mayHold(text.hashOfBytes(word)) else { return nil }
    let name = text.string(word)
    guard isInitial || Self.abbreviations.contains(name) else { return nil }
    if isInitial, after.isLower || after == .hyphen { return nil }
    // `I .0.` is SymbolRepair's.
    if after == UInt8(ascii: "0"), text.byte(stop + 2) == .fullStop { return nil }
    if after.isLower, !Self.abbreviations.contains(text.string(passage.letters(around: stop + 1))) {
      return nil
    }
    return name
  }

  /// `i.e`, `i .e`: letters with a stop between.
  private func isAbbreviated(_ end: Int) -> Bool {
    guard text.byte(end - 1).isLower, text.byte(end - 2) == .fullStop else { return false }
    let first = text.byte(end - 3) == .space ? end - 4 : end - 3
    return text.byte(first).isLower && text.byte(first - 1).isWhite
  }

  /// Whether a word with a capital stands there that is no abbreviation itself.
  private func isName(_ start: Int) -> Bool {
    let word = passage.letters(around: start)
    return word.count >= 4 && text[word.lowerBound].isUpper
      && text[word.dropFirst()].allSatisfy(\.isLower) && text.byte(word.upperBound) != .fullStop
      && !Self.abbreviations.contains(text.string(word))
  }

  /// `A.2.2.0 .C/R`: what stands before has stops inside.
  private func isReference(_ end: Int) -> Bool {
    let token = text.skipBack(from: end) { !$0.isWhite }..<end
    return text[token].count(where: { $0 == .fullStop }) >= 2
  }

  /// How sure it is that a space before a full stop is the machine's: the document has to set the stop
  /// without one mostly.
  private func confidenceByHabit() -> Confidence {
    // The survey has the stops behind a space; the others are counted until they are as many.
    let spaced = passage.survey.marks.count {
      let at = Int($0)
      return text[at] == .fullStop && text.byte(at - 1) == .space && text.byte(at - 2).isLetter
        && text.byte(at + 1).isWhite
    }
    let glued = text.glued(.fullStop, upTo: spaced)
    if spaced <= glued { return questionsAreSpaced ? .doubtful : .certain }
    return spaced <= glued * 2 ? .likely : .doubtful
  }

  /// Whether the press sets a space before question marks, so that a stop behind one may be one.
  private var questionsAreSpaced: Bool {
    let habit = passage.spacing(of: UInt8(ascii: "?"))
    return habit.spaced >= 3 && habit.spaced > habit.glued
  }

  /// `they ?`, `bread ;`: older print sets a thin space before these marks; where the machine takes
  /// it for a space now and then only, there is none.
  private func beforeOtherMarks(into edits: inout [Edit]) {
    for mark in [UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";"), UInt8(ascii: ":")] {
      let habit = passage.spacing(of: mark)
      // A few without a space say little of the press.
      let isHabit = habit.glued >= 12 && habit.spaced <= habit.glued * 3
      // These are seldom set off by a whole space, so a few are the machine's.
      let isFew =
        habit.spaced < 12 && mark != UInt8(ascii: "?") && mark != UInt8(ascii: "!")
        && passage.window.least <= .likely
      guard habit.spaced > 0, isHabit || isFew else { continue }
      // `the : of a format`: a colon may be spoken of.
      let isSure =
        isHabit && habit.glued >= Self.sureHabit && mark != UInt8(ascii: ":")
      passage.blocks.forEachOffset(of: .mark(mark)) { at in
        guard text.byte(at - 1) == .space, text.byte(at - 2).isLetter, text.byte(at - 3).isLetter,
          text.byte(at + 1).isWhite, passage.isProse(at: at), !passage.isCommand(at),
          // French sets a space there.
          !passage.isForeign(around: at - 1..<at)
        else { return }
        edits.append(
          Edit(
            span: at - 1..<at, replacement: "", rule: "characters/space-before-mark",
            confidence: isSure ? .certain : .likely,
            evidence: .pattern(
              isHabit
                ? "the document sets \(habit.glued) without a space"
                : "the document sets few with a space")))
      }
    }
  }

  /// Marks without a space that leave no doubt of what the press does.
  private static let sureHabit = 50

  /// `bottle .`, `2 .`: where the blank before a stop is a lost letter now and then (`Messr .`), it may
  /// be one behind a whole word, too.
  private func lowerWhereLettersAreLost(_ edits: inout [Edit]) {
    let stops = edits.indices.filter {
      edits[$0].rule == "characters/space-before-stop" && edits[$0].confidence > .doubtful
        && text.byte(edits[$0].span.upperBound + 1).isWhite
    }
    guard stops.count >= 2 * Self.leastFragments else { return }
    let fragments = stops.count {
      let word = passage.letters(around: edits[$0].span.lowerBound - 1)
      return !word.isEmpty && text[word.upperBound - 1].isLower && !passage.entry(word).isKnown
    }
    guard fragments >= Self.leastFragments, fragments * 5 >= stops.count else { return }
    for i in stops { edits[i].confidence = .doubtful }
  }

  /// Words without an end that show letters to be lost.
  private static let leastFragments = 3

  /// `Nazi -Soviet`: the document writes the compound without the space elsewhere.
  private func beforeHyphen(_ at: Int, into edits: inout [Edit]) {
    // `3. -D.B.F.P.`: dirt between a label and an initial.
    if text.byte(at - 2) == .fullStop, text.byte(at - 3).isDigit, text.byte(at + 1).isUpper,
      text.byte(at + 2) == .fullStop,
      passage.isLineStart(text.skipBack(from: at - 2, while: \.isDigit))
    {
      edits.append(
        Edit(
          span: at..<at + 1, replacement: "", rule: "characters/speck-in-line",
          confidence: .likely, evidence: .pattern("a mark behind a label")))
    }
    guard text.byte(at + 1).isLetter, text.byte(at - 2).isLetter else { return }
    let head = text.lettersStart(before: at - 1)..<at - 1
    let tail = at + 1..<text.lettersEnd(from: at + 1)
    let count = passage.evidence.counts.count(compound: passage.hash(head), passage.hash(tail))
    guard count >= 1 else { return }
    let compound = text.string(head) + "-" + text.string(tail)
    edits.append(
      Edit(
        span: at - 1..<at, replacement: "", rule: "characters/space-before-hyphen",
        confidence: .certain, evidence: .inDocument(compound, count: count)))
  }

  /// `theSoviet`: a function word before a capital.
  private func gluedWords(_ range: Range<Int>, _ count: Int, into edits: inout [Edit]) {
    guard range.count >= 4, range.count <= 40 else { return }
    let before = text.byte(range.lowerBound - 1)
    guard before.isWhite || before == .openBracket || before == .apostrophe else { return }
    // Most have none: eight bytes a step.
    let rest = range.dropFirst()
    if text.hasCapital(rest), !text.hasHigh(range),
      let capital = rest.first(where: { text[$0].isUpper })
    {
      let left = range.lowerBound..<capital
      let right = capital..<range.upperBound
      guard right.count >= 3, text[right.dropFirst()].allSatisfy(\.isLower),
        FunctionWords.english.contains(text.string(left).lowercased()), passage.isPlainWord(right),
        // `InRelease` is a name where no sentence begins.
        !text[left.lowerBound].isUpper || passage.beginsSentence(left.lowerBound)
      else { return }
      // What a document repeats may be a name of its own: `theTimes`.
      guard count <= 2 || count * 4 <= passage.window.usage(of: passage.hash(right)).count else {
        return
      }
      edits.append(
        Edit(
          span: capital..<capital, replacement: " ", rule: "characters/space-lost",
          confidence: .certain, evidence: .pattern("a function word before a capital")))
    }
  }
}
