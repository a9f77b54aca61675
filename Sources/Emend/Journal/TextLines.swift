/// The lines of a text as bytes; a line has its newline with it, so the last one differs from the
/// same line with one.
struct TextLines: Sendable {
  let bytes: [UInt8]
  /// Where each line starts, and at the end where the text does.
  private let bounds: [Int]

  /// - Complexity: O(*n*).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var bounds = [0]
    for (i, byte) in bytes.enumerated() where byte == .newline { bounds.append(i + 1) }
    if bounds.last != bytes.count { bounds.append(bytes.count) }
    self.bounds = bounds
  }

  var count: Int { bounds.count - 1 }

  subscript(line: Int) -> ArraySlice<UInt8> { bytes[bounds[line]..<bounds[line + 1]] }

  /// Whether a line has the same bytes as a line of another text.
  func matches(_ line: Int, _ other: TextLines, _ otherLine: Int) -> Bool {
    self[line] == other[otherLine]
  }

  /// A line as a key of a dictionary; hashes the bytes in one go.
  struct Key: Hashable {
    let bytes: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) {
      unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
  }
}
