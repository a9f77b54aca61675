/// A set of lines by their numbers, a bit for each: what asks for rare lines passes sixty-four at once.
struct LineSet: Sendable, Equatable {
  /// The last word has no bits behind the lines.
  private var words: [UInt64]

  init(words: [UInt64]) { self.words = words }

  func contains(_ line: Int) -> Bool { words[line >> 6] >> UInt64(line & 63) & 1 != 0 }

  /// The first line of the set from one on, or `end`.
  /// - Complexity: O(lines passed / 64).
  @inline(__always)
  func next(from start: Int, to end: Int) -> Int {
    guard start < end else { return end }
    return unsafe words.withUnsafeBufferPointer { words in
      var at = start >> 6
      var word = unsafe words[at] & UInt64.max &<< UInt64(start & 63)
      let last = (end &- 1) >> 6
      while word == 0 {
        at &+= 1
        if at > last { return end }
        unsafe word = words[at]
      }
      return Swift.min(end, at &<< 6 &+ word.trailingZeroBitCount)
    }
  }

  /// The last line of the set in a range; `nil` where there is none.
  /// - Complexity: O(lines passed / 64).
  @inline(__always)
  func last(in range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    return unsafe words.withUnsafeBufferPointer { words in
      let end = range.upperBound &- 1
      var at = end >> 6
      var word = unsafe words[at] & UInt64.max &>> UInt64(63 &- end & 63)
      let first = range.lowerBound >> 6
      while word == 0 {
        at &-= 1
        if at < first { return nil }
        unsafe word = words[at]
      }
      let found = at &<< 6 &+ 63 &- word.leadingZeroBitCount
      return found < range.lowerBound ? nil : found
    }
  }

  /// The first line from one on that is not of the set, or `end`.
  /// - Complexity: O(lines passed / 64).
  @inline(__always)
  func nextMissing(from start: Int, to end: Int) -> Int {
    guard start < end else { return end }
    return unsafe words.withUnsafeBufferPointer { words in
      var at = start >> 6
      var word = unsafe ~words[at] & UInt64.max &<< UInt64(start & 63)
      let last = (end &- 1) >> 6
      while word == 0 {
        at &+= 1
        if at > last { return end }
        unsafe word = ~words[at]
      }
      return Swift.min(end, at &<< 6 &+ word.trailingZeroBitCount)
    }
  }

  /// The last line before one that is not of the set, or -1.
  /// - Complexity: O(lines passed / 64).
  @inline(__always)
  func lastMissing(before end: Int) -> Int {
    guard end > 0 else { return -1 }
    return unsafe words.withUnsafeBufferPointer { words in
      var at = (end &- 1) >> 6
      var word = unsafe ~words[at] & UInt64.max &>> UInt64(63 &- (end &- 1) & 63)
      while word == 0 {
        at &-= 1
        if at < 0 { return -1 }
        unsafe word = ~words[at]
      }
      return at &<< 6 &+ 63 &- word.leadingZeroBitCount
    }
  }

  /// How many lines of a range it has.
  /// - Complexity: O(lines / 64).
  func count(in range: Range<Int>) -> Int {
    guard !range.isEmpty else { return 0 }
    let (first, last) = (range.lowerBound >> 6, (range.upperBound - 1) >> 6)
    var count = 0
    for at in first...last {
      var word = words[at]
      if at == first { word &= UInt64.max &<< UInt64(range.lowerBound & 63) }
      if at == last { word &= UInt64.max &>> UInt64(63 &- (range.upperBound &- 1) & 63) }
      count += word.nonzeroBitCount
    }
    return count
  }

  mutating func insert(_ line: Int) { words[line >> 6] |= 1 << UInt64(line & 63) }

  /// Calls `body` with each line.
  /// - Complexity: O(lines / 64 + lines of the set).
  @inline(__always)
  func forEachLine(_ body: (Int) -> Void) {
    for at in words.indices {
      var word = words[at]
      while word != 0 {
        body(at &<< 6 &+ word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }

  /// Leaves the lines of both sets.
  mutating func formIntersection(_ other: LineSet) {
    for at in words.indices { words[at] &= other.words[at] }
  }

  /// Adds the lines of another set.
  mutating func formUnion(_ other: LineSet) {
    for at in words.indices { words[at] |= other.words[at] }
  }

  /// The lines that are in this set and not in another.
  func subtracting(_ other: LineSet) -> LineSet {
    LineSet(words: zip(words, other.words).map { $0 & ~$1 })
  }

  /// The lines that stand so many behind those of the set; lines that come in at the start are none.
  /// - Parameter lines: from 1 to 63.
  func shifted(by lines: Int) -> LineSet {
    var before: UInt64 = 0
    return LineSet(
      words: words.map { word in
        defer { before = word }
        return word &<< UInt64(lines) | before &>> UInt64(64 &- lines)
      })
  }

  /// The lines behind three of the set and no more.
  var behindThree: LineSet {
    var before: UInt64 = 0
    return LineSet(
      words: words.map { word in
        defer { before = word }
        let ones = word &<< 1 | before &>> 63
        let three = ones & (word &<< 2 | before &>> 62) & (word &<< 3 | before &>> 61)
        return three & ~word & ~(word &<< 4 | before &>> 60)
      })
  }

  /// The lines that stand before those of the set.
  var shiftedBack: LineSet {
    LineSet(
      words: words.indices.map { at in
        words[at] >> 1 | (at + 1 < words.count ? words[at + 1] << 63 : 0)
      })
  }
}
