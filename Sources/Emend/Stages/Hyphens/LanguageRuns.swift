/// Tells the language of a passage by its function words and its letters.
///
/// A document may quote another language for a paragraph; what a hyphen means there goes by the
/// lines around it, not by the document.
struct LanguageRuns {
  private let window: Window
  private let layout: Layout
  /// Of the lines read last, each in the place of its number: divided words stand near each other.
  private var scores = [(line: Int, score: Score)](
    repeating: (-1, Score()), count: LanguageRuns.remembered)
  private static let remembered = 64

  init(_ window: Window) {
    self.window = window
    layout = window.layout
  }

  /// The language of the lines around a line; `nil` where nothing tells.
  mutating func language(ofLine line: Int) -> Language? {
    guard layout.lines.indices.contains(line) else { return nil }
    var score = self.score(ofLine: line)
    var before = line
    var after = line
    for _ in 0..<Self.reach {
      if let previous = layout.previousText(before: before) {
        before = previous
        score.add(self.score(ofLine: previous))
      }
      if let next = layout.nextText(after: after) {
        after = next
        score.add(self.score(ofLine: next))
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

    mutating func add(_ other: Score) {
      english += other.english
      french += other.french
      german += other.german
      polish += other.polish
    }

    mutating func add(_ languages: UInt8) {
      if languages == 0 { return }
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

  private mutating func score(ofLine line: Int) -> Score {
    let place = line % Self.remembered
    if scores[place].line == line { return scores[place].score }
    let score = Self.score(of: layout.lines[line].content, in: window.text, .standard)
    scores[place] = (line, score)
    return score
  }

  private static func score(
    of content: Range<Int>, in text: Text, _ functionWords: FunctionWordLanguages
  ) -> Score {
    var score = Score()
    var at = content.lowerBound
    while at < content.upperBound {
      let start = at
      // A letter that English lacks tells once for its word.
      var telling: UInt8 = 0
      while true {
        at = Swift.min(text.lettersEnd(from: at), content.upperBound)
        guard at < content.upperBound, text[at].isHigh else { break }
        if (0xC3...0xC5).contains(text[at]) { telling |= Self.languages(ofLetterAt: at, in: text) }
        at += 1
      }
      score.add(telling)
      if at > start, at - start <= Self.longest {
        score.add(functionWords.languages(of: text.hash(start..<at)))
      }
      at += 1
    }
    return score
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
}
