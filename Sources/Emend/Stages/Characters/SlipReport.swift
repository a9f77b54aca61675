/// Reports misspellings that no misreading explains: they are the author's or the printer's, and stay.
///
/// A stroke of the typist is told by its kinds (Damerau 1964): a letter left out, added, doubled or
/// changed, or two letters exchanged.
struct SlipReport {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// Looks up some hundred words for each unknown one, so it is for runs whose journal is read.
  /// - Parameters:
  ///   - spans: where other repairs propose something, in text order.
  ///   - isMisread: whether misreadings are to be expected: a changed or lost letter is one then.
  func propose(outside spans: [Range<Int>], isMisread: Bool, into edits: inout [Edit]) {
    for suspect in passage.survey.suspects where suspect.kind == .unknown {
      let range = suspect.range
      guard range.count >= 5, range.count <= 24, text[range].allSatisfy(\.isLower),
        passage.stands(range), !range.touchesAny(of: spans), !passage.isHalfOfWord(range),
        !passage.isForeign(around: range)
      else { continue }
      let letters = Array(text[range])
      guard !passage.isSpelling(letters), let usual = usualSpelling(letters, isMisread) else {
        continue
      }
      edits.append(
        Edit(
          span: range, replacement: usual, rule: "characters/sic", confidence: .doubtful,
          evidence: .pattern("no misreading explains it")))
    }
  }

  /// The one usual word that is a stroke away.
  private func usualSpelling(_ word: [UInt8], _ isMisread: Bool) -> String? {
    var best: (word: [UInt8], frequency: Int)?
    var second = 0
    // Most slips are letters doubled, not doubled or exchanged: eight times as likely as others.
    func take(_ made: [UInt8], isUsualSlip: Bool = false) {
      let entry = passage.lexicon.entry(WordHash.of(made))
      guard entry.flags.contains(.word), !entry.flags.contains(.rare), made != best?.word else {
        return
      }
      let frequency = entry.frequency + (isUsualSlip ? 21 : 0)
      if frequency > best?.frequency ?? 0 {
        second = best?.frequency ?? 0
        best = (made, frequency)
      } else {
        second = Swift.max(second, frequency)
      }
    }
    func changed(_ range: Range<Int>, to letters: [UInt8]) -> [UInt8] {
      var made = word
      made.replaceSubrange(range, with: letters)
      return made
    }
    for at in word.indices {
      if at > 0, word[at] != word[at - 1] {
        take(changed(at - 1..<at + 1, to: [word[at], word[at - 1]]), isUsualSlip: true)
      }
      take(changed(at..<at, to: [word[at]]), isUsualSlip: true)
      // A letter more at either end is half a word or a mark.
      if at > 0, at < word.count - 1 { take(changed(at..<at + 1, to: [])) }
      guard !isMisread, at > 0 else { continue }
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        take(changed(at..<at, to: [letter]))
        take(changed(at..<at + 1, to: [letter]))
      }
    }
    // Four times as usual as the next one: 14 in the lexicon's unit.
    guard let best, best.frequency >= Self.leastFrequency, best.frequency >= second + 14 else {
      return nil
    }
    return String(decoding: best.word, as: UTF8.self)
  }

  private static let leastFrequency = 140
}
