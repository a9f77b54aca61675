/// SHA-256 (FIPS 180-4), fed in pieces.
///
/// Our own because every Swift library that has it brings Foundation along.
package struct SHA256: Sendable {
  private static let blockSize = 64

  private var state: SIMD8<UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// Bytes that do not fill a block yet.
  private var rest: [UInt8] = []
  /// Bytes that were fed so far.
  package private(set) var length = 0

  package init() {
    rest.reserveCapacity(Self.blockSize)
  }

  /// Adds the next bytes of the message.
  /// - Complexity: O(*n*) in the number of bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length += bytes.count
    var at = 0
    if !rest.isEmpty {
      at = min(Self.blockSize - rest.count, bytes.count)
      unsafe rest.append(contentsOf: bytes[..<at])
      guard rest.count == Self.blockSize else { return }
      let block = rest
      unsafe block.withUnsafeBytes { unsafe absorb($0) }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = (bytes.count - at) & ~(Self.blockSize - 1)
    unsafe absorb(UnsafeRawBufferPointer(rebasing: bytes[at..<at + whole]))
    unsafe rest.append(contentsOf: bytes[(at + whole)...])
  }

  /// Adds the next bytes of the message.
  /// - Complexity: O(*n*) in the number of bytes.
  package mutating func update(_ bytes: some Collection<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable {
      unsafe update(UnsafeRawBufferPointer($0))
    }
    if done == nil { unsafe Array(bytes).withUnsafeBytes { unsafe update($0) } }
  }

  /// The 32 bytes of the hash of all bytes so far; more can be added afterwards.
  package func finish() -> [UInt8] {
    var padded = self
    let zeros = (119 - length % Self.blockSize) % Self.blockSize
    padded.update([0x80] + [UInt8](repeating: 0, count: zeros))
    let bits = UInt64(length) &* 8
    padded.update((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) })
    return (0..<32).map { UInt8(truncatingIfNeeded: padded.state[$0 / 4] >> (24 - 8 * ($0 % 4))) }
  }

  /// The hash of all bytes so far as 64 lower-case hexadecimal digits.
  package func finishHex() -> String {
    let digits = Array("0123456789abcdef".utf8)
    let hex = finish().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: hex, as: UTF8.self)
  }

  /// The hash of bytes that are all there, as 64 lower-case hexadecimal digits.
  /// - Complexity: O(*n*) in the number of bytes.
  package static func hex(of bytes: some Collection<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finishHex()
  }

  /// Runs the compression function over whole blocks.
  private mutating func absorb(_ blocks: UnsafeRawBufferPointer) {
    var state = state
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
      unsafe Self.constants.withUnsafeBufferPointer { constants in
        for start in stride(from: 0, to: blocks.count, by: Self.blockSize) {
          unsafe Self.schedule(blocks, from: start, into: words)
          unsafe state &+= Self.mix(state, words, constants)
        }
      }
    }
    self.state = state
  }

  /// Spreads the 16 words of a block over 64.
  @inline(__always)
  private static func schedule(
    _ blocks: UnsafeRawBufferPointer, from start: Int,
    into words: UnsafeMutableBufferPointer<UInt32>
  ) {
    for i in 0..<16 {
      let word = unsafe blocks.loadUnaligned(fromByteOffset: start + 4 * i, as: UInt32.self)
      unsafe words[i] = UInt32(bigEndian: word)
    }
    for i in 16..<64 {
      let a = unsafe words[i - 15]
      let b = unsafe words[i - 2]
      let s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)
      let s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10)
      unsafe words[i] = words[i - 16] &+ s0 &+ words[i - 7] &+ s1
    }
  }

  /// The 64 rounds; the letters are those of the standard.
  @inline(__always)
  private static func mix(
    _ state: SIMD8<UInt32>, _ words: UnsafeMutableBufferPointer<UInt32>,
    _ constants: UnsafeBufferPointer<UInt32>
  ) -> SIMD8<UInt32> {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    // The letters move on by one place a round; eight rounds written out spare the moving.
    for i in stride(from: 0, to: 64, by: 8) {
      unsafe round(a, b, c, &d, e, f, g, &h, words[i] &+ constants[i])
      unsafe round(h, a, b, &c, d, e, f, &g, words[i + 1] &+ constants[i + 1])
      unsafe round(g, h, a, &b, c, d, e, &f, words[i + 2] &+ constants[i + 2])
      unsafe round(f, g, h, &a, b, c, d, &e, words[i + 3] &+ constants[i + 3])
      unsafe round(e, f, g, &h, a, b, c, &d, words[i + 4] &+ constants[i + 4])
      unsafe round(d, e, f, &g, h, a, b, &c, words[i + 5] &+ constants[i + 5])
      unsafe round(c, d, e, &f, g, h, a, &b, words[i + 6] &+ constants[i + 6])
      unsafe round(b, c, d, &e, f, g, h, &a, words[i + 7] &+ constants[i + 7])
    }
    return SIMD8(a, b, c, d, e, f, g, h)
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let choice = g ^ (e & (f ^ g))
    let t1 = h &+ s1 &+ choice &+ word
    let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    let majority = (a & b) | (c & (a | b))
    d &+= t1
    h = t1 &+ s0 &+ majority
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
