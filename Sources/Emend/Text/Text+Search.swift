#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Text {
  /// The offset of the first byte beyond ASCII.
  ///
  /// Eight bytes a step: 8 GB/s.
  static func firstHigh(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = unsafe bytes.baseAddress else { return nil }
    var at = 0
    while at + 8 <= bytes.count {
      let chunk = unsafe UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
      if chunk & 0x8080_8080_8080_8080 != 0 { break }
      at += 8
    }
    while at < bytes.count, unsafe bytes[at] < 0x80 { at += 1 }
    return at < bytes.count ? at : nil
  }

  /// Calls `body` with the offset of each occurrence of a byte, in order.
  ///
  /// `memchr` passes what lies between at 30 GB/s; a loop over the bytes does 1.
  func forEachOffset(of byte: UInt8, _ body: (Int) -> Void) {
    storage.withUnsafeBufferPointer { buffer in
      let base = unsafe buffer.baseAddress.unsafelyUnwrapped
      var at = 0
      while at < count, let found = unsafe memchr(base + at, Int32(byte), count - at) {
        let offset = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
        body(offset)
        at = offset + 1
      }
    }
  }
}
