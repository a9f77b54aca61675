/// Reads the words of bad scans that no single confusion explains, by the sentences in which they
/// stand: `necss arv to effect that object`, `a d.v dend`, `reprmentativc`.
///
/// Runs behind `CharacterRepair`, and only where what is likely is applied: the words that are read
/// already are the ground on which the others are.
struct SentenceRepair: Stage {
  let id = StageID.characters

  /// Words from which on the end of a sentence ends a stretch, and words that end one in any case.
  private static let (fewWords, mostWords) = (30, 400)

  func propose(for window: Window, into edits: inout [Edit]) {
    guard window.isHeavilyMisread, window.evidence.prose.isEnglish,
      !window.evidence.prose.isTechnical
    else { return }
    let text = window.text
    let passage = Passage(window)
    let reader = SentenceReader(passage)
    var words: [SentenceWord] = []
    func read() {
      if !words.isEmpty { Sentence(words, passage, reader).propose(into: &edits) }
      words.removeAll(keepingCapacity: true)
    }
    var at = 0
    while at < text.count {
      let start = text.skip(from: at, while: \.isWhite)
      let end = text.skip(from: start) { !$0.isWhite }
      guard start < end else { break }
      if text[at..<start].count(where: { $0 == .newline }) > 1 { read() }
      SentenceWord.append(start..<end, of: text, to: &words)
      let isEnd = ".!?".utf8.contains(text[end - 1])
      if words.count >= (isEnd ? Self.fewWords : Self.mostWords) { read() }
      at = end
    }
    read()
  }
}
