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
    rows =
      unsafe text.withContiguousStorageIfAvailable { unsafe Self.rows(of: $0) }
      ?? Array(text).withUnsafeBufferPointer { unsafe Self.rows(of: $0) }
  }

  private static func rows(of text: UnsafeBufferPointer<UInt8>) -> [Row] {
    var rows: [Row] = []
    var number = 0
    var columns: [String] = []
    var start = 0
    while start < text.count {
      number += 1
      var end = start
      while end < text.count, unsafe text[end] != .newline { end += 1 }
      if end > start, unsafe text[start] != UInt8(ascii: "#") {
        columns.removeAll(keepingCapacity: true)
        var column = start
        for at in start...end where unsafe at == end || text[at] == .tab {
          unsafe columns.append(
            String(decoding: UnsafeBufferPointer(rebasing: text[column..<at]), as: UTF8.self))
          column = at + 1
        }
        rows.append(Row(line: number, columns: Array(columns[...])))
      }
      start = end + 1
    }
    return rows
  }

  /// Reads a table that is embedded in the program, by its path below `Dictionaries/`.
  /// - Precondition: there is such a table (see `dictionaries.c`).
  public init(embedded path: String) {
    unsafe self.init(path: path, text: EmbeddedText.bytes(of: path))
  }
}
