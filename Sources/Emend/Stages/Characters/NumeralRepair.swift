/// Restores roman numerals whose I was read as l or L, or two as H: `Chapter VIl`, `Vol. IIL`, `Part HI`.
struct NumeralRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// - Complexity: O(*n*) in suspects.
  func propose(into edits: inout [Edit]) {
    for suspect in passage.survey.suspects
    where suspect.kind != .flagged && suspect.kind != .single {
      let range = suspect.range
      guard range.count >= 2, let numeral = numeral(range), passage.stands(range) || isLabel(range)
      else { continue }
      guard isNumbered(range) || isHeading(range) || isNumeralAlone(range, numeral) else {
        continue
      }
      edits.append(
        Edit(
          span: range, replacement: numeral, rule: "characters/numeral", confidence: .certain,
          evidence: .pattern("a roman numeral")))
    }
  }

  /// The numeral that letters are when each l is an I, or each L, and an H two; `nil` where they are one
  /// as they stand, or none.
  private func numeral(_ range: Range<Int>) -> String? {
    guard text[range].allSatisfy(Self.letters.contains), text[range].contains(where: \.isUpper),
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
    if isLabel(range) { return true }
    var start = range.lowerBound
    guard text.byte(start - 1) == .space else { return false }
    start -= 1
    if text.byte(start - 1) == .fullStop { start -= 1 }
    return Self.numbered.contains(
      text.string(passage.letters(around: start - 1)).lowercased())
  }

  private static let letters = ByteSet("IVXlLH".utf8)
  private static let numbered: Set<String> = [
    "vol", "vols", "volume", "part", "book", "chapter", "chap", "ch", "section", "sect", "no",
    "article", "art", "appendix", "app", "doc", "table", "plate", "fig", "figure", "act", "scene",
    "canto", "bk", "pt", "tom",
  ]
}
