/// The end of a word, compared as a number: four bytes of ASCII or fewer, as they are written.
struct Suffix: Sendable {
  let length: Int
  private let key: UInt32

  /// - Precondition: it has one to four bytes.
  init(_ suffix: String) {
    length = suffix.utf8.count
    precondition((1...4).contains(length))
    key = suffix.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Whether the last four bytes of a word, of which the last is the highest, end in it.
  @inline(__always)
  func ends(_ four: UInt32) -> Bool { four >> UInt32(32 - 8 * length) == key }
}
