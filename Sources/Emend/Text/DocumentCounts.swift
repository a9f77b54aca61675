import CScan

/// How often a document writes each word, and each pair of words with a hyphen between them.
struct DocumentCounts: Sendable {
  /// By slot of the lexicon, so that counting a known word costs no second look-up.
  private var known: [UInt16] = []
  private var unknown = WordCounts()
  private var compounds = WordCounts()
  /// Words as they last stood in the text, for the scanner.
  private(set) var familiar: [cscan_familiar] = []
  private let slotCount: Int

  init(for lexicon: Lexicon) {
    slotCount = lexicon.slotCount
  }

  /// Makes room before words are counted; not done on empty input, for the sake of starting.
  mutating func prepare() {
    if known.isEmpty { known = [UInt16](repeating: 0, count: slotCount) }
  }

  /// Hands the counts of known words out, by slot, for a loop that cannot afford to check who else
  /// holds them at each word.
  mutating func takeKnown() -> [UInt16] {
    defer { known = [] }
    return known
  }

  mutating func putBack(_ counts: consuming [UInt16]) { known = counts }

  /// Hands the table of familiar words out, in the same way; it is made for the first text, and no
  /// word in it has uses that are not counted.
  mutating func takeFamiliar(bits: Int) -> [cscan_familiar] {
    defer { familiar = [] }
    guard familiar.count < 1 << bits else { return familiar }
    return [cscan_familiar](
      repeating: cscan_familiar(first: 0, second: 1, slot: 0, uses: 0), count: 1 << bits)
  }

  mutating func putBack(familiar entries: consuming [cscan_familiar]) { familiar = entries }

  mutating func add(unknown hash: UInt64, times: Int = 1) { unknown.add(hash, times: times) }

  /// Counts a word that the user says is right as often as makes a word of the document's own.
  mutating func add(listed hash: UInt64, lexicon: Lexicon) {
    guard lexicon.slot(of: hash) < 0 else { return }
    unknown.add(hash, times: 3)
  }

  /// Counts words that are not in the text as it was read, by their hashes.
  mutating func add(_ occurrences: WordCounts, lexicon: Lexicon) {
    var strangers: [UInt64] = []
    occurrences.forEachWord { hash, count in
      let slot = lexicon.slot(of: hash)
      if slot < 0 {
        strangers += repeatElement(hash, count: count)
      } else {
        prepare()
        known[slot] = UInt16(clamping: Int(known[slot]) + count)
      }
    }
    // In one order, since there may be room for some of them only.
    for hash in strangers.sorted() { unknown.add(hash) }
  }

  /// Counts the two words beside a hyphen that stands between letters or bytes beyond ASCII.
  /// - Parameter base: the text, with padding behind it.
  mutating func add(compoundAt hyphen: Int, in base: UnsafePointer<UInt8>) {
    var start = hyphen
    while start > 0, unsafe base[start - 1].isLetter || base[start - 1].isHigh { start -= 1 }
    var end = hyphen + 1
    while unsafe base[end].isLetter || base[end].isHigh { end += 1 }
    let left = unsafe UnsafeBufferPointer(start: base + start, count: hyphen - start)
    let right = unsafe UnsafeBufferPointer(start: base + hyphen + 1, count: end - hyphen - 1)
    guard let first = unsafe Self.hash(ofLastWordIn: left),
      let second = unsafe Self.hash(ofFirstWordIn: right)
    else { return }
    compounds.add(WordHash.pair(first, second))
  }

  private static func hash(ofLastWordIn run: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard unsafe run.contains(where: \.isHigh) else {
      return unsafe WordHash.foldingLatin(padded: run)
    }
    let scalars = unsafe String(decoding: run, as: UTF8.self).unicodeScalars
    let start = scalars.lastIndex { !$0.isWordLetter }.map(scalars.index(after:))
    return hash(of: String(scalars[(start ?? scalars.startIndex)...]))
  }

  private static func hash(ofFirstWordIn run: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard unsafe run.contains(where: \.isHigh) else {
      return unsafe WordHash.foldingLatin(padded: run)
    }
    let scalars = unsafe String(decoding: run, as: UTF8.self).unicodeScalars
    return hash(of: String(scalars.prefix(while: \.isWordLetter)))
  }

  /// `nil` where punctuation stands beside the hyphen, and for words that are not counted either.
  private static func hash(of word: String) -> UInt64? {
    guard !word.isEmpty, word.utf8.first(where: \.isHigh).map({ $0 < 0xCD }) ?? true else {
      return nil
    }
    return WordHash.of(word)
  }

  /// Occurrences of the word with this hash, in any case.
  @inline(__always)
  func count(of hash: UInt64, slot: Int) -> Int {
    if slot < 0 { return unknown.count(of: hash) }
    return known.isEmpty ? 0 : Int(known[slot])
  }

  /// Asks for the memory that the count of a word is in.
  /// - Parameter slot: the first in which the lexicon may have it.
  @inline(__always)
  func fetch(_ hash: UInt64, firstSlot slot: Int) {
    unknown.fetch(hash)
    if known.isEmpty { return }
    unsafe known.withUnsafeBufferPointer {
      unsafe cscan_fetch($0.baseAddress.unsafelyUnwrapped + slot)
    }
  }

  /// The same for a word that the lexicon does not have.
  @inline(__always)
  func fetch(unknown hash: UInt64) { unknown.fetch(hash) }

  /// The same for a compound.
  @inline(__always)
  func fetch(compound first: UInt64, _ second: UInt64) {
    compounds.fetch(WordHash.pair(first, second))
  }

  /// Adds to a filter the words of the lexicon that its own filter leaves out and that occur twice at
  /// least.
  /// - Complexity: O(slots), sixty-four of them a step.
  func addRepeated(to filter: inout HashFilter, _ lexicon: Lexicon) {
    guard !known.isEmpty else { return }
    unsafe known.withUnsafeBufferPointer { counts in
      var slot = 0
      while true {
        slot = unsafe lexicon.nextLeftOut(from: slot, repeatedIn: counts)
        if slot == counts.count { return }
        // A filter asks for no more bits of a hash than a slot has.
        filter.insert(lexicon.fingerprint(inSlot: slot))
        slot += 1
      }
    }
  }

  /// The words that the lexicon does not have and that occur twice at least.
  var repeatedUnknown: HashFilter { unknown.repeated }

  /// Occurrences of `first-second` with the hyphen inside a line.
  func count(compound first: UInt64, _ second: UInt64) -> Int {
    compounds.count(of: WordHash.pair(first, second))
  }
}
