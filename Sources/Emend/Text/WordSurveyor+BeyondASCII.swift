import CScan

// Words with letters beyond ASCII, which the scanner does not read.
extension WordSurveyor {
  /// Takes in a run that holds characters beyond ASCII: the words between its punctuation.
  @inline(never)
  mutating func wordsBeyondASCII(
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
    while at < end {
      let first = unsafe base[at]
      if first < 0x80 {
        if wordStart < 0 { wordStart = at }
        at += 1
        continue
      }
      var (isLetter, length) = (false, 3)
      // The usual punctuation, and what stands for broken bytes, are told by their bytes.
      if unsafe first != 0xE2 || base[at + 1] != 0x80,
        unsafe first != 0xEF || base[at + 1] != 0xBF || base[at + 2] != 0xBD
      {
        let (scalar, size) = unsafe Unicode.Scalar.decode(base + at, limit: end - at)
        (isLetter, length) = (scalar.isWordLetter, size)
      }
      if isLetter {
        if wordStart < 0 { wordStart = at }
      } else if wordStart >= 0 {
        unsafe wordPerhapsBeyondASCII(wordStart, at, in: base, known: known, into: &survey)
        wordStart = -1
      }
      at += length
    }
    if wordStart >= 0 {
      unsafe wordPerhapsBeyondASCII(wordStart, end, in: base, known: known, into: &survey)
    }
  }

  private mutating func wordPerhapsBeyondASCII(
    _ start: Int, _ end: Int, in base: UnsafePointer<UInt8>, known: UnsafeMutablePointer<UInt16>?,
    into survey: inout Survey
  ) {
    var word = cscan_word()
    unsafe withUnsafeMutablePointer(to: &word) { word in
      var found = unsafe cscan_found()
      unsafe found.words = word
      var carry = cscan_carry()
      carry.word_start = UInt64(start)
      carry.in_word = 1
      unsafe cscan_finish(base, end, &carry, &found)
      if unsafe word.pointee.kind == UInt8(CSCAN_WORD_HIGH) {
        let bytes = unsafe UnsafeBufferPointer(start: base + start, count: end - start)
        guard unsafe Self.read(bytes, into: &word.pointee) else {
          survey.words += 1
          return
        }
      }
      unsafe takeWords(found, in: base, known: known, into: &survey)
    }
  }

  /// Hashes a word with letters beyond ASCII, and tells its case.
  /// - Returns: `false` for Greek, Cyrillic and all that follows: no lexicon here knows such words.
  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, into word: inout cscan_word
  ) -> Bool {
    guard let high = unsafe bytes.first(where: \.isHigh), high < 0xCD else { return false }
    word.hash = unsafe WordHash.of(written: bytes)
    var (letters, capitals, beginsWithCapital) = (0, 0, false)
    var at = 0
    while at < bytes.count {
      let first = unsafe bytes[at]
      var (isUpper, length) = (first.isUpper, 1)
      if first.isHigh {
        let (scalar, size) = unsafe Unicode.Scalar.decode(
          bytes.baseAddress.unsafelyUnwrapped + at, limit: bytes.count - at)
        (isUpper, length) = (scalar.isUppercase, size)
      }
      if isUpper {
        capitals += 1
        if at == 0 { beginsWithCapital = true }
      }
      letters += 1
      at += length
    }
    word.kind =
      if capitals == 0 {
        UInt8(CSCAN_WORD_SMALL)
      } else if capitals == 1, beginsWithCapital {
        UInt8(CSCAN_WORD_TITLE)
      } else {
        UInt8(capitals == letters ? CSCAN_WORD_CAPITALS : CSCAN_WORD_MIXED)
      }
    return true
  }
}
