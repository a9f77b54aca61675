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
    let lines = LineReader(window)
    let sheet = window.isFirst ? DownloadSheet.find(in: lines) : nil
    let licence = DownloadSheet.licence(in: lines)
    let body = (sheet?.lines.upperBound ?? 0)..<(licence?.lines.lowerBound ?? lines.lines.count)
    let marks = ExportMarks.find(in: lines)
    let edges = PageEdgeFurniture(lines, marks: marks)
    window.folios = edges?.sequence
    let hasPages = edges != nil && window.pages.pages.contains { $0.mark == .formFeed }
    let runningLines = RunningLines.find(in: lines, hasPages: hasPages)
    if edges == nil { window.folioPages = FolioPages.find(in: lines, at: runningLines.folios) }
    var isTaken = [Bool](repeating: false, count: lines.lines.count)
    for removal in edges?.removals ?? [] { isTaken[removal.lines.lowerBound] = true }
    var running =
      ExportMarks.removals(of: marks) + (edges?.removals ?? [])
      + runningLines.removals
      + PageStarts.find(in: lines, folios: edges?.sequence, taken: isTaken)
    running.removeAll { !body.contains($0.lines.lowerBound) }
    let stamps = Stamps.find(in: lines).filter { body.contains($0.lines.lowerBound) }
    if running.isEmpty, stamps.isEmpty, sheet == nil, licence == nil { return }

    isTaken = [Bool](repeating: false, count: lines.lines.count)
    func isNew(_ removal: Removal) -> Bool {
      guard !removal.lines.contains(where: { isTaken[$0] }) else { return false }
      for line in removal.lines { isTaken[line] = true }
      return true
    }
    var removals = ([sheet, licence].compactMap(\.self) + stamps).filter(isNew)
    running = running.filter(isNew)
    // Above the cap the method does not suit the document: everything is only doubtful.
    let size = running.reduce(0) { $0 + $1.lines.reduce(0) { $0 + lines.lines[$1].content.count } }
    let isAboveCap = size > Swift.max(Self.least, window.text.count * Self.cap / 100)
    removals += running.map { isAboveCap ? $0.doubted : $0 }
    if isAboveCap {
      let share = 100 * size / Swift.max(1, window.text.count)
      window.notices.append(
        "\(share) % of the text looks like running heads and page numbers: none was taken out")
    }
    // By their places: to sort them is to copy each several times.
    let order = removals.indices.sorted {
      removals[$0].lines.lowerBound < removals[$1].lines.lowerBound
    }
    for place in order {
      let removal = removals[place]
      if style == .mark {
        edits.append(lines.marking(removal))
        continue
      }
      edits.append(
        Edit(
          span: lines.span(removing: removal.lines), replacement: "", rule: removal.rule,
          confidence: removal.confidence, evidence: removal.evidence))
    }
    if style == .drop { edits = Self.merged(edits) }
  }

  /// Two pieces of furniture that touch share the blank lines between them: the first edit has them.
  private static func merged(_ edits: [Edit]) -> [Edit] {
    if edits.indices.allSatisfy({
      !edits[$0].span.isEmpty
        && ($0 == 0 || edits[$0 - 1].span.upperBound <= edits[$0].span.lowerBound)
    }) {
      return edits
    }
    var out: [Edit] = []
    for var edit in edits {
      if let last = out.last, edit.span.lowerBound < last.span.upperBound {
        edit.span = last.span.upperBound..<Swift.max(last.span.upperBound, edit.span.upperBound)
      }
      if !edit.span.isEmpty { out.append(edit) }
    }
    return out
  }
}
