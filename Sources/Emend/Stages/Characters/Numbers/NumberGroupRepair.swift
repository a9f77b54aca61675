/// Restores the commas between the thousands of a number that were read as other marks:
/// `40,000;000`, `1,250.000,000`, `2.700.000`.
///
/// Other languages write stops there, so it is for texts that are known to be misread and that write
/// commas in their numbers.
struct NumberGroupRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// A number of several groups of three digits.
  private struct Number {
    /// Offsets of the marks between the groups.
    var marks: [Int] = []
    var commas = 0
    var endsInNoughts = false
    /// Whether it is surely one number: what addresses and shelves count so has no comma and no noughts.
    var isTold: Bool { commas > 0 || endsInNoughts }
  }

  /// Certain where a comma or noughts tell what the number is, and where the text has many such: of 351 on
  /// printed pages whose truth is known none was wrong.
  /// - Complexity: O(*n*), by blocks.
  func propose(into edits: inout [Edit]) {
    var groups = 0
    passage.blocks.forEachOffset(of: .beforeDigit(.comma)) { at in
      if isGroup(behind: at), text.byte(at - 1).isDigit { groups += 1 }
    }
    guard groups >= Self.leastGroups else { return }
    proposeColumns(into: &edits)
    var misread: [Number] = []
    var done = 0
    func look(_ at: Int) {
      guard at >= done, text.byte(at - 1).isDigit,
        let number = number(around: at)
      else { return }
      done = number.marks[number.marks.count - 1] + 1
      misread.append(number)
    }
    for mark in ".;".utf8 {
      done = 0
      passage.blocks.forEachOffset(of: .beforeDigit(mark)) { look($0) }
    }
    let isHabit = misread.count(where: \.isTold) >= Self.leastGroups
    var taken: Set<Int> = []
    for number in misread {
      for at in number.marks where text[at] != .comma && taken.insert(at).inserted {
        edits.append(
          Edit(
            span: at..<at + 1, replacement: ",", rule: "characters/thousands",
            confidence: number.isTold || isHabit ? .certain : .likely,
            evidence: .pattern("thousands")))
      }
    }
  }

  /// The number of which a mark parts two groups, if it has two of three digits at least: with one,
  /// `1.250`, it may be decimals.
  private func number(around offset: Int) -> Number? {
    let start = text.skipBack(from: offset, to: Swift.max(0, offset - Self.longest)) {
      $0.isDigit || Self.marks.contains($0)
    }
    guard !text.byte(start - 1).isLetter, text.byte(start).isDigit else { return nil }
    var number = Number()
    var at = text.skip(from: start, while: \.isDigit)
    guard (1...3).contains(at - start), text[start] != UInt8(ascii: "0") else { return nil }
    while Self.marks.contains(text.byte(at)), text.byte(at + 1).isDigit {
      guard isGroup(behind: at) else { return nil }
      number.marks.append(at)
      number.commas += text[at] == .comma ? 1 : 0
      at += 4
    }
    guard number.marks.count >= 2, number.commas < number.marks.count,
      !text.byte(at).isLetter
    else { return nil }
    number.endsInNoughts = (1...3).allSatisfy { text[at - $0] == UInt8(ascii: "0") }
    return number
  }

  // MARK: Tables

  /// `1924 14,685 60.145`, where the row above or below has a comma in that column: no column counts in thousands
  /// and in thousandths.
  private func proposeColumns(into edits: inout [Edit]) {
    let layout = passage.window.layout
    var proposed = -1
    passage.blocks.forEachOffset(of: .beforeDigit(.fullStop)) { at in
      guard text.byte(at - 1).isDigit, isGroup(behind: at), at > proposed else { return }
      let line = layout.line(at: at)
      guard let row = row(line),
        let column = row.firstIndex(where: { $0.contains(at) }), isOneGroup(row[column], .fullStop)
      else { return }
      let others = [layout.previousText(before: line), layout.nextText(after: line)]
      guard
        others.contains(where: { other in
          guard let other, let cells = self.row(other), cells.count == row.count else {
            return false
          }
          return isOneGroup(cells[column], .comma)
        })
      else { return }
      proposed = at
      edits.append(
        Edit(
          span: at..<at + 1, replacement: ",", rule: "characters/thousands",
          confidence: .certain, evidence: .pattern("thousands in a column")))
    }
  }

  /// The cells of a line that has nothing but numbers.
  private func row(_ line: Int) -> [Range<Int>]? {
    let content = passage.window.layout.lines[line].content
    guard content.count <= Self.longestRow,
      text[content].allSatisfy({ $0.isDigit || $0.isBlank || $0 == .comma || $0 == .fullStop })
    else { return nil }
    var cells: [Range<Int>] = []
    var at = content.lowerBound
    while at < content.upperBound {
      let end = text.skip(from: at, to: content.upperBound) { !$0.isBlank }
      cells.append(at..<end)
      at = text.skip(from: end, to: content.upperBound, while: \.isBlank)
    }
    return cells.count >= 2 ? cells : nil
  }

  /// `60.145`: one to three digits, a mark, three digits.
  private func isOneGroup(_ cell: Range<Int>, _ mark: UInt8) -> Bool {
    let at = cell.upperBound - 4
    return (5...7).contains(cell.count) && text[at] == mark && isGroup(behind: at)
      && text[cell.lowerBound] != UInt8(ascii: "0")
      && text[cell.lowerBound..<at].allSatisfy(\.isDigit)
  }

  private static let longestRow = 120

  /// Whether three digits and no more stand behind a mark.
  private func isGroup(behind at: Int) -> Bool {
    text.byte(at + 1).isDigit && text.byte(at + 2).isDigit && text.byte(at + 3).isDigit
      && !text.byte(at + 4).isDigit
  }

  private static let marks = ByteSet(".,;".utf8)
  /// Longest number that is looked at, in bytes.
  private static let longest = 24
  /// Numbers with commas that make them the way of a text.
  private static let leastGroups = 3
}
