/// Builds the compact form of a lexicon: a header, a table of words, a table of word pairs, a filter
/// with two bits for each English word that is not in large lists only (`HashFilter`), and a bit for
/// each slot whose word the filter leaves out.
///
/// The tables are open-addressing hash tables in native byte order (little-endian machines only). A word
/// takes 8 bytes: 40 bits of its hash, 16 flags, 8 bits of frequency; its slot is given by the top
/// bits of the hash. A pair takes 4: 24 bits of hash, 8 of frequency. A word that is not in the
/// table is mistaken for one that is with a chance of about 2⁻³⁹, a pair with 2⁻²³.
public struct LexiconCompiler {
  var words: [UInt64: (flags: Lexicon.Flags, frequency: UInt8)] = [:]
  var pairs: [UInt64: UInt8] = [:]

  public init() {}

  /// Adds a word or more flags to a word.
  public mutating func add(word: String, flags: Lexicon.Flags, count: UInt64 = 0) {
    let hash = WordHash.of(word)
    let old = words[hash]
    var all = flags.union(old?.flags ?? [])
    // A word is rare only if all that is known of it says so.
    if let old, !(old.flags.contains(.rare) && flags.contains(.rare)),
      !flags.isDisjoint(with: .english), !old.flags.isDisjoint(with: .english)
    {
      all.remove(.rare)
    }
    words[hash] = (all, max(old?.frequency ?? 0, Self.frequency(of: count)))
  }

  /// Adds flags to a word only if it is there already.
  public mutating func mark(word: String, flags: Lexicon.Flags) {
    let hash = WordHash.of(word)
    if let old = words[hash] { words[hash] = (old.flags.union(flags), old.frequency) }
  }

  /// Whether one word is at least four times as rare as another: only such a word is looked at as a
  /// misreading of the other, or every `he` would be.
  func isRarer(_ word: String, than other: String) -> Bool {
    let frequency = words[WordHash.of(word)]?.frequency ?? 0
    let usual = words[WordHash.of(other)]?.frequency ?? 0
    return Int(frequency) + 14 <= Int(usual)
  }

  public mutating func add(pair first: String, _ second: String, count: UInt64) {
    let key = WordHash.pair(WordHash.of(first), WordHash.of(second))
    pairs[key] = max(pairs[key] ?? 0, Self.frequency(of: count))
  }

  /// 7 times the binary logarithm of `count`, rounded down, at least 1 for a count above 0.
  static func frequency(of count: UInt64) -> UInt8 {
    guard count > 0 else { return 0 }
    // In 1/256 steps of the logarithm by repeated squaring: the same on every machine.
    let whole = 63 - count.leadingZeroBitCount
    var mantissa = (count << UInt64(count.leadingZeroBitCount)) >> 32
    var fraction = 0
    for bit in stride(from: 7, through: 0, by: -1) {
      mantissa = (mantissa * mantissa) >> 31
      if mantissa >= 1 << 32 {
        mantissa >>= 1
        fraction |= 1 << bit
      }
    }
    return UInt8(clamping: max(1, (whole * 256 + fraction) * 7 / 256))
  }

  /// The compiled form. The same words give the same bytes, in whatever order they were added.
  public func compile() -> [UInt8] {
    let slotBits = Self.bits(for: words.count)
    let pairBits = Self.bits(for: pairs.count)
    var slots = [UInt64](repeating: 0, count: 1 << slotBits)
    for (hash, word) in words.sorted(by: { $0.key < $1.key }) {
      var slot = Int(hash >> UInt64(64 - slotBits))
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] =
        (hash & Lexicon.fingerprintMask) << 24 | UInt64(word.flags.rawValue) << 8
        | UInt64(word.frequency)
    }
    var table = [UInt32](repeating: 0, count: 1 << pairBits)
    for (key, frequency) in pairs.sorted(by: { $0.key < $1.key }) {
      var slot = Int(key >> UInt64(64 - pairBits))
      while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = (UInt32(truncatingIfNeeded: key) & 0xFF_FFFF) << 8 | UInt32(frequency)
    }
    var filter = HashFilter(bits: slotBits + Lexicon.filterBitsPerSlot)
    var leftOut = [UInt64](repeating: 0, count: Lexicon.wordsOfBits(slotBits: slotBits))
    for slot in slots.indices {
      let entry = Lexicon.Entry(raw: UInt32(truncatingIfNeeded: slots[slot] & 0xFF_FFFF))
      guard entry.isKnown else { continue }
      if !entry.isEnglish || entry.isListedOnly {
        leftOut[slot / 64] |= 1 << UInt64(slot % 64)
      } else {
        // The filter asks for none of the upper bits of a hash.
        filter.insert(slots[slot] >> 24)
      }
    }
    var out = [UInt8]()
    out.reserveCapacity(
      LexiconHeader.size + slots.count * 8 + table.count * 4 + filter.words.count * 8
        + leftOut.count * 8)
    let header = LexiconHeader(
      magic: LexiconHeader.currentMagic, slotBits: UInt32(slotBits), pairBits: UInt32(pairBits),
      wordCount: UInt32(words.count), pairCount: UInt32(pairs.count))
    unsafe withUnsafeBytes(of: header) { unsafe out.append(contentsOf: $0) }
    out.append(contentsOf: repeatElement(0, count: LexiconHeader.size - out.count))
    unsafe slots.withUnsafeBytes { unsafe out.append(contentsOf: $0) }
    unsafe table.withUnsafeBytes { unsafe out.append(contentsOf: $0) }
    unsafe filter.words.withUnsafeBytes { unsafe out.append(contentsOf: $0) }
    unsafe leftOut.withUnsafeBytes { unsafe out.append(contentsOf: $0) }
    return LexiconHeader.sealed(out)
  }

  /// Table size for at most three quarters full.
  static func bits(for count: Int) -> Int {
    var bits = 4
    while (1 << bits) * 3 / 4 < count { bits += 1 }
    return bits
  }
}
