import CScan
import EmendTestSupport
import Testing

@testable import Emend

@Suite struct LayoutTests {
  @Test func findsTheLinesThatSplittingFinds() {
    var random = SeededGenerator(seed: 21)
    let pieces = ["\n", "\n", "\r\n", " ", "\t", "\u{C}", "a", "bc d", "é", "\0"]
    for seed in 0..<200 {
      let source = (0..<seed / 4).map { _ in pieces.randomElement(using: &random)! }.joined()
      let text = Text(source)
      var expected = Array(source.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
      // A line feed ends a line; nothing stands behind the last.
      if expected.last?.isEmpty == true { expected.removeLast() }
      let layout = Layout(of: text)
      #expect(layout.lines.map { Array(text.bytes[$0.start..<$0.end]) } == expected.map(Array.init))
      for (line, bytes) in zip(layout.lines, expected) {
        let content = bytes.drop(while: Self.isWhite)
        let end = content.lastIndex { !Self.isWhite($0) }.map { $0 + 1 } ?? content.startIndex
        #expect(
          Array(text.bytes[line.content]) == Array(content[..<end]), "\(source.debugDescription)")
        #expect(line.isBlank == content.isEmpty)
        #expect(line.leading + line.content.count + line.trailing == bytes.count)
      }
      for offset in 0..<text.count {
        let line = layout.lines[layout.line(at: offset)]
        #expect((line.start...line.end).contains(offset))
      }
    }
  }

  /// Every instruction set finds the same lines.
  @Test func isTheSameOnEachInstructionSet() {
    var random = SeededGenerator(seed: 22)
    for length in 0..<300 {
      let text = Text(
        (0..<length).map { _ in "\n\n a\t\u{C}bc".utf8.randomElement(using: &random)! })
      let expected = Layout(of: text).lines.map {
        [$0.start, $0.end] + [$0.content.lowerBound, $0.content.upperBound]
      }
      for instructions in [CSCAN_PORTABLE, CSCAN_AVX2, CSCAN_AVX512] {
        var lines = [cscan_line](repeating: cscan_line(), count: length + 1)
        let count = unsafe cscan_lines_with(
          Int32(instructions), text.storage, text.count, &lines, lines.count)
        if count < 0 { continue }
        #expect(
          lines[..<count].map {
            [Int($0.start), Int($0.end), Int($0.content_start), Int($0.content_end)]
          } == expected)
      }
    }
  }

  @Test func holdsLinesThatAreShorterThanUsual() {
    #expect(Layout(of: Text(String(repeating: "\n", count: 5000) + "a")).lines.count == 5001)
  }

  @Test func theLastBreakIsTheSameOnEachInstructionSet() {
    defer { cscan_limit(Int32(CSCAN_AVX512)) }
    var random = SeededGenerator(seed: 23)
    for length in 0..<300 {
      let most = length % 2 == 0 ? 2 : 100
      let bytes = (0..<length).map { _ -> UInt8 in
        Int.random(in: 0..<most, using: &random) == 0
          ? [10, 12].randomElement(using: &random)! : 97
      }
      for instructions in [CSCAN_PORTABLE, CSCAN_AVX2, CSCAN_AVX512] {
        cscan_limit(Int32(instructions))
        let found = unsafe cscan_last_break(bytes, bytes.count)
        #expect(found == bytes.lastIndex { $0 != 97 } ?? -1)
      }
    }
  }

  @Test func findsTheTextBeforeAndBehind() {
    let layout = Layout(of: Text("a\n\n \nb\n"))
    #expect(layout.nextText(after: 0) == 3)
    #expect(layout.nextText(after: 3) == nil)
    #expect(layout.previousText(before: 3) == 0)
    #expect(layout.previousText(before: 0) == nil)
    #expect(Layout(of: Text("")).lines.isEmpty)
  }

  /// What is carried over a revision equals what the new text shows.
  @Test(arguments: 0..<60) func isCarriedOverARevision(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = ["\n", "\n\n", " \n", "a", "bc", " ", "\u{C}", "\r\n", ""]
    for length in 0..<40 {
      let old = Text((0..<length).map { _ in pieces.randomElement(using: &random)! }.joined())
      var edits: [Edit] = []
      var at = Int.random(in: 0...4, using: &random)
      while at <= old.count {
        let end = min(old.count, at + Int.random(in: 0...5, using: &random))
        edits.append(
          Edit(
            span: at..<end, replacement: pieces.randomElement(using: &random)!,
            rule: "hyphens/soft", confidence: .certain, evidence: .insideSentence))
        at = end + Int.random(in: 1...12, using: &random)
      }
      let (new, revision) = Revision.apply(edits, to: old)
      let carried = Layout(Layout(of: old), revisedBy: revision, to: new)
      #expect(carried.lines == Layout(of: new).lines, "\(old.string.debugDescription)")
    }
  }

  private static func isWhite(_ byte: UInt8) -> Bool {
    [0x20, 0x09, 0x0A, 0x0C, 0x0D, 0].contains(byte)
  }
}
