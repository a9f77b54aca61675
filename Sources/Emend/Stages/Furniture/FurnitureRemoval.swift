/// Takes out what the page carries besides the book: running heads, folios, download sheets, specks.
///
/// A deletion wants more evidence than any other edit, and the whole is capped: a document that
/// would lose more than a share of its text to heads, folios and specks keeps them all. Download
/// sheets and stamps are known by their words and do not count.
struct FurnitureRemoval: Stage {
  let id = StageID.furniture
  var style = FurnitureStyle.drop

  /// The share of the text that may go, in hundredths.
  static let cap = 15
  /// Bytes that may go from any text: in a text of three pages the heads are a larger share.
  private static let least = 500

  func propose(for window: Window, into edits: inout [Edit]) {
    let whole = LineReader(window)
    let sheet = window.isFirst ? DownloadSheet.find(in: whole) : nil
    let licence = DownloadSheet.licence(in: whole)
    let body = (sheet?.lines.upperBound ?? 0)..<(licence?.lines.lowerBound ?? whole.lines.count)
    let stamps = Stamps.find(in: whole).filter { body.contains($0.lines.lowerBound) }
    // What the page printed at its edges stands behind them.
    let lines = stamps.isEmpty ? whole : LineReader(window, without: stamps)
    let marks = ExportMarks.find(in: lines)
    let edges = PageEdgeFurniture(lines, marks: marks)
    window.folios = edges?.sequence
    let hasPages = edges != nil && window.pages.pages.contains { $0.mark == .formFeed }
    let runningLines = RunningLines.find(in: lines, hasPages: hasPages)
    if edges == nil { window.folioPages = FolioPages.find(in: lines, at: runningLines.folios) }
    var isTaken = [Bool](repeating: false, count: lines.lines.count)
    for removal in (edges?.removals ?? []) + (edges?.stamps ?? []) {
      isTaken[removal.lines.lowerBound] = true
    }
    var removals = [sheet, licence].compactMap(\.self)
    removals += stamps + (edges?.stamps ?? [])
    let known = removals.count
    removals += ExportMarks.removals(of: marks)
    removals += edges?.removals ?? []
    removals += runningLines.removals
    removals += PageStarts.find(in: lines, folios: edges?.sequence, taken: isTaken)

    // By their places from here on: to filter and sort them is to copy each several times.
    isTaken = [Bool](repeating: false, count: lines.lines.count)
    var order: [Int] = []
    var size = 0
    for place in removals.indices {
      let taken = removals[place].lines
      guard place < known || body.contains(taken.lowerBound),
        !taken.contains(where: { isTaken[$0] })
      else { continue }
      for line in taken { isTaken[line] = true }
      order.append(place)
      if place >= known { size += taken.reduce(0) { $0 + lines.lines[$1].content.count } }
    }
    if order.isEmpty { return }
    order.sort { removals[$0].lines.lowerBound < removals[$1].lines.lowerBound }
    // Above the cap the method does not suit the document: everything is only doubtful.
    let isAboveCap = size > Swift.max(Self.least, window.text.count * Self.cap / 100)
    if isAboveCap {
      for place in order where place >= known { removals[place] = removals[place].doubted }
      let share = 100 * size / Swift.max(1, window.text.count)
      window.notices.append(
        "\(share) % of the text looks like running heads and page numbers: none was taken out")
    }
    if style == .mark {
      for place in order where !whole.holdsMark(removals[place]) {
        edits.append(whole.marking(removals[place]))
      }
      return
    }
    let start = edits.count
    let spans = whole.spans(removing: order.map { removals[$0].lines })
    for (place, span) in zip(order, spans) {
      edits.append(
        Edit(
          span: span, replacement: "", rule: removals[place].rule,
          confidence: removals[place].confidence, evidence: removals[place].evidence))
    }
    Self.merge(&edits, from: start)
  }

  /// Two pieces of furniture that touch share the blank lines between them: the first edit has them.
  private static func merge(_ edits: inout [Edit], from start: Int) {
    var end = 0
    var areEmpty = false
    for i in start..<edits.count {
      let span = edits[i].span
      if span.lowerBound < end { edits[i].span = end..<Swift.max(end, span.upperBound) }
      if edits[i].span.isEmpty { areEmpty = true } else { end = edits[i].span.upperBound }
    }
    if areEmpty { edits.removeAll(where: \.span.isEmpty) }
  }
}
