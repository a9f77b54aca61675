import CScan

/// The lines of a text, and what can be said of them without knowing what they mean.
public struct Layout: Sendable {
  public let lines: [Line]
  private let kinds: LineKinds

  /// Lines without content.
  var blank: LineSet { kinds.blank }
  /// Lines whose content begins with something else than an ASCII letter, as few do.
  var odd: LineSet { kinds.odd }
  /// Lines with one byte before their content.
  var led: LineSet { kinds.led }
  /// Lines that begin with a byte of an export's mark.
  var marked: LineSet { kinds.marked }
  /// Lines that may begin with the label of a note: others cannot.
  var labelled: LineSet { kinds.labelled }
  /// Lines that may begin with a misread one.
  var misread: LineSet { kinds.misread }

  /// - Complexity: O(*n*).
  public init(of text: Text) {
    self.init(Self.lines(of: text), of: text)
  }

  /// - Parameter lines: those of the text.
  init(_ lines: [Line], of text: Text) {
    self.lines = lines
    kinds = LineKinds(lines, of: text)
  }

  /// The layout that a text has without what stands in some of its lines.
  /// - Complexity: O(lines).
  func blanking(_ numbers: some Sequence<Int>, in text: Text) -> Layout {
    var lines = lines
    for number in numbers { lines[number] = lines[number].emptied }
    return Layout(lines, of: text)
  }

  private static func lines(of text: Text) -> [Line] {
    unsafe text.storage.withUnsafeBufferPointer { buffer in
      // The array is never empty (padding), so it has a base address.
      let base = unsafe buffer.baseAddress.unsafelyUnwrapped
      // Counted only where they are shorter than lines are: room that is not touched costs nothing.
      let room = text.count / 24 + 16
      return unsafe lines(base, text.count, room: room)
        ?? lines(base, text.count, room: cscan_count_lines(base, text.count))!
    }
  }

  /// The lines of a text; `nil` if they are more than there is room for.
  private static func lines(
    _ base: UnsafePointer<UInt8>, _ size: Int, room: Int
  ) -> [Line]? {
    var fits = true
    let lines = unsafe [Line](unsafeUninitializedCapacity: room) { lines, count in
      // A line is the four numbers that C writes.
      let found = unsafe lines.withMemoryRebound(to: cscan_line.self) {
        unsafe cscan_lines(base, size, $0.baseAddress, room)
      }
      // SIZE_MAX comes as -1.
      fits = found >= 0
      count = fits ? found : 0
    }
    return fits ? lines : nil
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
    let next = blank.nextMissing(from: index + 1, to: lines.count)
    return next < lines.count ? next : nil
  }

  /// The last line with content before `index`, if there is one.
  public func previousText(before index: Int) -> Int? {
    let last = blank.lastMissing(before: index)
    return last >= 0 ? last : nil
  }
}
