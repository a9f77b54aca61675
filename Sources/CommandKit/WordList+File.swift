import Emend

extension WordList {
  /// The words of a user's file.
  /// - Throws: `CommandError` if the file cannot be read.
  package init(path: String) throws {
    let bytes = try Input(path: path).readAll(atMost: SizeLimit.table)
    self.init(text: String(decoding: bytes, as: UTF8.self))
  }
}
