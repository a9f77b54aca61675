extension Charset {
  /// The characters of a stretch of a source in this charset.
  /// - Complexity: O(*n*).
  public func text(of source: ArraySlice<UInt8>) -> String {
    var utf8 = [UInt8]()
    _ = decode(source, isLast: true, into: &utf8)
    return String(decoding: utf8, as: UTF8.self)
  }
}
