/// Restores roman numerals whose I was read as l or L, or two as H: `Chapter VIl`, `Vol. Ill`, `Vol. IIL`,
/// `App. Vl(iii)`.
struct NumeralRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// - Complexity: O(*n*) in suspects.
  func propose(into edits: inout [Edit]) {
    for suspect in passage.suspects
    where suspect.kind != .flagged && suspect.kind != .single {
      let range = suspect.range
      guard range.count >= 2, let numeral = numeral(range), passage.stands(range) || isLabel(range)
      else { continue }
      guard isNumbered(range) || isHeading(range) || isNumeralAlone(range, numeral) else {
        continue
      }
      edits.append(edit(range, numeral))
    }
  }

  /// `Vol. Ill`, `App. Il(iii)`, `Henry Ill`, `p.Ill`: numerals that look like words.
  ///
  /// Looks for them in the whole text, so it is for texts that are known to be misread.
  func proposeInDamaged(into edits: inout [Edit]) {
    let window = passage.window
    guard window.usage(of: "il").count + window.usage(of: "ill").count > 0 else { return }
    passage.blocks.forEachOffset(of: .capitalIBeforeL) { at in
      let range = at..<text.skip(from: at, to: at + 4, while: \.isLetter)
      guard range.count <= 3, !text.byte(at - 1).isLetter,
        text[range].allSatisfy({ "Il".utf8.contains($0) })
      else { return }
      if isPage(range) {
        edits.append(
          Edit(
            span: range, replacement: String(repeating: "1", count: range.count),
            rule: "characters/letter-in-number", confidence: .likely,
            evidence: .pattern("a page number")))
      } else if isLabel(range) ? isNumberedByName(range) : isNumberedWord(range) {
        edits.append(edit(range, String(repeating: "I", count: range.count)))
      }
    }
  }

  private func edit(_ range: Range<Int>, _ numeral: String) -> Edit {
    Edit(
      span: range, replacement: numeral, rule: "characters/numeral", confidence: .certain,
      evidence: .pattern("a roman numeral"))
  }

  /// `p.Ill;`, `pp. Il-13`
  private func isPage(_ range: Range<Int>) -> Bool {
    let stop = range.lowerBound - (text.byte(range.lowerBound - 1) == .space ? 2 : 1)
    return text.byte(stop) == .fullStop
      && ["p", "pp"].contains(text.string(passage.letters(around: stop)))
      && endsNumber(range.upperBound)
  }

  /// Whether `Ill` or `Il` is a number rather than a word: `Vol. Ill of the book`, `Part Ill,`, `War Il.`;
  /// not `No Ill Will`.
  private func isNumberedWord(_ range: Range<Int>) -> Bool {
    let gap = range.lowerBound - 1
    guard text.byte(gap) == .space, endsNumber(range.upperBound) else { return false }
    if text.byte(gap - 1) == .fullStop { return isNumberedByName(range) }
    let label = passage.letters(around: gap)
    guard !label.isEmpty, text[label.lowerBound].isUpper else { return false }
    let name = text.string(label)
    if Self.regnal.contains(name) { return true }
    // A heading has capitals all over.
    let next = passage.word(after: range.upperBound)
    return (name == "War" || isNumberedByName(range))
      && next.map { !text[$0.lowerBound].isUpper } ?? true
  }

  /// Whether the word before, and a stop, name what is numbered.
  private func isNumberedByName(_ range: Range<Int>) -> Bool {
    var end = range.lowerBound
    if text.byte(end - 1) == .space { end -= 1 }
    if text.byte(end - 1) == .fullStop { end -= 1 }
    return end < range.lowerBound
      && Self.isNumbered(by: text.string(passage.letters(around: end - 1)))
  }

  /// Whether a word, or its abbreviation, names what is numbered.
  static func isNumbered(by word: String) -> Bool { numbered.contains(word.lowercased()) }

  private func endsNumber(_ end: Int) -> Bool {
    let after = text.byte(end)
    return after.isWhite || after == .hyphen || after == .closeBracket || after == .apostrophe
      || (".,;:".utf8.contains(after) && !text.byte(end + 1).isLetter)
  }

  /// The numeral that letters are when each l is an I, or each L, and an H two; `nil` where they are one
  /// as they stand, or none.
  private func numeral(_ range: Range<Int>) -> String? {
    // Nearly all words have another letter at once.
    guard range.allSatisfy({ Self.isNumeral(text[$0]) }), text[range].contains(where: \.isUpper),
      value(text[range]) == nil
    else { return nil }
    let one = UInt8(ascii: "I")
    let letters = text[range].flatMap { letter in
      switch letter {
      case UInt8(ascii: "l"), UInt8(ascii: "L"): [one]
      case UInt8(ascii: "H"): [one, one]
      default: [letter]
      }
    }
    return value(letters) == nil ? nil : String(decoding: letters, as: UTF8.self)
  }

  private func value(_ letters: some Sequence<UInt8>) -> Int? {
    var numeral = Folio.Numeral()
    for letter in letters { numeral.add(letter) }
    return numeral.value
  }

  /// `XIl`; `IIl` may be `Ill`, `Vl` a sign for something, `VIL` letters for words.
  private func isNumeralAlone(_ range: Range<Int>, _ numeral: String) -> Bool {
    range.count >= 3 && numeral != "III" && !text[range].contains { "HL".utf8.contains($0) }
  }

  /// `VIL. The Conference` at the beginning of a line.
  private func isHeading(_ range: Range<Int>) -> Bool {
    range.count >= 3 && passage.isLineStart(range.lowerBound)
      && text.byte(range.upperBound) == .fullStop && text.byte(range.upperBound + 1) == .space
      && text.byte(range.upperBound + 2).isUpper
  }

  /// `II/Vl`, `Vl(iii)`: a part of a reference.
  private func isLabel(_ range: Range<Int>) -> Bool {
    let (before, after) = (text.byte(range.lowerBound - 1), text.byte(range.upperBound))
    return before == UInt8(ascii: "/") || after == UInt8(ascii: "/") || after == .openBracket
  }

  /// Whether a label or what it belongs to says that a number stands here.
  private func isNumbered(_ range: Range<Int>) -> Bool {
    isLabel(range) || isNumberedByName(range)
  }

  /// Names that many rulers and popes bear.
  private static let regnal: Set<String> = [
    "Henry", "Charles", "Edward", "George", "Louis", "William", "Napoleon", "Richard", "James",
    "Frederick", "Philip", "Alexander", "Nicholas", "Leopold", "Pius", "Innocent", "Ivan", "Peter",
    "Otto", "Wilhelm", "Gustavus", "Francis", "Ferdinand", "Joseph", "Victor", "Catherine",
  ]
  @inline(__always)
  private static func isNumeral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "l"),
      UInt8(ascii: "L"), UInt8(ascii: "H"):
      true
    default: false
    }
  }

  private static let numbered: Set<String> = [
    "vol", "vols", "volume", "part", "book", "chapter", "chap", "ch", "section", "sect", "no",
    "article", "art", "appendix", "app", "doc", "table", "plate", "fig", "figure", "act", "scene",
    "canto", "bk", "pt", "tom",
  ]
}
