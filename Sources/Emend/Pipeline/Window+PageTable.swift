extension Window {
  /// The pages of the window, if it shows more than one.
  /// - Parameters:
  ///   - before: pages of the windows before.
  ///   - source: maps bytes of the window to bytes of the source file.
  /// - Complexity: O(lines).
  func pageTable(after before: Int, source: (Range<Int>) -> Range<Int>) -> [PageEntry] {
    if self.pages.pages.count == 1, !folioPages.isEmpty {
      return folioPages.enumerated().map { index, page in
        PageEntry(
          number: before + index + 1, source: source(page.bytes),
          folio: page.folio.map(String.init),
          evidence: "page numbers at regular distance")
      }
    }
    let pages = self.pages.pages
    guard pages.count > 1 else { return [] }
    let labels = NoteLabels(text: text, layout: layout)
    return pages.indices.map { index in
      let page = pages[index]
      let start = layout.lines[page.lines.lowerBound].start
      let end = Swift.min(layout.lines[page.lines.upperBound - 1].end + 1, text.count)
      return PageEntry(
        number: before + index + 1, source: source(start..<end),
        folio: folios?.printed(on: index), evidence: page.mark.description,
        notes: notes.numbers(on: page.lines),
        markers: labels.markers(
          in: page.lines
            .lowerBound..<(notes.block(ofLine: page.lines.upperBound - 1)?.lowerBound
            ?? page.lines.upperBound)))
    }
  }
}
