/// Reads tokens that mix letters with digits and signs by the noisy channel: `yea1s`, `0f`, `th#`,
/// `w/Jic/J`, `.took`.
///
/// A sign among letters is a letter, a part of one, or dirt. `GarbledWordRepair` comes first with what
/// can be certain; this is for runs that apply or read what is only likely, in texts that are known to
/// be misread.
struct MixedTokenRepair {
  private let passage: Passage
  private let reader: WordReader
  private var text: Text { passage.text }

  init(_ passage: Passage) {
    self.passage = passage
    reader = WordReader(passage, model: .englishWithSigns, depth: 2)
  }

  /// - Complexity: O(*n*).
  func propose(into edits: inout [Edit]) {
    var found: [Edit] = []
    let claimed = edits.spans(atLeast: .likely)
    var at = 0
    while at < text.count {
      let start = text.skip(from: at, while: \.isWhite)
      let end = text.skip(from: start) { !$0.isWhite }
      at = Swift.max(end, start + 1)
      guard end - start <= Self.longest, let core = core(of: start..<end),
        !core.touchesAny(of: claimed), passage.isProse(at: core.lowerBound),
        !passage.besideFragment(core), !passage.isForeign(around: core), let word = read(core)
      else { continue }
      found.append(
        Edit(
          span: core, replacement: word, rule: "characters/garbled-word", confidence: .likely,
          evidence: .context(word)))
    }
    edits += found
  }

  /// A token without the marks around it, if it mixes letters and signs as no prose does.
  private func core(of token: Range<Int>) -> Range<Int>? {
    let start = text.skip(from: token.lowerBound, to: token.upperBound) {
      Self.opening.contains($0)
    }
    let end = text.skipBack(from: token.upperBound, to: start) { Self.closing.contains($0) }
    let core = start..<end
    // Nearly all tokens are words.
    guard (2...24).contains(core.count), !text[core].allSatisfy(\.isLetter) else { return nil }
    var letters = 0
    for byte in text[core] {
      if byte.isLetter { letters += 1 }
      if byte.isHigh, !Self.signs.contains(byte) { return nil }
    }
    guard letters > 0, !isWritten(core, letters: letters) else { return nil }
    return core
  }

  /// What print mixes on purpose: `don't`, `re-open`, `12th`, `4to`, `6d`, `p.m`, `N.B`, `£3`,
  /// `girl?-so`, `which23`, `[the`.
  private func isWritten(_ core: Range<Int>, letters: Int) -> Bool {
    let bytes = text[core]
    let first = bytes[core.lowerBound]
    if bytes.contains(where: Self.written.contains) || "!?$^".utf8.contains(first) || first == 0xC2
    {
      return true
    }
    // An ellipsis and a word.
    if first == .fullStop,
      text.byte(text.skipBack(from: core.lowerBound, while: \.isBlank) - 1) == .fullStop
    {
      return true
    }
    // `H5N1` is a code.
    if bytes.count(where: \.isDigit) >= 2, bytes.contains(where: \.isUpper),
      !bytes.contains(where: \.isLower)
    {
      return true
    }
    // `\vee` is a command of TeX, `_name_` and `host_name` are written so.
    if first == UInt8(ascii: "\\"), !text[core.lowerBound + 1].isUpper { return true }
    if bytes.dropFirst().contains(UInt8(ascii: "_")) { return true }
    if first.isDigit || text[core.upperBound - 1].isDigit || isPrice(core) { return isNumber(core) }
    let parts = bytes.split { !$0.isLetter }
    if parts.count == 2, bytes.first?.isLetter == true, bytes.last?.isLetter == true {
      // `o'clock`, `'twas`, `you'll`, `Union';s`: elisions, and what is quoted.
      if bytes.contains(.apostrophe),
        parts[0].endIndex + 1 == parts[1].startIndex || parts[1].count == 1
      {
        return true
      }
      // `non?aggression`: a hyphen.
      if parts.allSatisfy({ $0.count >= 3 && passage.isPlainWord($0.startIndex..<$0.endIndex) }) {
        return true
      }
    }
    // Initials and abbreviations.
    guard bytes.dropFirst().contains(where: { ".,".utf8.contains($0) }) else { return false }
    return letters < 3 || bytes.contains { $0.isUpper } && letters < 5
      || parts.allSatisfy { $0.count == 1 }
  }

  /// `11th`, `4to`, `J2s`, `which23`; not `0f`, `110w`, `unde1`.
  private func isNumber(_ core: Range<Int>) -> Bool {
    if isPrice(core) { return true }
    let head =
      core.lowerBound..<text.skip(from: core.lowerBound, to: core.upperBound, while: \.isDigit)
    let rest = head.upperBound..<core.upperBound
    if !head.isEmpty {
      return head.count > 3 || !text[head].allSatisfy { "01".utf8.contains($0) }
        || Self.units.contains(text.string(rest))
    }
    let word = core.lowerBound..<text.lettersEnd(from: core.lowerBound)
    return text[word.upperBound..<core.upperBound].allSatisfy(\.isDigit)
      && (word.count < 2 || passage.entry(word).isKnown)
  }

  /// Whether shillings or pence end a token: `J2s`, `price6d`; not `yea1s`.
  private func isPrice(_ core: Range<Int>) -> Bool {
    guard "sd".utf8.contains(text[core.upperBound - 1]), text[core.upperBound - 2].isDigit else {
      return false
    }
    if "01".utf8.contains(text[core.upperBound - 2]) { return false }
    let head = core.lowerBound..<text.lettersEnd(from: core.lowerBound)
    return head.count < 2 || passage.entry(head).isKnown
  }

  private func read(_ core: Range<Int>) -> String? {
    let candidates = inCase(of: core, reader.candidates(for: Array(text[core])))
    guard let reading = Reading(candidates, in: WordContext(passage, around: core)),
      reading.score > 0, isLikely(reading, core)
    else { return nil }
    let word = reading.candidate.word
    // `RUS8ELL`
    let isCapitals = text[core].count(where: \.isUpper) >= 3 && !text[core].contains { $0.isLower }
    return String(
      decoding: isCapitals ? word.map { $0.isLower ? $0 & ~0x20 : $0 } : word, as: UTF8.self)
  }

  /// All bounds are in bits, measured on texts whose truth is known.
  private func isLikely(_ reading: Reading, _ core: Range<Int>) -> Bool {
    let margin = reading.margin
    if reading.candidate.word.count < core.count {
      // `.took`: dirt, or another letter than the next likeliest word begins with.
      if !text[core.lowerBound].isLetter {
        return margin >= 12 && text[core.lowerBound + 1].isLower
      }
      // `display#`, `th®`: a letter as well as dirt.
      let end = text.skipBack(from: core.upperBound) { !$0.isLetter }
      if end < core.upperBound { return false }
    }
    switch reading.sides {
    case 2: return margin >= 2
    case 1: return margin >= 5
    default: return core.count >= 3 && margin >= (core.count >= 6 ? 3 : 8)
    }
  }

  /// One candidate for each word: with a capital only where a sentence begins, or where more than the
  /// size of a letter tells it.
  private func inCase(
    of core: Range<Int>, _ candidates: [WordReader.Candidate]
  ) -> [WordReader.Candidate] {
    guard text[core.lowerBound].isDigit else { return candidates }
    let beginsSentence = passage.beginsSentence(core.lowerBound)
    var kept: [WordReader.Candidate] = []
    for candidate in candidates {
      guard let same = kept.firstIndex(where: { $0.hash == candidate.hash }) else {
        kept.append(candidate)
        continue
      }
      if candidate.word[0].isUpper == beginsSentence { kept[same] = candidate }
    }
    return kept
  }

  /// Longest token that is looked at, in bytes.
  private static let longest = 40
  /// Compounds, what an editor put in, addresses and formulas.
  private static let written = ByteSet("-[](){}<>@=+".utf8)
  /// What stands behind figures: ordinals, coins, measures, formats of books.
  private static let units: Set<String> = [
    "st", "nd", "rd", "th", "to", "vo", "mo", "s", "d", "l", "a", "b", "c", "m", "lb", "ft", "in",
    "am", "pm", "km", "kg", "cm", "mm", "hp",
  ]
  private static let opening = ByteSet("(\"'*-".utf8)
  private static let closing = ByteSet(".,;:?!)\"'*-".utf8)
  /// The bytes of the signs of Latin-1 that are read for letters.
  private static let signs = ByteSet([0xC2, 0xA3, 0xA7, 0xA9, 0xAE, 0xB0])
}
