import Dictionaries

/// Texts that are embedded in the program.
enum EmbeddedText {
  /// The bytes of a file below `Dictionaries/`.
  /// - Precondition: `dictionaries.c` embeds it.
  static func bytes(of path: String) -> UnsafeBufferPointer<UInt8> {
    var length = 0
    guard let start = unsafe emend_table(path, &length) else {
      preconditionFailure("Dictionaries/\(path) is not embedded: add it to dictionaries.c")
    }
    let raw = unsafe UnsafeRawPointer(start)
    return unsafe UnsafeBufferPointer(
      start: raw.assumingMemoryBound(to: UInt8.self), count: length)
  }
}
