import Emend

/// Tells line, column and surroundings of places in a source, in ascending order.
package struct LinePlaces {
  private let source: [UInt8]
  private let charset: Charset?
  private let context: Int
  /// The byte that ends lines: where there is no line feed, a carriage return.
  private let newline: UInt8
  private var at = 0
  private var line = 1
  private var lineStart = 0

  /// - Parameters:
  ///   - charset: `nil` for UTF-8.
  ///   - context: characters on each side.
  package init(_ source: [UInt8], charset: Charset?, context: Int) {
    self.source = source
    self.charset = charset
    self.context = context
    newline = source.contains(0x0A) ? 0x0A : 0x0D
  }

  /// - Complexity: O(*n*) in the bytes since the place before.
  package mutating func place(
    of span: Range<Int>
  ) -> (line: Int, column: Int, before: String, after: String) {
    guard span.upperBound <= source.count else { return (0, 0, "", "") }
    while at < span.lowerBound {
      if source[at] == newline {
        line += 1
        lineStart = at + 1
      }
      at += 1
    }
    // Four bytes a character at most.
    let start = max(0, span.lowerBound - 4 * context)
    let end = min(source.count, span.upperBound + 4 * context)
    let column = text(min(lineStart, span.lowerBound)..<span.lowerBound).count + 1
    return (
      line, column, String(text(start..<span.lowerBound).suffix(context)),
      String(text(span.upperBound..<end).prefix(context))
    )
  }

  private func text(_ range: Range<Int>) -> String {
    if let charset { return charset.text(of: source[range]) }
    var range = range
    // Not from the middle of a character, nor to it.
    while !range.isEmpty, source[range.lowerBound] & 0xC0 == 0x80 {
      range = range.lowerBound + 1..<range.upperBound
    }
    return String(decoding: source[range], as: UTF8.self)
  }
}
