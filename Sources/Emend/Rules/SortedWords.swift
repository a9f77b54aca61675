/// An embedded list of words, one a line and sorted by bytes: searched where it lies.
@safe struct SortedWords: Sendable {
  // Embedded: lives as long as the program.
  private nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
  /// Most words that are asked for are not there.
  private let filter: HashFilter

  static let hyphenated = SortedWords(embedded: "en/hyphenated.tsv")

  /// - Precondition: there is such a table, and its last line ends in a line end.
  init(embedded path: String) {
    let all = unsafe EmbeddedText.bytes(of: path)
    // Comments stand at the head.
    var start = 0
    while start < all.count, unsafe all[start] == UInt8(ascii: "#") {
      while unsafe all[start] != .newline { start += 1 }
      start += 1
    }
    unsafe bytes = UnsafeBufferPointer(rebasing: all[start...])
    // A line has four bytes at least.
    var filter = HashFilter(bits: HashFilter.bits(for: (unsafe bytes.count) / 4))
    let hashes = unsafe bytes.split(separator: .newline).map { unsafe Self.hash($0) }
    for hash in hashes { filter.insert(hash) }
    self.filter = filter
  }

  /// `false` for most words that are not there, `true` for all that are.
  func mayContain(_ hash: UInt64) -> Bool { filter.mayHold(hash) }

  /// - Complexity: O(log *n*).
  func contains(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { unsafe contains($0) }
  }

  private static func hash(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    unsafe WordHash.of(written: UnsafeBufferPointer(rebasing: line))
  }

  private func contains(_ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    var low = 0
    var high = unsafe bytes.count
    while low < high {
      var start = (low + high) / 2
      while start > low, unsafe bytes[start - 1] != .newline { start -= 1 }
      var end = start
      while unsafe bytes[end] != .newline { end += 1 }
      var at = 0
      while at < wanted.count, start + at < end, unsafe bytes[start + at] == wanted[at] { at += 1 }
      let isWhole = start + at == end
      if isWhole, at == wanted.count { return true }
      let precedes =
        isWhole || (unsafe at < wanted.count && bytes[start + at] < wanted[at])
      if precedes { low = end + 1 } else { high = start }
    }
    return false
  }
}
