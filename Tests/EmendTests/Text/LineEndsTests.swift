import CScan
import EmendTestSupport
import Testing

@testable import Emend

/// What is said of the ends of lines by bits is what a look at each says.
@Suite struct LineEndsTests {
  @Test(arguments: [CSCAN_PORTABLE, CSCAN_AVX2, CSCAN_AVX512])
  func tellsTheEndsOfLines(set: Int) {
    cscan_limit(Int32(set))
    defer { cscan_limit(Int32(CSCAN_AVX512)) }
    var random = SeededGenerator(seed: 62)
    let pieces = [
      "", " ", "a", "ab", "-", "é", "word.", "  12", "a line of text- x", "of some words -",
      "a line that goes on ", "another one=\t", String(repeating: "and on ", count: 6),
      String(repeating: "x", count: 180), String(repeating: "y", count: 300) + ";", "\u{C}",
    ]
    for count in 1..<150 {
      let text = Text(
        (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined(separator: "\n"))
      let lines = Layout(of: text).lines
      let ends = LineEnds(lines, of: text)
      func expect(
        _ set: (cscan_line_ends) -> UInt64, _ condition: (Line, UInt8) -> Bool,
        _ location: SourceLocation = #_sourceLocation
      ) {
        let found = ends.lines(where: set)
        for (index, line) in lines.enumerated() {
          let isIn = !line.isBlank && condition(line, text[line.content.upperBound - 1])
          #expect(found.contains(index) == isIn, sourceLocation: location)
        }
      }
      expect(\.content) { _, _ in true }
      expect(\.indented) { line, _ in line.leading > 0 }
      expect(\.two) { line, _ in line.content.count >= 2 }
      expect(\.full) { line, _ in line.content.count >= 40 }
      expect(\.brief) { line, _ in line.content.count <= 16 }
      expect(\.broad) { line, _ in line.content.count <= 180 }
      expect(\.letter) { _, end in end.isLetter }
      expect(\.figure) { _, end in end.isDigit || end == .comma }
      expect(\.sign) { _, end in "-=~".utf8.contains(end) || end.isHigh }
      expect(\.stop) { _, end in ".,-;:?!".utf8.contains(end) }
      expect(\.open) { line, _ in text.byte(line.content.upperBound).isBlank }
      expect(\.dirty) { line, _ in
        let before = text.byte(line.content.upperBound - 2)
        return line.content.count > 4 && (before == .hyphen || before.isBlank)
      }
      let padded = ends.lines(where: \.padded)
      for (index, line) in lines.enumerated() {
        #expect(padded.contains(index) == (line.isBlank && line.start != line.end))
      }
    }
  }
}
