import Emend

/// Misreads the words of a line: confusions, quotation marks, spaces before stops.
struct WordMisreader {
  private static let channel = try! ConfusionChannel()

  /// Whether digits behind words are references, so that no mark is read as one.
  let digitsAreMarkers: Bool

  /// One word with its punctuation, perhaps misread; at most one damage.
  func read(_ word: String, ledger: inout DamageLedger) -> [DamagePiece] {
    if let quote = quote(word, ledger: &ledger) { return quote }
    if let core = Self.core(of: word), ledger.strikes(.confusion),
      let misread = Self.channel.misread(
        String(word[core]), avoiding: { Lexicon.english.entry($0).isKnown }, using: &ledger.random)
    {
      return Self.replace(core, of: word, by: misread, ledger.open(.confusion))
    }
    if word.hasSuffix("."), word.dropLast().last?.isLetter == true, word.utf8.count > 4,
      ledger.strikes(.spaceBeforeStop)
    {
      let stop = word.index(before: word.endIndex)
      return [
        .kept(String(word[..<stop])),
        DamagePiece(damaged: " ", truth: "", damage: ledger.open(.spaceBeforeStop)), .kept("."),
      ]
    }
    return [.kept(word)]
  }

  private func quote(_ word: String, ledger: inout DamageLedger) -> [DamagePiece]? {
    guard let at = word.firstIndex(of: "'") else { return nil }
    let isOpening = at == word.startIndex
    let behind = word[word.index(after: at)...]
    // An apostrophe inside a word is none of these.
    guard isOpening || behind.first?.isLetter != true, ledger.strikes(.quote) else { return nil }
    let signs =
      isOpening
      ? ["*", "f", "*"] : digitsAreMarkers ? ["*"] : ["1", "1", "*"]
    return Self.replace(
      at..<word.index(after: at), of: word, by: ledger.pick(signs), ledger.open(.quote))
  }

  /// The letters of a word in small letters, four at least, with nothing but stops around them.
  private static func core(of word: String) -> Range<String.Index>? {
    guard let start = word.firstIndex(where: \.isLetter) else { return nil }
    let end = word[start...].firstIndex { !$0.isLetter } ?? word.endIndex
    let core = word[start..<end]
    guard start == word.startIndex, core.count >= 4,
      core.allSatisfy({ $0.isASCII && $0.isLowercase }),
      word[end...].allSatisfy({ ".,;:".contains($0) })
    else { return nil }
    return start..<end
  }

  private static func replace(
    _ range: Range<String.Index>, of word: String, by misread: String, _ damage: Int
  ) -> [DamagePiece] {
    [
      .kept(String(word[..<range.lowerBound])),
      DamagePiece(damaged: misread, truth: String(word[range]), damage: damage),
      .kept(String(word[range.upperBound...])),
    ].filter { !$0.damaged.isEmpty || $0.damage != nil }
  }
}
