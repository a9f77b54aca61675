/// Pages that only their numbers show, at regular distance through the text.
enum FolioPages {
  /// The pages between the folios that were found, by their bytes; empty where there are too few.
  ///
  /// A folio belongs to the side that stands closer to it: the page that it ends, or begins.
  /// - Complexity: O(lines).
  static func find(
    in reader: LineReader, at folios: [(line: Int, number: Int)]
  ) -> [(bytes: Range<Int>, folio: Int?)] {
    guard folios.count >= 3 else { return [] }
    let below = folios.count { reader.blanksBefore($0.line) < reader.blanksAfter($0.line) }
    let endsPage = below * 2 > folios.count
    var pages: [(bytes: Range<Int>, folio: Int?)] = []
    var start = 0
    for (index, folio) in folios.enumerated() {
      let line = reader.lines[folio.line]
      let bound = endsPage ? Swift.min(line.end + 1, reader.text.count) : line.start
      if bound > start {
        let number = endsPage ? folio.number : index > 0 ? folios[index - 1].number : nil
        pages.append((start..<bound, number))
      }
      start = bound
    }
    if start < reader.text.count {
      pages.append((start..<reader.text.count, endsPage ? nil : folios.last?.number))
    }
    return pages
  }
}
