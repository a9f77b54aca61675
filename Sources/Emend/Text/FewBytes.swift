/// Up to eight bytes that are sought by blocks.
struct FewBytes: Sendable {
  /// Eight, of which the last may come again.
  private let bytes: [UInt8]

  /// - Precondition: `members` are one to eight.
  init(_ members: some Collection<UInt8>) {
    precondition((1...8).contains(members.count), "one to eight bytes can be sought at once")
    var bytes = Array(members)
    while bytes.count < 8 { bytes.append(bytes[0]) }
    self.bytes = bytes
  }

  @inline(__always)
  func withBytes<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
    unsafe bytes.withUnsafeBufferPointer { unsafe body($0.baseAddress.unsafelyUnwrapped) }
  }
}
