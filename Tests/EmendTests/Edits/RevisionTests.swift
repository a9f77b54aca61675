import EmendTestSupport
import Testing

@testable import Emend

@Suite struct RevisionTests {
  /// Where a byte of one text comes from in the other: itself, or all that an edit has there.
  private struct Origin {
    var lower: Int
    var upper: Int
  }

  private struct Example {
    var edits: [Edit] = []
    var old: [UInt8] = []
    var new: [UInt8] = []
    /// For each byte of the new text, and of the old one.
    var oldOrigins: [Origin] = []
    var newOrigins: [Origin] = []

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      old = (0..<Int.random(in: 0...40, using: &random)).map { UInt8(0x61 + $0 % 26) }
      var at = 0
      while at <= old.count {
        at += Int.random(in: 0...8, using: &random)
        guard at <= old.count else { break }
        let end = min(old.count, at + Int.random(in: 0...3, using: &random))
        let put = String("XYZé".prefix(Int.random(in: 0...4, using: &random)))
        // Two edits that take no room at one place overlap.
        if end == at, edits.last?.span == at..<end {
          at += 1
          continue
        }
        edits.append(
          Edit(
            span: at..<end, replacement: put, rule: "test/rule", confidence: .certain,
            evidence: .composed))
        at = end
      }
      follow()
    }

    /// Applies the edits one byte at a time.
    private mutating func follow() {
      var at = 0
      for edit in edits {
        while at < edit.span.lowerBound { keep(&at) }
        let start = new.count
        new += edit.replacement.utf8
        for _ in start..<new.count {
          oldOrigins.append(Origin(lower: edit.span.lowerBound, upper: edit.span.upperBound))
        }
        for _ in edit.span { newOrigins.append(Origin(lower: start, upper: new.count)) }
        at = edit.span.upperBound
      }
      while at < old.count { keep(&at) }
    }

    private mutating func keep(_ at: inout Int) {
      newOrigins.append(Origin(lower: new.count, upper: new.count + 1))
      oldOrigins.append(Origin(lower: at, upper: at + 1))
      new.append(old[at])
      at += 1
    }

    /// A range reaches from where its first byte comes from to where its last one does; an empty one
    /// stands behind the byte before it.
    static func span(of range: Range<Int>, _ origins: [Origin]) -> Range<Int> {
      let upper = range.upperBound == 0 ? 0 : origins[range.upperBound - 1].upper
      return range.isEmpty ? upper..<upper : origins[range.lowerBound].lower..<upper
    }
  }

  @Test func everySpanMapsBothWays() {
    var checked = 0
    for seed in 0..<200 {
      let example = Example(seed: UInt64(seed))
      let (text, revision) = Revision.apply(example.edits, to: Text(example.old))
      #expect(Array(text.bytes) == example.new, "\(seed)")
      for upper in 0...example.new.count {
        for lower in 0...upper {
          let expected = Example.span(of: lower..<upper, example.oldOrigins)
          if revision.oldSpan(of: lower..<upper) != expected {
            Issue.record("seed \(seed), new \(lower)..<\(upper): \(expected)")
          }
          checked += 1
        }
      }
      for upper in 0...example.old.count {
        for lower in 0...upper {
          let expected = Example.span(of: lower..<upper, example.newOrigins)
          if revision.newSpan(of: lower..<upper) != expected {
            Issue.record("seed \(seed), old \(lower)..<\(upper): \(expected)")
          }
        }
      }
    }
    #expect(checked > 20_000)
  }

  @Test func withoutEditsNothingMoves() {
    #expect(Revision.none.oldSpan(of: 3..<9) == 3..<9)
    #expect(Revision.none.newSpan(of: 0..<0) == 0..<0)
    let (text, revision) = Revision.apply([], to: Text("abc"))
    #expect(text.string == "abc")
    #expect(revision.changes == [])
  }

  /// A range that lies in a replacement is the whole edit.
  @Test func widensToWholeEdits() {
    let edit = Edit(
      span: 2..<5, replacement: "wxyz", rule: "test/rule", confidence: .certain, evidence: .composed
    )
    let (_, revision) = Revision.apply([edit], to: Text("abcdefg"))
    #expect(revision.oldSpan(of: 3..<4) == 2..<5)
    #expect(revision.oldSpan(of: 1..<3) == 1..<5)
    #expect(revision.oldSpan(of: 5..<7) == 2..<6)
    #expect(revision.newSpan(of: 3..<4) == 2..<6)
  }
}
