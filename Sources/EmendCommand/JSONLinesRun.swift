import CommandKit
import Emend

/// A file of JSON Lines on its way through the filter.
struct JSONLinesRun {
  let lines: JSONLines
  let output: Output
  /// Whether only the answer counts.
  let isCheck: Bool

  /// - Returns: whether a text changed.
  func clean(_ path: String) throws -> Bool {
    let input = try Input(path: path)
    var cutter = LineCutter()
    var isChanged = false
    var hasText = false
    var last = 0
    func take(_ line: ArraySlice<UInt8>, _ number: Int) throws {
      let end = line.suffix(while: { $0 == 0x0A || $0 == 0x0D })
      do {
        let result = try lines.clean(line.dropLast(end.count), number: number)
        last = number
        if let source = result.source {
          hasText = true
          if source != result.text { isChanged = true }
        }
        if !isCheck { try output.write((result.line + end)[...]) }
      } catch let error as EmendError {
        throw CommandError("line \(number): \(error)")
      }
    }
    try input.forEachChunk { chunk in try named(input) { try cutter.feed(chunk, take) } }
    try named(input) { try cutter.finish(take) }
    // Its lines went through as they are, which nobody would see.
    if !hasText, last > 0 {
      throw CommandError(
        "\(input.name): no line has a text in the field \(lines.field); name the field with --field"
      )
    }
    return isChanged
  }

  /// Puts the name of the input before what is said of its lines.
  private func named(_ input: Input, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as CommandError where !error.endsRun {
      throw CommandError("\(input.name): \(error)")
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func suffix(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, condition(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
