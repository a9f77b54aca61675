/// A few words of eight bytes or fewer, compared as numbers and exactly as they are written.
struct ShortWords: Sendable {
  private let keys: [UInt64]
  private let longest: Int

  /// - Precondition: no word is longer than eight bytes.
  init(_ words: [String]) {
    longest = words.map(\.utf8.count).max() ?? 0
    precondition(longest <= 8)
    keys = words.map { $0.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
  }

  func contains(_ word: Range<Int>, of text: Text) -> Bool { index(of: word, in: text) != nil }

  /// The place of a word among them; `nil` where it is none of them.
  func index(of word: Range<Int>, in text: Text) -> Int? {
    word.count <= longest ? keys.firstIndex(of: text.key(word)) : nil
  }
}
