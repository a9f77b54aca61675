import CScan

/// What can be said of each line of a text by a bit.
///
/// A class, since a layout is handed on often.
final class LineKinds: Sendable {
  let blank: LineSet
  let odd: LineSet
  let led: LineSet
  let marked: LineSet
  let labelled: LineSet
  let misread: LineSet

  /// - Complexity: O(lines).
  init(_ lines: [Line], of text: Text) {
    let words = (lines.count + 63) / 64
    var blank = [UInt64](repeating: 0, count: words)
    var odd = blank
    var led = blank
    var marked = blank
    var labelled = blank
    var misread = blank
    unsafe lines.withUnsafeBufferPointer { lines in
      unsafe text.storage.withUnsafeBufferPointer { bytes in
        // A line is the four numbers of C.
        unsafe lines.withMemoryRebound(to: cscan_line.self) { lines in
          guard let first = lines.baseAddress else { return }
          unsafe cscan_line_kinds(
            bytes.baseAddress.unsafelyUnwrapped, first, lines.count, &blank, &odd, &led,
            &marked, &labelled, &misread)
        }
      }
    }
    self.blank = LineSet(words: blank)
    self.odd = LineSet(words: odd)
    self.led = LineSet(words: led)
    self.marked = LineSet(words: marked)
    self.labelled = LineSet(words: labelled)
    self.misread = LineSet(words: misread)
  }
}
