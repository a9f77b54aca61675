/// The lines of a page as a file gives them, and where they stand if it says so.
struct PrintedPage {
  struct Place {
    let left: Double
    let top: Double
    let bottom: Double
  }

  private struct Line {
    var text: [UInt8]
    let place: Place?
    /// Whether an empty line stands before it.
    var isApart: Bool
  }

  private var lines: [Line] = []

  /// Heights of a line that part a running head or foot from the text, at least; lines of a column
  /// stand closer.
  private static let distance = 0.8

  mutating func append(_ text: [UInt8], at place: Place?, isApart: Bool) {
    lines.append(Line(text: text, place: place, isApart: isApart && !lines.isEmpty))
  }

  /// Its text. The parts of a running head or foot, which come in the order of the columns below or
  /// above them, are one line at the top or the bottom.
  var text: [UInt8] {
    var lines = lines
    if let head = Self.outermost(lines, { ($0.top, $0.bottom) }) {
      let whole = Self.take(head, from: &lines)
      if !lines.isEmpty { lines[0].isApart = true }
      lines.insert(whole, at: 0)
    }
    if let foot = Self.outermost(lines, { (-$0.bottom, -$0.top) }) {
      var whole = Self.take(foot, from: &lines)
      whole.isApart = !lines.isEmpty
      lines.append(whole)
    }
    return lines.flatMap { ($0.isApart ? [0x0A] : []) + $0.text + [0x0A] }
  }

  /// The lines of the outermost row, if text stands between them in the file's order and a distance
  /// parts the row from all others.
  /// - Parameter reach: from where to where a line goes, from outside inwards.
  private static func outermost(
    _ lines: [Line], _ reach: (Place) -> (start: Double, end: Double)
  ) -> [Int]? {
    let reaches = lines.compactMap { $0.place.map(reach) }
    guard reaches.count == lines.count, let first = reaches.min(by: { $0.start < $1.start })
    else { return nil }
    let row = reaches.indices.filter { reaches[$0].start < first.end }
    let inner = first.end + distance * (first.end - first.start)
    guard row.count >= 2, row[row.count - 1] - row[0] >= row.count,
      reaches.indices.allSatisfy({ row.contains($0) || reaches[$0].start >= inner })
    else { return nil }
    return row
  }

  /// Takes the lines of a row out, as one from left to right.
  private static func take(_ row: [Int], from lines: inout [Line]) -> Line {
    let parts = row.map { lines[$0] }.sorted { ($0.place?.left ?? 0) < ($1.place?.left ?? 0) }
    for index in row.reversed() {
      // What stood before it parts the lines around as well.
      if index + 1 < lines.count, lines[index].isApart { lines[index + 1].isApart = true }
      lines.remove(at: index)
    }
    if !lines.isEmpty { lines[0].isApart = false }
    return Line(
      text: Array(parts.map(\.text).joined(separator: [UInt8(ascii: " ")])),
      place: parts[0].place, isApart: false)
  }
}
