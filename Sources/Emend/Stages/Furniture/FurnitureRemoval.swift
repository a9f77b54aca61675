/// Takes out what the page carries besides the book: running heads, folios, download sheets, specks.
///
/// A deletion wants more evidence than any other edit, and the whole is capped: a document that
/// would lose more than a fifth of its lines to heads, folios and specks keeps them all. Download
/// sheets and stamps are known by their words and do not count.
struct FurnitureRemoval: Stage {
  let id = StageID.furniture

  func propose(for window: Window, into edits: inout [Edit]) {
    let lines = LineReader(window)
    let sheet = window.isFirst ? DownloadSheet.find(in: lines) : nil
    let bodyStart = sheet?.lines.upperBound ?? 0
    let edges = PageEdgeFurniture(lines)
    let hasPages = edges != nil && window.pages.pages.contains { $0.mark == .formFeed }
    var running =
      (edges?.removals ?? []) + RunningLines.find(in: lines, hasPages: hasPages)
      + PageStarts.find(in: lines)
    running.removeAll { $0.lines.lowerBound < bodyStart }
    if running.count * 5 > Swift.max(20, lines.textLineCount) { running = [] }
    let stamps = Stamps.find(in: lines).filter { $0.lines.lowerBound >= bodyStart }

    var taken: Set<Int> = []
    let removals = ([sheet].compactMap(\.self) + stamps + running).filter { removal in
      guard !removal.lines.contains(where: taken.contains) else { return false }
      taken.formUnion(removal.lines)
      return true
    }
    for removal in removals.sorted(by: { $0.lines.lowerBound < $1.lines.lowerBound }) {
      edits.append(
        Edit(
          span: lines.span(removing: removal.lines), replacement: "", rule: removal.rule,
          confidence: removal.confidence, evidence: removal.evidence))
    }
    edits = Self.merged(edits)
  }

  /// Two pieces of furniture that touch share the blank lines between them: the first edit has them.
  private static func merged(_ edits: [Edit]) -> [Edit] {
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
