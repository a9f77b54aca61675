import Testing

@testable import Emend

@Suite struct FolioTests {
  private func folio(_ line: String, roman: Bool = true) -> Folio? {
    let text = Text(line)
    return Folio(0..<text.count, in: text, roman: roman)
  }

  @Test(arguments: [
    ("12", 12), ("l2", 12), ("1O4", 104), ("- 12 -", 12), ("[7]", 7), ("— 109 —", 109), ("1 2", 12),
    ("44:", nil), ("2.8", 28), ("iv", 4), ("XIX", 19), ("xl", 40), ("lxxxviii", 88),
    // Words, ranges and amounts.
    ("io", nil), ("so", nil), ("civil", nil), ("dim", nil), ("mild", nil), ("mix", nil),
    ("Iv", nil), ("iix", nil), ("12-14", nil), ("1,234", nil), ("12345", nil), ("", nil),
    ("-", nil),
  ])
  func readsNumbers(line: String, value: Int?) {
    #expect(folio(line)?.value == value)
  }

  @Test(arguments: 1..<100) func readsEveryNumeralThatItWrites(value: Int) {
    #expect(folio(Folio.roman(value)) == folio(Folio.roman(value).uppercased()))
    #expect(value >= 90 || folio(Folio.roman(value))?.value == value)
    #expect(folio(Folio.roman(value), roman: false)?.isRoman != true)
  }

  @Test(arguments: UInt8.min...UInt8.max) func knowsThePartsOfNumbers(byte: UInt8) {
    let isPart = Folio.digit(byte) != nil || Folio.isMark(byte) || "vVxXL".utf8.contains(byte)
    #expect(Folio.mayBePart(byte) == isPart)
  }

  @Test(arguments: [
    ("12", true), ("  « 12 » ", true), ("A HEAD 1l", true), ("xiv A HEAD", true), ("A HEAD", false),
    ("is 'O»", true), ("\u{2014}", false), ("", false), ("of the year 1938 again", false),
    ("A HEAD, 12", true),
    ("so to say", true), ("so that this is a line of text", false), ("a12b", false),
  ])
  func tellsLinesThatMayHaveANumber(line: String, may: Bool) {
    let text = Text(line)
    #expect(RunningLine.mayHaveNumber(0..<text.count, in: text) == may)
  }
}
