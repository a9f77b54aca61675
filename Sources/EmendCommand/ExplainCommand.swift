import ArgumentParser
import CommandKit
import Emend

/// Tells what is done at a place of a text, and why.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emend explain",
    abstract: "Tell what is done at a place of a text, by which rule, and how to prevent it.",
    discussion: """
      emend explain scan.txt:120         all edits of line 120
      emend explain scan.txt:120:14      those at column 14
      emend explain scan.txt:120 --at-least likely

      Lines and columns are those of the source; both count from 1. Edits that are
      proposed and not applied are told of, too.
      Exit status: 0 fine, 1 nothing is proposed there, 2 error.
      """,
    version: Version.line)

  @Argument(help: ArgumentHelp("The place: FILE:LINE or FILE:LINE:COLUMN.", valueName: "place"))
  var place: String

  @OptionGroup var cleaning: CleaningOptions

  func run() throws {
    let (path, line, column) = try parsed()
    let source = try Input(path: path).readAll()
    var entries: [JournalEntry] = []
    var cursor = SourceCursor()
    cursor.feed(source[...])
    let session = Cleaner(options: try cleaning.settings(for: [path]).options()).session(
      output: { _ in },
      events: { event in
        if case .edit(let entry) = event { entries.append(entry) }
        if case .charset(let name, let start, _) = event {
          cursor.advance(to: start)
          cursor.setCharset(name)
        }
      })
    do {
      try session.feed(source)
      try session.finish()
    } catch let error as EmendError {
      throw CommandError("\(path): \(error)")
    }
    entries.sort { ($0.source.lowerBound, $0.stage.order) < ($1.source.lowerBound, $1.stage.order) }
    let output = Output()
    var isEmpty = true
    for entry in entries {
      cursor.advance(to: entry.source.lowerBound)
      guard cursor.line <= line else { break }
      guard isAbout(entry, cursor, line, column) else { continue }
      isEmpty = false
      try output.write(EditReport.line(for: entry, in: path.withoutHidden, at: cursor))
      try output.write(Self.about(entry.rule))
    }
    if isEmpty { try output.write("\(place): nothing is proposed here\n") }
    try output.flush()
    if isEmpty { throw ExitCode(1) }
  }

  /// Whether an edit that starts at the cursor touches the place.
  private func isAbout(
    _ entry: JournalEntry, _ cursor: SourceCursor, _ line: Int, _ column: Int?
  ) -> Bool {
    let removed = String(decoding: entry.removed, as: UTF8.self)
    let lines = removed.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
    let last = cursor.line + lines.count - 1
    guard (cursor.line...last).contains(line) else { return false }
    guard let column else { return true }
    // The word that the edit is in counts with it.
    let start = line == cursor.line ? cursor.column - cursor.head.count : 1
    let length = lines[line - cursor.line].count
    let end =
      line == last
      ? (line == cursor.line ? cursor.column : 1) + length
        + cursor.tail(from: entry.source.upperBound).count : Int.max
    return column >= start && column < max(end, start + 1)
  }

  /// What the catalogue says of a rule.
  private static func about(_ id: RuleID) -> String {
    guard let rule = RuleCatalogue.standard.rules.first(where: { $0.id == id }) else { return "" }
    let about = RuleDescription(rule: rule)
    return "  \(rule.summary)\n\(about.examples)\(about.prevention)"
  }

  private func parsed() throws(CommandError) -> (path: String, line: Int, column: Int?) {
    var parts = place.split(separator: ":", omittingEmptySubsequences: false)
    var numbers: [Int] = []
    while parts.count > 1, numbers.count < 2, let number = Int(parts[parts.count - 1]), number > 0 {
      numbers.insert(number, at: 0)
      parts.removeLast()
    }
    guard let line = numbers.first else {
      throw CommandError("\(place): give a place as FILE:LINE or FILE:LINE:COLUMN")
    }
    return (parts.joined(separator: ":"), line, numbers.count > 1 ? numbers[1] : nil)
  }
}
