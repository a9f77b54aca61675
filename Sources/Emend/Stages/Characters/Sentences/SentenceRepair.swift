/// Reads the words of bad scans that no single confusion explains, by the sentences in which they
/// stand: `necss arv to effect that object`, `a d.v dend`, `reprmentativc`.
///
/// Reads the text as the likely edits of the stage leave it: the words that are read already are the
/// ground on which the others are.
struct SentenceRepair {
  private let window: Window

  /// Words from which on the end of a sentence ends a stretch, and words that end one in any case.
  private static let (fewWords, mostWords) = (30, 400)

  init(_ window: Window) { self.window = window }

  /// Proposes readings; what is less sure than certain gives way to one that takes it in.
  func propose(into edits: inout [Edit]) {
    let (revised, revision) = Revision.apply(Self.applied(edits), to: window.text)
    let certain = edits.spans(atLeast: .certain)
    var readings: [Edit] = []
    for edit in self.readings(of: revised) {
      let span = revision.oldSpan(of: edit.span)
      guard !span.touchesAny(of: certain) else { continue }
      let whole = revision.newSpan(of: span)
      readings.append(
        Edit(
          span: span,
          replacement: revised.string(whole.lowerBound..<edit.span.lowerBound) + edit.replacement
            + revised.string(edit.span.upperBound..<whole.upperBound),
          rule: edit.rule, confidence: edit.confidence, evidence: edit.evidence))
    }
    let spans = readings.map(\.span)
    edits.removeAll { $0.confidence < .certain && $0.span.touchesAny(of: spans) }
    edits += readings
  }

  /// The edits that are applied where what is likely is: of those that overlap the surer, then the
  /// earlier.
  private static func applied(_ edits: [Edit]) -> [Edit] {
    var taken: [Edit] = []
    for level in [Confidence.certain, .likely] {
      let surer = taken.map(\.span)
      var end = 0
      for edit in edits.sorted(by: { $0.span.lowerBound < $1.span.lowerBound })
      where edit.confidence == level && edit.span.lowerBound >= end
        && !edit.span.touchesAny(of: surer)
      {
        taken.append(edit)
        end = edit.span.upperBound
      }
      taken.sort { $0.span.lowerBound < $1.span.lowerBound }
    }
    return taken
  }

  private func readings(of text: Text) -> [Edit] {
    let passage = Passage(
      Window(
        text: text, evidence: window.evidence, lexicon: window.lexicon, isFirst: window.isFirst,
        least: window.least))
    let reader = SentenceReader(passage)
    var edits: [Edit] = []
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
    return edits
  }
}
