#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The lines of a text, and what can be said of them without knowing what they mean.
public struct Layout: Sendable {
  public let lines: [Line]

  /// - Complexity: O(*n*), about 3 GB/s on prose.
  public init(of text: Text) {
    var lines = [Line]()
    lines.reserveCapacity(text.count / 40 + 1)
    text.storage.withUnsafeBufferPointer { buffer in
      // The array is never empty (padding), so it has a base address.
      let base = unsafe buffer.baseAddress.unsafelyUnwrapped
      var start = 0
      while start < text.count {
        let found = unsafe memchr(base + start, Int32(UInt8.newline), text.count - start)
        let end =
          unsafe found.map { unsafe UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? text.count
        var contentEnd = end
        while contentEnd > start, unsafe base[contentEnd - 1].isWhite { contentEnd -= 1 }
        var contentStart = start
        while contentStart < contentEnd, unsafe base[contentStart].isWhite { contentStart += 1 }
        lines.append(
          Line(
            startOffset: UInt32(start), contentStartOffset: UInt32(contentStart),
            contentEndOffset: UInt32(contentEnd), endOffset: UInt32(end)))
        start = end + 1
      }
    }
    self.lines = lines
  }

  /// Index of the line that holds a byte offset.
  /// - Complexity: O(log *n*).
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return Swift.max(0, low - 1)
  }

  /// The next line with content after `index`, if there is one.
  public func nextText(after index: Int) -> Int? {
    var at = index + 1
    while at < lines.count {
      if !lines[at].isBlank { return at }
      at += 1
    }
    return nil
  }

  /// The last line with content before `index`, if there is one.
  public func previousText(before index: Int) -> Int? {
    var at = index - 1
    while at >= 0 {
      if !lines[at].isBlank { return at }
      at -= 1
    }
    return nil
  }
}
