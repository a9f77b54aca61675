/// Columns of verse numbers that were read apart from their verses, before the first of them.
///
/// An edition that numbers every third or fifth verse in the margin makes the OCR read a column of
/// its own, and the page's number stands behind it. Numbers in a table do not count in steps that
/// are the same on all pages, nor do they stay within the lines of their page.
struct VerseNumbers {
  /// The lines of each column, by page.
  private(set) var columns: [(page: Int, lines: Range<Int>)] = []

  /// Steps in which editions number.
  private static let steps = [3, 4, 5, 6, 8, 10]
  /// Columns that a text has to show, and numbers in each.
  private static let leastColumns = 3
  private static let leastNumbers = 3
  /// Bytes of a number with its specks, misread or not.
  private static let longest = 5

  private struct Column {
    let page: Int
    let lines: Range<Int>
    let numbers: [Int]
  }

  /// - Complexity: O(lines) at the worst; a page whose first line is text costs nothing.
  init(_ edges: PageEdges, _ reader: LineReader) {
    let found = (0..<edges.count).compactMap { Self.column(on: $0, edges, reader) }
    guard found.count >= Self.leastColumns else { return }
    let numbers = found.flatMap(\.numbers)
    // The verses of a song are counted from one, so all numbers leave one rest.
    let isCounted = Self.steps.contains { step in
      var rests = [Int](repeating: 0, count: step)
      for number in numbers { rests[number % step] += 1 }
      return (rests.max() ?? 0) * 10 >= numbers.count * 7
    }
    guard isCounted else { return }
    columns = found.map { ($0.page, $0.lines) }
  }

  /// The short lines at the top of a page, if they are numbers that go up by as much as the page has
  /// lines.
  private static func column(on page: Int, _ edges: PageEdges, _ reader: LineReader) -> Column? {
    var numbers: [Int] = []
    var entries = 0
    var first: Int?
    var end = 0
    for line in edges.lines(page) where !edges.isTaken(line) && !reader.lines[line].isBlank {
      let content = reader.lines[line].content
      guard content.count <= longest else { break }
      entries += 1
      guard content.contains(where: { reader.text[$0].isDigit }) else { continue }
      first = first ?? line
      end = line + 1
      if let folio = Folio(content, in: reader.text), folio.value < 1000 {
        numbers.append(folio.value)
      }
    }
    guard let first, numbers.count >= leastNumbers, numbers.count * 2 >= entries,
      edges.textLines[page] - entries >= 2 * numbers.count
    else { return nil }
    let up = RunningLines.increasing(numbers)
    guard up.count * 10 >= numbers.count * 6, let low = up.first, let high = up.last,
      numbers[high] - numbers[low] <= 2 * edges.textLines[page]
    else { return nil }
    return Column(page: page, lines: first..<end, numbers: numbers)
  }
}
