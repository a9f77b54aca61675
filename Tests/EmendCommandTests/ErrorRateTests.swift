import Emend
import Testing

/// The error rates against the slow, obvious definition.
@Suite struct ErrorRateTests {
  @Test func countsCharactersWithoutLayout() {
    let truth = ComparedText("an example of the press")
    let spaced = ComparedText(" an example\n\nof the\tpress \n")
    let same = ErrorRate(charactersOf: spaced, against: truth)
    #expect(same == ErrorRate(errors: 0, length: 23))
    let one = ErrorRate(charactersOf: ComparedText("an exarnple of tho press"), against: truth)
    #expect(one == ErrorRate(errors: 3, length: 23))
    #expect(one.description == "13.04 %")
    #expect(ErrorRate(charactersOf: ComparedText(""), against: truth).errors == 23)
    #expect(ErrorRate(charactersOf: truth, against: ComparedText("")).errors == 23)
  }

  @Test func countsWords() {
    let truth = ComparedText("an example of the press")
    let rate = ErrorRate(wordsOf: ComparedText("12 an exam- ple of press"), against: truth)
    #expect(rate == ErrorRate(errors: 4, length: 5))
  }

  @Test func countsHarm() {
    let accuracy = SampleResult.Accuracy(
      scan: Array("the rnan was old , so he said".utf8),
      output: Array("the man vas old, so hesaid".utf8),
      truth: Array("the man was old, so he said".utf8))
    // "was", "he" and "said" were right.
    #expect(accuracy.harmed == 3)
    #expect(accuracy.words.before.errors == 3)
    #expect(accuracy.words.after.errors == 3)
  }

  @Test(arguments: 1...300 as ClosedRange<UInt64>) func equalsTheTable(seed: UInt64) {
    var bytes = RandomBytes(seed: seed)
    let alphabet = Array("ab é")
    func text() -> String {
      String((0..<Int(bytes.next() % 24)).map { _ in alphabet[Int(bytes.next()) % 4] })
    }
    let (a, b) = (ComparedText(text()), ComparedText(text()))
    let (x, y) = (Self.characters(a), Self.characters(b))
    #expect(ErrorRate(charactersOf: a, against: b).errors == Self.distance(x, y))
  }

  /// Beyond some thousand errors another algorithm takes over.
  @Test(arguments: [4090, 4100, 6000]) func equalsTheTableFarApart(count: Int) {
    var bytes = RandomBytes(seed: UInt64(count))
    func text(_ letters: Range<UInt8>) -> String {
      String(
        decoding: (0..<count).map { _ in letters.lowerBound + bytes.next() % UInt8(letters.count) },
        as: UTF8.self)
    }
    let (a, b) = (text(0x61..<0x65), text(0x63..<0x67))
    let swapped = ErrorRate(charactersOf: ComparedText(b), against: ComparedText(a)).errors
    let errors = ErrorRate(charactersOf: ComparedText(a), against: ComparedText(b)).errors
    #expect(errors == swapped)
    let none = ErrorRate(
      charactersOf: ComparedText(String(repeating: "x", count: count)),
      against: ComparedText(String(repeating: "y", count: count + 70)))
    #expect(none.errors == count + 70)
  }

  private static func characters(_ text: ComparedText) -> [Unicode.Scalar] {
    Array(text.words.joined(separator: " ").unicodeScalars)
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for x in a {
      var diagonal = row[0]
      row[0] += 1
      for (j, y) in b.enumerated() {
        let best = min(diagonal + (x == y ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = best
      }
    }
    return row[b.count]
  }
}
