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
  ///   - hyphens: the offsets of plain ones.
  ///   - judge: that of the line ends, which are known to him.
  func propose(at hyphens: [Int], by judge: inout BreakJudge, into edits: inout [Edit]) {
    let text = window.text
    var marks = hyphens.filter { text.byte($0 + 1) == .space }.map { $0..<$0 + 1 }
    appendOthers(to: &marks)
    let places = marks.compactMap { mark -> Place? in
      guard let word = word(mark), let verdict = judge.verdict(of: word) else { return nil }
      return Place(word: word, verdict: verdict, areWords: areWords(word))
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

  /// Soft hyphens, those that FineReader writes for them (U+00AC), and U+2010, before a space.
  private func appendOthers(to marks: inout [Range<Int>]) {
    let text = window.text
    text.forEachOffset(of: 0xC2) { at in
      if text.byte(at + 2) == .space, [0xAC, 0xAD].contains(text.byte(at + 1)) {
        marks.append(at..<at + 2)
      }
    }
    text.forEachOffset(of: 0xE2) { at in
      if text.byte(at + 3) == .space, text.byte(at + 1) == 0x80, text.byte(at + 2) == 0x90 {
        marks.append(at..<at + 3)
      }
    }
  }

  private func edit(_ place: Place, _ confidence: Confidence) -> Edit {
    let head = place.word.headRange.upperBound
    let tail = place.word.tailRange.lowerBound
    // What is no plain hyphen becomes one.
    let isPlain = window.text[head] == .hyphen
    let isKept = place.verdict.keepsHyphen
    return Edit(
      span: (isKept && isPlain ? head + 1 : head)..<tail,
      replacement: isKept && !isPlain ? "-" : "", rule: "hyphens/spaced", confidence: confidence,
      evidence: place.verdict.evidence)
  }

  /// The halves beside a hyphen, two letters each at least.
  private func word(_ mark: Range<Int>) -> DividedWord? {
    let text = window.text
    let head = text.lettersStart(before: mark.lowerBound)..<mark.lowerBound
    let start = mark.upperBound + 1
    let tail =
      start..<text.skipLetters(from: start, to: Swift.min(text.count, start + Self.longest))
    guard head.count >= 2, tail.count >= 2, head.count <= Self.longest,
      text[tail.lowerBound].isLower || text[tail.lowerBound].isUpper,
      !Self.joinsWords.contains(text.byte(head.lowerBound - 1)),
      text.byte(tail.upperBound) != .hyphen,
      // An ellipsis of the first of two compounds.
      !isSuspended(before: tail)
    else { return nil }
    return DividedWord(
      in: text, head: head, chain: head, tail: tail, tailGoesOn: false, lineEnd: .hyphen,
      isInterrupted: false, isIndented: false, line: window.layout.line(at: mark.lowerBound))
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
