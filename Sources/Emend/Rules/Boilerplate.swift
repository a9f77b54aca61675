import CScan

/// Recognises lines of download sheets by the phrases of `furniture/boilerplate.tsv`.
///
/// Lines are compared folded: small letters, one space for a run of blanks.
struct Boilerplate: Sendable {
  enum Place: String, Sendable {
    case start, anywhere, line, often, beside, notice, head, tail
  }
  struct Phrase: Sendable {
    let text: [UInt8]
    /// What the paragraph of a notice holds besides; empty for other phrases.
    let rest: [UInt8]
    let place: Place
    let score: Int
    /// Whether an eighth of its letters may be misread.
    let mayDiffer: Bool

    init(_ pattern: String, _ place: Place, score: Int) {
      let pattern = Array(pattern.utf8)
      let bar = place == .notice ? pattern.firstIndex(of: UInt8(ascii: "|")) : nil
      text = bar.map { Array(pattern[..<$0]) } ?? pattern
      rest = bar.map { Array(pattern[($0 + 1)...]) } ?? []
      self.place = place
      self.score = score
      mayDiffer = text.count >= Boilerplate.shortestMisread && !text.contains(where: isWild)
    }
  }

  /// The first twelve bytes of a folded line or a phrase, to be compared with those of many.
  private struct Beginning {
    private let low: UInt64
    private let high: UInt64

    init(_ bytes: [UInt8]) {
      low = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
      high = bytes.dropFirst(8).prefix(4).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    var first: UInt8 { UInt8(truncatingIfNeeded: low) }

    /// How many of the twelve are the same; what a shorter line lacks counts as if it were not.
    @inline(__always)
    func same(as line: Beginning) -> Int {
      let bytes =
        Self.zeroBytes(low ^ line.low)
        &+ Self.zeroBytes(high ^ line.high | 0xFFFF_FFFF_0000_0000)
      // Their sum comes to stand in the highest byte.
      return Int((bytes &* 0x0101_0101_0101_0101) &>> 56)
    }

    /// A 1 for each byte that is zero.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
      let low7: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
      return ~(((word & low7) &+ low7) | word | low7) &>> 7
    }
  }

  /// What a line is that may stand on any page.
  enum Stamp: Equatable {
    /// Boilerplate by itself, with a score.
    case line(score: Int)
    /// Boilerplate if more lines begin with the phrase of this number.
    case often(phrase: Int)
    /// Boilerplate if its paragraph holds the rest of the phrase of this number.
    case notice(phrase: Int)
  }

  let phrases: [Phrase]
  /// Bits for the hashes of the first six letters of phrases that count on any page, and of the six
  /// behind them: either may be misread.
  private var firstLetters = HashFilter(bits: 16)
  private var nextLetters = HashFilter(bits: 16)
  /// The phrases that count on any page, and those that count beside them.
  private let stamps: [Int]
  private let neighbours: [Int]
  /// Of the phrases that count on any page: side by side, since nearly all lines are dismissed by them.
  private let beginnings: [(phrase: Beginning, mayDiffer: Bool)]

  static let standard = Boilerplate(TextTable(embedded: "furniture/boilerplate.tsv"))

  /// Phrases of fewer bytes have to match exactly.
  private static let shortestMisread = 24

  init(_ table: TextTable) {
    phrases = table.rows.compactMap { row in
      guard let place = Place(rawValue: row[1]), let score = Int(row[2]) else { return nil }
      return Phrase(row[0], place, score: score)
    }
    // What is sure by itself comes first.
    stamps = [Place.line, .often, .notice].flatMap { [phrases] place in
      phrases.indices.filter { phrases[$0].place == place }
    }
    neighbours = phrases.indices.filter { [phrases] in phrases[$0].place == .beside }
    beginnings = stamps.map { [phrases] in (Beginning(phrases[$0].text), phrases[$0].mayDiffer) }
    for index in stamps {
      let text = phrases[index].text
      Self.insert(text.prefix(6), into: &firstLetters)
      if text.count >= Self.shortestMisread {
        Self.insert(text.dropFirst(6).prefix(6), into: &nextLetters)
      }
    }
  }

  private static func insert(_ letters: ArraySlice<UInt8>, into filter: inout HashFilter) {
    // Digits and hosts differ from line to line.
    if letters.contains(where: isWild) { return }
    let padded = letters + repeatElement(.space, count: 6 - letters.count)
    filter.insert(hash(padded.reduce(0) { $0 << 8 | UInt64($1) }))
  }

  /// What a folded line is that may stand on any page; `nil` for text.
  /// - Complexity: O(phrases × length).
  /// - Parameter startsSmall: whether the line begins with a small letter, as the middle of a
  ///   sentence does; only machines write `arXiv:` so.
  func stamp(_ line: [UInt8], startsSmall: Bool) -> Stamp? {
    let beginning = Beginning(line)
    for place in beginnings.indices where mayStart(beginning, place) {
      let index = stamps[place]
      let phrase = phrases[index]
      guard Self.starts(line, with: phrase) else { continue }
      if startsSmall, !Self.isMachineMade(phrase.text) { continue }
      if phrase.place == .line { return .line(score: phrase.score) }
      if phrase.place == .notice { return .notice(phrase: index) }
      // A name stands behind such words; a sentence ends in a stop.
      if line.count <= phrase.text.count + Self.longestRest, !Self.endsSentence(line) {
        return .often(phrase: index)
      }
    }
    return nil
  }

  /// Whether a line of that beginning may start with the phrase in a place: most are dismissed by it.
  @inline(__always)
  private func mayStart(_ line: Beginning, _ place: Int) -> Bool {
    let (phrase, mayDiffer) = beginnings[place]
    if mayDiffer { return phrase.same(as: line) >= Self.mostlySame }
    return phrase.first == line.first || Self.isWild(phrase.first)
  }

  private static let mostlySame = 6
  private static let longestRest = 160

  private static func endsSentence(_ line: [UInt8]) -> Bool {
    guard let last = line.last else { return false }
    return (last == .fullStop && line.dropLast().last != .closeBracket) || last == .comma
  }

  /// Whether a folded paragraph holds what a notice says besides its first words.
  func isNotice(_ paragraph: [UInt8], phrase: Int) -> Bool {
    Self.first(phrases[phrase].rest, in: paragraph, from: 0) != nil
  }

  /// Whether the first word of a phrase is an address or a number.
  private static func isMachineMade(_ phrase: [UInt8]) -> Bool {
    phrase.prefix { $0 != .space }.contains {
      $0 == .fullStop || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "%")
    }
  }

  /// Whether a folded line is boilerplate where it stands beside a stamp.
  func isBesideStamp(_ line: [UInt8]) -> Bool {
    neighbours.contains { Self.starts(line, with: phrases[$0]) }
  }

  /// The scores of the folded lines at the beginning of a document: `nil` for a line without a phrase,
  /// 0 for one into which a phrase only runs on.
  /// - Parameter misread: whether an eighth of a phrase's letters may be wrong. Costs more, so it is
  ///   for documents that show a phrase already.
  /// - Complexity: O(phrases × length).
  func scores(ofSheet lines: [[UInt8]], misread: Bool) -> [Int?] {
    // Phrases run on over line ends.
    var text: [UInt8] = []
    var starts: [Int] = []
    for line in lines {
      starts.append(text.count)
      text += line
      text.append(.space)
    }
    var scores = [Int?](repeating: nil, count: lines.count)
    func add(_ score: Int, from start: Int, to end: Int) {
      let first = (starts.firstIndex { $0 > start } ?? starts.count) - 1
      scores[first] = (scores[first] ?? 0) + score
      var line = first + 1
      while line < starts.count, starts[line] < end {
        scores[line] = scores[line] ?? 0
        line += 1
      }
    }
    for phrase in phrases {
      if phrase.place == .anywhere {
        var found = -1
        var at = 0
        while let start = Self.first(phrase.text, in: text, from: at) {
          add(phrase.score, from: start, to: start + phrase.text.count)
          // Once a line.
          at = starts.first { $0 > start } ?? text.count
          found = start
        }
        if found < 0, misread, phrase.mayDiffer,
          let end = LetterPattern(phrase.text).end(in: text, within: phrase.text.count / 8)
        {
          let length = Swift.min(phrase.text.count, LetterPattern.longest)
          add(phrase.score, from: Swift.max(0, end - length), to: end)
        }
      } else {
        for start in starts {
          let isFound =
            Self.matches(text, at: start, phrase.text)
            || (misread && phrase.mayDiffer
              && Self.starts(
                Array(text[start...].prefix(phrase.text.count + phrase.text.count / 8)),
                with: phrase))
          if isFound { add(phrase.score, from: start, to: start + phrase.text.count) }
        }
      }
    }
    return scores
  }

  private static func first(_ phrase: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard let first = phrase.first else { return nil }
    for at in start..<Swift.max(start, text.count - phrase.count + 1) where text[at] == first {
      if matches(text, at: at, phrase) { return at }
    }
    return nil
  }

  /// The score of a folded line as one of a kind, or 0.
  func score(of line: [UInt8], at place: Place) -> Int {
    phrases.first { $0.place == place && Self.starts(line, with: $0) }?.score ?? 0
  }

  /// Lines that may start as a stamp does: nearly all others are left out, without a branch that differs from line to
  /// line.
  private func mayStartStamps(_ lines: [Line], in text: Text) -> LineSet {
    var words = [UInt64](repeating: 0, count: (lines.count + 63) / 64)
    unsafe firstLetters.withFilter { first in
      unsafe nextLetters.withFilter { next in
        unsafe lines.withUnsafeBufferPointer { lines in
          unsafe text.storage.withUnsafeBufferPointer { bytes in
            // A line is the four numbers of C.
            unsafe lines.withMemoryRebound(to: cscan_line.self) { lines in
              guard let start = lines.baseAddress else { return }
              unsafe cscan_begin_as_stamps(
                bytes.baseAddress.unsafelyUnwrapped, start, lines.count, first.words, next.words,
                &words)
            }
          }
        }
      }
    }
    return LineSet(words: words)
  }

  /// The lines that start as a stamp does, in any case of letters.
  func mayBeStamps(_ lines: [Line], in text: Text) -> [Int] {
    var out: [Int] = []
    mayStartStamps(lines, in: text).forEachLine { index in
      if mayBeStamp(lines[index].content, in: text) { out.append(index) }
    }
    return out
  }

  private func mayBeStamp(_ line: Range<Int>, in text: Text) -> Bool {
    guard line.count > 6 else { return false }
    // A stamp may begin with the number of a journal; few lines do.
    if line.count > 60, text[line.lowerBound].isDigit, text[line.lowerBound + 8] == .comma {
      return true
    }
    // So may the address of a reader in brackets.
    if text[line.lowerBound] == UInt8(ascii: "["), text[line.lowerBound + 1].isDigit,
      text[line.lowerBound + 2..<line.lowerBound + 5].contains(.fullStop)
    {
      return true
    }
    if firstLetters.mayHold(Self.hash(text.letters(at: line.lowerBound))) { return true }
    // The middle of a sentence is no stamp, unless a machine wrote it, which is told by its first word.
    return line.count > 20 && !text[line.lowerBound].isLower
      && nextLetters.mayHold(Self.hash(text.letters(at: line.lowerBound + 6)))
  }

  /// A line of text in the form in which phrases are compared.
  static func fold(_ line: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(line.underestimatedCount)
    for byte in line {
      if byte.isWhite {
        if let last = out.last, last != .space { out.append(.space) }
      } else {
        out.append(byte.isUpper ? byte | 0x20 : byte)
      }
    }
    return out
  }

  /// The hash of six letters, the first of them in the highest byte, in any case.
  @inline(__always)
  private static func hash(_ letters: UInt64) -> UInt64 {
    ((letters | 0x2020_2020_2020) &* WordHash.k1) >> 48
  }

  private static func isWild(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "^"), UInt8(ascii: "$"): true
    default: false
    }
  }

  /// Whether a folded line starts with a phrase, an eighth of whose letters may be misread.
  private static func starts(_ line: [UInt8], with phrase: Phrase) -> Bool {
    let text = phrase.text
    if matches(line, at: 0, text) { return true }
    guard phrase.mayDiffer, line.count + 4 >= text.count else { return false }
    // Most lines are dismissed by their first letters.
    var same = 0
    for i in 0..<Swift.min(12, line.count) where line[i] == text[i] { same += 1 }
    return same >= mostlySame && LetterDistance.isBeginningWithin(text.count / 8, text, of: line)
  }

  /// Whether a phrase stands at an offset; `%` is a run of digits, `@` the name of a host, `^` a run
  /// without blanks, `$` the end.
  static func matches(_ line: [UInt8], at start: Int, _ phrase: [UInt8]) -> Bool {
    var at = start
    for byte in phrase {
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "^"):
        guard at < line.count else { return false }
        let rest = line[at...]
        let length =
          switch byte {
          case UInt8(ascii: "%"): rest.prefix(while: \.isDigit).count
          case UInt8(ascii: "@"): lengthOfHost(rest)
          default: rest.prefix { $0 != .space }.count
          }
        guard length > 0 else { return false }
        at += length
      case UInt8(ascii: "$"): guard at == line.count else { return false }
      default:
        guard at < line.count, line[at] == byte else { return false }
        at += 1
      }
    }
    return true
  }

  /// Bytes of the name of a host, or 0: words with stops between, the last of them a domain.
  private static func lengthOfHost(_ line: ArraySlice<UInt8>) -> Int {
    let host = line.prefix { $0.isLetter || $0.isDigit || $0 == .fullStop || $0 == .hyphen }
    let labels = host.split(separator: .fullStop, omittingEmptySubsequences: false)
    guard labels.count >= 2, let first = labels.first, !first.isEmpty else { return 0 }
    // `Brill.com05/03/2016`: the date is glued to it.
    let isDomain = labels.dropFirst().contains { label in
      domains.contains { label.prefix(while: \.isLetter).elementsEqual($0.utf8) }
    }
    return isDomain ? host.count : 0
  }

  private static let domains = [
    "ac", "com", "de", "edu", "eu", "fr", "gov", "net", "org", "pl", "ru", "uk",
  ]
}

extension Text {
  /// The six bytes at an offset, the first of them highest.
  @inline(__always)
  fileprivate func letters(at offset: Int) -> UInt64 {
    unsafe storage.withUnsafeBytes { buffer in
      unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self).bigEndian >> 16
    }
  }
}
