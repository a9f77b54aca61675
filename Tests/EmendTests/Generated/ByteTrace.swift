@testable import Emend

/// Follows each byte of a text from the source through the edits of all stages, one by one: slow, and without
/// the maps that the pipeline uses.
struct ByteTrace {
  private(set) var bytes: [UInt8] = []
  /// The bytes of the source that each byte stands for.
  private var spans: [Range<Int>] = []

  /// - Parameter charset: UTF-16LE, or `nil` for UTF-8.
  init(_ source: [UInt8], charset: String?) {
    guard charset != nil else {
      bytes = source
      spans = source.indices.map { $0..<$0 + 1 }
      return
    }
    let units = stride(from: 0, to: source.count - 1, by: 2).map {
      UInt16(source[$0]) | UInt16(source[$0 + 1]) << 8
    }
    var at = 0
    for scalar in String(decoding: units, as: UTF16.self).unicodeScalars {
      let width = 2 * UTF16.width(scalar)
      for byte in String(scalar).utf8 {
        bytes.append(byte)
        spans.append(at..<at + width)
      }
      at += width
    }
  }

  /// Goes on to the text behind a stage.
  /// - Parameter entries: all that the stage proposed.
  /// - Returns: which of them cites other bytes than those that it is about; `nil` if none does.
  mutating func apply(_ entries: [JournalEntry]) -> String? {
    let applied = entries.filter(\.isApplied).sorted { $0.at < $1.at }
    var shift = 0
    var placed: [(entry: JournalEntry, start: Int)] = []
    for entry in applied {
      placed.append((entry, entry.at - shift))
      shift += entry.inserted.utf8.count - entry.removed.count
    }
    for (entry, start) in placed {
      if let problem = problem(entry, at: start) { return problem }
    }
    for entry in entries where !entry.isApplied {
      // Its place is that in the new text, so it can be told only where nothing was changed.
      let before = placed.last { $0.entry.at <= entry.at }
      let end = before.map { $0.entry.at + $0.entry.inserted.utf8.count } ?? -1
      let next = applied.first { $0.at > entry.at }?.at ?? .max
      guard entry.at > end, entry.at + entry.removed.count < next else { continue }
      let start = before.map { $0.start + $0.entry.removed.count + entry.at - end } ?? entry.at
      if let problem = problem(entry, at: start) { return problem }
    }
    for (entry, start) in placed.reversed() {
      let old = start..<start + entry.removed.count
      let new = Array(entry.inserted.utf8)
      bytes.replaceSubrange(old, with: new)
      spans.replaceSubrange(old, with: new.map { _ in entry.source })
    }
    return nil
  }

  private func problem(_ entry: JournalEntry, at start: Int) -> String? {
    let span = start..<start + entry.removed.count
    guard bytes.indices.contains(span.lowerBound) || span.isEmpty, span.upperBound <= bytes.count
    else { return "\(entry.rule) at \(entry.source) is about no text" }
    guard bytes[span].elementsEqual(entry.removed) else {
      return "\(entry.rule) at \(entry.source) does not remove what stands there"
    }
    let before = span.lowerBound == 0 ? 0 : spans[span.lowerBound - 1].upperBound
    let cited =
      span.isEmpty
      ? before..<before : spans[span.lowerBound].lowerBound..<spans[span.upperBound - 1].upperBound
    return cited == entry.source ? nil : "\(entry.rule) cites \(entry.source), not \(cited)"
  }
}
