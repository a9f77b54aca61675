import CScan

/// Reads the words of a text once: looks each up in the lexicon, counts it for the document, and
/// notes the places that need a second look.
///
/// HOT: clean text spends most of its time here. `cscan_survey` finds and hashes the words; no
/// string is made of any word in ASCII.
struct WordSurveyor {
  let lexicon: Lexicon
  /// Whether the words are to be counted: false for a text that was counted in an earlier state.
  let counting: Bool
  private(set) var counts: DocumentCounts

  private var previousHash: UInt64 = 0
  private var previousEnd = -1

  /// - Parameter counts: what the document wrote before this text.
  init(lexicon: Lexicon, counts: consuming DocumentCounts, counting: Bool) {
    self.lexicon = lexicon
    self.counts = counts
    self.counting = counting
  }

  /// Blocks of 64 bytes read in one call: few enough for the table entries that they ask for to stay
  /// in the first cache.
  private static let batch = 16

  mutating func survey(_ text: Text) -> Survey {
    var survey = Survey()
    previousEnd = -1
    if counting { counts.prepare() }
    var known = counting ? counts.takeKnown() : []
    text.storage.withUnsafeBufferPointer { buffer in
      known.withUnsafeMutableBufferPointer { known in
        let known = unsafe counting ? known.baseAddress : nil
        unsafe read(buffer.baseAddress.unsafelyUnwrapped, text.count, known: known, into: &survey)
      }
    }
    if counting { counts.putBack(known) }
    // The padding behind the text is made of control bytes.
    while let last = survey.marks.last, Int(last) >= text.count { survey.marks.removeLast() }
    return survey
  }

  private mutating func read(
    _ base: UnsafePointer<UInt8>, _ count: Int, known: UnsafeMutablePointer<UInt16>?,
    into survey: inout Survey
  ) {
    let blocks = (count + 63) / 64
    unsafe withUnsafeTemporaryAllocation(of: cscan_word.self, capacity: Self.batch * 32 + 1) {
      words in
      unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.batch * 128) { places in
        var found = unsafe cscan_found(
          words: words.baseAddress, marks: places.baseAddress,
          openings: places.baseAddress! + Self.batch * 64, word_count: 0, mark_count: 0,
          opening_count: 0, slots: lexicon.slots, slot_shift: 64 - lexicon.slotBits,
          counts: known)
        var carry = cscan_carry()
        var block = 0
        while block < blocks {
          let some = Swift.min(Self.batch, blocks - block)
          unsafe cscan_survey(base, block * 64, some, &carry, &found)
          block += some
          if block == blocks { unsafe cscan_finish(base, count, &carry, &found) }
          unsafe takeMarks(found, in: base, into: &survey)
          unsafe takeWords(found, in: base, known: known, into: &survey)
          unsafe found.word_count = 0
          unsafe found.mark_count = 0
          unsafe found.opening_count = 0
        }
      }
    }
  }

  private func takeMarks(
    _ found: cscan_found, in base: UnsafePointer<UInt8>, into survey: inout Survey
  ) {
    for i in 0..<(unsafe found.mark_count) { unsafe survey.marks.append(found.marks[i]) }
    for i in 0..<(unsafe found.opening_count) {
      if unsafe base[Int(found.openings[i])] == .apostrophe {
        survey.singleOpenings &+= 1
      } else {
        survey.doubleOpenings &+= 1
      }
    }
  }

  /// Looks each word up, counts it, and notes it if it is suspect.
  ///
  /// All that the loop needs is in local constants: read through `self` they were loaded again for
  /// each word.
  private mutating func takeWords(
    _ found: cscan_found, in base: UnsafePointer<UInt8>, known: UnsafeMutablePointer<UInt16>?,
    into survey: inout Survey
  ) {
    let slots = unsafe lexicon.slots
    let shift = 64 &- lexicon.slotBits
    let last = lexicon.slotCount &- 1
    let needsLook = UInt64(Self.needsLook.rawValue) << 8
    let rightInSmallLetters = UInt64(Self.rightInSmallLetters.rawValue) << 8
    survey.words &+= unsafe found.word_count
    var previous = (hash: previousHash, end: previousEnd)
    for i in 0..<(unsafe found.word_count) {
      let word = unsafe found.words[i]
      if word.kind == UInt8(CSCAN_WORD_HIGH) {
        survey.words &-= 1
        previousHash = previous.hash
        previousEnd = previous.end
        unsafe wordsBeyondASCII(word, in: base, known: known, into: &survey)
        previous = (previousHash, previousEnd)
        continue
      }
      let fingerprint = word.hash & Lexicon.fingerprintMask
      var slot = Int(truncatingIfNeeded: word.hash &>> shift)
      var stored = unsafe slots[slot]
      while stored &>> 24 != fingerprint, stored != 0 {
        slot = (slot &+ 1) & last
        stored = unsafe slots[slot]
      }
      if let known = unsafe known {
        if stored != 0 {
          // Saturates without a branch.
          let count = unsafe known[slot]
          unsafe known[slot] = count &+ (count == .max ? 0 : 1)
        } else {
          counts.add(unknown: word.hash)
        }
        if word.before == .hyphen, previous.end == Int(word.start) &- 1 {
          counts.add(compound: WordHash.pair(previous.hash, word.hash))
        }
        previous = (word.hash, Int(word.start) &+ Int(word.length))
      }
      // Nearly all words: an ordinary word in small letters, or with one capital before them.
      let isOrdinary =
        stored != 0 && stored & needsLook == 0 && word.kind <= UInt8(CSCAN_WORD_CAPITALS)
        && (word.kind != 0 || stored & rightInSmallLetters != 0) && word.length > 1
      if !isOrdinary {
        unsafe note(
          word, slot: stored == 0 ? -1 : slot, after: base[Int(word.start) &+ Int(word.length)],
          into: &survey)
      }
    }
    previousHash = previous.hash
    previousEnd = previous.end
  }

  @inline(never)
  private func note(
    _ word: cscan_word, slot: Int, after: UInt8, into survey: inout Survey
  ) {
    let flags = lexicon.entry(inSlot: slot).flags
    let start = Int(word.start)
    if word.length == 1 {
      // Only a letter between blanks deserves a look: not the s of 's, not an initial.
      if flags.isDisjoint(with: .english), word.before.isWhite, after.isWhite {
        survey.suspects.append(Suspect(start: start, count: 1, kind: .single))
      }
      return
    }
    let kind: Suspect.Kind =
      if slot < 0 {
        .unknown
      } else if !flags.isDisjoint(with: Self.needsLook) {
        .flagged
      } else if word.kind == UInt8(CSCAN_WORD_SMALL) {
        .unknown
      } else {
        .mixedCase
      }
    survey.suspects.append(Suspect(start: start, count: Int(word.length), kind: kind))
  }

  private static let needsLook: Lexicon.Flags = [.confusable, .nameVariant]
  private static let rightInSmallLetters =
    Lexicon.Flags.foreign.union([.word, .contraction, .abbreviation])

  // MARK: Beyond ASCII

  /// Takes in a run that holds characters beyond ASCII: the words between its punctuation.
  @inline(never)
  private mutating func wordsBeyondASCII(
    _ run: cscan_word, in base: UnsafePointer<UInt8>, known: UnsafeMutablePointer<UInt16>?,
    into survey: inout Survey
  ) {
    let start = Int(run.start)
    // A run longer than a word can be is read whole, wherever it ends.
    var end = start + Int(run.length)
    if run.length == .max {
      while unsafe base[end].isLetter || base[end].isHigh { end += 1 }
    }
    var at = start
    var wordStart = -1
    while at <= end {
      var length = 1
      var isLetter = false
      if at < end {
        if unsafe base[at] < 0x80 {
          isLetter = true
        } else {
          let (scalar, size) = unsafe Self.scalar(base + at, limit: end - at)
          length = size
          isLetter = Self.isLetter(scalar)
        }
      }
      if isLetter {
        if wordStart < 0 { wordStart = at }
      } else if wordStart >= 0 {
        unsafe wordPerhapsBeyondASCII(wordStart, at, in: base, known: known, into: &survey)
        wordStart = -1
      }
      at += length
    }
  }

  /// Cheaper than the properties of the character for the blocks that make up nearly all text.
  @inline(__always)
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2000..<0x2070, 0x80..<0xAA, 0x3000..<0x3005: false
    case 0xC0..<0xD7, 0xD8..<0xF7, 0xF8..<0x2C2, 0x400..<0x482: true
    default:
      scalar.properties.isAlphabetic
        || scalar.properties.canonicalCombiningClass != .notReordered
    }
  }

  private mutating func wordPerhapsBeyondASCII(
    _ start: Int, _ end: Int, in base: UnsafePointer<UInt8>, known: UnsafeMutablePointer<UInt16>?,
    into survey: inout Survey
  ) {
    let bytes = unsafe UnsafeBufferPointer(start: base + start, count: end - start)
    var word = cscan_word(
      hash: 0, start: UInt32(start), length: UInt16(clamping: end - start), kind: 0,
      before: unsafe start > 0 ? base[start - 1] : .newline)
    let high = unsafe bytes.firstIndex(where: \.isHigh)
    // Greek, Cyrillic and all that follows: no lexicon here knows such words.
    if let high, unsafe bytes[high] >= 0xCD {
      survey.words += 1
      return
    }
    let capitals: Int
    let characters: Int
    let startsWithCapital: Bool
    if high == nil {
      word.hash = unsafe WordHash.folding(bytes)
      characters = bytes.count
      capitals = unsafe bytes.count(where: \.isUpper)
      startsWithCapital = unsafe bytes[0].isUpper
    } else {
      let string = unsafe String(decoding: bytes, as: UTF8.self)
      word.hash = WordHash.of(string)
      characters = string.unicodeScalars.count
      capitals = string.unicodeScalars.count { $0.properties.isUppercase }
      startsWithCapital = string.unicodeScalars.first?.properties.isUppercase ?? false
    }
    word.kind =
      if capitals == 0 {
        UInt8(CSCAN_WORD_SMALL)
      } else if capitals == 1, startsWithCapital {
        UInt8(CSCAN_WORD_TITLE)
      } else {
        UInt8(capitals == characters ? CSCAN_WORD_CAPITALS : CSCAN_WORD_MIXED)
      }
    var single = word
    unsafe withUnsafeMutablePointer(to: &single) { pointer in
      var found = cscan_found()
      unsafe found.words = pointer
      unsafe found.word_count = 1
      unsafe takeWords(found, in: base, known: known, into: &survey)
    }
  }

  /// Decodes one character of valid UTF-8.
  private static func scalar(
    _ at: UnsafePointer<UInt8>, limit: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let first = unsafe at[0]
    let length = Swift.min(first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2, limit)
    var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for i in 1..<Swift.max(2, length) where i < length {
      value = unsafe value << 6 | UInt32(at[i] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
