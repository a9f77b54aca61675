import CScan

// How the scanner knows a suspect again.
extension Suspect {
  /// What `cscan_enter` takes for a suspect.
  @inline(__always)
  static func mark(_ kind: Kind, isInLexicon: Bool) -> UInt32 {
    1 + UInt32(kind.rawValue) + (isInLexicon ? 4 : 0)
  }

  /// - Precondition: the word was entered as a suspect.
  @inline(__always)
  init(familiar word: cscan_word) {
    let mark = word.kind &- UInt8(CSCAN_WORD_SUSPECT)
    self.init(
      start: Int(word.start), count: Int(word.length),
      kind: unsafe Kind(rawValue: mark & 3).unsafelyUnwrapped, hash: word.hash,
      isInLexicon: mark & 4 != 0)
  }

  /// - Parameter base: the text, with padding behind it.
  @inline(__always)
  init(_ word: cscan_word, _ kind: Kind, isInLexicon: Bool, in base: UnsafePointer<UInt8>) {
    let (start, count) = (Int(word.start), Int(word.length))
    // The end of a longer word is no part of it.
    let hash =
      count <= Self.longest
      ? word.hash
      : unsafe WordHash.folding(UnsafeBufferPointer(start: base + start, count: Self.longest))
    self.init(start: start, count: count, kind: kind, hash: hash, isInLexicon: isInLexicon)
  }
}
