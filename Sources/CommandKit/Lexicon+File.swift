import Emend

extension Lexicon {
  /// A compiled lexicon of the user's.
  /// - Throws: `CommandError` for a file that cannot be read, or whose checksum is not that of its bytes.
  package init(path: String) throws {
    let bytes = try Input(path: path).readAll(atMost: SizeLimit.table)
    do {
      try self.init(compiled: bytes)
    } catch {
      throw CommandError("\(path): \(error)")
    }
  }
}
