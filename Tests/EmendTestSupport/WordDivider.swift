/// Divides words at line ends, roughly as a compositor does.
enum WordDivider {
  struct Division {
    let head: String
    /// Whether the word has a hyphen there of its own.
    let isHard: Bool
    /// The second half, with what is glued behind it.
    let tail: String
  }

  /// The last place to divide a word whose first half, with its hyphen, has at most `room` bytes.
  static func divide(_ word: String, room: Int) -> Division? {
    let bytes = Array(word.utf8)
    guard bytes.allSatisfy({ $0 < 0x80 }), !word.contains("'"), room >= 3 else { return nil }
    if let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")), hyphen > 0 {
      guard hyphen + 1 <= room, hyphen + 1 < bytes.count else { return nil }
      return Division(
        head: String(word.prefix(hyphen)), isHard: true,
        tail: String(word.dropFirst(hyphen + 1)))
    }
    let letters = bytes.prefix { isLetter($0) }
    guard letters.count >= 7,
      bytes.dropFirst(letters.count).allSatisfy({ ".,;:".utf8.contains($0) })
    else { return nil }
    var at = min(room - 1, letters.count - 3)
    while at >= 2 {
      if mayDivide(bytes, before: at) {
        return Division(
          head: String(word.prefix(at)), isHard: false, tail: String(word.dropFirst(at)))
      }
      at -= 1
    }
    return nil
  }

  /// Before a consonant that a vowel follows, with a vowel somewhere before: `pro-vince`, `min-ister`
  /// comes out as `mi-nister`, which a compositor would do as well.
  private static func mayDivide(_ word: [UInt8], before at: Int) -> Bool {
    !isVowel(word[at]) && isVowel(word[at + 1]) && word[..<at].contains(where: isVowel)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isVowel(_ byte: UInt8) -> Bool { "aeiouyAEIOUY".utf8.contains(byte) }
}
