/// Reads words with a sign or digit inside: `govern~ent`, `Pol>tburo`.
///
/// Certain where the sign is one that no English word has (`Oliph&nt`), or where it stands between letters
/// that nothing else makes a word (`protec.tion`, `massac1es`).
struct GarbledWordRepair {
  private let passage: Passage
  private let reader: GarbledWordReader
  private var text: Text { passage.text }

  init(_ passage: Passage) {
    self.passage = passage
    reader = GarbledWordReader(passage)
  }

  func propose(into edits: inout [Edit]) {
    let isThorough = passage.window.least <= .likely
    let (stroke, v) = (UInt8(ascii: "/"), UInt8(ascii: "v"))
    // Held: each time they are asked of the type or the passage it takes longer than the look.
    let (telling, parting, text) = (Self.telling, Self.parting, passage.text)
    var places = passage.survey.marks.compactMap { mark in
      let (at, sign) = (Int(mark), text[Int(mark)])
      // Nearly all strokes stand in numbers: `FO 371/4713`.
      return isThorough || telling.contains(sign) && (sign != stroke || text.byte(at - 1) == v)
        ? at : nil
    }
    for suspect in passage.survey.suspects where suspect.kind != .flagged {
      let word = suspect.range
      // `protec.tion`, `at1ocious`
      guard
        isThorough
          || parting.contains(text.byte(word.upperBound))
            && text.byte(word.upperBound + 1).isLower
          || parting.contains(text.byte(word.lowerBound - 1))
            && text.byte(word.lowerBound - 2).isLetter
      else { continue }
      places.append(word.lowerBound)
    }
    places.sort()
    var done = 0
    for at in places where at >= done {
      let start = text.skipBack(from: at, to: Swift.max(done, at - Self.longest)) { !$0.isWhite }
      let end = text.skip(from: at, to: at + Self.longest) { !$0.isWhite }
      done = Swift.max(end, at + 1)
      // The same tokens whatever place in them is met first.
      guard end - start <= Self.longest, text.byte(start - 1).isWhite, text.byte(end).isWhite,
        let (core, sign) = core(of: start..<end)
      else { continue }
      if let best = reader.read(core, asTwo: telling.contains(sign)) {
        edits.append(reader.edit(core, best, isSure(core, sign, best) ? .certain : .likely))
      } else if isThorough, !telling.contains(sign), let best = reader.read(core, asTwo: true) {
        edits.append(reader.edit(core, best, .likely))
      }
    }
  }

  /// Measured on texts whose truth is known.
  private func isSure(_ core: Range<Int>, _ sign: UInt8, _ best: LikeliestWord) -> Bool {
    guard passage.isProse(at: core.lowerBound) else { return false }
    guard Self.telling.contains(sign) else {
      return isBetweenLetters(core, sign) && reader.isOnlyReading(best, of: core)
    }
    // `Oliph&nt`: a word of the lexicon, and nothing else.
    if !best.hasRival, core.count >= 6, best.frequency > 0 { return true }
    guard best.count >= 2 || best.frequency >= 160 else { return false }
    // `v/ere`: a letter of that shape.
    if best.margin >= 10 || sign == UInt8(ascii: "/") { return true }
    // `leve^`, `ver&`: one letter for one sign, and a word beside asks for it.
    if best.word.count == core.count,
      WordContext(passage, around: core).sides(of: best.hash) > 0
    {
      return true
    }
    // `agent#`: behind a word a sign may be dirt as well.
    return text[core.upperBound - 1].isLetter && best.margin >= 8
      && WordContext(passage, around: core).sides(of: best.hash) > 0
  }

  /// `protec.tion`, `massac1es`: neither half is a word that a space was lost behind (`price6d`), and one at least is a
  /// suspect, by which the place is found.
  ///
  /// An apostrophe is a letter of transliterated Russian.
  private func isBetweenLetters(_ core: Range<Int>, _ sign: UInt8) -> Bool {
    guard sign != .apostrophe, text[core.lowerBound].isLetter, text[core.upperBound - 1].isLetter
    else { return false }
    let head = core.lowerBound..<text.lettersEnd(from: core.lowerBound)
    let tail = text.skipBack(from: core.upperBound, while: \.isLetter)..<core.upperBound
    let (first, last) = (passage.entry(head), passage.entry(tail))
    return !reader.isWhole(head, first) && !reader.isWhole(tail, last)
      && (head.count > 1 && !first.isKnown || tail.count > 1 && !last.isKnown)
  }

  /// A token without the marks around it, and its sign, if it is letters but for one sign or two digits.
  private func core(of token: Range<Int>) -> (core: Range<Int>, sign: UInt8)? {
    let start = text.skip(from: token.lowerBound, to: token.upperBound) {
      Self.opening.contains($0)
    }
    var end = text.skipBack(from: token.upperBound, to: start) { Self.closing.contains($0) }
    // `Ge~any.8)`: with the number of a note.
    let number = text.skipBack(from: end, to: start, while: \.isDigit)
    if number < end, end < token.upperBound, number - 1 > start, text[number - 1] == .fullStop {
      end = number - 1
    }
    let core = start..<end
    guard core.count >= 4, core.count <= 24 else { return nil }
    guard let first = core.first(where: { !text[$0].isLetter }),
      let last = core.last(where: { !text[$0].isLetter }),
      first == last || (first + 1 == last && text[first].isDigit && text[last].isDigit),
      core.count - (last + 1 - first) >= 3, Self.signs.contains(text[first]),
      core.dropFirst().allSatisfy({ !text[$0].isUpper })
    else { return nil }
    let head = core.lowerBound..<first
    let tail = last + 1..<core.upperBound
    let isRare = GarbledWordReader.rare.contains(text[first])
    // `policy2`, `2nd`, `her.head`: what stands beside is whole without it.
    if head.isEmpty || tail.isEmpty {
      let rest = head.isEmpty ? tail : head
      let isStroke = head.isEmpty && GarbledWordReader.strokes.contains(text[first])
      // `leve^`, `asses^`: a letter, or dirt.
      if isRare, tail.isEmpty, rest.count >= 4 || rest.count == 3 && !passage.isPlainWord(rest) {
        return mayGoOn(core) ? nil : (core, text[first])
      }
      guard isStroke ? rest.count >= 3 : text[first].isDigit && rest.count >= 4,
        !passage.entry(rest).isKnown
      else { return nil }
      return (core, text[first])
    }
    if text[first] == UInt8(ascii: "/"), text[first - 1] != UInt8(ascii: "v") { return nil }
    // `GE` is an abbreviation, `Ge` half of a word.
    if passage.entry(head).isKnown, passage.entry(tail).isKnown, head.count > 1 || tail.count > 1,
      head.count > 2 || passage.entry(head).flags.contains(.word)
    {
      return nil
    }
    // `invitat[ion]`: an editor's.
    if text[first] == UInt8(ascii: "["),
      text[core.upperBound..<token.upperBound].contains(UInt8(ascii: "]"))
    {
      return nil
    }
    return isElision(head, tail) ? nil : (core, text[first])
  }

  /// `compre+⏎hensive`: whether a sign at the end of a line may have been a hyphen.
  private func mayGoOn(_ core: Range<Int>) -> Bool {
    guard passage.isLineEnd(core.upperBound), let next = passage.word(after: core.upperBound) else {
      return false
    }
    return text[next.lowerBound].isLower && !passage.isPlainWord(next)
  }

  /// `ne'er`, `they'll`, `d'Orsay`, `ask'd`: an apostrophe that stands for letters or joins two words.
  private func isElision(_ head: Range<Int>, _ tail: Range<Int>) -> Bool {
    guard text[head.upperBound] == .apostrophe else { return false }
    return tail.count <= 2 || head.count == 1
      || ["qu", "th", "ev", "pow", "flow", "show", "tow", "heav", "giv"].contains(
        text.string(head).lowercased())
  }

  private static let opening = ByteSet("(\"'*".utf8)
  private static let closing = ByteSet(".,;:?!)]\"'*-".utf8)
  /// Signs that no word of prose has inside, and the stroke of a w: `v/ere`.
  private static let telling = ByteSet((GarbledWordReader.rareSigns + "/").utf8)
  private static let partingSigns = GarbledWordReader.rareSigns + "/.*!;[]0123456789"
  /// Signs that part letters nowhere in prose, but for a full stop that lost its space.
  private static let parting = ByteSet(partingSigns.utf8)
  private static let signs = ByteSet((partingSigns + "'").utf8)
  /// Longest token that is looked at, in bytes.
  private static let longest = 40
}
