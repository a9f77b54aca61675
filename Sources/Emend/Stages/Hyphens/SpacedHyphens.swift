/// Words that an earlier joining of lines left with a hyphen and a space inside: `gov- ernment`, `self- taught`.
///
/// What copies text out of a PDF file, and most programs that make one line of a paragraph, leave them so. A hyphen before
/// a space may also be a suspended one (`pre- and post-war`) or a dash (`the end- they thought`), so that it takes more to
/// join than at a line end: a known word, whose halves are none unless the text shows that it has many.
struct SpacedHyphens {
  private let window: Window

  init(_ window: Window) { self.window = window }

  /// A place with what the judge says of it.
  private struct Place {
    let word: DividedWord
    let verdict: BreakVerdict
    /// Whether both halves are words by themselves.
    let areWords: Bool

    /// Whether a known word is divided, and nothing but a divided word explains it.
    var isSign: Bool { verdict.joint == .solid && isKnown && !areWords }

    /// Whether the text or the lexicon has what the halves make.
    var isKnown: Bool {
      switch verdict.evidence {
      case .inDocument, .inLexicon: verdict.confidence == .certain
      default: false
      }
    }
  }

  /// - Parameters:
  ///   - hyphens: their offsets.
  ///   - judge: that of the line ends, which are known to him.
  func propose(at hyphens: [Int], by judge: inout BreakJudge, into edits: inout [Edit]) {
    var places: [Place] = []
    for at in hyphens where window.text.byte(at + 1) == .space {
      guard let word = word(at), let verdict = judge.verdict(of: word) else { continue }
      places.append(Place(word: word, verdict: verdict, areWords: areWords(word)))
    }
    let isShown = places.count(where: \.isSign) >= Self.fewest
    for place in places {
      guard let confidence = confidence(of: place, isShown: isShown) else { continue }
      edits.append(edit(place, confidence))
      if confidence == .certain, place.verdict.joint == .solid {
        judge.joined.add(.solid(place.word.solidHash))
      }
    }
  }

  private func confidence(of place: Place, isShown: Bool) -> Confidence? {
    switch place.verdict.joint {
    case .solid:
      if place.isSign { return .certain }
      if place.areWords { return place.isKnown && isShown ? .certain : nil }
      // `Mil- yukov`: the halves are no words, and nothing knows the whole.
      return place.verdict.confidence == .certain ? (isShown ? .certain : .likely) : nil
    case .hyphen:
      guard place.isKnown else { return nil }
      return isShown ? .certain : .likely
    default: return nil
    }
  }

  private func edit(_ place: Place, _ confidence: Confidence) -> Edit {
    let start = place.word.headRange.upperBound + (place.verdict.keepsHyphen ? 1 : 0)
    return Edit(
      span: start..<place.word.tailRange.lowerBound, replacement: "", rule: "hyphens/spaced",
      confidence: confidence, evidence: place.verdict.evidence)
  }

  /// The halves beside a hyphen, two letters each at least.
  private func word(_ at: Int) -> DividedWord? {
    let text = window.text
    let head = text.lettersStart(before: at)..<at
    let tail =
      at + 2..<text.skipLetters(from: at + 2, to: Swift.min(text.count, at + 2 + Self.longest))
    guard head.count >= 2, tail.count >= 2, head.count <= Self.longest,
      text[tail.lowerBound].isLower || text[tail.lowerBound].isUpper,
      !Self.joinsWords.contains(text.byte(head.lowerBound - 1)),
      text.byte(tail.upperBound) != .hyphen,
      // An ellipsis of the first of two compounds.
      !isSuspended(before: tail)
    else { return nil }
    return DividedWord(
      in: text, head: head, chain: head, tail: tail, tailGoesOn: false, lineEnd: .hyphen,
      isInterrupted: false, isIndented: false, line: window.layout.line(at: at))
  }

  /// `two- to threefold`, `sea- as well as land-borne`
  private func isSuspended(before tail: Range<Int>) -> Bool {
    Self.suspending.contains(tail, of: window.text)
  }

  private func areWords(_ word: DividedWord) -> Bool {
    [word.headHash, word.tailHash].allSatisfy {
      let flags = window.lexicon.entry($0).flags
      return flags.contains(.word) && !flags.contains(.rare)
    }
  }

  /// Signs that show a text to have many.
  private static let fewest = 3
  private static let longest = 40
  private static let joinsWords = ByteSet("-/_.@'".utf8)
  private static let suspending = ShortWords([
    "and", "or", "nor", "to", "as", "but", "und", "oder", "bis", "et", "ou", "en", "e", "y", "i",
    "oraz", "lub",
  ])
}
