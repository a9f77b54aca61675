import Testing

@testable import Emend

/// A row of a text table as the argument of a test.
struct TableRow: Sendable, CustomTestStringConvertible {
  let columns: [String]
  let place: String

  /// The rows of a table that the program embeds.
  static func all(of path: String) -> [TableRow] {
    TextTable(embedded: path).rows.map {
      TableRow(columns: $0.columns, place: "\(path):\($0.line)")
    }
  }

  subscript(column: Int) -> String { column < columns.count ? columns[column] : "" }

  var testDescription: String { "\(place) \(self[0])" }
}

/// An example of a table: a text with the part that matters in braces.
struct MarkedText: Sendable {
  let before: String
  let marked: String
  let after: String

  /// Reads `the {long⏎term} view`; `⏎` is `lineEnd`.
  init?(_ text: String, lineEnd: String = "\n") {
    guard let open = text.firstIndex(of: "{"), let close = text.lastIndex(of: "}"), open < close
    else { return nil }
    func lines(_ part: Substring) -> String { String(part.replacing("⏎", with: lineEnd)) }
    before = lines(text[..<open])
    marked = lines(text[text.index(after: open)..<close])
    after = lines(text[text.index(after: close)...])
  }

  var text: String { before + marked + after }

  /// The text with something else in the place of the braces.
  func with(_ replacement: String) -> String { before + replacement + after }
}
