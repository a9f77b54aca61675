/// Replaces a word that is a likely misreading of another one which its neighbours ask for.
struct RealWordRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  private static let confusables: [String: String] = Dictionary(
    TextTable(embedded: "en/confusables.tsv").rows.map { ($0[0], $0[1]) },
    uniquingKeysWith: { a, _ in a })

  /// `in tum,`: a word that its neighbours do not know, whose likely original they do.
  func propose(_ range: Range<Int>, in damage: Damage, into edits: inout [Edit]) {
    let asRead = passage.hash(range)
    let entry = passage.lexicon.entry(asRead)
    guard entry.flags.contains(.confusable), text[range].allSatisfy(\.isLower) else { return }
    guard let intended = Self.confusables[text.string(range)], passage.stands(range),
      text.byte(range.upperBound) != .apostrophe
    else { return }
    let asPrinted = WordHash.of(intended)
    let context = WordContext(passage, around: range)
    let printed = passage.lexicon.entry(asPrinted)
    let gain =
      context.bits(of: asPrinted, frequency: printed.frequency)
      - context.bits(of: asRead, frequency: entry.frequency)
    let sides = context.sides(of: asPrinted)
    guard gain >= 9, sides > 0, context.sides(of: asRead) == 0,
      !passage.isForeign(around: range), !passage.isHalfOfWord(range)
    else { return }
    // No article or conjunction ends a sentence.
    let isLast = passage.word(after: range.upperBound) == nil
    if isLast, printed.frequency >= 200 { return }
    let isRareWord = entry.frequency < 140
    let confidence: Confidence =
      if gain >= 12, sides == 2 || isRareWord, damage.expectsMisreadings {
        .certain
      } else if sides == 2 ? gain >= (damage.expectsMisreadings ? 10 : 15) : isRareWord {
        .likely
      } else {
        .doubtful
      }
    edits.append(
      Edit(
        span: range, replacement: intended, rule: "characters/real-word", confidence: confidence,
        evidence: .context(intended)))
  }
}
