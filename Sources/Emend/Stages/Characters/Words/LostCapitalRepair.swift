/// Restores the capital of a name that was read as the small letter: `every american`, `in india`, `the anglo-Soviet
/// treaty`.
///
/// Of typed capitals some are hardly larger than the small letter. Only what English never writes in small letters, in a
/// text that has it with its capital; for texts that are known to be misread.
struct LostCapitalRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// Measured on scans whose truth is known: of 21 none was wrong.
  /// - Complexity: O(suspects), and O(*n*) where the text has compounds of peoples.
  func propose(into edits: inout [Edit]) {
    // By the hash of the word.
    var small: [UInt64: [Range<Int>]] = [:]
    for suspect in passage.survey.suspects where suspect.kind == .unknown && suspect.isInLexicon {
      let range = suspect.range
      guard range.count >= Self.shortest, text[range.lowerBound].isLower else { continue }
      let entry = passage.lexicon.entry(suspect.hash)
      guard entry.flags.contains(.name), entry.flags.isDisjoint(with: .foreign),
        entry.frequency >= Self.usual
      else { continue }
      small[suspect.hash, default: []].append(range)
    }
    var found: [Edit] = []
    for (hash, places) in small {
      let capitals = passage.window.usage(of: hash).count - places.count
      guard isLost(places.count, of: capitals) else { continue }
      for range in places
      where passage.stands(range) && !passage.mayBePart(range) && !passage.isHalfOfWord(range)
        && passage.isProse(at: range.lowerBound)
        && !passage.isForeign(around: range, unknownIsForeign: false)
      {
        found.append(edit(range, capitals))
      }
    }
    compounds(losesOthers: !found.isEmpty, into: &found)
    // A writer or a typist drops one in a book.
    guard found.count * Self.wordsForEach >= passage.survey.words else { return }
    edits += found.sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  /// `anglo-Soviet`.
  /// - Parameter losesOthers: whether the text has lost the capital of another name.
  private func compounds(losesOthers: Bool, into edits: inout [Edit]) {
    guard Self.peoples.contains(where: { passage.window.usage(of: $0).count > 0 }) else { return }
    var small: [Range<Int>] = []
    var capitals = 0
    var at = -1
    while true {
      at = text.next(in: Self.hyphens, from: at + 1, to: text.count)
      // The first pages tell whether the machine loses capitals at all.
      if at >= text.count || (at > Self.firstPages && small.isEmpty && !losesOthers) { break }
      guard text.byte(at - 1) == UInt8(ascii: "o"), text.byte(at + 1).isUpper else { continue }
      let first = text.lettersStart(before: at)..<at
      if Self.capitals.contains(first, of: text) {
        capitals += 1
      } else if Self.small.contains(first, of: text), text.byte(first.lowerBound - 1).isWhite {
        small.append(first)
      }
    }
    guard isLost(small.count, of: capitals) else { return }
    for range in small where !passage.isForeign(around: range, unknownIsForeign: false) {
      edits.append(edit(range, capitals))
    }
  }

  /// Whether a text that has a name with its capital so often lost that of the others.
  private func isLost(_ small: Int, of capitals: Int) -> Bool {
    capitals > 0 && capitals * 2 >= small
  }

  private func edit(_ range: Range<Int>, _ count: Int) -> Edit {
    let letters = text.string(range)
    let name = letters.prefix(1).uppercased() + letters.dropFirst()
    return Edit(
      span: range.lowerBound..<range.lowerBound + 1, replacement: String(name.prefix(1)),
      rule: "characters/lost-capital", confidence: .certain,
      evidence: .inDocument(name, count: count))
  }

  /// Words for each lost capital, of a machine that loses them.
  private static let wordsForEach = 3_000
  /// Letters of the shortest name.
  private static let shortest = 4
  /// Frequency of a usual word, in the lexicon's unit.
  private static let usual = 150
  /// What a compound of two peoples begins with.
  private static let peoples = [
    "anglo", "austro", "franco", "graeco", "greco", "indo", "italo", "russo", "serbo", "sino",
  ]
  private static let small = ShortWords(peoples)
  private static let capitals = ShortWords(
    peoples.map { $0.prefix(1).uppercased() + $0.dropFirst() })
  private static let hyphens = FewBytes("-".utf8)
  /// Bytes by which a text shows such compounds, if its machine makes them.
  private static let firstPages = 100_000
}
