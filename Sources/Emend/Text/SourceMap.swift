/// Maps bytes of a window to bytes of the source file, which may be in another charset.
struct SourceMap: Sendable {
  /// Where the window starts in the source file.
  let start: Int
  /// Bytes of the source for each character, by the character's length in UTF-8; `nil` where the
  /// source is UTF-8 itself.
  private let widths: [Int]?
  /// Source offsets at every `step` bytes of the window, for charsets only.
  private var checkpoints: [Int] = []
  /// Held for charsets only: else it would be copied when a stage changes it.
  private let text: Text?
  private static let step = 4096

  /// - Complexity: O(1) for UTF-8, O(*n*) for other charsets.
  init(start: Int, text: Text, charset: Charset?) {
    self.start = start
    widths = charset?.widths
    self.text = widths == nil ? nil : text
    guard let widths else { return }
    var offset = start
    for at in 0..<text.count {
      if at % Self.step == 0 { checkpoints.append(offset) }
      offset += Self.width(of: text[at], widths)
    }
  }

  /// The bytes of the source for bytes of the window.
  /// - Complexity: O(1) for UTF-8, else O(step).
  func source(of range: Range<Int>) -> Range<Int> {
    source(range.lowerBound)..<source(range.upperBound)
  }

  private func source(_ offset: Int) -> Int {
    guard let widths, let text, !checkpoints.isEmpty else { return start + offset }
    let checkpoint = Swift.min(offset / Self.step, checkpoints.count - 1)
    var source = checkpoints[checkpoint]
    for at in checkpoint * Self.step..<offset { source += Self.width(of: text[at], widths) }
    return source
  }

  /// Source bytes that a lead byte stands for; 0 for the bytes behind it.
  @inline(__always)
  private static func width(of byte: UInt8, _ widths: [Int]) -> Int {
    byte.isContinuation
      ? 0 : byte < 0x80 ? widths[1] : byte < 0xE0 ? widths[2] : byte < 0xF0 ? widths[3] : widths[4]
  }
}
