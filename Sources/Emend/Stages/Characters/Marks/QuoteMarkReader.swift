/// Finds the single quotation marks of a text, those that were read as such and those that were misread.
struct QuoteMarkReader {
  private let passage: Passage
  private var text: Text { passage.text }
  private var quotes: QuoteEvidence { passage.evidence.quotes }

  init(_ passage: Passage) { self.passage = passage }

  /// Marks that were read as digits, letters or signs, by kinds.
  /// - Parameter edits: gets the apostrophes, `Chamberlain1s`: they pair with nothing.
  func misreadMarks(apostrophes edits: inout [Edit]) -> [QuoteMark] {
    possessives(into: &edits) + fusedLetters(into: &edits) + symbols()
  }

  /// The quotation marks that were read as such.
  func trueMarks() -> [QuoteMark] {
    var out: [QuoteMark] = []
    out.reserveCapacity(passage.apostrophes.count + passage.curlyQuotes.count)
    for at in passage.apostrophes {
      if let mark = trueMark(at, length: 1) { out.append(mark) }
    }
    for at in passage.curlyQuotes {
      if let mark = trueMark(at, length: 3) { out.append(mark) }
    }
    return out
  }

  /// Which side of a quotation a mark stands on; `nil` for an apostrophe.
  private func trueMark(_ at: Int, length: Int) -> QuoteMark? {
    let before = text.byte(at - 1)
    let after = text.byte(at + length)
    let opens =
      before.isWhite || before == .openBracket || before == .hyphen
      || before == .quotationMark || before == 0x94
    if opens, !after.isWhite {
      return QuoteMark(span: at..<at + length, side: .opening, isMisread: false)
    }
    return !opens && !after.isLetter
      ? QuoteMark(span: at..<at + length, side: .closing, isMisread: false) : nil
  }

  /// `Chamberlain1s`, `Stalin*s`, `weren^t`: an apostrophe before a final s or t. Decided here, since
  /// it pairs with nothing; what is left are the marks at word ends.
  private func possessives(into edits: inout [Edit]) -> [QuoteMark] {
    var out: [QuoteMark] = []
    for mark in passage.survey.marks {
      let at = Int(mark)
      let byte = text[at]
      guard
        byte == UInt8(ascii: "1") || byte == .asterisk || byte == UInt8(ascii: "^")
          || byte == UInt8(ascii: "!"),
        text.byte(at - 1).isLetter
      else { continue }
      let stem = passage.letters(around: at - 1)
      guard stem.count >= 2, !text.byte(stem.lowerBound - 1).isDigit,
        text.byte(stem.lowerBound - 1) != UInt8(ascii: "/")
      else { continue }
      let after = text.byte(at + 1)
      if after == UInt8(ascii: "s"), !text.byte(at + 2).isLetter, !text.byte(at + 2).isDigit {
        guard passage.isPlainWord(stem) || text[stem.lowerBound].isUpper else { continue }
        edits.append(apostrophe(at, .pattern("a possessive s follows")))
      } else if after == UInt8(ascii: "t"), endsWord(text.byte(at + 2), at: at + 2),
        isNegation(stem)
      {
        edits.append(apostrophe(at, .inLexicon(text.string(stem) + "'t")))
      } else if byte == UInt8(ascii: "1") || byte == .asterisk, endsWord(after, at: at + 1) {
        if byte == .asterisk, quotes.starIsMarkup { continue }
        if byte == UInt8(ascii: "1"), quotes.gluedDigitsAreMarkers, quotes.gluedOthers > 0 {
          continue
        }
        guard
          passage.isPlainWord(stem) || isKnownBehindLetter(stem)
            || (stem.count >= 5 && !isKnownWithLetter(stem))
        else { continue }
        out.append(
          QuoteMark(span: at..<at + 1, side: .closing, isMisread: true, isAlone: true))
      }
    }
    return out
  }

  /// `weren^t`
  private func isNegation(_ stem: Range<Int>) -> Bool {
    text[stem.upperBound - 1] == UInt8(ascii: "n")
      && passage.lexicon.entry(text.string(stem) + "'t").flags.contains(.contraction)
  }

  private func endsWord(_ after: UInt8, at offset: Int) -> Bool {
    if after.isWhite || after == .closeBracket || after == .comma || after == .fullStop
      || after == UInt8(ascii: ";") || after == UInt8(ascii: ":") || after == UInt8(ascii: "?")
    {
      // `word1.2` is a number with a point.
      return !text.byte(offset + 1).isDigit
    }
    return after == .openBracket && text.byte(offset + 2) == .closeBracket
  }

  /// `wil1`, `surrenderec1`: the glyph is an l, or half of a d.
  private func isKnownWithLetter(_ stem: Range<Int>) -> Bool {
    let letters = text.string(stem)
    return passage.lexicon.entry(letters + "l").isKnown
      || (letters.hasSuffix("c") && passage.lexicon.entry(String(letters.dropLast()) + "d").isKnown)
  }

  /// `fimperialism`: a word behind a misread opening mark.
  private func isKnownBehindLetter(_ stem: Range<Int>) -> Bool {
    text[stem.lowerBound] == UInt8(ascii: "f") && stem.count > 3
      && passage.isPlainWord(stem.lowerBound + 1..<stem.upperBound)
  }

  /// Letters that were marks: `fthe`, `fGreat`, `humiliatingT`, `ChicherinTs`.
  private func fusedLetters(into edits: inout [Edit]) -> [QuoteMark] {
    var out: [QuoteMark] = []
    for (suspect, count) in zip(passage.survey.suspects, passage.suspectCounts)
    where suspect.kind == .unknown || suspect.kind == .mixedCase {
      let range = suspect.range
      guard range.count >= 2, count <= 3 else { continue }
      let first = text[range.lowerBound]
      let last = text[range.upperBound - 1]
      let before = text.byte(range.lowerBound - 1)
      var rest = range.lowerBound + 1..<range.upperBound
      // `fmeatf`: the mark that closes was misread as well.
      if first == UInt8(ascii: "f"), last == first, range.count >= 4,
        endsWord(text.byte(range.upperBound), at: range.upperBound)
      {
        rest = rest.dropLast()
      }
      if first == UInt8(ascii: "f") || first == UInt8(ascii: "T"),
        before.isWhite || before == .openBracket,
        suspect.kind == .unknown || text[rest.lowerBound].isUpper, isWholeWord(rest, of: range)
      {
        let isAlone =
          first == UInt8(ascii: "f") && (rest.count >= 3 || text[rest.lowerBound].isUpper)
        if first == UInt8(ascii: "T"),
          !text[rest.lowerBound].isLower || passage.entry(rest).frequency < 170
        {
          continue
        }
        // `fhat` is rather `that` than `'hat`, `fhall` is `shall` with a long s; `⏎ferred` is half
        // of a word.
        if first == UInt8(ascii: "f") {
          let frequency = passage.entry(rest).frequency
          let letters = text.string(rest)
          if ["t", "s"].contains(where: {
            passage.lexicon.entry($0 + letters).frequency > frequency
          }) {
            continue
          }
        }
        if passage.isHalfOfWord(range) { continue }
        out.append(
          QuoteMark(
            span: range.lowerBound..<range.lowerBound + 1, side: .opening, isMisread: true,
            isAlone: isAlone))
      }
      if let edit = possessive(range) {
        edits.append(edit)
        continue
      }
      if last == UInt8(ascii: "T") || last == UInt8(ascii: "f"), range.count >= 4,
        text[range.upperBound - 2].isLower,
        endsWord(text.byte(range.upperBound), at: range.upperBound)
      {
        var stem = range.lowerBound..<range.upperBound - 1
        if isKnownBehindLetter(stem) { stem = stem.lowerBound + 1..<stem.upperBound }
        guard passage.isPlainWord(stem),
          last == UInt8(ascii: "T") || text[range.lowerBound] == UInt8(ascii: "f")
        else { continue }
        out.append(
          QuoteMark(
            span: range.upperBound - 1..<range.upperBound, side: .closing, isMisread: true,
            isAlone: last == UInt8(ascii: "T")))
      }
    }
    return out
  }

  /// `MacDonaldfs`, `ChicherinTs`: a letter before a final s that no word ends in.
  private func possessive(_ word: Range<Int>) -> Edit? {
    guard word.count >= 5, text[word.upperBound - 1] == UInt8(ascii: "s"), passage.stands(word)
    else { return nil }
    let at = word.upperBound - 2
    let stem = word.lowerBound..<at
    guard text[at] == UInt8(ascii: "f") || text[at] == UInt8(ascii: "T"),
      text[at - 1].isLower, text[at - 1] != UInt8(ascii: "f"),
      // `VansittartTs`: a name, and a capital between small letters.
      passage.isPlainWord(stem) || (text[at] == UInt8(ascii: "T") && text[stem.lowerBound].isUpper)
    else { return nil }
    return apostrophe(at, .pattern("a possessive s follows"))
  }

  private func apostrophe(_ at: Int, _ evidence: Evidence) -> Edit {
    Edit(
      span: at..<at + 1, replacement: "'", rule: "characters/apostrophe", confidence: .certain,
      evidence: evidence)
  }

  /// Whether what is left of a word without its first letter is a usual word by itself.
  private func isWholeWord(_ rest: Range<Int>, of whole: Range<Int>) -> Bool {
    if rest.count == 1 { return text[rest.lowerBound] == UInt8(ascii: "I") }
    let usage = passage.window.usage(of: passage.hash(rest))
    if text[rest.lowerBound].isUpper { return usage.entry.isEnglish || usage.count >= 2 }
    return usage.entry.isUsualWord
      && usage.entry.frequency >= 100 && !isNearMoreUsualWord(whole, than: usage.entry.frequency)
  }

  /// `fram`: whether another vowel makes a word of the whole that is far more usual than what is left of it.
  private func isNearMoreUsualWord(_ whole: Range<Int>, than frequency: Int) -> Bool {
    let vowels = "aeiou".utf8
    var letters = Array(text[whole])
    return letters.indices.dropFirst().contains { at in
      let read = letters[at]
      guard vowels.contains(read) else { return false }
      defer { letters[at] = read }
      return vowels.contains { vowel in
        letters[at] = vowel
        let entry = passage.lexicon.entry(WordHash.folding(letters))
        return vowel != read && entry.isUsualWord && entry.frequency >= frequency + Self.farMore
      }
    }
  }

  /// Four times as frequent, and twice again.
  private static let farMore = 21

  /// Symbols before words: `*few`, `* diplomatic`, `1 studied`.
  private func symbols() -> [QuoteMark] {
    var out: [QuoteMark] = []
    for mark in passage.survey.marks where text[Int(mark)] == .asterisk {
      let at = Int(mark)
      let before = text.byte(at - 1)
      guard !quotes.starIsMarkup, before.isWhite || before == .openBracket else { continue }
      let after = text.byte(at + 1)
      if after == UInt8(ascii: "1"),
        passage.word(after: at + 2).map(PronounRepair(passage).isPronoun) ?? false
      {
        out.append(QuoteMark(span: at..<at + 2, side: .opening, isMisread: true))
      } else if after.isLetter {
        out.append(QuoteMark(span: at..<at + 1, side: .opening, isMisread: true))
      } else if after == .space, text.byte(at + 2).isLower,
        !beginsItem(at)
      {
        out.append(QuoteMark(span: at..<at + 2, side: .opening, isMisread: true))
      }
    }
    return out + loneOnes() + doubles()
  }

  /// `had "neither the will nor the means'`: a double mark that opens what a single one closes.
  private func doubles() -> [QuoteMark] {
    var out: [QuoteMark] = []
    text.forEachOffset(of: .quotationMark) { at in
      guard text.byte(at - 1).isWhite, text.byte(at + 1).isLower, isClosedBySingle(at + 1) else {
        return
      }
      out.append(QuoteMark(span: at..<at + 1, side: .opening, isMisread: true))
    }
    return out
  }

  /// Whether a single mark closes behind a place, no other one opens before it, and no double one closes in the
  /// paragraph, as in `"the workers' party"`.
  private func isClosedBySingle(_ start: Int) -> Bool {
    var isClosed = false
    for at in start..<Swift.min(text.count, start + Self.reachOfDouble) {
      let byte = text[at]
      if byte == .newline, text.byte(at + 1) == .newline { break }
      let isCurly = byte == 0xE2 && text.byte(at + 1) == 0x80
      if byte == .quotationMark || (isCurly && (0x9C...0x9D).contains(text.byte(at + 2))) {
        // One that opens is of the next quotation.
        return isClosed && text[at - 1].isWhite
      }
      guard !isClosed, byte == .apostrophe || (isCurly && text.byte(at + 2) == 0x99) else {
        continue
      }
      if text[at - 1].isWhite { return false }
      isClosed = !text.byte(at + (isCurly ? 3 : 1)).isLetter
    }
    return isClosed
  }

  /// Bytes in which a double mark closes what a double mark opened.
  private static let reachOfDouble = 600

  /// `1 studied reserve1`: a 1 by itself before a word, where a number makes no sense.
  private func loneOnes() -> [QuoteMark] {
    var out: [QuoteMark] = []
    for at in passage.spacedOnes {
      guard text[at + 2].isLower, text.byte(at - 1).isWhite,
        !beginsItem(at)
      else { continue }
      // Not behind a word that numbers something (`no. 1`, `page 1`), nor before a unit.
      guard let before = passage.word(before: at), text[before.lowerBound].isLower,
        let after = passage.word(after: at + 1), passage.isPlainWord(after)
      else { continue }
      let word = text.string(after)
      let last = text.string(before)
      let isUnit = Self.units.contains(word)
      if isUnit || NumberedWords.english.contains(last) {
        // `a policy of 1 studied reserve'`, `unable 1 to move'`; not `1 in ten`.
        guard !isUnit || Self.prepositions.contains(word), closesNear(after.upperBound),
          !NumberedWords.english.contains(last) || Self.prepositions.contains(last),
          !isUnit || passage.word(after: after.upperBound).map(passage.isPlainWord) ?? false
        else { continue }
      }
      // `1 felt` of one who speaks of himself.
      if PronounRepair(passage).isPronoun(before: after) { continue }
      out.append(QuoteMark(span: at..<at + 2, side: .opening, isMisread: true))
    }
    return out
  }

  /// Whether a mark begins a line that goes on with no other: one of a list.
  private func beginsItem(_ at: Int) -> Bool {
    passage.isLineStart(at) && !passage.lineBeforeIsUnfinished(at)
  }

  /// Whether the next mark in the sentence, misread or not, closes a quotation.
  private func closesNear(_ start: Int) -> Bool {
    for at in start..<Swift.min(text.count, start + Self.nearness) {
      let byte = text[at]
      if byte == .fullStop { return false }
      let isCurly = byte == 0xE2 && text.byte(at + 1) == 0x80 && text.byte(at + 2) == 0x99
      guard byte == .apostrophe || byte == .asterisk || byte == UInt8(ascii: "1") || isCurly else {
        continue
      }
      let after = text.byte(at + (isCurly ? 3 : 1))
      return text[at - 1].isLetter && !after.isLetter && !after.isDigit
    }
    return false
  }

  /// Bytes of a quotation of a few words.
  private static let nearness = 120

  /// Words that stand beside numbers as well as beside quotations.
  private static let prepositions: Set<String> = ["to", "in", "of", "than", "and"]
  private static let units: Set<String> = [
    "million", "billion", "thousand", "hundred", "per", "percent", "inch", "foot", "mile", "mm",
    "cm",
    "km", "kg", "lb", "oz", "and", "or", "to", "in", "of", "day", "week", "month", "year", "hour",
    "minute", "second", "cent", "is", "was", "copy", "vol", "p",
  ]
}
