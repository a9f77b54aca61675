/// A set of bytes in 256 bits: asked and filled without hashing.
struct ByteSet: Sendable {
  private var bits = SIMD4<UInt64>()

  init() {}

  init(_ members: some Sequence<UInt8>) {
    for byte in members { insert(byte) }
  }

  var count: Int {
    bits[0].nonzeroBitCount + bits[1].nonzeroBitCount + bits[2].nonzeroBitCount
      + bits[3].nonzeroBitCount
  }

  mutating func insert(_ byte: UInt8) { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool { bits[Int(byte >> 6)] >> UInt64(byte & 63) & 1 != 0 }
}
