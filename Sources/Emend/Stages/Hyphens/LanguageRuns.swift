/// Tells the language of a passage by its function words and its letters.
///
/// A document may quote another language for a paragraph; what a hyphen means there goes by the
/// lines around it, not by the document.
struct LanguageRuns {
  private let window: Window

  init(_ window: Window) {
    self.window = window
  }

  /// The language of the lines around a line; `nil` where nothing tells.
  func language(ofLine line: Int) -> Language? {
    var score = Score()
    guard window.layout.lines.indices.contains(line) else { return nil }
    count(line, into: &score)
    var before = line
    var after = line
    for _ in 0..<Self.reach {
      if let previous = window.layout.previousText(before: before) {
        before = previous
        count(previous, into: &score)
      }
      if let next = window.layout.nextText(after: after) {
        after = next
        count(next, into: &score)
      }
    }
    return score.language(else: window.evidence.prose.isEnglish ? .english : nil)
  }

  /// Lines read on each side: a short quotation must not be outvoted by what surrounds it.
  private static let reach = 3

  /// Function words and telling letters, by language.
  private struct Score {
    var english = 0
    var french = 0
    var german = 0
    var polish = 0

    mutating func add(_ languages: UInt8) {
      english += Int(languages & 1)
      french += Int(languages >> 1 & 1)
      german += Int(languages >> 2 & 1)
      polish += Int(languages >> 3 & 1)
    }

    func language(else other: Language?) -> Language? {
      let best = max(french, german, polish)
      guard best >= 3, best > english else { return english > 0 ? .english : other }
      return best == polish ? .polish : best == german ? .german : .french
    }
  }

  private func count(_ line: Int, into score: inout Score) {
    let text = window.text
    let content = window.layout.lines[line].content
    var at = content.lowerBound
    while at < content.upperBound {
      let start = at
      // A letter that English lacks tells once for its word.
      var telling: UInt8 = 0
      while at < content.upperBound, text[at].isLetter || text[at].isHigh {
        if (0xC3...0xC5).contains(text[at]) {
          telling |= Self.languages(ofLetterAt: at, in: text)
        }
        at += 1
      }
      score.add(telling)
      if at > start, at - start <= Self.longest {
        let word = text[start..<at]
        let hash =
          word.contains(where: \.isHigh)
          ? WordHash.of(text.string(start..<at)) : WordHash.folding(word)
        if let languages = Self.functionWords[hash] { score.add(languages) }
      }
      at += 1
    }
  }

  /// The languages that use a letter beyond ASCII, as bits of `Score.add`.
  private static func languages(ofLetterAt offset: Int, in text: Text) -> UInt8 {
    switch text.scalar(at: offset).scalar {
    case "ä", "ö", "ü", "ß", "Ä", "Ö", "Ü": 4
    case "à", "â", "ç", "è", "é", "ê", "ë", "î", "ï", "ô", "ù", "û", "œ", "À", "É", "È": 2
    case "ą", "ć", "ę", "ł", "ń", "ś", "ź", "ż", "Ł", "Ś", "Ż": 8
    default: 0
    }
  }

  /// Bytes of the longest function word.
  private static let longest = 12

  private static let functionWords: [UInt64: UInt8] = {
    var words: [UInt64: UInt8] = [:]
    let bits: [String: UInt8] = ["en": 1, "fr": 2, "de": 4, "pl": 8]
    for row in TextTable(embedded: "hyphens/function-words.tsv").rows {
      for word in row[1].split(separator: " ") {
        words[WordHash.of(String(word)), default: 0] |= bits[row[0]] ?? 0
      }
    }
    return words
  }()
}
