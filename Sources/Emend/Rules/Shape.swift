/// A few letters as print or a machine has them: at most eight bytes, held without an array.
struct Shape: Sendable, Equatable {
  private let packed: UInt64
  let count: Int

  /// - Precondition: at most eight bytes.
  init(_ bytes: some Collection<UInt8>) {
    precondition(bytes.count <= 8, "a shape has at most eight bytes")
    count = bytes.count
    packed = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A shape of one byte.
  init(_ byte: UInt8) {
    packed = UInt64(byte)
    count = 1
  }

  /// A shape of two bytes.
  init(_ first: UInt8, _ second: UInt8) {
    packed = UInt64(first) | UInt64(second) << 8
    count = 2
  }

  subscript(index: Int) -> UInt8 {
    @inline(__always) get { UInt8(truncatingIfNeeded: packed >> UInt64(index * 8)) }
  }

  /// Bytes behind a word that may be read or written beside it.
  static let room = 8

  /// Whether eight bytes of a text, the first one lowest, begin with the shape.
  /// - Precondition: the shape is not empty.
  @inline(__always)
  func begins(_ bytes: UInt64) -> Bool {
    let unused = UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    return (bytes ^ packed) &<< unused == 0
  }

  /// Writes the shape, and zeros up to eight bytes.
  @inline(__always)
  func write(to start: UnsafeMutablePointer<UInt8>) {
    unsafe UnsafeMutableRawPointer(start).storeBytes(of: packed, as: UInt64.self)
  }

  var isASCII: Bool { packed & WordHash.highBits == 0 }

  /// The bytes, the first one lowest, with ASCII letters in lower case.
  var folded: UInt64 { WordHash.lowered(packed) }

  var bytes: [UInt8] { (0..<count).map { self[$0] } }
  var string: String { String(decoding: bytes, as: UTF8.self) }
}
