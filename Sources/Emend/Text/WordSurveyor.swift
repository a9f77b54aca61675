import CScan

/// Reads the words of a text once: looks each up in the lexicon, counts it for the document, and
/// notes the places that need a second look.
///
/// HOT: clean text spends most of its time here. `cscan_survey` finds the words, and counts the
/// familiar ones itself: ordinary words that stand as they stood before, nine of ten. It hashes the
/// others. No string is made of any word in ASCII.
struct WordSurveyor {
  let lexicon: Lexicon
  /// Whether the words are to be counted: false for a text that was counted in an earlier state.
  let counting: Bool
  private(set) var counts: DocumentCounts

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
    // Room that is not touched costs nothing, and what grows is copied.
    survey.suspects.reserveCapacity(text.count / 64)
    survey.marks.reserveCapacity(text.count / 32)
    if counting { counts.prepare() }
    var known = counting ? counts.takeKnown() : []
    unsafe text.storage.withUnsafeBufferPointer { buffer in
      let base = unsafe buffer.baseAddress.unsafelyUnwrapped
      guard counting else { return unsafe readOnly(base, text.count, into: &survey) }
      unsafe known.withUnsafeMutableBufferPointer { known in
        unsafe readCounting(base, text.count, known: known, into: &survey)
      }
    }
    if counting { counts.putBack(known) }
    // The padding behind the text is made of control bytes.
    while let last = survey.marks.last, Int(last) >= text.count { survey.marks.removeLast() }
    return survey
  }

  /// Bytes of parts of a text that are read at once.
  private static let room = 1 << 15

  /// Reads parts of a text that begin and end beside white space, without counting; the places found
  /// are offsets of the text.
  ///
  /// Small parts are read side by side: one at a time, each cost more than its words.
  /// - Parameter parts: in text order, not overlapping.
  mutating func survey(_ parts: [Range<Int>], of text: Text, into survey: inout Survey) {
    var starts: [Int] = []
    var first = 0
    var size = 0
    for (index, part) in parts.enumerated() {
      starts.append(size)
      size += part.count + 2
      if size >= Self.room || index == parts.count - 1 {
        read(parts[first...index], at: starts, size: size, of: text, into: &survey)
        starts.removeAll(keepingCapacity: true)
        first = index + 1
        size = 0
      }
    }
  }

  /// A copy of parts of a text, each with the byte behind it and a line feed, which is as the start of a text to
  /// what follows; behind all of them are line feeds as well.
  private static func copy(
    _ parts: ArraySlice<Range<Int>>, at starts: [Int], size: Int, of text: Text
  ) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: size + 2 * Text.padding) { out, count in
      count = size + 2 * Text.padding
      let copy = unsafe UnsafeMutableRawPointer(out.baseAddress.unsafelyUnwrapped)
      unsafe text.storage.withUnsafeBytes { bytes in
        for (part, start) in zip(parts, starts) {
          // Eight bytes a step: behind a text are bytes that may be read, and what is written behind a part is
          // written over.
          var at = 0
          while at <= part.count {
            let some = unsafe bytes.loadUnaligned(
              fromByteOffset: part.lowerBound &+ at, as: UInt64.self)
            unsafe copy.storeBytes(of: some, toByteOffset: start &+ at, as: UInt64.self)
            at &+= 8
          }
          unsafe copy.storeBytes(
            of: .newline, toByteOffset: start &+ part.count &+ 1, as: UInt8.self)
        }
      }
      for at in size..<count { unsafe out[at] = .newline }
    }
  }

  /// - Parameter starts: where the parts stand in their copy, which has so many bytes.
  private mutating func read(
    _ parts: ArraySlice<Range<Int>>, at starts: [Int], size: Int, of text: Text,
    into survey: inout Survey
  ) {
    var found = Survey()
    let padded = Self.copy(parts, at: starts, size: size, of: text)
    unsafe padded.withUnsafeBufferPointer {
      unsafe readOnly($0.baseAddress.unsafelyUnwrapped, size, into: &found)
    }
    var index = 0
    /// How far a place is moved; `nil` for one in the byte behind a part, which is no part of it.
    @inline(__always)
    func distance(_ at: UInt32) -> UInt32? {
      while index + 1 < starts.count, starts[index + 1] <= Int(at) { index += 1 }
      let part = parts[parts.startIndex + index]
      if Int(at) - starts[index] >= part.count { return nil }
      return UInt32(truncatingIfNeeded: part.lowerBound - starts[index])
    }
    for suspect in found.suspects {
      guard let distance = distance(suspect.startOffset) else { continue }
      var moved = suspect
      moved.startOffset &+= distance
      survey.suspects.append(moved)
    }
    index = 0
    for mark in found.marks {
      if let distance = distance(mark) { survey.marks.append(mark &+ distance) }
    }
  }

  /// Reads without counting, by the words that are familiar from the text that was counted.
  private mutating func readOnly(
    _ base: UnsafePointer<UInt8>, _ count: Int, into survey: inout Survey
  ) {
    unsafe counts.familiar.withUnsafeBufferPointer { entries in
      // Nothing is written to them.
      let familiar = unsafe cscan_familiars(
        entries: UnsafeMutablePointer(mutating: entries.isEmpty ? nil : entries.baseAddress),
        bits: UInt64(entries.count.trailingZeroBitCount), is_counting: 0)
      unsafe read(base, count, known: nil, familiar: familiar, into: &survey)
    }
  }

  private mutating func readCounting(
    _ base: UnsafePointer<UInt8>, _ count: Int, known: UnsafeMutableBufferPointer<UInt16>,
    into survey: inout Survey
  ) {
    let known = unsafe known.baseAddress.unsafelyUnwrapped
    // 32,768 entries miss one word of eighteen where 4,096 miss one of six; a short text does not
    // repay their clearing.
    var entries = counts.takeFamiliar(bits: count < 1 << 17 ? 11 : 15)
    unsafe entries.withUnsafeMutableBufferPointer { entries in
      let familiar = unsafe cscan_familiars(
        entries: entries.baseAddress, bits: UInt64(entries.count.trailingZeroBitCount),
        is_counting: 1)
      unsafe read(base, count, known: known, familiar: familiar, into: &survey)
      for i in 0..<entries.count where unsafe entries[i].uses > 0 {
        unsafe self.count(usesOf: entries[i], known)
        unsafe entries[i].uses = 0
      }
    }
    counts.putBack(familiar: entries)
  }

  /// Adds to a count, which stays at its limit.
  @inline(__always)
  private static func count(_ uses: UInt32, in count: inout UInt16) {
    count = UInt16(clamping: UInt64(count) &+ UInt64(uses))
  }

  /// Counts the uses of a familiar word.
  @inline(__always)
  private mutating func count(usesOf word: cscan_familiar, _ known: UnsafeMutablePointer<UInt16>) {
    let slot = Int(word.slot) & Int(CSCAN_NO_SLOT)
    if slot != CSCAN_NO_SLOT {
      unsafe Self.count(word.uses, in: &known[slot])
    } else if word.uses > 0 {
      counts.add(unknown: cscan_familiar_hash(word), times: Int(word.uses))
    }
  }

  private mutating func read(
    _ base: UnsafePointer<UInt8>, _ count: Int, known: UnsafeMutablePointer<UInt16>?,
    familiar: cscan_familiars, into survey: inout Survey
  ) {
    let blocks = (count + 63) / 64
    // What fits on the stack for a block or two is allocated for more.
    let batch = Swift.min(Self.batch, blocks)
    unsafe withUnsafeTemporaryAllocation(of: cscan_word.self, capacity: batch * 32 + 1) { words in
      unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: batch * 192 + 4) { places in
        let room = batch * 64
        var found = unsafe cscan_found(
          words: words.baseAddress, marks: places.baseAddress,
          openings: places.baseAddress! + 2 * room + 4, compounds: places.baseAddress! + room + 4,
          word_count: 0, mark_count: 0, opening_count: 0, compound_count: 0, familiar: familiar,
          familiar_count: 0, slots: lexicon.slots, slot_shift: 64 - lexicon.slotBits, counts: known)
        var carry = cscan_carry()
        var block = 0
        while block < blocks {
          let some = Swift.min(batch, blocks - block)
          unsafe cscan_survey(base, block * 64, some, &carry, &found)
          block += some
          if block == blocks { unsafe cscan_finish(base, count, &carry, &found) }
          unsafe takeMarks(found, in: base, into: &survey)
          unsafe takeWords(found, in: base, known: known, into: &survey)
          if counting {
            for i in 0..<(unsafe found.compound_count) {
              unsafe counts.add(compoundAt: Int(found.compounds[i]), in: base)
            }
          }
          unsafe found.word_count = 0
          unsafe found.mark_count = 0
          unsafe found.opening_count = 0
          unsafe found.compound_count = 0
        }
        survey.words &+= unsafe found.familiar_count
      }
    }
  }

  private func takeMarks(
    _ found: cscan_found, in base: UnsafePointer<UInt8>, into survey: inout Survey
  ) {
    unsafe survey.marks.append(
      contentsOf: UnsafeBufferPointer(start: found.marks, count: found.mark_count))
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
  mutating func takeWords(
    _ found: cscan_found, in base: UnsafePointer<UInt8>, known: UnsafeMutablePointer<UInt16>?,
    into survey: inout Survey
  ) {
    let slots = unsafe lexicon.slots
    let shift = 64 &- lexicon.slotBits
    let last = lexicon.slotCount &- 1
    let needsLook = UInt64(Self.needsLook.rawValue) << 8
    let rightInSmallLetters = UInt64(Self.rightInSmallLetters.rawValue) << 8
    let english = UInt64(Lexicon.Flags.english.rawValue) << 8
    let (words, familiar) = unsafe (found.words.unsafelyUnwrapped, found.familiar)
    let count = unsafe found.word_count
    survey.words &+= count
    for i in 0..<count {
      let word = unsafe words[i]
      if word.kind >= UInt8(CSCAN_WORD_SUSPECT) {
        survey.suspects.append(Suspect(familiar: word))
        continue
      }
      if word.kind == UInt8(CSCAN_WORD_HIGH) {
        survey.words &-= 1
        unsafe wordsBeyondASCII(word, in: base, known: known, into: &survey)
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
          unsafe Self.count(1, in: &known[slot])
        } else {
          counts.add(unknown: word.hash)
        }
      }
      // Nearly all words: an ordinary word in small letters, or with one capital before them.
      let isOrdinary =
        if word.length == 1 {
          stored & english != 0
        } else {
          stored != 0 && stored & needsLook == 0 && word.kind <= UInt8(CSCAN_WORD_CAPITALS)
            && (word.kind != UInt8(CSCAN_WORD_SMALL) || stored & rightInSmallLetters != 0)
        }
      if isOrdinary {
        unsafe enter(word, slot: slot, as: 0, in: base, familiar, known)
      } else {
        let kind: Suspect.Kind =
          if word.length == 1 {
            .single
          } else if stored == 0 {
            .unknown
          } else if stored & needsLook != 0 {
            .flagged
          } else if word.kind == UInt8(CSCAN_WORD_SMALL) {
            .unknown
          } else {
            .mixedCase
          }
        // Only a letter between blanks deserves a look: not the s of 's, not an initial.
        if unsafe kind != .single
          || word.before.isWhite && base[Int(word.start) &+ Int(word.length)].isWhite
        {
          unsafe survey.suspects.append(Suspect(word, kind, isInLexicon: stored != 0, in: base))
        }
        unsafe enter(
          word, slot: stored == 0 ? Int(CSCAN_NO_SLOT) : slot,
          as: Suspect.mark(kind, isInLexicon: stored != 0), in: base, familiar, known)
      }
    }
  }

  /// Makes a word familiar, where the familiar ones are counted.
  @inline(__always)
  private mutating func enter(
    _ word: cscan_word, slot: Int, as suspect: UInt32, in base: UnsafePointer<UInt8>,
    _ familiar: cscan_familiars, _ known: UnsafeMutablePointer<UInt16>?
  ) {
    guard let known = unsafe known, unsafe familiar.entries != nil else { return }
    let old = unsafe withUnsafePointer(to: word) {
      unsafe cscan_enter(base, $0, UInt32(truncatingIfNeeded: slot), suspect, familiar)
    }
    unsafe count(usesOf: old, known)
  }

  private static let needsLook: Lexicon.Flags = [.confusable, .nameVariant]
  private static let rightInSmallLetters =
    Lexicon.Flags.foreign.union([.word, .contraction, .abbreviation])
}
