import CScan

/// Finds the usual words that are a few letters away from what was read.
///
/// Which letters a word has once and twice, as bits, dismisses nearly all words at once; of the others the distance is
/// computed bit by bit: G. Myers, "A fast bit-vector algorithm for approximate string matching" (1999),
/// as a distance of whole words after H. Hyyrö (2003).
/// Safe: its pointer leads into the program.
@safe struct NearestWords: Sendable {
  /// Longest word, in letters.
  static let longest = 24

  /// The usual words of English (`EnglishTables.usualWords`).
  static let english = unsafe NearestWords(EmbeddedText.bytes(of: "compiled/en.words"))

  nonisolated(unsafe) private let bytes: UnsafeBufferPointer<UInt8>
  /// Where each word begins; one more at the end.
  private let starts: [Int32]
  /// Which letters each word has (see `add`).
  private let letters: [UInt64]
  /// The number of the first word of each length.
  private let firstOfLength: [Int]

  /// - Parameter bytes: words of small letters, one a line, the shorter before the longer; they are not
  ///   copied, and have to stay.
  /// - Complexity: O(*n*).
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = unsafe bytes
    var starts: [Int32] = [0]
    var letters: [UInt64] = []
    var firstOfLength = [0]
    var set: UInt64 = 0
    for at in bytes.indices {
      let byte = unsafe bytes[at]
      guard byte == .newline else {
        Self.add(byte, to: &set)
        continue
      }
      let length = at - Int(starts[starts.count - 1])
      while firstOfLength.count <= length { firstOfLength.append(letters.count) }
      letters.append(set)
      starts.append(Int32(at + 1))
      set = 0
    }
    while firstOfLength.count <= Self.longest + 1 { firstOfLength.append(letters.count) }
    self.starts = starts
    self.letters = letters
    self.firstOfLength = firstOfLength
  }

  /// Calls `body` with each word that is at most some letters away, and with its distance: letters that
  /// were changed, lost or added.
  /// - Parameters:
  ///   - read: in small letters, at most 60 bytes; signs in it are letters of no word.
  ///   - most: the greatest distance.
  /// - Complexity: O(words of about that length).
  func forEachWord(
    near read: [UInt8], atMost most: Int, _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void
  ) {
    guard read.count <= 60, read.count - most <= Self.longest else { return }
    var places = [UInt64](repeating: 0, count: 26)
    var set: UInt64 = 0
    for (at, byte) in read.enumerated() where byte.isLower {
      places[Int(byte - UInt8(ascii: "a"))] |= 1 << UInt64(at)
      Self.add(byte, to: &set)
    }
    let lengths = Swift.max(0, read.count - most)...Swift.min(Self.longest, read.count + most)
    for length in lengths {
      // What makes a word longer or shorter puts no letter in the place of another.
      let (longer, shorter) = (length - read.count, read.count - length)
      let added = Int32(most - Swift.max(0, shorter))
      let lost = Int32(most - Swift.max(0, longer))
      let end = firstOfLength[length + 1]
      var number = firstOfLength[length]
      while true {
        number = unsafe cscan_next_near(letters, number, end, set, added, lost)
        guard number < end else { break }
        let word = unsafe UnsafeBufferPointer(
          rebasing: bytes[Int(starts[number])..<Int(starts[number + 1]) - 1])
        let distance = unsafe Self.distance(places, read.count, word)
        if distance <= most { unsafe body(word, distance) }
        number += 1
      }
    }
  }

  private static func distance(
    _ places: [UInt64], _ count: Int, _ word: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var more = ~UInt64(0)
    var less: UInt64 = 0
    var distance = count
    let top = UInt64(1) << UInt64(count - 1)
    for at in word.indices {
      let same = unsafe places[Int(word[at] &- UInt8(ascii: "a"))]
      let down = same | less
      let across = (((same & more) &+ more) ^ more) | same
      var moreAcross = less | ~(across | more)
      var lessAcross = more & across
      if moreAcross & top != 0 { distance += 1 }
      if lessAcross & top != 0 { distance -= 1 }
      moreAcross = moreAcross << 1 | 1
      lessAcross <<= 1
      more = lessAcross | ~(down | moreAcross)
      less = moreAcross & down
    }
    return distance
  }

  /// Marks a small letter as one that a word has, or has twice.
  @inline(__always)
  private static func add(_ letter: UInt8, to set: inout UInt64) {
    let once = UInt64(1) &<< UInt64(letter &- UInt8(ascii: "a"))
    set |= set & once != 0 ? once &<< 26 : once
  }
}
