/// Cuts a stream of bytes into lines.
package struct LineCutter {
  private var rest: [UInt8] = []
  private var number = 0

  package init() {}

  /// Takes the next bytes and hands over each line that they end, with its number and its end.
  /// - Throws: `CommandError` for a line that is longer than what is held in memory, or what `body` throws.
  package mutating func feed(
    _ chunk: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>, Int) throws -> Void
  ) throws {
    var start = chunk.startIndex
    while let end = chunk[start...].firstIndex(of: UInt8(ascii: "\n")) {
      number += 1
      if rest.isEmpty {
        try body(chunk[start...end], number)
      } else {
        rest += chunk[start...end]
        let line = rest
        rest.removeAll(keepingCapacity: true)
        try body(line[...], number)
      }
      start = end + 1
    }
    guard rest.count + chunk.endIndex - start <= SizeLimit.document else {
      throw CommandError(
        "line \(number + 1): is longer than \(SizeLimit.text(SizeLimit.document)); divide it")
    }
    rest += chunk[start...]
  }

  /// Hands over a last line without an end.
  package mutating func finish(_ body: (ArraySlice<UInt8>, Int) throws -> Void) rethrows {
    guard !rest.isEmpty else { return }
    try body(rest[...], number + 1)
    rest.removeAll()
  }
}
