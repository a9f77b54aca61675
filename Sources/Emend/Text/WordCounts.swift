import CScan

/// How often each word occurs that the lexicon does not have, by the hash of the word.
///
/// Bounded: past `limit` different words nothing new is taken in, so that endless input needs
/// bounded memory and the same input always gives the same counts.
struct WordCounts: Sendable {
  private var keys: [UInt64]
  private var counts: [UInt16]
  private var used = 0
  let limit: Int

  init(limit: Int = 1 << 19) {
    self.limit = limit
    // No room before the first word: a survey that does not count makes many of these.
    keys = []
    counts = []
  }

  /// - Complexity: O(1).
  func count(of key: UInt64) -> Int {
    if keys.isEmpty { return 0 }
    let key = key == 0 ? 1 : key
    var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(counts[slot]) }
      slot = (slot + 1) & (keys.count - 1)
    }
    return 0
  }

  /// Asks for the memory that a count is in.
  @inline(__always)
  func fetch(_ key: UInt64) {
    if keys.isEmpty { return }
    unsafe keys.withUnsafeBufferPointer {
      let slot = Int(truncatingIfNeeded: key) & ($0.count - 1)
      unsafe cscan_fetch($0.baseAddress.unsafelyUnwrapped + slot)
    }
  }

  /// What occurs twice at least.
  /// - Complexity: O(room).
  var repeated: HashFilter {
    var filter = HashFilter(bits: HashFilter.bits(for: used))
    for slot in counts.indices where counts[slot] >= 2 { filter.insert(keys[slot]) }
    return filter
  }

  /// Calls `body` with each word and its count, in the order of their places.
  func forEachWord(_ body: (UInt64, Int) -> Void) {
    for slot in keys.indices where keys[slot] != 0 { body(keys[slot], Int(counts[slot])) }
  }

  /// Counts more occurrences, as far as a count goes.
  mutating func add(_ key: UInt64, times: Int = 1) {
    if keys.isEmpty { grow() }
    let key = key == 0 ? 1 : key
    var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == key {
        counts[slot] = UInt16(clamping: Int(counts[slot]) + times)
        return
      }
      slot = (slot + 1) & (keys.count - 1)
    }
    guard used < limit else { return }
    keys[slot] = key
    counts[slot] = UInt16(clamping: times)
    used += 1
    if used * 2 > keys.count { grow() }
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldCounts = counts
    let size = Swift.max(1 << 12, oldKeys.count * 2)
    keys = [UInt64](repeating: 0, count: size)
    counts = [UInt16](repeating: 0, count: size)
    for (key, count) in zip(oldKeys, oldCounts) where key != 0 {
      var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      counts[slot] = count
    }
  }
}
