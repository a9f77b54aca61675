import CScan

extension Layout {
  /// The layout of a text after a revision, from that of the text before it.
  ///
  /// Only the lines that the changes touch are read again; all others are moved.
  /// - Complexity: O(lines + changes).
  init(_ old: Layout, revisedBy revision: Revision, to text: Text) {
    // No more lines than all that was put in could end.
    let room = revision.changes.reduce(old.lines.count + 1) { $0 + $1.new.count }
    let lines = unsafe [Line](unsafeUninitializedCapacity: room) { out, count in
      unsafe old.lines.withUnsafeBufferPointer { old in
        var (next, shift, index) = (0, 0, 0)
        /// Moves the lines that end before an offset of the old text.
        @inline(__always)
        func keep(before offset: Int) {
          let first = next
          while next < old.count, unsafe old[next].end < offset { next &+= 1 }
          let by = UInt32(truncatingIfNeeded: shift)
          var to = count
          for index in first..<next {
            unsafe out.initializeElement(at: to, to: old[index].moved(by: by))
            to &+= 1
          }
          count = to
        }
        let changes = revision.changes
        while index < changes.count {
          keep(before: changes[index].old.lowerBound)
          let start =
            next < old.count
            ? unsafe old[next].start + shift : changes[index].new.lowerBound
          var end = Int.max
          repeat {
            let change = changes[index]
            while next < old.count, unsafe old[next].end < change.old.upperBound { next += 1 }
            end = next < old.count ? unsafe old[next].end : .max
            shift = change.new.upperBound - change.old.upperBound
            index += 1
          } while index < changes.count && changes[index].old.lowerBound <= end
          let newEnd = next < old.count ? end + shift : text.count
          next += 1
          unsafe text.storage.withUnsafeBufferPointer { bytes in
            unsafe UnsafeMutableBufferPointer(rebasing: out[count...])
              .withMemoryRebound(to: cscan_line.self) {
                count += unsafe cscan_lines_between(
                  bytes.baseAddress.unsafelyUnwrapped, start, newEnd, newEnd < text.count ? 1 : 0,
                  $0.baseAddress.unsafelyUnwrapped)
              }
          }
        }
        keep(before: .max)
      }
    }
    self.init(lines, of: text)
  }
}

extension Line {
  @inline(__always)
  fileprivate func moved(by shift: UInt32) -> Line {
    Line(
      startOffset: startOffset &+ shift, contentStartOffset: contentStartOffset &+ shift,
      contentEndOffset: contentEndOffset &+ shift, endOffset: endOffset &+ shift)
  }
}
