/// How many of a text's words the lexicon knows: what can be said of a text without its truth.
///
/// A word is a run of letters, apostrophes inside it among them. Numbers do not count, and neither do
/// single letters.
public struct TextQuality: Sendable, Equatable {
  public private(set) var words = 0
  public private(set) var known = 0

  public init() {}

  public init(words: Int, known: Int) {
    self.words = words
    self.known = known
  }

  /// - Parameter text: UTF-8.
  /// - Complexity: O(*n*).
  public init(of text: ArraySlice<UInt8>) {
    unsafe text.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let start = at
        while at < bytes.count {
          let length = unsafe Self.letter(bytes, at)
          // A word does not begin with an apostrophe.
          guard length > 0, unsafe at > start || bytes[at] != 0x27 else { break }
          at += length
        }
        if at - start > 1 { unsafe add(UnsafeBufferPointer(rebasing: bytes[start..<at])) }
        if at == start || at < bytes.count { at += 1 }
      }
    }
  }

  /// Known words of 100.
  public var share: Double { words == 0 ? 100 : 100 * Double(known) / Double(words) }

  public static func + (a: TextQuality, b: TextQuality) -> TextQuality {
    TextQuality(words: a.words + b.words, known: a.known + b.known)
  }

  private mutating func add(_ word: UnsafeBufferPointer<UInt8>) {
    words += 1
    let folded = unsafe word.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if unsafe Lexicon.english.entry(WordHash.of(folded)).isKnown { known += 1 }
  }

  /// Bytes of the letter at a place; 0 where there is none. An apostrophe inside a word is one.
  private static func letter(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let byte = unsafe bytes[at]
    if (0x61...0x7A).contains(byte | 0x20) { return 1 }
    switch byte {
    case 0x27:
      let follows = unsafe at + 1 < bytes.count && bytes[at + 1] | 0x20 >= 0x61
      return follows ? 1 : 0
    // Signs of Latin-1, dashes and quotation marks; their later bytes begin no letter either.
    case ..<0xC3: return 0
    case 0xE2 where unsafe at + 1 < bytes.count && bytes[at + 1] == 0x80: return 0
    default: return min(bytes.count - at, byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
    }
  }
}
