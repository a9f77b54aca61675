extension Text {
  /// The hash of a word as written: no string is made of a word in ASCII or Latin-1.
  func hash(_ word: Range<Int>) -> UInt64 {
    hashFoldingLatin(word) ?? WordHash.of(string(word))
  }

  /// The hash of a word of which only ASCII is folded where it has letters beyond Latin and Russian.
  func hashFolding(_ word: Range<Int>) -> UInt64 {
    hashFoldingLatin(word) ?? WordHash.of(self[word].lazy.map { $0.isUpper ? $0 | 0x20 : $0 })
  }

  /// The hash of the bytes of a word, with its case.
  func hashOfBytes(_ word: Range<Int>) -> UInt64 {
    unsafe storage.withUnsafeBufferPointer {
      unsafe WordHash.of(padded: UnsafeBufferPointer(rebasing: $0[word]))
    } ?? WordHash.of(self[word])
  }

  /// Whether a word has a byte beyond ASCII; eight bytes a step.
  func hasHigh(_ word: Range<Int>) -> Bool { hasByte(word) { $0 } }

  /// Whether a word has an ASCII capital; eight bytes a step.
  func hasCapital(_ word: Range<Int>) -> Bool {
    hasByte(word) { bytes in
      // From A on, and not beyond Z.
      let low = bytes & ~WordHash.highBits
      return (low &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(low &+ 0x2525_2525_2525_2525) & ~bytes
    }
  }

  /// Whether a word has a byte of some kind.
  /// - Parameter marked: eight bytes, the highest bit set in those of the kind.
  @inline(__always)
  private func hasByte(_ word: Range<Int>, _ marked: (UInt64) -> UInt64) -> Bool {
    unsafe storage.withUnsafeBytes { bytes in
      var at = word.lowerBound
      while at < word.upperBound {
        // Behind the text are bytes that may be read.
        let some = unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let unread = UInt64(truncatingIfNeeded: 8 &* Swift.max(0, at &+ 8 &- word.upperBound))
        if marked(some) & WordHash.highBits & (UInt64.max &>> unread) != 0 { return true }
        at &+= 8
      }
      return false
    }
  }

  /// As `WordHash.foldingLatin`: behind the text are bytes that may be read.
  @inline(__always)
  private func hashFoldingLatin(_ word: Range<Int>) -> UInt64? {
    unsafe storage.withUnsafeBufferPointer {
      unsafe WordHash.foldingLatin(padded: UnsafeBufferPointer(rebasing: $0[word]))
    }
  }

  /// The hash of two pieces as one word, with a byte between them if one is given.
  /// - Complexity: O(bytes); the pieces of a usual word are not even joined.
  func hash(_ first: Range<Int>, _ second: Range<Int>, between: UInt8? = nil) -> UInt64 {
    if let head = WordPiece(first, of: self), let tail = WordPiece(second, of: self) {
      return between.map { head.hash(before: tail, between: $0) } ?? head.hash(before: tail)
    }
    return hashJoined(first, second, between: between)
  }

  /// The same for all pieces: those of up to 128 bytes are joined on the stack.
  private func hashJoined(
    _ first: Range<Int>, _ second: Range<Int>, between: UInt8?
  ) -> UInt64 {
    let middle = between == nil ? 0 : 1
    let count = first.count + middle + second.count
    guard count <= Self.longestOnStack else {
      return WordHash.of(string(first) + (middle == 0 ? "" : "-") + string(second))
    }
    precondition(Swift.max(first.upperBound, second.upperBound) <= self.count)
    return unsafe storage.withUnsafeBytes { buffer in
      let bytes = unsafe buffer.baseAddress.unsafelyUnwrapped
      // With eight bytes more, which are read and written.
      let size = Self.longestOnStack + 8
      return unsafe withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { room in
        let joined = unsafe room.baseAddress.unsafelyUnwrapped
        /// Eight bytes a step: behind the text are bytes that may be read.
        func put(_ word: Range<Int>, at place: Int) {
          var done = 0
          while done < word.count {
            let some = unsafe (bytes + (word.lowerBound &+ done)).loadUnaligned(as: UInt64.self)
            unsafe (joined + (place &+ done)).storeBytes(of: some, as: UInt64.self)
            done &+= 8
          }
        }
        put(first, at: 0)
        if let between {
          unsafe joined.storeBytes(of: between, toByteOffset: first.count, as: UInt8.self)
        }
        put(second, at: first.count + middle)
        unsafe joined.storeBytes(of: 0, toByteOffset: count, as: UInt64.self)
        return unsafe room.withMemoryRebound(to: UInt8.self) {
          let word = unsafe UnsafeBufferPointer(rebasing: $0[..<count])
          return unsafe WordHash.foldingLatin(padded: word)
            ?? WordHash.of(String(decoding: word, as: UTF8.self))
        }
      }
    }
  }

  private static let longestOnStack = 128

  /// The bytes of a word of eight or fewer as one number; 0 for a longer one.
  func key(_ word: Range<Int>) -> UInt64 {
    guard word.count <= 8 else { return 0 }
    return word.reversed().reduce(0) { $0 << 8 | UInt64(self[$1]) }
  }
}

extension Text {
  /// The offset behind the ASCII letters that begin at `start`; eight bytes a step.
  func lettersEnd(from start: Int) -> Int {
    unsafe storage.withUnsafeBytes { bytes in
      var at = start
      while at < count {
        // Behind the text are bytes that may be read, and none of them is a letter.
        let some = unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let others = Self.others(than: some)
        if others != 0 { return at &+ others.trailingZeroBitCount >> 3 }
        at &+= 8
      }
      return at
    }
  }

  /// The offset at which the ASCII letters begin that end before `end`; eight bytes a step.
  func lettersStart(before end: Int) -> Int {
    unsafe storage.withUnsafeBytes { bytes in
      var at = end
      while at >= 8 {
        let some = unsafe bytes.loadUnaligned(fromByteOffset: at &- 8, as: UInt64.self)
        let others = Self.others(than: some)
        if others != 0 { return at &- others.leadingZeroBitCount >> 3 }
        at &-= 8
      }
      while at > 0, unsafe bytes[at &- 1].isLetter { at &-= 1 }
      return at
    }
  }

  /// The highest bit of each of eight bytes that is no ASCII letter.
  @inline(__always)
  private static func others(than bytes: UInt64) -> UInt64 {
    let folded = (bytes | 0x2020_2020_2020_2020) & ~WordHash.highBits
    // From a on, and not beyond z.
    let letters =
      (folded &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(folded &+ 0x0505_0505_0505_0505) & ~bytes
    return ~letters & WordHash.highBits
  }

  /// The offset behind the letters that begin at `start`, at most `limit`.
  func skipLetters(from start: Int, to limit: Int) -> Int {
    var at = start
    while at < limit {
      at = Swift.min(lettersEnd(from: at), limit)
      guard at < limit, self[at].isHigh else { break }
      let (scalar, length) = scalar(at: at)
      guard scalar.isAlphabetic else { break }
      at += length
    }
    return at
  }

  /// The offset at which the letters begin that end before `end`, at least `limit`.
  func skipBackLetters(from end: Int, to limit: Int, orDigits: Bool) -> Int {
    var at = end
    while at > limit {
      at = Swift.max(lettersStart(before: at), limit)
      guard at > limit else { break }
      let byte = self[at - 1]
      if orDigits, byte.isDigit {
        at -= 1
      } else {
        guard byte.isHigh else { break }
        let (scalar, length) = scalar(before: at)
        guard scalar.isAlphabetic else { break }
        at -= length
      }
    }
    return at
  }
}
