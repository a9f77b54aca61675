import CScan
import EmendTestSupport
import Testing

@testable import Emend

/// Sets of lines answer as a look at each line does.
@Suite struct LineSetTests {
  private func lines(seed: UInt64) -> (set: LineSet, members: Set<Int>, count: Int) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...200, using: &random)
    // Dense, and with whole words of nothing.
    let share = [2, 90][Int(seed % 2)]
    let members = Set((0..<count).filter { _ in Int.random(in: 0..<share, using: &random) == 0 })
    var words = [UInt64](repeating: 0, count: (count + 63) / 64)
    for line in members { words[line / 64] |= 1 << UInt64(line % 64) }
    return (LineSet(words: words), members, count)
  }

  @Test(arguments: 0..<20) func findsAndCounts(seed: UInt64) {
    let (set, members, count) = lines(seed: seed)
    for start in 0...count {
      for end in stride(from: start, through: count, by: 7) {
        let inside = members.filter { (start..<end).contains($0) }
        #expect(set.next(from: start, to: end) == inside.min() ?? end)
        #expect(set.last(in: start..<end) == inside.max())
        #expect(set.count(in: start..<end) == inside.count)
        #expect(
          set.nextMissing(from: start, to: end)
            == (start..<end).first { !members.contains($0) } ?? end)
      }
    }
  }

  @Test(arguments: 0..<20) func findsTheLastThatIsMissing(seed: UInt64) {
    let (set, members, count) = lines(seed: seed)
    for end in 0...count {
      #expect(set.lastMissing(before: end) == (0..<end).last { !members.contains($0) } ?? -1)
    }
    var all: [Int] = []
    set.forEachLine { all.append($0) }
    #expect(all == members.sorted())
  }

  @Test(arguments: 0..<20) func moves(seed: UInt64) {
    let (set, members, count) = lines(seed: seed)
    for distance in [1, 2, 3, 4, 63] {
      let moved = set.shifted(by: distance)
      for line in 0..<count {
        #expect(moved.contains(line) == members.contains(line - distance))
      }
    }
    for line in 0..<count {
      #expect(set.shiftedBack.contains(line) == members.contains(line + 1))
      let run = (1...4).map { members.contains(line - $0) }
      let isBehindThree = !members.contains(line) && run == [true, true, true, false]
      #expect(set.behindThree.contains(line) == isBehindThree)
    }
  }

  @Test func joinsAndTakesAway() {
    let (first, a, count) = lines(seed: 4)
    var second = first.shifted(by: 3)
    let b = Set((0..<count).filter(second.contains))
    #expect((0..<count).filter(first.subtracting(second).contains) == a.subtracting(b).sorted())
    second.formUnion(first)
    #expect((0..<count).filter(second.contains) == a.union(b).sorted())
    second.insert(count - 1)
    second.formIntersection(first)
    #expect((0..<count).filter(second.contains) == a.sorted())
  }

  @Test(arguments: [CSCAN_PORTABLE, CSCAN_AVX2, CSCAN_AVX512])
  func tellsKindsOfLines(set: Int) {
    cscan_limit(Int32(set))
    defer { cscan_limit(Int32(CSCAN_AVX512)) }
    var random = SeededGenerator(seed: 61)
    let pieces = [
      "", " ", " a", "word", "\t12", "é", "(1) b", "\u{C}", " \u{C}x", "  y", "[Page 1]", "--",
    ]
    for count in 0..<150 {
      let text = Text(
        (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined(separator: "\n"))
      let layout = Layout(of: text)
      for (index, line) in layout.lines.enumerated() {
        let first = line.isBlank ? nil : text[line.content.lowerBound]
        #expect(layout.blank.contains(index) == line.isBlank)
        #expect(layout.odd.contains(index) == first.map { !$0.isLetter } ?? false)
        #expect(layout.led.contains(index) == (line.leading == 1))
        #expect(layout.marked.contains(index) == first.map(ExportMark.mayBegin) ?? false)
      }
    }
  }

  @Test(arguments: [CSCAN_PORTABLE, CSCAN_AVX2]) func passNoLabelOfANote(set: Int) {
    cscan_limit(Int32(set))
    defer { cscan_limit(Int32(CSCAN_AVX512)) }
    var random = SeededGenerator(seed: 62)
    let signs = Array("1119OlS  \t..),*[\u{B9}\u{B3}\u{2070}\u{2018}éaA\n")
    let text = Text(String((0..<60_000).map { _ in signs.randomElement(using: &random)! }))
    let layout = Layout(of: text)
    var labels = 0
    for (index, line) in layout.lines.enumerated() where !line.isBlank {
      if NoteLabels.label(at: line.content, in: text) != nil {
        #expect(layout.labelled.contains(index), "\(text.string(line.content))")
        labels += 1
      }
      if NoteLabels.misreadLabel(at: line.content, in: text) != nil {
        #expect(layout.misread.contains(index), "\(text.string(line.content))")
        labels += 1
      }
    }
    #expect(labels > 50)
  }

  @Test(arguments: ["The clerk", "1939. The", "1.5", "'The", "\u{2018}The", "12 men", "(a) b", ""])
  func passMostLinesThatBeginOtherwise(line: String) {
    let layout = Layout(of: Text(line + "\n"))
    #expect(layout.labelled.contains(0) == (line == "1.5"))
    #expect(layout.misread.contains(0) == ["1.5", "(a) b"].contains(line))
  }
}
