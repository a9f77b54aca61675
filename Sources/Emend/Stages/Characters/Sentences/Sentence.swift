#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A stretch of words of a bad scan with all that its unknown words may have been.
struct Sentence {
  private let words: [SentenceWord]
  private let passage: Passage
  private let reader: SentenceReader
  private var text: Text { passage.text }
  /// What the lexicon says of each word, and of what a possessive or an old past tense is made of.
  private let entries: [(hash: UInt64, entry: Lexicon.Entry)]

  /// A candidate in the place of some words.
  private struct Reading {
    let span: Range<Int>
    let candidate: SentenceReader.Candidate
  }

  init(_ words: [SentenceWord], _ passage: Passage, _ reader: SentenceReader) {
    self.words = words
    self.passage = passage
    self.reader = reader
    entries = words.map { word in
      let hash = passage.hash(word.core)
      let entry = passage.lexicon.entry(hash)
      if Self.isKnown(entry) || word.core.count < 3 { return (hash, entry) }
      let end = passage.text[word.core.upperBound - 1] | 0x20
      guard passage.text[word.core.upperBound - 2] == .apostrophe else { return (hash, entry) }
      let stem = passage.text[word.core.dropLast(2)]
      // `king's`, `employ'd`, `deriv'd`.
      let forms =
        end == UInt8(ascii: "s") ? [""] : end == UInt8(ascii: "d") ? ["ed", "d"] : []
      for form in forms {
        let whole = WordHash.of(written: stem + Array(form.utf8))
        let other = passage.lexicon.entry(whole)
        if Self.isKnown(other) { return (whole, other) }
      }
      return (hash, entry)
    }
  }

  /// Proposes the readings that are far likelier than anything else.
  func propose(into edits: inout [Edit]) {
    var lattice = SentenceLattice(lexicon: passage.lexicon)
    var readings: [Reading] = []
    for number in words.indices {
      lattice.beginWord()
      lattice.add(asItStands(number))
      for span in spans(from: number) {
        let isWord = span.count == 1 && isKnown(number)
        let found = reader.candidates(
          for: read(span), frequency: isWord ? entries[number].entry.frequency : nil)
        for candidate in found {
          let own = Swift.min(4, log2(Double(1 + candidate.count)))
          lattice.add(
            .init(
              span: span, hash: candidate.hash, frequency: candidate.frequency,
              bits: candidate.bits - own + (isWord ? Self.wordForWord : 0),
              reading: readings.count))
          readings.append(Reading(span: span, candidate: candidate))
        }
      }
    }
    guard !readings.isEmpty else { return }
    let posteriors = lattice.posteriors { number in
      number == 0 || !words[number - 1].endsBare || !words[number].beginsBare
    }
    for (number, node) in lattice.nodes.enumerated() {
      guard let index = node.reading, posteriors[number] > -1 else { continue }
      let rival =
        zip(lattice.nodes, posteriors).lazy.filter { other, _ in
          other.reading != nil && other.hash != node.hash && other.span.overlaps(node.span)
        }.map(\.1).max() ?? -.infinity
      let reading = readings[index]
      if isLikely(reading, posteriors[number], rival: rival), isMisread(reading) {
        edits.append(edit(reading))
      }
    }
  }

  /// Bits more for a word that was read as another word.
  private static let wordForWord = 10.0

  // MARK: What may stand there

  private static func isKnown(_ entry: Lexicon.Entry) -> Bool {
    entry.isEnglish && entry.frequency >= 100
  }

  private func isKnown(_ number: Int) -> Bool {
    Self.isKnown(entries[number].entry)
      || (words[number].core.count == 1
        && "aio".utf8.contains(text[words[number].core.lowerBound] | 0x20))
  }

  private func asItStands(_ number: Int) -> SentenceLattice.Node {
    let core = words[number].core
    let (hash, entry) = entries[number]
    var bits = 0.05
    if !core.isEmpty, !isKnown(number) {
      // A word that nobody knows, a name, a number.
      let count = passage.window.usage(of: hash).count
      bits = 30 - Double(Swift.min(12, 3 * Swift.max(0, count - 1)))
      if text[core.lowerBound].isUpper { bits -= 6 }
      if text[core.lowerBound].isDigit || letters(in: core) < 2 { bits = 8 }
    }
    return .init(
      span: number..<number + 1, hash: isKnown(number) ? hash : nil, frequency: entry.frequency,
      bits: bits, reading: nil)
  }

  private func letters(in range: Range<Int>) -> Int { text[range].count(where: \.isLetter) }

  /// The words from one on that may be one misread word.
  private func spans(from first: Int) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    let core = words[first].core
    if core.count >= 2, core.count <= NearestWords.longest,
      isKnown(first) ? mayBeOther(first) : mayBeWord(core)
    {
      spans.append(first..<first + 1)
    }
    var unknown = 0
    for last in first..<Swift.min(first + 3, words.count) {
      let word = words[last].core
      guard !word.isEmpty, text[word].allSatisfy(\.isLetter), !(last > first && words[last].isGlued)
      else { break }
      if !isKnown(last) || (word.count == 1 && !"aiAI".utf8.contains(text[word.lowerBound])) {
        unknown += 1
      }
      guard last > first else { continue }
      let gap = words[last - 1].core.upperBound..<word.lowerBound
      guard gap.count <= 2 else { break }
      // `T HE` is set so.
      if unknown >= last - first, !text[word].allSatisfy(\.isUpper),
        (3...NearestWords.longest).contains(word.upperBound - core.lowerBound)
      {
        spans.append(first..<last + 1)
      }
    }
    return spans
  }

  /// Whether unknown letters are none of a number, and few signs are among them.
  private func mayBeWord(_ core: Range<Int>) -> Bool {
    !text[core.lowerBound].isDigit && letters(in: core) * 2 >= core.count
      && !text[core].contains { $0.isHigh || $0 == .hyphen }
      // `H.M` are initials.
      && text[core].split { !$0.isLetter }.contains { $0.count > 1 }
  }

  /// Whether a word is no usual one, so that it may have been another.
  private func mayBeOther(_ number: Int) -> Bool {
    let letters = text[words[number].core]
    return entries[number].entry.frequency < Self.usual && letters.allSatisfy(\.isLetter)
      && letters.contains(where: \.isLower)
  }

  /// Frequency of words that are taken on trust.
  private static let usual = 200

  /// The letters of some words, with one blank for what stands between them.
  private func read(_ span: Range<Int>) -> [UInt8] {
    span.map { text[words[$0].core] }.reduce(into: []) { read, core in
      if !read.isEmpty { read.append(.space) }
      read += core
    }
  }

  // MARK: How sure

  /// Weights by logistic regression on texts whose truth is known: of what passes nine in ten are right.
  private func isLikely(_ reading: Reading, _ posterior: Double, rival: Double) -> Bool {
    let candidate = reading.candidate
    let known = Double(reading.span.count(where: isKnown))
    if known > 0, reading.span.count == 1 { return posterior > Self.leastForWord }
    let doubt = log2(Swift.max(1e-6, 1 - exp2(Swift.min(0, posterior))))
    let fragment = passage.besideFragment(range(of: reading)) ? 0.5 : 0.0
    let weight =
      0.331 * Double(Swift.min(5, candidate.count)) + 1.522 * Double(candidate.distance)
      + 0.412 * Double(Swift.min(12, candidate.word.count)) - 0.134 * candidate.bits
      - 0.047 * Swift.max(-12, rival - posterior) - 0.137 * doubt - 0.946 * known - fragment
    return weight > Self.leastWeight
  }

  /// That many bits of distance: a spelling differs from another by one letter, a misreading by any.
  private static let leastWeight = 3.6
  /// The logarithm of the least probability of a word that was read as another.
  private static let leastForWord = -0.5

  /// Letters of names of which every third such reading was wrong, on texts whose truth is known.
  private static let shortName = 4

  /// Whether nothing else explains what stands there: a spelling, another language, a divided word.
  private func isMisread(_ reading: Reading) -> Bool {
    let range = range(of: reading)
    // `Plr e`, `Sr`: a short name is as near a usual word as many others, where no sentence begins.
    if reading.candidate.word.count <= Self.shortName, text[range.lowerBound].isUpper,
      text[range].contains(where: \.isLower), !passage.beginsSentence(range.lowerBound)
    {
      return false
    }
    if passage.isForeign(around: range, unknownIsForeign: false)
      || touchesSign(words[reading.span.lowerBound])
    {
      return false
    }
    let read = Array(text[range])
    guard reading.span.count == 1 else {
      // `copart nership`: a word that is only divided.
      let letters = read.filter(\.isLetter)
      return letters.count < 8
        || !passage.lexicon.entry(WordHash.of(written: letters[...])).flags.contains(.word)
    }
    return !passage.isHalfOfWord(range) && !isPartOfUnknown(reading.span.lowerBound)
      && !isElision(read) && !isTwoWords(read, with: reading.candidate.word)
      && !Self.isBeginning(read, of: reading.candidate.word)
      && !(reading.candidate.distance == 1
        && (passage.isSpelling(read) || Self.isSpelling(reading.candidate.word, of: read)))
  }

  /// Whether a hyphen binds a word to one that nobody knows: both may be parts of a divided word.
  private func isPartOfUnknown(_ number: Int) -> Bool {
    (words[number].isGlued && !isKnown(number - 1))
      || (number + 1 < words.count && words[number + 1].isGlued && !isKnown(number + 1))
  }

  /// `£sq`, `_own`: a sign before a word may be a part of it.
  private func touchesSign(_ word: SentenceWord) -> Bool {
    let marks = text[word.whole.lowerBound..<word.core.lowerBound]
    return marks.contains(where: Self.signs.contains)
      || (marks.first ?? 0 >= 0x80 && marks.first != 0xE2)
  }

  private static let signs = ByteSet("_#$%&@~^<>|\\{}+=".utf8)

  /// `ofa`: the word and another one.
  private func isTwoWords(_ read: [UInt8], with word: [UInt8]) -> Bool {
    let small = read.map { $0.isUpper ? $0 | 0x20 : $0 }
    guard small.count > word.count else { return false }
    let rest =
      small.starts(with: word)
      ? small.dropFirst(word.count)
      : small.reversed().starts(with: word.reversed()) ? small.dropLast(word.count) : []
    return rest.elementsEqual("a".utf8)
      || (rest.count > 1 && Self.isKnown(passage.lexicon.entry(WordHash.of(rest))))
  }

  /// `exten`: the rest of the word stands elsewhere, and may be another rest.
  private static func isBeginning(_ read: [UInt8], of word: [UInt8]) -> Bool {
    word.starts(with: read.map { $0.isUpper ? $0 | 0x20 : $0 })
  }

  /// `carry'd`, `Lamb's`, `e'er`, `i'self`: a word with an ending, or one that writers shorten; no sign inside.
  private func isElision(_ read: [UInt8]) -> Bool {
    guard let at = read.lastIndex(of: .apostrophe) else { return false }
    let rest = read[(at + 1)...]
    return at >= 3 && rest.count <= 2
      || ["en", "er", "s", "self"].contains { rest.elementsEqual($0.utf8) }
  }

  /// Whether a word differs by a vowel for a vowel, or a letter that is doubled: so writers spell.
  private static func isSpelling(_ word: [UInt8], of read: [UInt8]) -> Bool {
    let small = read.map { $0.isUpper ? $0 | 0x20 : $0 }
    let (short, long) = small.count < word.count ? (small, word) : (word, small)
    guard let at = short.indices.first(where: { short[$0] != long[$0] }) else { return false }
    let vowels = "aeiouy".utf8
    return short.count == long.count
      ? vowels.contains(short[at]) && vowels.contains(long[at]) : at > 0 && long[at] == long[at - 1]
  }

  private func range(of reading: Reading) -> Range<Int> {
    let last = words[reading.span.upperBound - 1]
    return words[reading.span.lowerBound].core.lowerBound..<last.core.upperBound
  }

  private func edit(_ reading: Reading) -> Edit {
    let first = words[reading.span.lowerBound].core
    var word = String(decoding: reading.candidate.word, as: UTF8.self)
    if text[first].count(where: \.isUpper) > 1, !text[first].contains(where: \.isLower) {
      word = word.uppercased()
    } else if text[first.lowerBound].isUpper {
      word = word.prefix(1).uppercased() + word.dropFirst()
    }
    return Edit(
      span: range(of: reading), replacement: word, rule: "characters/word-in-sentence",
      confidence: .likely, evidence: .context(word))
  }
}
