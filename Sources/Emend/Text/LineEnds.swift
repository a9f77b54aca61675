import CScan

/// What stands at the ends of the lines of a text, by bits: most that is asked of all lines is told by them,
/// sixty-four at once.
///
/// Made where it is asked for, since few of the layouts of a text are.
struct LineEnds {
  /// For each sixty-four lines.
  let words: [cscan_line_ends]

  /// - Complexity: O(lines).
  init(_ lines: [Line], of text: Text) {
    let count = (lines.count + 63) / 64
    words = unsafe [cscan_line_ends](unsafeUninitializedCapacity: count) { words, written in
      unsafe lines.withUnsafeBufferPointer { lines in
        unsafe text.storage.withUnsafeBufferPointer { bytes in
          // A line is the four numbers of C.
          unsafe lines.withMemoryRebound(to: cscan_line.self) { lines in
            guard let first = lines.baseAddress, let out = words.baseAddress else { return }
            unsafe cscan_ends_of_lines(
              bytes.baseAddress.unsafelyUnwrapped, first, lines.count, out)
          }
        }
      }
      written = count
    }
  }

  /// The lines for which a condition on sixty-four of them holds.
  @inline(__always)
  func lines(where condition: (cscan_line_ends) -> UInt64) -> LineSet {
    LineSet(words: words.map(condition))
  }
}
