import CScan

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Text {
  /// The length of the part at the start that is valid UTF-8 and composed, as far as can be told
  /// without tables.
  ///
  /// Memory speed on ASCII, about 2 ns a character beyond it.
  static func plainPrefix(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe bytes.baseAddress.map { unsafe cscan_plain_prefix($0, bytes.count) } ?? 0
  }

  /// The length of the part at the start that is ASCII.
  static func asciiPrefix(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe bytes.baseAddress.map { unsafe cscan_ascii_prefix($0, bytes.count) } ?? 0
  }

  /// Calls `body` with each stretch that `plainPrefix` cannot answer for, in order.
  ///
  /// A stretch begins with the character before the first one in doubt, with which that may have to be
  /// composed, and ends before an ASCII byte: what is valid and composed in each is so in the whole.
  /// - Parameter body: returns whether to go on.
  static func forEachRoughStretch(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Bool
  ) {
    var at = 0
    while at < bytes.count {
      let rough = unsafe at + plainPrefix(of: UnsafeBufferPointer(rebasing: bytes[at...]))
      guard rough < bytes.count else { return }
      var start = Swift.max(at, rough - 1)
      while start > at, unsafe bytes[start].isContinuation { start -= 1 }
      at = rough
      while at < bytes.count, unsafe bytes[at].isHigh { at += 1 }
      if !body(start..<at) { return }
    }
  }

  /// Calls `body` with the offset of each occurrence of a byte, in order.
  ///
  /// `memchr` passes what lies between at 30 GB/s; a loop over the bytes does 1.
  /// - Parameter range: where it is sought; `nil` for the whole text.
  func forEachOffset(of byte: UInt8, in range: Range<Int>? = nil, _ body: (Int) -> Void) {
    let end = range?.upperBound ?? count
    unsafe storage.withUnsafeBufferPointer { buffer in
      let base = unsafe buffer.baseAddress.unsafelyUnwrapped
      var at = range?.lowerBound ?? 0
      while at < end, let found = unsafe memchr(base + at, Int32(byte), end - at) {
        let offset = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
        body(offset)
        at = offset + 1
      }
    }
  }

  /// How often a mark stands between a letter and white space; some number from `most` on where it is no
  /// less often.
  func glued(_ mark: UInt8, upTo most: Int) -> Int {
    unsafe storage.withUnsafeBufferPointer { buffer in
      Int(unsafe cscan_glued(buffer.baseAddress.unsafelyUnwrapped, count, mark, most))
    }
  }

  /// The first offset from `start` with one of some bytes, or `end`.
  func next(in few: FewBytes, from start: Int, to end: Int) -> Int {
    guard start < end else { return Swift.max(start, end) }
    return unsafe storage.withUnsafeBufferPointer { bytes in
      unsafe few.withBytes {
        unsafe cscan_next_any(bytes.baseAddress.unsafelyUnwrapped, start, end, $0)
      }
    }
  }

  /// The offsets of a byte, in order.
  func offsets(of byte: UInt8) -> [Int] {
    var offsets: [Int] = []
    forEachOffset(of: byte) { offsets.append($0) }
    return offsets
  }

  /// Where some ASCII stands first in a range of bytes.
  /// - Precondition: the phrase is not empty.
  /// - Complexity: O(*n*) at memory speed, if its first character is rare.
  func first(_ phrase: StaticString, in range: Range<Int>) -> Int? {
    phrase.withUTF8Buffer { unsafe first($0, knownBy: 0, in: range) }
  }

  /// Where some bytes stand first in a range.
  /// - Parameter mark: the index of that byte of the phrase which is sought.
  /// - Complexity: O(*n*) at memory speed, if that byte is rare.
  func first(
    _ phrase: UnsafeBufferPointer<UInt8>, knownBy mark: Int, in range: Range<Int>
  ) -> Int? {
    let end = range.upperBound - phrase.count + mark + 1
    return unsafe storage.withUnsafeBufferPointer { buffer in
      let base = unsafe buffer.baseAddress.unsafelyUnwrapped
      var at = range.lowerBound + mark
      while at < end, let found = unsafe memchr(base + at, Int32(phrase[mark]), end - at) {
        let offset = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
        let start = offset - mark
        if unsafe memcmp(base + start, phrase.baseAddress!, phrase.count) == 0 { return start }
        at = offset + 1
      }
      return nil
    }
  }
}
