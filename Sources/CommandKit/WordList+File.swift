import Emend

extension WordList {
  /// The words of a user's file.
  /// - Throws: `CommandError` if the file cannot be read.
  package init(path: String) throws {
    self.init(text: String(decoding: try Input(path: path).readAll(), as: UTF8.self))
  }
}
