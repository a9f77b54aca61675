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

  subscript(index: Int) -> UInt8 {
    @inline(__always) get { UInt8(truncatingIfNeeded: packed >> UInt64(index * 8)) }
  }

  var bytes: [UInt8] { (0..<count).map { self[$0] } }
  var string: String { String(decoding: bytes, as: UTF8.self) }
}
