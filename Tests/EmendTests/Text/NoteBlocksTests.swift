import Testing

@testable import Emend

@Suite struct NoteBlocksTests {
  @Test(
    arguments: [
      ("1. Ibid., p. 4", 1), ("12) See above", 12), ("3 . Ibid", 3), ("* 7. Ibid", 7),
      ("4, Ibid", 4),
      ("\u{B9}\u{B2} Ibid", 12), ("5. 'The", 5), ("6) (see", 6), ("7. École", 7),
      // A number of the text, a time, a list in small letters, a year.
      ("1. ibid", nil), ("12 See", nil), ("1939. The", nil), ("0. The", nil), ("Ibid. 1", nil),
      ("1.5 million", nil), ("", nil), ("\u{B9}\u{B2}", nil), ("10.30 o'clock", nil),
    ] as [(String, Int?)])
  func readsLabels(line: String, number: Int?) {
    let text = Text(line)
    #expect(NoteLabels.label(at: 0..<text.count, in: text) == number)
  }

  /// Found by fuzzing: what looks like a number of many digits ended the program.
  @Test(arguments: ["S", "o", "1", "\u{B9}"]) func endlessNumbersAreNoLabels(digit: String) {
    for count in [3, 4, 19, 62] {
      let text = Text(String(repeating: digit, count: count) + ") See")
      let number = NoteLabels.misreadLabel(at: 0..<text.count, in: text)
      #expect(number == (digit == "S" && count == 3 ? 555 : nil))
      #expect(
        NoteLabels.label(at: 0..<text.count, in: text) == (digit == "1" && count == 3 ? 111 : nil))
    }
  }

  private func blocks(_ lines: String) -> [Range<Int>] {
    let text = Text(String(lines.map { $0 == "⏎" ? "\n" : $0 == "␌" ? "\u{C}" : $0 }))
    var evidence = DocumentEvidence(for: .english)
    evidence.lines.add(Layout(of: text), of: text)
    let window = Window(text: text, evidence: evidence, lexicon: .english, isFirst: true)
    for line in window.layout.lines.indices {
      let expected = window.notes.blocks.first { $0.contains(line) }
      #expect(window.notes.block(ofLine: line) == expected)
    }
    return window.notes.blocks
  }

  @Test(
    arguments: [
      ("body⏎more⏎⏎1. Ibid⏎2. Ibid⏎", [3..<5]), ("body⏎⏎4) Ibid⏎and on⏎5) See⏎␌next⏎", [2..<5]),
      ("body⏎1. Ibid⏎␌next⏎⏎2. Ibid⏎", [1..<2, 4..<5]), ("body⏎more⏎", []),
      // A label that does not count up begins the block: what stands before is a list.
      ("body⏎1. Apples⏎2. Pears⏎text⏎9. Ibid⏎10. See⏎", [4..<6]),
      // A label that was misread between two that were not, and alone between those of other pages.
      ("body⏎4) Ibid⏎S) See⏎6) Ibid⏎", [1..<4]),
      ("body⏎4) Ibid⏎␌body⏎more⏎S) See⏎␌body⏎6) Ibid⏎", [1..<2, 4..<5, 6..<7]),
      ("body⏎4) Ibid⏎␌body⏎more⏎S) See⏎␌body⏎8) Ibid⏎", [1..<2, 6..<7]),
      // A star asks for its note; two are emphasis, or a list.
      ("body,* and⏎more⏎* The clerk⏎␌body⏎", [2..<3]),
      ("body *word* and⏎* The clerk⏎␌body⏎", []), ("body and⏎* The clerk⏎␌body⏎", []),
      // Without a stop a label asks for its marker: glued to a word, to a mark, to a year.
      ("body.1 and⏎more2 so⏎1 Ibid⏎and on⏎2 See⏎", [2..<5]),
      ("in 1932.7 Then⏎7 Ibid⏎␌next'8⏎8 'Ibid'⏎", [1..<2, 3..<4]),
      // The second label, or its marker, was misread.
      ("one.1 two.z three.3⏎1 Ibid⏎2 See⏎3 See⏎", [1..<4]),
      ("one.1 two.2 three.3⏎1 Ibid⏎z See⏎3 See⏎", [1..<4]),
      // A table, a folio, decimals, a number that stands behind the line, or that no line is glued to.
      ("body⏎1 Apples⏎2 Pears⏎", []), ("body.1 and⏎12 THE HEAD⏎", []),
      ("1.5 of 2,304 and 3 men⏎5 Ibid⏎304 Ibid⏎3 Ibid⏎", []), ("body⏎1 Ibid⏎text.1 and⏎", []),
      ("1 Ibid⏎", []), ("body.1 and⏎1 ibid⏎", []), ("body.1 and⏎01 Ibid⏎", []),
      // A folio with its head between the text and the notes, and below them.
      ("12 THE HEAD⏎body.1 and⏎1 Ibid⏎", [2..<3]), ("body.1 and⏎1 Ibid⏎12 THE HEAD⏎", [1..<3]),
      // A page may be all notes, from the first on.
      ("1. Ibid⏎2. Ibid⏎", [0..<2]), ("6. Ibid⏎", []),
    ] as [(String, [Range<Int>])])
  func standAtTheFeetOfPages(lines: String, expected: [Range<Int>]) {
    #expect(blocks(lines) == expected)
  }

  @Test(
    arguments: [
      ("S) See", 5), ("1O. Ibid", 10), ("lS) 'The", 15), ("I. Introduction", nil),
      ("S. Clerk", nil), ("so) The", 50), ("5) See", nil), ("S) see", nil),
    ] as [(String, Int?)])
  func readsMisreadLabels(line: String, number: Int?) {
    let text = Text(line)
    #expect(NoteLabels.misreadLabel(at: 0..<text.count, in: text) == number)
  }

  @Test(
    arguments: [
      ("ended.\u{B9}\u{B2} Then", [12]), ("ended.3) Then it (no. 4) was\u{B2}", [3, 2]),
      ("(a) 5) Five", []), ("in 1939) and", []), ("", []),
    ] as [(String, [Int])])
  func readsMarkers(line: String, markers: [Int]) {
    let text = Text(line)
    let layout = Layout(of: text)
    let labels = NoteLabels(text: text, layout: layout)
    #expect(labels.markers(in: layout.lines.indices) == markers)
  }
}
