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
      let forms: [String] =
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
        for candidate in reader.candidates(for: read(span)) {
          lattice.add(
            .init(
              span: span, hash: candidate.hash, frequency: candidate.frequency,
              bits: candidate.bits - Swift.min(4, log2(Double(1 + candidate.count))),
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
    if !isKnown(first), core.count >= 2, core.count <= NearestWords.longest,
      !text[core.lowerBound].isDigit, letters(in: core) * 2 >= core.count,
      !text[core].contains(where: { $0.isHigh || $0 == .hyphen })
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
      guard gap.count <= 3 else { break }
      // `T HE` is set so.
      if unknown > last - first - 1, unknown > 0, !text[word].allSatisfy(\.isUpper),
        (3...NearestWords.longest).contains(word.upperBound - core.lowerBound)
      {
        spans.append(first..<last + 1)
      }
    }
    return spans
  }

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
    let cores = reading.span.map { words[$0].core }
    let known = Double(reading.span.count(where: isKnown))
    let isCapitals = cores[0].count > 1 && text[cores[0]].allSatisfy(\.isUpper)
    let doubt = Swift.max(-20, log2(Swift.max(1e-9, 1 - exp2(Swift.min(0, posterior)))))
    var weight = -4.63
    weight += 0.595 * Double(Swift.min(5, candidate.count))
    weight += 2.4 * Double(candidate.distance)
    weight += 0.52 * Double(Swift.min(12, candidate.word.count))
    weight -= 0.2 * candidate.bits
    weight -= 0.115 * Swift.max(-12, rival - posterior)
    weight -= 0.034 * doubt
    weight -= 0.18 * Double(cores.map(\.count).min() ?? 0)
    weight -= 1.16 * known
    if isCapitals { weight -= 0.88 }
    return weight > Self.leastWeight
  }

  private static let leastWeight = 0.62

  /// Whether nothing else explains what stands there: a spelling, another language, a divided word.
  private func isMisread(_ reading: Reading) -> Bool {
    let range = range(of: reading)
    if passage.isForeign(around: range, whereWordsAreMisread: true) { return false }
    guard reading.span.count == 1 else { return true }
    return !passage.isHalfOfWord(range)
      && !(reading.candidate.distance == 1 && passage.isSpelling(Array(text[range])))
  }

  private func range(of reading: Reading) -> Range<Int> {
    words[reading.span.lowerBound].core
      .lowerBound..<words[reading.span.upperBound - 1].core.upperBound
  }

  private func edit(_ reading: Reading) -> Edit {
    let first = words[reading.span.lowerBound].core
    var word = String(decoding: reading.candidate.word, as: UTF8.self)
    if first.count > 1, text[first].allSatisfy(\.isUpper) {
      word = word.uppercased()
    } else if text[first.lowerBound].isUpper {
      word = word.prefix(1).uppercased() + word.dropFirst()
    }
    return Edit(
      span: range(of: reading), replacement: word, rule: "characters/word-in-sentence",
      confidence: .likely, evidence: .context(word))
  }
}
