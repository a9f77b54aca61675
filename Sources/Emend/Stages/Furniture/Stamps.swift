/// Single lines that a download service or a scanning project stamped on every page.
enum Stamps {
  static func find(in reader: LineReader) -> [Removal] {
    var out: [Removal] = []
    for index in reader.lines.indices where !reader.lines[index].isBlank {
      let content = reader.lines[index].content
      guard content.count < 200, Boilerplate.standard.mayBeStamp(content, in: reader.text) else {
        continue
      }
      let score = Boilerplate.standard.score(
        ofStamp: Boilerplate.fold(reader.text[content]))
      guard score > 0 else { continue }
      out.append(
        Removal(
          lines: index..<index + 1, rule: "furniture/stamp", confidence: .certain,
          evidence: .boilerplate(score: score)))
    }
    return out
  }
}
