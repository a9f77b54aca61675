import CICU

/// Makes the text valid UTF-8 in composed form: everything behind it may rely on both.
///
/// Each stretch of bytes that cannot stand in UTF-8 becomes one U+FFFD, as Unicode recommends; the
/// journal keeps the bytes; stretches that touch are one edit. A text that went through the wrong charset
/// comes back. White space, a byte order mark and line ends stay.
public struct ByteRepair: Stage {
  public let id = StageID.bytes

  public init() {}

  public func propose(for window: Window, into edits: inout [Edit]) {
    let text = window.text
    text.storage.withUnsafeBufferPointer {
      unsafe Text.forEachRoughStretch(of: UnsafeBufferPointer(rebasing: $0[..<text.count])) {
        repair(text, $0, into: &edits)
        return true
      }
    }
    // Among broken bytes nothing tells a wrong charset.
    if !edits.contains(where: { $0.rule == "bytes/invalid" }) {
      MojibakeRepair(text).propose(into: &edits)
    }
  }

  private func repair(_ text: Text, _ range: Range<Int>, into edits: inout [Edit]) {
    var start = range.lowerBound
    // Stretches that cannot stand and touch are one edit: noise would make one of every other byte.
    var bad = start..<start
    var pieces = 0
    func replaceBad() {
      guard pieces > 0 else { return }
      edits.append(
        Edit(
          span: bad, replacement: String(repeating: "\u{FFFD}", count: pieces),
          rule: "bytes/invalid", confidence: .certain, evidence: .invalidUTF8))
      pieces = 0
    }
    while start < range.upperBound {
      do {
        _ = try UTF8Span(validating: text.storage.span.extracting(start..<range.upperBound))
        replaceBad()
        return compose(text, start..<range.upperBound, into: &edits)
      } catch {
        let found = start + error.byteOffsets.lowerBound..<start + error.byteOffsets.upperBound
        if found.lowerBound > start || pieces == 0 {
          replaceBad()
          // U+FFFD composes with nothing, so the stretches between bad bytes are composed by
          // themselves.
          compose(text, start..<found.lowerBound, into: &edits)
          bad = found
        } else {
          bad = bad.lowerBound..<found.upperBound
        }
        pieces += 1
        start = found.upperBound
      }
    }
    replaceBad()
  }

  private func compose(_ text: Text, _ range: Range<Int>, into edits: inout [Edit]) {
    guard !range.isEmpty else { return }
    var changes: [Edit] = []
    let sink: cicu_edit_sink = { context, start, end, replacement, length in
      let bytes = unsafe UnsafeRawBufferPointer(start: replacement, count: Int(length))
      let edit = unsafe Edit(
        span: Int(start)..<Int(end), replacement: String(decoding: bytes, as: UTF8.self),
        rule: "bytes/compose", confidence: .certain, evidence: .composed)
      unsafe context!.assumingMemoryBound(to: [Edit].self).pointee.append(edit)
    }
    text.storage.withUnsafeBytes { bytes in
      withUnsafeMutablePointer(to: &changes) { context in
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
