/// What binders read at the foot of a sheet's first leaves: its number or letter, with a short title
/// or a volume before it (`16*`, `A Short Title. 16`, `Vol. II. C`, `D 2`).
struct Signature {
  private enum Sheet {
    case number(Int)
    /// From 1 for B, and the leaf.
    case letter(Int, leaf: Int)
    /// A star marks the second leaf.
    case starred
  }

  private let sheet: Sheet
  /// Whether a title ends before the number: `A Short Title. 16`.
  let hasTitle: Bool

  var isStarred: Bool { if case .starred = sheet { true } else { false } }

  private static let longest = 60
  /// Pages of a sheet: numbers count octavo, letters other formats as well.
  private static let numbered = [16, 8]
  private static let lettered = [16, 8, 12, 24]
  /// Printers use no J, V and W, and begin the text with B.
  private static let letters = Array("BCDEFGHIKLMNOPQRSTUXYZ".utf8)

  /// Reads the last line of a page; `nil` where it is text.
  init?(_ index: Int, _ reader: LineReader) {
    let content = reader.lines[index].content
    guard content.count <= Self.longest, !reader.startsSmall(index) else { return nil }
    self.init(content, in: reader.text)
  }

  private init?(_ content: Range<Int>, in text: borrowing Text) {
    if Self.isStarred(content, in: text) {
      sheet = .starred
      hasTitle = false
      return
    }
    // The last word of nearly all lines is no number and no letter.
    let start = text.skipBack(from: content.upperBound, to: content.lowerBound) { !$0.isWhite }
    guard
      (content.upperBound - start <= 3 && text[start].isUpper)
        || (text[content.upperBound - 1] != .fullStop
          && Folio(start..<content.upperBound, in: text) != nil)
    else { return nil }
    var tokens: [Range<Int>] = []
    var at = content.lowerBound
    while at < content.upperBound {
      let end = text.skip(from: at, to: content.upperBound) { !$0.isWhite }
      tokens.append(at..<end)
      at = text.skip(from: end, to: content.upperBound, while: \.isWhite)
    }
    if let letter = Self.letter(tokens, in: text) {
      sheet = letter
      hasTitle = false
      return
    }
    // `A.H.F. 13 B`: the letter tells volumes or issues apart.
    if tokens.count >= 3, tokens[tokens.count - 1].count == 1,
      text[tokens[tokens.count - 1].lowerBound].isUpper
    {
      tokens.removeLast()
    }
    // Sentences end in numbers and a stop.
    guard tokens.count <= 8, text[content.upperBound - 1] != .fullStop, let last = tokens.last,
      let number = Folio(last, in: text), number.value > 1, number.value < 100
    else { return nil }
    sheet = .number(number.value)
    guard tokens.count > 1 else {
      hasTitle = false
      return
    }
    let title = content.lowerBound..<tokens[tokens.count - 2].upperBound
    let end = text[title.upperBound - 1]
    hasTitle =
      title.count { text[$0].isLetter } >= 4 && (end == .fullStop || end == .comma)
  }

  /// Whether the page with this number begins the sheet, or the leaf of it.
  func fits(_ folio: Int) -> Bool {
    switch sheet {
    case .number(let number): folio > 1 && Self.numbered.contains { folio == $0 * (number - 1) + 1 }
    case .letter(let number, let leaf):
      Self.lettered.contains { folio == $0 * (number - 1) + 2 * leaf - 1 }
    case .starred: true
    }
  }

  /// `16*` on the second leaf.
  private static func isStarred(_ content: Range<Int>, in text: Text) -> Bool {
    guard content.count <= 6, text[content.upperBound - 1] == .asterisk else { return false }
    let digits = content.count { text[$0].isDigit }
    let others = content.dropLast().count {
      !text[$0].isDigit && text[$0] != .fullStop && !text[$0].isBlank
    }
    return (digits == 1 || digits == 2) && others == 0
  }

  /// `B`, `B 2`, `BB`, `Vol. II. B`.
  private static func letter(_ tokens: [Range<Int>], in text: Text) -> Sheet? {
    guard !tokens.isEmpty, tokens.count <= 4 else { return nil }
    var tokens = tokens
    var leaf = 1
    if tokens.count > 1, let last = tokens.last, last.count == 1, text[last.lowerBound].isDigit {
      leaf = Int(text[last.lowerBound] - 0x30)
      tokens.removeLast()
    }
    guard (1...4).contains(leaf), let last = tokens.popLast() else { return nil }
    let core = text[last].last == .fullStop ? last.dropLast() : last
    guard core.count <= 2, let index = letters.firstIndex(of: text[core.lowerBound]),
      core.allSatisfy({ text[$0] == text[core.lowerBound] })
    else { return nil }
    if let first = tokens.first {
      let isVolume = text.has("VOL", at: first.lowerBound) || text.has("Vol", at: first.lowerBound)
      guard isVolume else { return nil }
    }
    // The alphabet of 23 letters begins again, doubled.
    return .letter(index + 1 + (core.count == 2 ? 23 : 0), leaf: leaf)
  }
}
