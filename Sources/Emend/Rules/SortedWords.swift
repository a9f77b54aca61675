/// An embedded list of words, one a line and sorted by bytes: searched where it lies.
struct SortedWords: Sendable {
  // Embedded: lives as long as the program.
  private nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>

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
  }

  /// - Complexity: O(log *n*).
  func contains(_ word: String) -> Bool {
    let wanted = word.utf8
    var low = 0
    var high = bytes.count
    while low < high {
      var start = (low + high) / 2
      while start > low, unsafe bytes[start - 1] != .newline { start -= 1 }
      var end = start
      while unsafe bytes[end] != .newline { end += 1 }
      let line = unsafe bytes[start..<end]
      if unsafe line.elementsEqual(wanted) { return true }
      if unsafe line.lexicographicallyPrecedes(wanted) { low = end + 1 } else { high = start }
    }
    return false
  }
}
