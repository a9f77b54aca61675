/// The UTF-8 bytes of a window on their way through the pipeline.
///
/// The storage ends in `padding` zero bytes that are not part of the text, so that the scanner can
/// read whole blocks and a look ahead needs no bounds check of its own.
public struct Text: Sendable, Equatable {
  /// Zero bytes kept behind the text: a block, and what stands behind its last byte.
  static let padding = 72

  var storage: [UInt8]
  /// Length in bytes.
  public internal(set) var count: Int

  /// Copies `bytes`, which need not be valid UTF-8 yet.
  public init(_ bytes: some Collection<UInt8>) {
    var storage = [UInt8]()
    storage.reserveCapacity(bytes.count + Self.padding)
    storage.append(contentsOf: bytes)
    self.init(adopting: storage)
  }

  public init(_ string: String) {
    self.init(Array(string.utf8))
  }

  /// Takes over an array and adds the padding.
  init(adopting bytes: consuming [UInt8]) {
    count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: Self.padding))
    storage = bytes
  }

  /// The byte at `offset`; 0 for an offset in the padding.
  public subscript(offset: Int) -> UInt8 {
    @inline(__always) get { storage[offset] }
  }

  /// The byte at `offset`, or 0 where the text has none.
  @inline(__always)
  public func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < count ? storage[offset] : 0
  }

  /// The bytes of the text, without the padding.
  public var bytes: ArraySlice<UInt8> { storage[0..<count] }

  /// The characters of a range of bytes; invalid UTF-8 comes out as U+FFFD.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: storage[range], as: UTF8.self)
  }

  /// The characters of two pieces as one string: to append one to the other takes twice the time.
  func string(_ first: Range<Int>, _ second: Range<Int>) -> String {
    unsafe String(unsafeUninitializedCapacity: first.count + second.count) { out in
      unsafe storage.withUnsafeBufferPointer { bytes in
        for i in 0..<first.count { unsafe out[i] = bytes[first.lowerBound + i] }
        for i in 0..<second.count { unsafe out[first.count + i] = bytes[second.lowerBound + i] }
      }
      return first.count + second.count
    }
  }

  public var string: String { string(0..<count) }

  public static func == (a: Text, b: Text) -> Bool { a.bytes == b.bytes }
}
