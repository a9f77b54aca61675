/// Numbers words by their hashes, in the order in which they come.
///
/// A hash needs no second one, as it would get in a dictionary.
struct WordNumbers {
  /// 0 for a free slot.
  private var keys = [UInt64](repeating: 0, count: 1 << 8)
  private var numbers = [Int32](repeating: 0, count: 1 << 8)
  private(set) var count = 0

  /// The number of a word, which is new if it has none.
  /// - Complexity: O(1).
  mutating func number(of hash: UInt64) -> Int {
    let key = hash == 0 ? 1 : hash
    let slot = slot(of: key)
    if keys[slot] == key { return Int(numbers[slot]) }
    keys[slot] = key
    numbers[slot] = Int32(count)
    count += 1
    if count * 2 > keys.count { grow() }
    return count - 1
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = (keys, numbers)
    keys = [UInt64](repeating: 0, count: 2 * old.0.count)
    numbers = [Int32](repeating: 0, count: 2 * old.0.count)
    for (key, number) in zip(old.0, old.1) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      numbers[slot] = number
    }
  }
}
