/// Undoes a text's having been read in the wrong charset and saved again: `CafÃ©`, `Ðàññêàç`.
///
/// All that it looks for begins with a byte C3 in UTF-8, so other text is passed at the speed of
/// `memchr`. French and German have that byte in every line, but not what has to follow it.
struct MojibakeRepair {
  private let text: Text

  init(_ text: Text) { self.text = text }

  func propose(into edits: inout [Edit]) {
    var doubled: [Edit] = []
    var runs: [Range<Int>] = []
    var done = 0
    text.forEachOffset(of: 0xC3) { at in
      guard at >= done else { return }
      if let edit = doubleEncoding(at) {
        doubled.append(edit)
        done = edit.span.upperBound
      } else if let run = letters(from: at) {
        runs.append(run)
        done = run.upperBound
      }
    }
    // One alone may be what stands there: `CAFÉ”`.
    let strong = doubled.count { text[$0.span.lowerBound..<$0.span.upperBound].count >= 4 }
    if doubled.count >= 2, strong > 0 { edits += doubled }
    cyrillic(runs, into: &edits)
  }

  // MARK: UTF-8 read as windows-1252

  /// The character whose bytes in UTF-8 were read one by one.
  private func doubleEncoding(_ at: Int) -> Edit? {
    guard let lead = Self.byte(of: text.scalar(at: at).scalar), lead >= 0xC2, lead < 0xF0 else {
      return nil
    }
    var bytes = [lead]
    var end = at + 2
    for _ in 0..<(lead >= 0xE0 ? 2 : 1) {
      let (scalar, length) = text.scalar(at: end)
      guard let byte = Self.byte(of: scalar), byte.isContinuation else { return nil }
      bytes.append(byte)
      end += length
    }
    guard let decoded = String(validating: bytes, as: UTF8.self),
      let scalar = decoded.unicodeScalars.first, Self.isUsual(scalar)
    else { return nil }
    return edit(at..<end, decoded, "UTF-8 read as windows-1252")
  }

  /// Letters with accents, Cyrillic, punctuation and signs: what English and European texts hold.
  private static func isUsual(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0...0x17F, 0x400...0x45F, 0x2010...0x2044, 0x20AC, 0x2116, 0x2122: true
    default: false
    }
  }

  /// The byte of a character in windows-1252; the bytes that it does not use are themselves.
  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if (0x80...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    // A zero stands for nothing: not in the text, and not behind its end.
    guard scalar.value != 0 else { return nil }
    return special.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
  }

  /// The characters of 80 to 9F in windows-1252; 0 where it has none.
  private static let special: [UInt32] = [
    0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152,
    0, 0x17D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161,
    0x203A, 0x153, 0, 0x17E, 0x178,
  ]

  // MARK: Cyrillic read as Latin-1

  /// A run of letters from U+00C0 to U+00FF that touches no other letter, from its start.
  private func letters(from start: Int) -> Range<Int>? {
    var end = start
    // × and ÷ are letters of both charsets.
    while text.byte(end) == 0xC3 { end += 2 }
    guard end > start, !text.byte(start - 1).isLetter, !text.byte(end).isLetter,
      !text.byte(start - 1).isHigh, !text.byte(end).isHigh
    else { return nil }
    return start..<end
  }

  private enum Charset {
    case windows1251, koi8
  }

  /// No language has words of four letters with accents and none without. Small letters are E0 to
  /// FF in windows-1251 and C0 to DF in KOI8-R, capitals the other way round.
  private func charset(of run: Range<Int>) -> Charset? {
    let codes = stride(from: run.lowerBound + 1, to: run.upperBound, by: 2).map { text[$0] + 0x40 }
    guard codes.count >= 4 else { return nil }
    let rest = codes.dropFirst()
    if rest.allSatisfy({ $0 >= 0xE0 }) { return .windows1251 }
    return codes[0] >= 0xE0 && rest.allSatisfy { $0 < 0xE0 } ? .koi8 : nil
  }

  private func cyrillic(_ runs: [Range<Int>], into edits: inout [Edit]) {
    // Small letters of KOI8-R are capitals of windows-1251: words with a capital tell.
    let found = runs.compactMap(charset)
    let windows = found.count { $0 == .windows1251 }
    let koi = found.count - windows
    guard Swift.max(windows, koi) >= 3, Swift.min(windows, koi) == 0 else { return }
    let form: Charset = windows > 0 ? .windows1251 : .koi8
    let name = form == .koi8 ? "KOI8-R" : "windows-1251"
    // Short words only in a row with long ones: `à` is a word of French.
    var isRussian = runs.map { $0.count >= 8 }
    for index in runs.indices.dropFirst()
    where isRussian[index - 1] && isBeside(runs[index - 1], runs[index]) {
      isRussian[index] = true
    }
    for index in runs.indices.dropLast().reversed()
    where isRussian[index + 1] && isBeside(runs[index], runs[index + 1]) {
      isRussian[index] = true
    }
    for (run, isRussian) in zip(runs, isRussian) where isRussian {
      var word = ""
      for at in stride(from: run.lowerBound + 1, to: run.upperBound, by: 2) {
        word.unicodeScalars.append(Self.letter(of: text[at] + 0x40, in: form))
      }
      edits.append(edit(run, word, "\(name) read as Latin-1"))
    }
  }

  /// Whether nothing but a blank, with a stop perhaps, stands between two words in text order.
  private func isBeside(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    second.lowerBound - first.upperBound <= 2 && text[second.lowerBound - 1].isWhite
  }

  private static func letter(of code: UInt8, in charset: Charset) -> Unicode.Scalar {
    switch charset {
    case .windows1251: Unicode.Scalar(0x410 + UInt32(code - 0xC0)) ?? "\u{FFFD}"
    case .koi8: koi8[Int(code - 0xC0)]
    }
  }

  /// The letters of C0 to FF in KOI8-R.
  private static let koi8 = Array(
    "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ".unicodeScalars)

  private func edit(_ span: Range<Int>, _ replacement: String, _ reason: String) -> Edit {
    Edit(
      span: span, replacement: replacement, rule: "bytes/mojibake", confidence: .certain,
      evidence: .pattern(reason))
  }
}
