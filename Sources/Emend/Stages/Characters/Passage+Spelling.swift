extension Passage {
  /// Whether an older or a personal way to spell explains a word: `shee`, `loue`, `enioy`, `shal`.
  ///
  /// What an author may have typed is no misreading.
  func isSpelling(_ word: [UInt8]) -> Bool {
    if word.contains(where: \.isHigh) { return AccentedWords.english.contains(word) }
    guard word.count >= 3, word.allSatisfy({ $0.isLower || $0.isUpper }) else { return false }
    var made = word
    func known() -> Bool {
      let entry = lexicon.entry(WordHash.folding(made))
      return entry.isUsualWord && entry.frequency >= 120
    }
    // `cafe`: a word but for its accent.
    if let at = word.lastIndex(of: UInt8(ascii: "e")), at >= word.count - 2 {
      made.replaceSubrange(at...at, with: Array("é".utf8))
      if lexicon.entry(WordHash.of(written: made[...])).isKnown { return true }
      made = word
    }
    // `citie`: ie for y.
    if word.count >= 5, word.suffix(2).elementsEqual("ie".utf8) {
      made.removeLast(2)
      made.append(UInt8(ascii: "y"))
      if known() { return true }
      made = word
    }
    // A final e, or a final letter that is doubled today.
    if word.last == UInt8(ascii: "e") {
      made.removeLast()
      if made.count >= 2, known() { return true }
      if made.count >= 4, made[made.count - 1] == made[made.count - 2] {
        made.removeLast()
        if known() { return true }
      }
      made = word
    }
    if word.last == UInt8(ascii: "l") {
      made.append(UInt8(ascii: "l"))
      if known() { return true }
      made.removeLast()
    }
    // u for v, v for u, i for j, y for i.
    for at in word.indices {
      let other: UInt8
      switch word[at] {
      case UInt8(ascii: "u"): other = UInt8(ascii: "v")
      case UInt8(ascii: "v"): other = UInt8(ascii: "u")
      case UInt8(ascii: "i"): other = UInt8(ascii: "j")
      case UInt8(ascii: "y"): other = UInt8(ascii: "i")
      default: continue
      }
      made[at] = other
      if known() { return true }
      made[at] = word[at]
    }
    if word.count >= 5, word.suffix(3).elementsEqual("ies".utf8) {
      made.removeLast(3)
      made += Array("ys".utf8)
      if known() { return true }
    }
    return false
  }

  /// `woundf`, `beardT`: whether the last letter may be a mark that closes a quotation rather than one of
  /// another word.
  func mayEndWithMark(_ word: Range<Int>) -> Bool {
    evidence.quotes.quotesWithSingle && word.count >= 4
      && "fT".utf8.contains(text[word.upperBound - 1]) && isPlainWord(word.dropLast())
  }

  /// `th . Rev`, `br -light`, `Charing- cros`: what stands before a mark behind a space, or behind a hyphen and a
  /// space, is a part of something else.
  func isBesideDirt(_ word: Range<Int>) -> Bool {
    if text.byte(word.lowerBound - 1) == .space, text.byte(word.lowerBound - 2) == .hyphen,
      text.byte(word.lowerBound - 3).isLetter
    {
      return true
    }
    let end = word.upperBound
    let behind = text.byte(end + 1)
    return text.byte(end) == .space && !behind.isLetter && !behind.isDigit && behind < 0x80
      && !Self.opening.contains(behind)
  }
}
