import CScan

/// The lines of a text, and what can be said of them without knowing what they mean.
public struct Layout: Sendable {
  public let lines: [Line]

  /// - Complexity: O(*n*).
  public init(of text: Text) {
    lines = text.storage.withUnsafeBufferPointer { buffer in
      // The array is never empty (padding), so it has a base address.
      let base = unsafe buffer.baseAddress.unsafelyUnwrapped
      let most = unsafe cscan_count_lines(base, text.count)
      return unsafe [Line](unsafeUninitializedCapacity: most) { lines, count in
        // A line is the four numbers that C writes.
        count = unsafe lines.withMemoryRebound(to: cscan_line.self) {
          unsafe cscan_lines(base, text.count, $0.baseAddress)
        }
      }
    }
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
