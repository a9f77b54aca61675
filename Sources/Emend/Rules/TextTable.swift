import Dictionaries

/// A table of text rows: columns separated by one TAB, comment lines start with `#`.
public struct TextTable: Sendable {
  /// One row, with its number in the file for messages.
  public struct Row: Sendable {
    public let line: Int
    public let columns: [String]

    public subscript(column: Int) -> String { column < columns.count ? columns[column] : "" }
  }

  public let path: String
  public let rows: [Row]

  /// Parses a table.
  /// - Complexity: O(*n*).
  public init(path: String, text: some Collection<UInt8>) {
    self.path = path
    var rows = [Row]()
    var number = 0
    for line in text.split(separator: UInt8.newline, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let columns = line.split(separator: UInt8.tab, omittingEmptySubsequences: false)
      rows.append(Row(line: number, columns: columns.map { String(decoding: $0, as: UTF8.self) }))
    }
    self.rows = rows
  }

  /// Reads a table that is embedded in the program, by its path below `Dictionaries/`.
  /// - Precondition: there is such a table (see `dictionaries.c`).
  public init(embedded path: String) {
    unsafe self.init(path: path, text: EmbeddedText.bytes(of: path))
  }
}
