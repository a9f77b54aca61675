import EmendTestSupport
import Testing

@testable import Emend

@Suite struct SurveyRevisionTests {
  /// The counts of a document with this text.
  private static func counts(of text: Text) -> DocumentCounts {
    var surveyor = WordSurveyor(
      lexicon: .english, counts: DocumentCounts(for: .english), counting: true)
    _ = surveyor.survey(text)
    return surveyor.counts
  }

  /// What is carried over a revision equals what a new survey finds.
  @Test(arguments: 0..<120) func equalsASurveyOfTheNewText(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "the", "govern", "ment", " ", " ", "\n", "\n\n", " .", ",", "-", "fthe", "Gennan", "é", "’",
      "1",
      "*", "(1)", "m", " s ", "Doc .No.", "wIth", "\u{FB01}", "x1y", "'", " -", "Litvinoff",
    ]
    let old = Text((0..<200).map { _ in pieces.randomElement(using: &generator)! }.joined())
    var edits: [Edit] = []
    var at = 0
    // A third of the texts lose their end.
    let last = seed.isMultiple(of: 3) ? old.count * 2 / 3 : old.count
    while at < last {
      at += Int.random(in: 1...60, using: &generator)
      while at < old.count, old[at].isContinuation { at += 1 }
      var end = min(old.count, at + Int.random(in: 0...6, using: &generator))
      while end < old.count, old[end].isContinuation { end += 1 }
      guard at < old.count else { break }
      edits.append(
        Edit(
          span: at..<end, replacement: (pieces + ["", ""]).randomElement(using: &generator)!,
          rule: "hyphens/soft", confidence: .certain, evidence: .insideSentence))
      at = end + 1
    }
    while at < old.count, old[at].isContinuation { at += 1 }
    if last < old.count, at < old.count {
      edits.append(
        Edit(
          span: at..<old.count, replacement: "", rule: "hyphens/soft", confidence: .certain,
          evidence: .insideSentence))
    }
    let (new, revision) = Revision.apply(edits, to: old)
    let carried = Self.survey(old).revised(
      by: revision, to: new, lexicon: .english, counts: Self.counts(of: old))
    let fresh = Self.survey(new)
    #expect(carried.marks == fresh.marks)
    #expect(carried.suspects == fresh.suspects)
  }

  /// Parts of a text that are too many to be read at once.
  @Test func readsManyParts() {
    let words = "the Gennan .fthe wIth’s x1y "
    let old = Text(String(repeating: words, count: 4000))
    let size = words.utf8.count
    let edits = (0..<4000).map { number in
      Edit(
        span: number * size + 4..<number * size + 5, replacement: "g", rule: "hyphens/soft",
        confidence: .certain, evidence: .insideSentence)
    }
    let (new, revision) = Revision.apply(edits, to: old)
    let carried = Self.survey(old).revised(
      by: revision, to: new, lexicon: .english, counts: Self.counts(of: old))
    let fresh = Self.survey(new)
    #expect(carried.marks == fresh.marks)
    #expect(carried.suspects == fresh.suspects)
    #expect(carried.suspects.count >= 8000)
  }

  /// The end of a text is no white space beside which a region could end.
  @Test func takesAwayTheLastWords() {
    let old = Text("the fthe Gennan \u{FB01}x wIth x1y")
    for start in [0, 4, 9, 16] {
      let edit = Edit(
        span: start..<old.count, replacement: "", rule: "furniture/download-sheet",
        confidence: .certain, evidence: .insideSentence)
      let (new, revision) = Revision.apply([edit], to: old)
      let carried = Self.survey(old).revised(
        by: revision, to: new, lexicon: .english, counts: Self.counts(of: old))
      let fresh = Self.survey(new)
      #expect(carried.marks == fresh.marks)
      #expect(carried.suspects == fresh.suspects)
    }
  }

  private static func survey(_ text: Text) -> Survey {
    var surveyor = WordSurveyor(
      lexicon: .english, counts: DocumentCounts(for: .english), counting: false)
    return surveyor.survey(text)
  }
}
