import EmendTestSupport
import Testing

@testable import Emend

@Suite struct UnifiedDiffTests {
  @Test(arguments: DiffExample.all) func writesWhatDiffWrites(example: DiffExample) {
    let diff = diff(Array(example.old.utf8), Array(example.new.utf8))
    #expect(String(decoding: diff, as: UTF8.self) == example.diff)
  }

  @Test func writesNothingForEqualTexts() {
    for text in ["", "a", "a\n", "a\n\nb"] {
      let bytes = Array(text.utf8)
      let diff = UnifiedDiff(old: bytes, new: bytes, oldLabel: "a", newLabel: "b")
      #expect(diff.isEmpty)
      diff.write { _ in Issue.record("wrote a diff of equal texts") }
    }
  }

  @Test func takesLinesAsBytes() {
    let old: [UInt8] = [0x61, 0xFF, 0x0D, 0x0A, 0x62, 0x0D, 0x0A, 0x00, 0x0A]
    let new: [UInt8] = [0x61, 0xFE, 0x0D, 0x0A, 0x62, 0x0A, 0x00, 0x0A]
    let expected: [[UInt8]] = [
      Array("--- a\n+++ b\n@@ -1,3 +1,3 @@\n".utf8),
      [0x2D] + old[..<4], [0x2D] + old[4..<7], [0x2B] + new[..<4], [0x2B] + new[4..<6],
      [0x20, 0x00, 0x0A],
    ]
    #expect(diff(old, new) == expected.flatMap { $0 })
  }

  @Test func coloursLinesWithinTheirEnds() {
    var diff = UnifiedDiff(
      old: Array("a\nb".utf8), new: Array("a\nc\n".utf8), oldLabel: "old", newLabel: "new")
    diff.colour = true
    let expected = """
      <1>--- old<0>
      <1>+++ new<0>
      <36>@@ -1,2 +1,2 @@<0>
       a
      <31>-b<0>
      \\ No newline at end of file
      <32>+c<0>

      """
    let coloured = String(
      expected.flatMap { $0 == "<" ? "\u{1B}[" : $0 == ">" ? "m" : String($0) })
    #expect(String(decoding: written(diff), as: UTF8.self) == coloured)
  }

  @Test func labelsSurviveTheHeader() {
    let labels = [
      ("plain.txt", "plain.txt"), ("two words", "two words\t"), ("a\nb", "\"a\\nb\""),
      ("say \"so\"", "\"say \\\"so\\\"\""), ("b\\c", "\"b\\\\c\""), ("\u{1}\t", "\"\\001\\t\""),
      ("\u{E9}", "\u{E9}"),
    ]
    for (label, shown) in labels {
      let diff = UnifiedDiff(old: [], new: [0x61], oldLabel: label, newLabel: "x")
      let text = String(decoding: written(diff), as: UTF8.self)
      #expect(text.hasPrefix("--- \(shown)\n+++ x\n"))
    }
  }

  @Test func showsAsMuchContextAsAsked() {
    let old = Array("1\n2\n3\n4\n5\n6\n7\n".utf8)
    let new = Array("1\n2\n3\nfour\n5\n6\n7\n".utf8)
    for (context, hunk) in [(0, "@@ -4 +4 @@"), (1, "@@ -3,3 +3,3 @@"), (9, "@@ -1,7 +1,7 @@")] {
      var diff = UnifiedDiff(old: old, new: new, oldLabel: "a", newLabel: "b")
      diff.context = context
      #expect(String(decoding: written(diff), as: UTF8.self).contains(hunk + "\n"))
      #expect(DiffPatch.apply(written(diff), to: old) == new)
    }
  }

  /// Few different lines, so that searching and sliding have much to choose from.
  @Test(arguments: [1, 2, 3, 8, 1000]) func canBeApplied(differentLines: Int) {
    var random = SeededGenerator(seed: UInt64(differentLines))
    for _ in 0..<300 {
      let old = text(differentLines, &random)
      let new = Bool.random(using: &random) ? text(differentLines, &random) : edited(old, &random)
      let diff = diff(old, new)
      #expect(DiffPatch.apply(diff, to: old) == new)
      #expect(diff.isEmpty == (old == new))
    }
  }

  @Test func changesNoMoreLinesThanItMust() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let old = TextLines(text(3, &random))
      let new = TextLines(text(3, &random))
      let comparison = LineComparison(old: old, new: new)
      let changed = comparison.changes.reduce(0) { $0 + $1.old.count + $1.new.count }
      let common = longestCommonCount(old, new)
      #expect(changed == old.count + new.count - 2 * common)
    }
  }

  /// Without steps to search with, the diff is longer but still right.
  @Test(arguments: [0, 10, 100, 1000]) func staysRightWhenTheSearchIsCutShort(budget: Int) {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<100 {
      let old = (0..<60).map { _ in Int32.random(in: 0..<4, using: &random) }
      let new = (0..<60).map { _ in Int32.random(in: 0..<4, using: &random) }
      let edit = ShortestEdit(from: old, to: new, budget: budget)
      let keptOld = zip(old, edit.removed).filter { !$0.1 }.map(\.0)
      let keptNew = zip(new, edit.added).filter { !$0.1 }.map(\.0)
      #expect(keptOld == keptNew)
    }
  }

  @Test func staysRightBeyondTheSearchLimit() {
    var random = SeededGenerator(seed: 12)
    let old = (0..<6000).map { _ in Int32.random(in: 0..<40, using: &random) }
    let new = (0..<6000).map { _ in Int32.random(in: 0..<40, using: &random) }
    let edit = ShortestEdit(from: old, to: new)
    let keptOld = zip(old, edit.removed).filter { !$0.1 }.map(\.0)
    #expect(keptOld == zip(new, edit.added).filter { !$0.1 }.map(\.0))
    #expect(keptOld.count > 1000)
  }

  private func diff(_ old: [UInt8], _ new: [UInt8]) -> [UInt8] {
    written(UnifiedDiff(old: old, new: new, oldLabel: "a", newLabel: "b"))
  }

  private func written(_ diff: UnifiedDiff) -> [UInt8] {
    var bytes = [UInt8]()
    diff.write { bytes.append(contentsOf: $0) }
    return bytes
  }

  private func text(_ differentLines: Int, _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = [UInt8]()
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      bytes += Array("\(Int.random(in: 0..<differentLines, using: &random))\n".utf8)
    }
    if Int.random(in: 0..<4, using: &random) == 0 { _ = bytes.popLast() }
    return bytes
  }

  private func edited(_ text: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = text
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      if Bool.random(using: &random) || at == bytes.count {
        bytes.insert([0x0A, 0x31, 0x80].randomElement(using: &random)!, at: at)
      } else {
        bytes.remove(at: at)
      }
    }
    return bytes
  }

  /// The slow obvious definition.
  private func longestCommonCount(_ old: TextLines, _ new: TextLines) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for x in 0..<old.count {
      var diagonal = 0
      for y in 0..<new.count {
        let above = row[y + 1]
        row[y + 1] = old[x] == new[y] ? diagonal + 1 : max(above, row[y])
        diagonal = above
      }
    }
    return row[new.count]
  }
}
