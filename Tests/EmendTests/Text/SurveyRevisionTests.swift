import EmendTestSupport
import Testing

@testable import Emend

@Suite struct SurveyRevisionTests {
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
    let carried = Self.survey(old).revised(by: revision, to: new, lexicon: .english)
    let fresh = Self.survey(new)
    #expect(carried.marks == fresh.marks)
    #expect(carried.suspects == fresh.suspects)
  }

  private static func survey(_ text: Text) -> Survey {
    var surveyor = WordSurveyor(
      lexicon: .english, counts: DocumentCounts(for: .english), counting: false)
    return surveyor.survey(text)
  }
}
