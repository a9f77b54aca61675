import CScan

/// Reads the words of a text once: looks each up in the lexicon, counts it for the document, and
/// notes the places that need a second look.
///
/// HOT: clean text spends most of its time here. Words are found as runs of letters in the masks of
/// `cscan_classify`, and hashed from two unaligned loads; no string is made.
struct WordSurveyor {
  let lexicon: Lexicon
  /// Whether the words are to be counted: false for a text that was counted in an earlier state.
  let counting: Bool
  private(set) var counts: DocumentCounts

  private var previousHash: UInt64 = 0
  private var previousEnd = -1

  /// - Parameter counts: what the document wrote before this text.
  init(lexicon: Lexicon, counts: DocumentCounts, counting: Bool) {
    self.lexicon = lexicon
    self.counts = counts
    self.counting = counting
  }

  /// Blocks of 64 bytes classified in one call: 4 KiB, so that the masks stay in the first cache.
  private static let batch = 64

  mutating func survey(_ text: Text) -> Survey {
    var survey = Survey()
    let blocks = (text.count + 63) / 64
    previousEnd = -1
    text.storage.withUnsafeBufferPointer { buffer in
      let base = unsafe buffer.baseAddress.unsafelyUnwrapped
      unsafe withUnsafeTemporaryAllocation(of: cscan_masks.self, capacity: Self.batch) { masks in
        var carry = Carry()
        var block = 0
        while block < blocks {
          let some = Swift.min(Self.batch, blocks - block)
          unsafe cscan_classify(base + block * 64, some, masks.baseAddress)
          for i in 0..<some {
            unsafe read(masks[i], at: (block + i) * 64, in: base, carry: &carry, into: &survey)
          }
          block += some
        }
        if carry.inWord {
          unsafe word(carry.start, text.count, in: base, into: &survey)
        }
      }
    }
    return survey
  }

  /// What one block leaves to the next.
  private struct Carry {
    var inWord = false
    var start = 0
    var lastWhite: UInt64 = 1
    var lastBlank: UInt64 = 0
    var lastLetter: UInt64 = 0
    var lastDigit: UInt64 = 0
    var lastHigh: UInt64 = 0
  }

  @inline(__always)
  private mutating func read(
    _ masks: cscan_masks, at offset: Int, in base: UnsafePointer<UInt8>, carry: inout Carry,
    into survey: inout Survey
  ) {
    let word = masks.letter | masks.high
    var turns = word ^ (word << 1 | (carry.inWord ? 1 : 0))
    while turns != 0 {
      let position = offset + turns.trailingZeroBitCount
      turns &= turns &- 1
      if carry.inWord {
        unsafe self.word(carry.start, position, in: base, into: &survey)
      } else {
        carry.start = position
      }
      carry.inWord.toggle()
    }

    let letterBefore = masks.letter << 1 | carry.lastLetter
    let digitBefore = masks.digit << 1 | carry.lastDigit
    var marks =
      masks.odd | (masks.stop & (masks.blank << 1 | carry.lastBlank))
      | (masks.digit & letterBefore) | (masks.letter & digitBefore)
      | (masks.high & ~(masks.high << 1 | carry.lastHigh))
    while marks != 0 {
      survey.marks.append(UInt32(truncatingIfNeeded: offset + marks.trailingZeroBitCount))
      marks &= marks &- 1
    }
    var openings = masks.quote & ((masks.blank | masks.newline) << 1 | carry.lastWhite)
    while openings != 0 {
      let at = unsafe base + offset + openings.trailingZeroBitCount
      openings &= openings &- 1
      guard unsafe at[1].isLetter else { continue }
      if unsafe at[0] == .apostrophe { survey.singleOpenings += 1 } else { survey.doubleOpenings += 1 }
    }
    carry.lastWhite = (masks.blank | masks.newline) >> 63
    carry.lastBlank = masks.blank >> 63
    carry.lastLetter = masks.letter >> 63
    carry.lastDigit = masks.digit >> 63
    carry.lastHigh = masks.high >> 63
  }

  /// Takes in one run of letters and bytes beyond ASCII.
  @inline(__always)
  private mutating func word(
    _ start: Int, _ end: Int, in base: UnsafePointer<UInt8>, into survey: inout Survey
  ) {
    let length = end - start
    let at = unsafe UnsafeRawPointer(base + start)
    var hash: UInt64 = 0
    var all: UInt64 = 0
    var capitals = 0
    var done = 0
    repeat {
      let left = length - done
      // A shift by 64 or more gives 0 in Swift, which is what the last full chunk needs.
      let mask: UInt64 = left < 8 ? (1 << UInt64(left * 8)) &- 1 : .max
      let chunk = unsafe (at + done).loadUnaligned(as: UInt64.self) & mask
      let fold = Self.caseBits & mask
      all |= chunk
      capitals += (~chunk & fold).nonzeroBitCount
      hash = WordHash.step(hash, chunk | fold)
      done += 8
    } while done < length
    if all & Self.highBits != 0 {
      unsafe wordsBeyondASCII(start, end, in: base, into: &survey)
      return
    }
    take(
      WordHash.finish(hash, length: length), start: start, end: end, capitals: capitals,
      startsWithCapital: unsafe base[start] & 0x20 == 0,
      before: unsafe start > 0 ? base[start - 1] : 0, after: unsafe base[end], into: &survey)
  }

  private static let caseBits: UInt64 = 0x2020_2020_2020_2020
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Counts a word and notes it if it is suspect.
  @inline(__always)
  private mutating func take(
    _ hash: UInt64, start: Int, end: Int, capitals: Int, startsWithCapital: Bool, before: UInt8,
    after: UInt8, into survey: inout Survey
  ) {
    survey.words += 1
    let length = end - start
    let slot = lexicon.slot(of: hash)
    if counting {
      counts.add(hash, slot: slot)
      if before == .hyphen, previousEnd == start - 1 {
        counts.add(compound: WordHash.pair(previousHash, hash))
      }
      previousHash = hash
      previousEnd = end
    }
    let flags = lexicon.entry(inSlot: slot).flags
    if length == 1 {
      // Only a letter between blanks deserves a look: not the s of 's, not an initial.
      if before.isWhite, after.isWhite, slot < 0 {
        survey.suspects.append(Suspect(start: start, count: 1, kind: .single))
      }
      return
    }
    let kind: Suspect.Kind
    if slot < 0 {
      kind = .unknown
    } else if !flags.isDisjoint(with: [.confusable, .nameVariant]) {
      kind = .flagged
    } else if capitals == 0 {
      if !flags.isDisjoint(with: Self.rightInSmallLetters) { return }
      kind = .unknown
    } else if capitals == length || (capitals == 1 && startsWithCapital) {
      return
    } else {
      kind = .mixedCase
    }
    survey.suspects.append(Suspect(start: start, count: length, kind: kind))
  }

  private static let rightInSmallLetters: Lexicon.Flags =
    Lexicon.Flags.foreign.union([.word, .contraction, .abbreviation])

  /// Takes in a run that holds characters beyond ASCII: the words between its punctuation.
  private mutating func wordsBeyondASCII(
    _ start: Int, _ end: Int, in base: UnsafePointer<UInt8>, into survey: inout Survey
  ) {
    var at = start
    var wordStart = -1
    while at <= end {
      var length = 1
      var isLetter = false
      if at < end {
        let byte = unsafe base[at]
        if byte < 0x80 {
          isLetter = true
        } else {
          let (scalar, size) = unsafe Self.scalar(base + at, limit: end - at)
          length = size
          isLetter = scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered
        }
      }
      if isLetter {
        if wordStart < 0 { wordStart = at }
      } else if wordStart >= 0 {
        unsafe wordMaybeBeyondASCII(wordStart, at, in: base, into: &survey)
        wordStart = -1
      }
      at += length
    }
  }

  private mutating func wordMaybeBeyondASCII(
    _ start: Int, _ end: Int, in base: UnsafePointer<UInt8>, into survey: inout Survey
  ) {
    let bytes = unsafe UnsafeBufferPointer(start: base + start, count: end - start)
    guard let high = unsafe bytes.firstIndex(where: \.isHigh) else {
      unsafe word(start, end, in: base, into: &survey)
      return
    }
    // Greek, Cyrillic and all that follows: no lexicon here knows such words.
    guard unsafe bytes[high] < 0xCD else {
      survey.words += 1
      return
    }
    let word = unsafe String(decoding: bytes, as: UTF8.self)
    let capitals = word.unicodeScalars.count { $0.properties.isUppercase }
    take(
      WordHash.of(word), start: start, end: end,
      capitals: capitals == word.unicodeScalars.count ? end - start : capitals,
      startsWithCapital: word.unicodeScalars.first?.properties.isUppercase ?? false,
      before: unsafe start > 0 ? base[start - 1] : 0, after: unsafe base[end], into: &survey)
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
