import CommandKit
import Testing

/// gzip streams, whatever the chunks in which they arrive.
@Suite struct GzipTests {
  private static let member = Gzip.compress(Array("The text.\n".utf8))

  /// What a stream holds; `nil` where it is refused.
  private func read(_ stream: [UInt8], chunk: Int) -> [UInt8]? {
    var out: [UInt8] = []
    do {
      let reader = try Gzip.Reader(name: "stream")
      for start in stride(from: 0, to: stream.count, by: chunk) {
        try reader.feed(stream[start..<min(start + chunk, stream.count)]) { out += $0 }
      }
      try reader.finish()
      return out
    } catch {
      return nil
    }
  }

  @Test(arguments: [1, 2, 7, 30, 4096]) func readsAllMembers(chunk: Int) {
    let text = Array("The text.\n".utf8)
    #expect(read(Self.member, chunk: chunk) == text)
    #expect(read(Self.member + Self.member, chunk: chunk) == text + text)
  }

  /// Zeros that fill up the last block of a tape are no damage; anything behind them is.
  @Test(arguments: [1, 2, 7, 30, 4096]) func readsPaddingAsNothing(chunk: Int) {
    let padded = Self.member + [UInt8](repeating: 0, count: 500)
    #expect(read(padded, chunk: chunk) == Array("The text.\n".utf8))
    #expect(read(padded + [1], chunk: chunk) == nil)
    #expect(read(Self.member + [1], chunk: chunk) == nil)
  }

  @Test(arguments: [1, 7, 4096]) func refusesWhatBreaksOff(chunk: Int) {
    #expect(read(Self.member.dropLast(), chunk: chunk) == nil)
  }

  private func read(_ stream: ArraySlice<UInt8>, chunk: Int) -> [UInt8]? {
    read(Array(stream), chunk: chunk)
  }
}
