/// The hash by which the lexicon and the document's counts know a word.
///
/// It is taken over the folded word: ASCII letters in lower case, all other bytes as they are.
/// Written for words: eight bytes a step, two multiplications for most words.
public enum WordHash {
  static let k1: UInt64 = 0x9E37_79B9_7F4A_7C15
  static let k2: UInt64 = 0xD6E8_FEB8_6659_FD93

  @inline(__always)
  static func step(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
    let mixed = (hash ^ chunk) &* k1
    return mixed ^ (mixed >> 29)
  }

  @inline(__always)
  static func finish(_ hash: UInt64, length: Int) -> UInt64 {
    let mixed = (hash ^ UInt64(truncatingIfNeeded: length)) &* k2
    return mixed ^ (mixed >> 32)
  }

  /// The hash of folded bytes.
  /// - Complexity: O(*n*).
  public static func of(_ folded: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0
    var chunk: UInt64 = 0
    var length = 0
    for byte in folded {
      chunk |= UInt64(byte) << UInt64((length & 7) * 8)
      length += 1
      if length & 7 == 0 {
        hash = step(hash, chunk)
        chunk = 0
      }
    }
    if length & 7 != 0 { hash = step(hash, chunk) }
    return finish(hash, length: length)
  }

  /// The hash of a word as written: folds first.
  public static func of(_ word: String) -> UInt64 { of(fold(word)) }

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
    // A typographic apostrophe (E2 80 99) is the same letter as the straight one.
    guard utf8.contains(0xE2) else { return utf8 }
    return Array(String(decoding: utf8, as: UTF8.self).replacing("\u{2019}").utf8)
  }
}

extension String {
  /// The same with the typographic apostrophe made straight.
  fileprivate func replacing(_ apostrophe: Character) -> String {
    String(map { $0 == apostrophe ? "'" : $0 })
  }
}
