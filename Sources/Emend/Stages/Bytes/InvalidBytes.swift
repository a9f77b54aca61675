/// Makes edits of the bytes that cannot stand in UTF-8.
///
/// Stretches that touch are one edit, and in noise those that nearly touch: an edit for each would be
/// hundreds of bytes of memory for every other byte.
struct InvalidBytes {
  private let text: Text
  /// What the edit that is not finished takes away.
  private var bad = 0..<0
  /// The stretches in it that become one U+FFFD each, and their bytes.
  private var stretches: [Range<Int>] = []
  private var badBytes = 0
  /// Stretches up to here that nearly touch.
  private var neighbours = 0

  /// Stretches that nearly touch before they are noise.
  private static let leastNoise = 8
  /// Bytes of valid characters between two that nearly touch, at most.
  private static let gap = 8
  /// Bytes of an edit from which on it takes nothing more in.
  private static let longest = 4096

  init(_ text: Text) { self.text = text }

  /// Takes a stretch that becomes one U+FFFD, behind the one before.
  /// - Returns: whether it went into the edit of that one, since what stands between them is composed.
  mutating func add(_ found: Range<Int>, into edits: inout [Edit]) -> Bool {
    let between = found.lowerBound - bad.upperBound
    neighbours = between <= Self.gap ? neighbours + 1 : 1
    let joins =
      !stretches.isEmpty
      && (between == 0
        || (neighbours > Self.leastNoise && bad.count < Self.longest
          && text.isKnownComposed(bad.upperBound..<found.lowerBound)))
    if joins {
      bad = bad.lowerBound..<found.upperBound
    } else {
      finish(into: &edits)
      bad = found
    }
    stretches.append(found)
    badBytes += found.count
    return joins
  }

  /// Ends the edit that is not finished, if there is one.
  mutating func finish(into edits: inout [Edit]) {
    guard !stretches.isEmpty else { return }
    edits.append(
      Edit(
        span: bad, replacement: replacement(), rule: "bytes/invalid", confidence: .certain,
        evidence: .invalidUTF8))
    stretches.removeAll(keepingCapacity: true)
    badBytes = 0
  }

  /// What the edit puts in: U+FFFD for each stretch, and what stands between them.
  private func replacement() -> String {
    let room = bad.count - badBytes + 3 * stretches.count
    return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { out in
      unsafe text.storage.withUnsafeBufferPointer { bytes in
        var (count, at) = (0, bad.lowerBound)
        for stretch in stretches {
          while at < stretch.lowerBound {
            unsafe out[count] = bytes[at]
            count += 1
            at += 1
          }
          unsafe out[count] = 0xEF
          unsafe out[count + 1] = 0xBF
          unsafe out[count + 2] = 0xBD
          count += 3
          at = stretch.upperBound
        }
      }
      // Valid as it was made: to be told so took as long as all else.
      let made = unsafe Span(_unsafeElements: UnsafeBufferPointer(out))
      return unsafe String(copying: UTF8Span(unchecked: made))
    }
  }
}
