/// What a download service or a scanning project stamped on every page: a line that says so by
/// itself, or one that many pages have, and the lines beside it that go on.
enum Stamps {
  /// Bytes of a stamp: longer lines are paragraphs.
  private static let longest = 600
  /// Lines that begin alike where one of them may be an author's.
  private static let often = 3
  /// Lines of a notice, at most: longer paragraphs are text.
  private static let longestNotice = 8
  /// Lines beside a stamp that may belong to it, on each side.
  private static let reach = 4

  static func find(in reader: LineReader) -> [Removal] {
    let boilerplate = Boilerplate.standard
    var scores: [Int: Int] = [:]
    var repeated: [Int: [Int]] = [:]
    let lines = reader.lines
    let text = reader.text
    for index in boilerplate.mayBeStamps(lines, in: text) {
      let content = lines[index].content
      guard content.count < longest else { continue }
      let line = Boilerplate.fold(reader.text[content])
      switch boilerplate.stamp(line, startsSmall: reader.startsSmall(index)) {
      case .line(let score): scores[index] = score
      case .often(let phrase):
        if reader.isIsolated(index) { repeated[phrase, default: []].append(index) }
      case .notice(let phrase):
        for line in notice(phrase, from: index, reader) {
          scores[line] = boilerplate.phrases[phrase].score
        }
      case nil: break
      }
    }
    for (phrase, lines) in repeated where lines.count >= often {
      for line in lines { scores[line] = Boilerplate.standard.phrases[phrase].score }
    }
    // A stamp of several lines, from the one that is sure outwards.
    for index in scores.keys.sorted() {
      for step in [1, -1] {
        var at = index
        for _ in 0..<reach {
          let next =
            step > 0
            ? reader.layout.nextText(after: at)
            : reader.layout.previousText(before: at)
          guard let next, abs(next - at) <= 2, scores[next] == nil,
            reader.lines[next].content.count < longest,
            Boilerplate.standard.isBesideStamp(
              Boilerplate.fold(reader.text[reader.lines[next].content]))
          else { break }
          scores[next] = scores[index]
          at = next
        }
      }
    }
    return scores.sorted { $0.key < $1.key }.map { line, score in
      Removal(
        lines: line..<line + 1, rule: "furniture/stamp", confidence: .certain,
        evidence: .boilerplate(score: score))
    }
  }

  /// The lines of the paragraph that a line begins, if it is the notice of that phrase.
  private static func notice(_ phrase: Int, from start: Int, _ reader: LineReader) -> Range<Int> {
    var end = start
    var paragraph: [UInt8] = []
    while end < reader.lines.count, !reader.lines[end].isBlank,
      end == start || !reader.beginsWithFormFeed(end)
    {
      guard end - start < longestNotice else { return start..<start }
      paragraph += Boilerplate.fold(reader.text[reader.lines[end].content]) + [.space]
      end += 1
    }
    return Boilerplate.standard.isNotice(paragraph, phrase: phrase) ? start..<end : start..<start
  }
}
