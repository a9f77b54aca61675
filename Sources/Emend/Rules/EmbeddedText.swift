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

  /// The hashes of the words in the first column of a table: no string is made of any column.
  static func hashes(ofFirstColumnIn path: String) -> [UInt64] {
    unsafe bytes(of: path).split(separator: .newline).compactMap { line in
      if unsafe line.first == UInt8(ascii: "#") { return nil }
      let end = unsafe line.firstIndex(of: .tab) ?? line.endIndex
      return unsafe WordHash.of(written: UnsafeBufferPointer(rebasing: line[..<end]))
    }
  }
}
