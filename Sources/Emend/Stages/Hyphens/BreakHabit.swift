/// Whether the lines of a text end in hyphens that stand in it anyway, and in no others.
///
/// What was never hyphenated, as a page of the web or a typescript, is wrapped behind the hyphens of its compounds:
/// `anti-⏎capitalist` is no `anticapitalist` there, whatever the lexicon has. Where words are hyphenated, nearly all
/// breaks leave a half that is no word by itself.
struct BreakHabit {
  /// Whether the hyphens are known to be those of compounds.
  private let keepsHyphens: Bool
  private let lexicon: Lexicon
  /// Hyphens at line ends before small letters of which one or the other is certain.
  private var decided = 0
  /// Those that divide a word.
  private var dividing = 0
  /// Those that go, although both halves may be words.
  private var doubted = 0

  init(_ lexicon: Lexicon, keepsHyphens: Bool = false) {
    self.lexicon = lexicon
    self.keepsHyphens = keepsHyphens
  }

  /// Whether the lines would be read anew with the hyphens kept.
  ///
  /// Measured: 87 to 98 % of what is decided divides a word in print that is hyphenated (176 pages, books and articles),
  /// 19 % where the OCR engine has rejoined most, 0 to 7 % where only compounds are divided.
  var asksToKeepHyphens: Bool {
    !keepsHyphens && doubted > 0 && decided >= Self.least
      && dividing * Self.shareOfDividing <= decided
  }

  /// What becomes of a verdict on a word behind which a hyphen is printed.
  /// - Parameter isFirst: whether the word is asked about for the first time.
  mutating func weigh(
    _ verdict: BreakVerdict, of word: DividedWord, isFirst: Bool
  ) -> BreakVerdict {
    guard keepsHyphens || (isFirst && dividing < Self.enough), verdict.confidence == .certain,
      !word.text.scalar(at: word.tailRange.lowerBound).scalar.isUppercase,
      // U+00AD and U+00AC stand in no compound.
      word.text.byte(word.headRange.upperBound) != 0xC2
    else { return verdict }
    guard verdict.joint == .solid else {
      decided += 1
      return verdict
    }
    let isPart =
      lexicon.entry(word.headHash).isUsualWord
      || !HyphenTables.english.prefix(word.headHash).isEmpty
    let tailIsWord = lexicon.entry(word.tailHash).isUsualWord
    let isWord = lexicon.entry(word.solidHash).isUsualWord
    if isWord ? isPart && tailIsWord : isPart || tailIsWord {
      doubted += 1
      return keepsHyphens
        ? .init(.hyphen, .certain, .pattern("the lines divide compounds only")) : verdict
    }
    decided += 1
    dividing += 1
    return verdict
  }

  /// Hyphens that show how a text is wrapped.
  private static let least = 5
  /// One in so many may divide a word.
  private static let shareOfDividing = 12
  /// Divided words behind which no more are looked at: a window has hardly as many lines as would outweigh them.
  private static let enough = 100
}
