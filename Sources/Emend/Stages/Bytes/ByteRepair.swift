import CICU

/// Makes the text valid UTF-8 in composed form: everything behind it may rely on both.
///
/// Each stretch of bytes that cannot stand in UTF-8 becomes one U+FFFD, as Unicode recommends; the
/// journal keeps the bytes; stretches that touch are one edit, and in noise those that nearly touch. A
/// text that went through the wrong charset comes back. White space, a byte order mark and line ends
/// stay.
public struct ByteRepair: Stage {
  public let id = StageID.bytes

  public init() {}

  public func propose(for window: Window, into edits: inout [Edit]) {
    let text = window.text
    var invalid = InvalidBytes(text)
    unsafe text.storage.withUnsafeBufferPointer { buffer in
      let bytes = unsafe UnsafeBufferPointer(rebasing: buffer[..<text.count])
      unsafe Text.forEachRoughStretch(of: bytes) { stretch in
        var start = stretch.lowerBound
        while let found = unsafe Text.firstInvalid(
          in: UnsafeBufferPointer(rebasing: bytes[start..<stretch.upperBound]))
        {
          let bad = start + found.lowerBound..<start + found.upperBound
          // U+FFFD composes with nothing, so the stretches between bad bytes are composed by
          // themselves.
          if !invalid.add(bad, into: &edits) {
            compose(text, start..<bad.lowerBound, into: &edits)
          }
          start = bad.upperBound
        }
        let rest = start..<stretch.upperBound
        if !text.isKnownComposed(rest) {
          invalid.finish(into: &edits)
          compose(text, rest, into: &edits)
        }
        return true
      }
    }
    invalid.finish(into: &edits)
    // Among broken bytes nothing tells a wrong charset, nor where they were.
    if !edits.contains(where: { $0.rule == "bytes/invalid" }) {
      var found: [Edit] = []
      MojibakeRepair(text).propose(into: &found)
      if !found.isEmpty, !text.isBinary { edits += found }
    }
  }

  private func compose(_ text: Text, _ range: Range<Int>, into edits: inout [Edit]) {
    guard !text.isKnownComposed(range) else { return }
    var changes: [Edit] = []
    let sink: cicu_edit_sink = { context, start, end, replacement, length in
      let bytes = unsafe UnsafeRawBufferPointer(start: replacement, count: Int(length))
      let edit = unsafe Edit(
        span: Int(start)..<Int(end), replacement: String(decoding: bytes, as: UTF8.self),
        rule: "bytes/compose", confidence: .certain, evidence: .composed)
      unsafe context!.assumingMemoryBound(to: [Edit].self).pointee.append(edit)
    }
    unsafe text.storage.withUnsafeBytes { bytes in
      unsafe withUnsafeMutablePointer(to: &changes) { context in
        _ = unsafe cicu_compose(
          bytes.baseAddress!.assumingMemoryBound(to: CChar.self) + range.lowerBound,
          Int32(range.count), sink, context)
      }
    }
    for var edit in changes {
      edit.span =
        edit.span.lowerBound + range.lowerBound..<edit.span.upperBound + range.lowerBound
      edits.append(edit)
    }
  }
}
