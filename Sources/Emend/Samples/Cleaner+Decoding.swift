extension Cleaner {
  /// The text of a source as the stages are given it: in UTF-8 where its charset is another one,
  /// and otherwise as it is, with whatever is not valid.
  /// - Throws: `EmendError` for a charset that cannot be converted.
  /// - Complexity: O(*n*).
  public static func decode(_ source: [UInt8]) throws -> [UInt8] {
    var options = Options()
    options.stages = []
    var text = [UInt8]()
    let session = Cleaner(options: options).session { text.append(contentsOf: $0) }
    try session.feed(source)
    try session.finish()
    return text
  }
}
