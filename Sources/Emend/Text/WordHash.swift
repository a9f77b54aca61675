/// The hash by which the lexicon and the document's counts know a word.
///
/// It is taken over the folded word: ASCII letters in lower case, all other bytes as they are. Eight
/// bytes a step are read as a number, and the sum of the numbers, each times a power of `k1`, is mixed
/// with the length: what some bytes add depends on no others, so that `WordSums` can exchange them.
public enum WordHash {
  static let k1: UInt64 = 0x9E37_79B9_7F4A_7C15
  static let k2: UInt64 = 0xD6E8_FEB8_6659_FD93

  @inline(__always)
  static func finish(_ hash: UInt64, length: Int) -> UInt64 {
    let mixed = (hash ^ UInt64(truncatingIfNeeded: length)) &* k2
    return mixed ^ (mixed >> 32)
  }

  /// The hash of folded bytes.
  /// - Complexity: O(*n*).
  public static func of(_ folded: some Sequence<UInt8>) -> UInt64 {
    var sum = ByteSum()
    for byte in folded { sum.add(byte) }
    return sum.hash
  }

  /// The same for bytes that lie side by side, eight a step.
  static func of(_ folded: ArraySlice<UInt8>) -> UInt64 {
    unsafe folded.withUnsafeBufferPointer { bytes in
      guard let base = unsafe UnsafeRawPointer(bytes.baseAddress) else {
        return finish(0, length: 0)
      }
      let count = bytes.count
      var hash: UInt64 = 0
      var power = k1
      var at = 0
      while at + 8 <= count {
        unsafe hash &+= (base + at).loadUnaligned(as: UInt64.self) &* power
        power &*= k1
        at += 8
      }
      if at < count {
        let end = unsafe base + count
        unsafe hash &+= lastBytes(count - at, endingAt: end, isWhole: count < 8) &* power
      }
      return finish(hash, length: count)
    }
  }

  static func of(_ folded: [UInt8]) -> UInt64 { of(folded[...]) }

  /// The sum over the bytes of a word, one after the other.
  private struct ByteSum {
    private var sum: UInt64 = 0
    private var power = k1
    private var chunk: UInt64 = 0
    private var length = 0

    @inline(__always)
    mutating func add(_ byte: UInt8) {
      chunk |= UInt64(byte) << UInt64((length & 7) * 8)
      length += 1
      if length & 7 == 0 {
        sum &+= chunk &* power
        power &*= k1
        chunk = 0
      }
    }

    var hash: UInt64 { finish(sum &+ chunk &* power, length: length) }
  }

  /// The hash of a word as written: folds first.
  public static func of(_ word: String) -> UInt64 {
    unsafe word.utf8.withContiguousStorageIfAvailable { unsafe foldingLatin($0) ?? of(fold(word)) }
      ?? of(fold(word))
  }

  /// The hash of the bytes of a word as written: folds first.
  static func of(written bytes: ArraySlice<UInt8>) -> UInt64 {
    unsafe bytes.withUnsafeBufferPointer { unsafe of(written: $0) }
  }

  static func of(written bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    unsafe foldingLatin(bytes) ?? of(String(decoding: bytes, as: UTF8.self))
  }

  /// The hash of a word as written in ASCII, the letters of Latin-1, Latin Extended-A and Russian, with
  /// the usual punctuation and ligatures; `nil` for any other.
  ///
  /// ASCII is folded and hashed eight bytes a step: a quarter of the time that a byte a step takes.
  static func foldingLatin(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard let base = unsafe UnsafeRawPointer(bytes.baseAddress) else { return finish(0, length: 0) }
    let count = bytes.count
    var hash: UInt64 = 0
    var power = k1
    var all: UInt64 = 0
    var at = 0
    while at + 8 <= count {
      let chunk = unsafe (base + at).loadUnaligned(as: UInt64.self)
      all |= chunk
      hash &+= lowered(chunk) &* power
      power &*= k1
      at += 8
    }
    if at < count {
      let chunk = unsafe lastBytes(count - at, endingAt: base + count, isWhole: count < 8)
      all |= chunk
      hash &+= lowered(chunk) &* power
    }
    if all & highBits != 0 {
      // Small accented letters, most of what is not ASCII, are their own folding.
      return unsafe isFolded(bytes) ? finish(hash, length: count) : foldingLetters(bytes)
    }
    return finish(hash, length: count)
  }

  /// The same for a word with at least eight bytes behind it that may be read: half of the
  /// instructions.
  @inline(__always)
  static func foldingLatin(padded bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let count = bytes.count
    guard let base = unsafe UnsafeRawPointer(bytes.baseAddress), count > 0, count <= 16 else {
      return unsafe foldingLatin(bytes)
    }
    // Nearly all words.
    let unread = UInt64(truncatingIfNeeded: (count <= 8 ? 8 &- count : 16 &- count) &* 8)
    let first = unsafe base.loadUnaligned(as: UInt64.self)
    if count <= 8 {
      let word = first & (UInt64.max &>> unread)
      if word & highBits == 0 { return finish(lowered(word) &* k1, length: count) }
    } else {
      let rest = unsafe (base + 8).loadUnaligned(as: UInt64.self) & (UInt64.max &>> unread)
      if (first | rest) & highBits == 0 {
        return finish(lowered(first) &* k1 &+ lowered(rest) &* (k1 &* k1), length: count)
      }
    }
    return unsafe foldingLatin(bytes)
  }

  /// The hash of bytes as they are, with at least eight bytes behind them that may be read.
  @inline(__always)
  static func of(padded bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let count = bytes.count
    guard let base = unsafe UnsafeRawPointer(bytes.baseAddress), count > 0, count <= 16 else {
      return nil
    }
    let unread = UInt64(truncatingIfNeeded: (count <= 8 ? 8 &- count : 16 &- count) &* 8)
    let first = unsafe base.loadUnaligned(as: UInt64.self)
    if count <= 8 { return finish((first & (UInt64.max &>> unread)) &* k1, length: count) }
    let rest = unsafe (base + 8).loadUnaligned(as: UInt64.self) & (UInt64.max &>> unread)
    return finish(first &* k1 &+ rest &* (k1 &* k1), length: count)
  }

  /// Whether the bytes beyond ASCII are small letters and signs of Latin-1.
  @inline(__always)
  private static func isFolded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for at in bytes.indices {
      let byte = unsafe bytes[at]
      // C3 leads the letters and C2 the signs; A0 to BF follow.
      guard !byte.isHigh || byte & 0xFE == 0xC2 || byte & 0xE0 == 0xA0 else { return false }
    }
    return true
  }

  static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Whether the hash of a word is that of its bytes, the capitals among them made small.
  static func isFoldedByBytes(_ word: [UInt8]) -> Bool {
    unsafe word.withUnsafeBufferPointer { unsafe isFolded($0) }
  }

  /// Eight bytes of ASCII in lower case: a carry into the high bit tells a letter's range.
  @inline(__always)
  static func lowered(_ chunk: UInt64) -> UInt64 {
    let seven = chunk & ~highBits
    let fromA = seven &+ 0x3F3F_3F3F_3F3F_3F3F
    let beyondZ = seven &+ 0x2525_2525_2525_2525
    return chunk | ((fromA & ~beyondZ & ~chunk & highBits) >> 2)
  }

  /// The last one to seven bytes before an address, low byte first, without reading beyond the word.
  @inline(__always)
  private static func lastBytes(
    _ count: Int, endingAt end: UnsafeRawPointer, isWhole: Bool
  ) -> UInt64 {
    if !isWhole {
      return unsafe (end - 8).loadUnaligned(as: UInt64.self) >> UInt64((8 - count) * 8)
    }
    let start = unsafe end - count
    if count >= 4 {
      let low = unsafe UInt64(start.loadUnaligned(as: UInt32.self))
      let high = unsafe UInt64((end - 4).loadUnaligned(as: UInt32.self))
      return low | high << UInt64((count - 4) * 8)
    }
    let first = unsafe UInt64(start.load(as: UInt8.self))
    let middle = unsafe UInt64((start + count / 2).load(as: UInt8.self))
    let last = unsafe UInt64((end - 1).load(as: UInt8.self))
    return first | middle << UInt64(count / 2 * 8) | last << UInt64((count - 1) * 8)
  }

  private static func foldingLetters(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var sum = ByteSum()
    var i = 0
    while i < bytes.count {
      let byte = unsafe bytes[i]
      if !byte.isHigh {
        sum.add(byte.isUpper ? byte | 0x20 : byte)
        i += 1
        continue
      }
      guard i + 1 < bytes.count else { return nil }
      var (lead, next) = unsafe (byte, bytes[i + 1])
      guard next.isContinuation else { return nil }
      switch lead {
      case 0xC2: break
      case 0xC3:
        // U+00C0 to U+00DE but the multiplication sign: 32 below their small letters.
        if next < 0x9F, next != 0x97 { next += 0x20 }
      case 0xC4, 0xC5:
        guard let small = smallExtendedA(UInt32(lead & 0x1F) << 6 | UInt32(next & 0x3F)) else {
          return nil
        }
        (lead, next) = (UInt8(0xC0 | small >> 6), UInt8(0x80 | small & 0x3F))
      case 0xD0:
        // Cyrillic: U+0400 to U+040F are 80 below their small letters, U+0410 to U+042F 32.
        if next < 0x90 {
          (lead, next) = (0xD1, next + 0x10)
        } else if next < 0xA0 {
          next += 0x20
        } else if next < 0xB0 {
          (lead, next) = (0xD1, next - 0x20)
        }
      case 0xD1 where next < 0xA0: break
      case 0xE2 where next == 0x80, 0xEF where next == 0xAC:
        guard i + 2 < bytes.count else { return nil }
        let last = unsafe bytes[i + 2]
        guard last.isContinuation, lead == 0xE2 || last < 0x87 else { return nil }
        if lead == 0xEF {
          for letter in ligatures[Int(last - 0x80)].utf8 { sum.add(letter) }
        } else if last == 0x99 {
          sum.add(.apostrophe)
        } else {
          sum.add(lead)
          sum.add(next)
          sum.add(last)
        }
        i += 3
        continue
      default: return nil
      }
      sum.add(lead)
      sum.add(next)
      i += 2
    }
    return sum.hash
  }

  /// The small letter of one of U+0100 to U+017F; `nil` for the dotted capital I, which has two.
  private static func smallExtendedA(_ letter: UInt32) -> UInt32? {
    switch letter {
    case 0x130: nil
    case 0x178: 0xFF
    case 0x138, 0x149, 0x17F: letter
    // Pairs in which the capital is odd.
    case 0x139..<0x149, 0x179..<0x17F: letter + letter % 2
    default: letter | 1
    }
  }

  /// U+FB00 to U+FB06.
  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// The hash of a word in ASCII as written, folded on the way: no array is made.
  @inline(__always)
  static func folding(_ ascii: some Collection<UInt8>) -> UInt64 {
    (ascii.withContiguousStorageIfAvailable { unsafe foldingLatin($0) } ?? nil)
      ?? of(ascii.lazy.map { $0.isUpper ? $0 | 0x20 : $0 })
  }

  /// The key of two words that follow each other, or the two halves of a compound.
  @inline(__always)
  public static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let mixed = (first &* k2) ^ (second &+ k1)
    return (mixed ^ (mixed >> 31)) &* k1
  }

  /// The folded bytes of a word.
  public static func fold(_ word: String) -> [UInt8] {
    var utf8 = Array(word.utf8)
    if utf8.contains(where: \.isHigh) { utf8 = Array(word.lowercased().utf8) }
    for i in utf8.indices where utf8[i].isUpper { utf8[i] |= 0x20 }
    guard utf8.contains(where: { $0 == 0xE2 || $0 == 0xEF }) else { return utf8 }
    return Array(expanded(String(decoding: utf8, as: UTF8.self)).utf8)
  }

  /// A typographic apostrophe is the same letter as the straight one, a ligature is its letters.
  private static func expanded(_ word: String) -> String {
    var out = ""
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\u{2019}": out += "'"
      case "\u{FB00}"..."\u{FB06}": out += ligatures[Int(scalar.value) - 0xFB00]
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
