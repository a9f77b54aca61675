import CommandKit
import Emend

/// Says why, edit by edit, in the order of the source.
///
/// Stages propose one after the other, so the edits of a window are held until all are there.
final class EditReport {
  private let name: String
  private let all: Bool
  private let reach: Int
  private let output: Output
  private var cursor = SourceCursor()
  private var fed = 0
  private var entries: [JournalEntry] = []

  /// Characters of a text that are shown.
  private static let longest = 160

  /// - Parameters:
  ///   - all: whether edits that were not applied are told too.
  ///   - windowSize: bytes of a window; an edit is no further back from what was read than that.
  init(name: String, all: Bool, windowSize: Int, output: Output) {
    self.name = name.withoutHidden
    self.all = all
    // A byte of a window stands for two bytes of UTF-16 at most.
    reach = 2 * windowSize + 4
    self.output = output
  }

  func source(_ chunk: ArraySlice<UInt8>) {
    cursor.feed(chunk)
    fed += chunk.count
  }

  func add(_ event: CleaningEvent) throws {
    switch event {
    case .charset(let charset, let source, let confidence):
      cursor.advance(to: source)
      cursor.setCharset(charset)
      let place = source == 0 ? "" : " from byte \(source) on"
      try output.write("\(name): read as \(charset)\(place) (confidence \(confidence))\n")
    case .exceedsWindow(let size):
      try output.write("\(name): longer than a window of \(size) bytes: cleaned in parts\n")
    case .notice(let notice): try output.write("\(name): \(notice)\n")
    case .page(let page):
      let folio = page.folio.map { ", printed \($0)" } ?? ""
      let notes =
        page.notes.isEmpty ? "" : ", notes \(page.notes.map(String.init).joined(separator: " "))"
      try output.write(
        "\(name): page \(page.number): bytes \(page.source.lowerBound) to \(page.source.upperBound)"
          + "\(folio)\(notes) (\(page.evidence))\n")
    case .edit(let entry):
      if all || entry.isApplied || entry.outcome == .sic { entries.append(entry) }
    case .tail(let bytes):
      try output.write(
        "\(name): left out \(bytes.count) byte(s) at the end that are no whole character\n")
    }
  }

  /// Writes what it has: the edits of whole windows.
  func flush() throws {
    let ordered = entries.enumerated().sorted { a, b in
      (a.element.source.lowerBound, a.element.source.upperBound, a.offset)
        < (b.element.source.lowerBound, b.element.source.upperBound, b.offset)
    }
    for (_, entry) in ordered {
      cursor.advance(to: entry.source.lowerBound)
      try output.write(Self.line(for: entry, in: name, at: cursor))
    }
    entries.removeAll(keepingCapacity: true)
  }

  /// Writes what is left.
  func finish() throws {
    try flush()
    try output.flush()
  }

  /// Lets go of bytes that no later edit can be about.
  func forget() {
    if entries.isEmpty { cursor.advance(to: fed - reach) }
  }

  /// The line that tells of an edit.
  /// - Parameters:
  ///   - name: the text's, without hidden characters.
  ///   - cursor: at the first byte of the edit.
  static func line(
    for entry: JournalEntry, in name: String, at cursor: SourceCursor
  ) -> String {
    // A repair inside a word is shown with the word, which stands at the column then.
    let isWords = entry.stage != .furniture && entry.stage != .lines
    let head = isWords ? cursor.head : ""
    let removed = String(decoding: entry.removed, as: UTF8.self)
    let endsWord = [removed, entry.inserted].allSatisfy { $0.last?.isWhitespace ?? false }
    let tail = isWords && !endsWord ? cursor.tail(from: entry.source.upperBound) : ""
    let left = entry.isApplied ? "" : "left: "
    let why =
      switch entry.outcome {
      case .applied, .belowMinimum: ""
      case .notSelected: ", not selected"
      case .sic: ", sic"
      case .overlaps: ", overlaps another edit"
      case .refused: ", refused"
      }
    return "\(name):\(cursor.line):\(cursor.column - head.count): \(entry.rule):"
      + " \"\(visible(head + removed + tail))\""
      + " -> \"\(visible(head + entry.inserted + tail))\""
      + " (\(left)\(entry.confidence.name)\(why): \(entry.evidence.description))\n"
  }

  /// One line of visible characters; the middle of a long text is left out.
  private static func visible(_ text: String) -> String {
    let half = longest / 2
    guard text.count > longest else { return shown(text[...]) }
    return shown(text.prefix(half)) + " … " + shown(text.suffix(half))
  }

  private static func shown(_ text: Substring) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": shown += "⏎"
      case "\r": shown += "␍"
      case "\t": shown += "⇥"
      case "\u{C}": shown += "␌"
      case _ where scalar.isHidden: shown += String(scalar).withoutHidden
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
