/// Makes edits of the bytes that cannot stand in UTF-8.
///
/// Stretches that touch are one edit, and in noise those that nearly touch: an edit for each would be
/// hundreds of bytes of memory for every other byte.
struct InvalidBytes {
  private let text: Text
  /// What the edit that is not finished takes away, and what it puts in.
  private var bad = 0..<0
  private var made: [UInt8] = []
  /// Stretches up to here that nearly touch.
  private var neighbours = 0

  /// Stretches that nearly touch before they are noise.
  private static let leastNoise = 8
  /// Bytes of ASCII between two that nearly touch, at most.
  private static let gap = 8
  /// Bytes of an edit from which on it takes nothing more in.
  private static let longest = 4096

  init(_ text: Text) { self.text = text }

  /// Takes a stretch that becomes one U+FFFD, behind the one before.
  mutating func add(_ found: Range<Int>, into edits: inout [Edit]) {
    let between = bad.upperBound..<found.lowerBound
    neighbours = between.count <= Self.gap ? neighbours + 1 : 1
    let joins =
      between.isEmpty
      || (neighbours > Self.leastNoise && bad.count < Self.longest
        && !text[between].contains(where: \.isHigh))
    if joins, !made.isEmpty {
      // Byte by byte: there are a few, and to append a collection takes hundreds of instructions.
      for at in between { made.append(text[at]) }
      bad = bad.lowerBound..<found.upperBound
    } else {
      finish(into: &edits)
      bad = found
    }
    // U+FFFD.
    made.append(0xEF)
    made.append(0xBF)
    made.append(0xBD)
  }

  /// Ends the edit that is not finished, if there is one.
  mutating func finish(into edits: inout [Edit]) {
    guard !made.isEmpty else { return }
    edits.append(
      Edit(
        span: bad, replacement: String(decoding: made, as: UTF8.self), rule: "bytes/invalid",
        confidence: .certain, evidence: .invalidUTF8))
    made.removeAll(keepingCapacity: true)
  }
}
