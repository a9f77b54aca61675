/// Restores roman numerals whose I was read as l: `Chapter VIl`, `Vol. IIl`, `App. Vl(iii)`.
struct NumeralRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// - Complexity: O(*n*) in suspects.
  func propose(into edits: inout [Edit]) {
    for suspect in passage.survey.suspects
    where suspect.kind == .unknown || suspect.kind == .mixedCase {
      let range = suspect.range
      guard range.count >= 2, let numeral = numeral(range), passage.stands(range) || isLabel(range)
      else { continue }
      // `IIl` may be `Ill`, `Vl` a sign for something.
      guard isNumbered(range) || (range.count >= 3 && numeral != "III") else { continue }
      edits.append(
        Edit(
          span: range, replacement: numeral, rule: "characters/numeral", confidence: .certain,
          evidence: .pattern("a roman numeral")))
    }
  }

  /// The numeral that letters are when each l is an I; `nil` where none is, or nothing else.
  private func numeral(_ range: Range<Int>) -> String? {
    // Nearly all words have another letter at once.
    guard range.allSatisfy({ Self.isNumeral(text[$0]) }) else { return nil }
    let letters = text[range].map { $0 == UInt8(ascii: "l") ? UInt8(ascii: "I") : $0 }
    guard !text[range].elementsEqual(letters), text[range].contains(where: \.isUpper) else {
      return nil
    }
    var numeral = Folio.Numeral()
    for letter in letters { numeral.add(letter) }
    guard numeral.value != nil else { return nil }
    return String(decoding: letters, as: UTF8.self)
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

  @inline(__always)
  private static func isNumeral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "l"): true
    default: false
    }
  }

  private static let numbered: Set<String> = [
    "vol", "vols", "volume", "part", "book", "chapter", "chap", "ch", "section", "sect", "no",
    "article", "art", "appendix", "app", "doc", "table", "plate", "fig", "figure", "act", "scene",
    "canto", "bk", "pt", "tom",
  ]
}
