/// Numbers by hash.
///
/// The hashes are mixed already, so that their low bits are the place: a dictionary would mix them
/// again, which takes most of its time.
struct HashIndex: Sendable, Equatable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var used = 0

  /// - Parameter room: hashes that it takes in without growing.
  init(room: Int) {
    var size = 64
    while size < 2 * room { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: 0, count: size)
  }

  /// The number of a hash; `nil` for one that it does not have.
  /// - Complexity: O(1).
  subscript(hash: UInt64) -> Int? {
    let slot = self.slot(of: hash)
    return keys[slot] == 0 ? nil : Int(values[slot])
  }

  /// Gives a hash a number in the place of any other.
  mutating func set(_ hash: UInt64, to number: Int) {
    let slot = self.slot(of: hash)
    values[slot] = Int32(number)
    guard keys[slot] == 0 else { return }
    keys[slot] = Self.key(hash)
    used += 1
    if 2 * used > keys.count { grow() }
  }

  /// The slot that holds a hash, or the empty one in which it has to be put.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    let key = Self.key(hash)
    let last = keys.count &- 1
    var slot = Int(truncatingIfNeeded: key) & last
    while keys[slot] != 0, keys[slot] != key { slot = (slot &+ 1) & last }
    return slot
  }

  /// 0 marks an empty slot.
  @inline(__always)
  private static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  private mutating func grow() {
    var larger = HashIndex(room: keys.count)
    for (key, value) in zip(keys, values) where key != 0 { larger.set(key, to: Int(value)) }
    self = larger
  }
}
