/// Rejoins words that are divided at a line, page or note-block end.
///
/// `exam-⏎ple of` becomes `example⏎of`: the second half moves up to the first, so that lines stay
/// lines. A hyphen that was printed may be the author's own (`well-⏎known`) and is then kept; a
/// hyphen that the OCR dropped is recognised where ordinary lines of the document end in a space
/// and the line of the divided word does not.
struct Dehyphenation: Stage {
  let id = StageID.hyphens

  /// Divided words beside a column that are told: fewer are those of a table.
  private static let leastInColumns = 10

  func propose(for window: Window, into edits: inout [Edit]) {
    let lines = lines(of: window)
    var joint = LineJoint(window, most: lines.count)
    // What grows is copied; about every other line is joined.
    edits.reserveCapacity(lines.count / 2)
    var open = joint.join(lines, into: &edits)
    if window.evidence.prose.isEnglish, joint.habit.asksToKeepHyphens {
      edits.removeAll(keepingCapacity: true)
      joint = LineJoint(window, most: lines.count, keepsHyphens: true)
      open = joint.join(lines, into: &edits)
    }
    open = joint.join(open, into: &edits)
    if window.least < .certain {
      for line in open { joint.propose(line, into: &edits) }
    }
    let hyphens = window.text.offsets(of: .hyphen)
    SpacedHyphens(window).propose(at: hyphens, by: &joint.judge, into: &edits)
    var stranded = StrandedHyphens(window, joint.judge.joined)
    stranded.propose(at: hyphens, into: &edits)
    window.rejoined = joint.judge.joined.words
    if joint.columnEnds.count >= Self.leastInColumns {
      window.notices.append(
        "\(joint.columnEnds.count) divided words beside another column were left: a text that gives one column after the other has them joined"
      )
    }
    edits.sort { $0.span.lowerBound < $1.span.lowerBound }
  }

  /// Indices of the lines whose last word may be divided, in order.
  private func lines(of window: Window) -> [Int] {
    let lines = window.layout.lines
    let isEnglish = window.evidence.prose.isEnglish
    let suspects = isEnglish ? window.survey.suspects : []
    let wrapEndsInBlank = window.evidence.lines.wrapEndsInBlank
    var asked: [Int] = []
    // Without a mark at the line end nothing but halves that are no words speak of a divided one.
    var broken: [Int] = []
    unsafe window.text.storage.withUnsafeBufferPointer { bytes in
      unsafe lines.withUnsafeBufferPointer { lines in
        // A blank behind a letter is told where it means something.
        let halves = LineEnds(window.layout.lines, of: window.text).lines { end in
          end.two & (end.sign | end.dirty | (wrapEndsInBlank ? end.letter & ~end.open : 0))
        }
        halves.forEachLine { index in
          if unsafe Self.mayDivide(lines[index], bytes, wrapEndsInBlank) { asked.append(index) }
        }
        var index = 0
        for suspect in suspects where suspect.kind == .unknown {
          let range = suspect.range
          while unsafe index &+ 1 < lines.count && lines[index &+ 1].start <= range.lowerBound {
            index &+= 1
          }
          let line = unsafe lines[index]
          if range.lowerBound == line.contentStart, index > 0, unsafe !lines[index &- 1].isBlank {
            broken.append(index - 1)
          }
          if range.upperBound == line.contentEnd { broken.append(index) }
        }
      }
    }
    return isEnglish ? Self.merged(asked, broken) : asked
  }

  /// The numbers of two lists in order, each once; numbers may repeat in the second.
  private static func merged(_ first: [Int], _ second: [Int]) -> [Int] {
    var out: [Int] = []
    out.reserveCapacity(first.count + second.count)
    var next = 0
    for number in second where number != out.last {
      while next < first.count, first[next] < number {
        out.append(first[next])
        next += 1
      }
      if next < first.count, first[next] == number { next += 1 }
      out.append(number)
    }
    return out + first[next...]
  }

  /// - Parameter bytes: those of the text; none is asked for outside of it.
  @inline(__always)
  private static func mayDivide(
    _ line: Line, _ bytes: UnsafeBufferPointer<UInt8>, _ wrapEndsInBlank: Bool
  ) -> Bool {
    // Blank lines, too.
    guard line.contentEnd - line.contentStart >= 2 else { return false }
    let end = line.contentEnd
    let last = unsafe bytes[end &- 1]
    if last.isLetter {
      // Nearly all lines.
      if wrapEndsInBlank, unsafe !bytes[end].isBlank { return true }
    } else if last.isHyphenLike || last == UInt8(ascii: "=") || last == UInt8(ascii: "~") {
      return true
    }
    // A speck behind the hyphen: the last byte stands alone or touches it.
    guard end &- line.contentStart > 4 else { return false }
    let before = unsafe bytes[end &- 2]
    if before == .hyphen { return !last.isDigit }
    guard before.isBlank else { return false }
    var start = end - 1
    while start > line.contentStart, unsafe bytes[start - 1].isBlank { start -= 1 }
    return unsafe start > line.contentStart && bytes[start - 1].isHyphenLike
  }
}

extension UInt8 {
  /// A hyphen, or the end of a character beyond ASCII that may be one.
  fileprivate var isHyphenLike: Bool { self == .hyphen || isHigh }
}
