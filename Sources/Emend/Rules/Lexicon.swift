import CScan
import Dictionaries

/// The words a language has, their frequency, and how often two follow each other.
///
/// A view of a compiled table: nothing is parsed or allocated when it is opened. `LexiconCompiler`
/// describes the form. A look-up costs one multiplication and mostly one cache line.
/// Safe: its pointers lead into the program, or into an array that it holds, and no index is taken from a file unchecked.
@safe public struct Lexicon: WordFilter, Sendable {
  /// What is known of a word; the raw value 0 stands for an unknown word.
  public struct Entry: Sendable, Equatable {
    let raw: UInt32

    /// 0 for a word without a count, else 7 times the binary logarithm of its count.
    public var frequency: Int { Int(raw & 0xFF) }
    public var flags: Flags { Flags(rawValue: UInt16(truncatingIfNeeded: raw >> 8)) }
    public var isKnown: Bool { raw != 0 }
    /// An English word, name, abbreviation or contraction.
    public var isEnglish: Bool { !flags.isDisjoint(with: .english) }
    /// Whether it is an ordinary word, and not only one of large lists.
    @inline(__always)
    var isUsualWord: Bool { flags.contains(.word) && !flags.contains(.rare) }
    /// Whether only large lists have the word, and no count does.
    @inline(__always)
    var isListedOnly: Bool { flags.contains(.rare) && frequency == 0 }

    static let unknown = Entry(raw: 0)
  }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Whether a word is right without a capital.
    @inline(__always)
    var areOfSmallLetters: Bool { !isDisjoint(with: [.word, .contraction]) }

    /// An ordinary word, in any case.
    public static let word = Flags(rawValue: 1 << 0)
    /// Right only with a capital.
    public static let name = Flags(rawValue: 1 << 1)
    public static let abbreviation = Flags(rawValue: 1 << 2)
    public static let contraction = Flags(rawValue: 1 << 3)
    /// In large word lists only: weak evidence.
    public static let rare = Flags(rawValue: 1 << 4)
    /// A word that OCR makes out of another word (`tum` for `turn`).
    public static let confusable = Flags(rawValue: 1 << 5)
    /// A name of the authority file, in any of its forms.
    public static let nameVariant = Flags(rawValue: 1 << 6)
    public static let german = Flags(rawValue: 1 << 8)
    public static let french = Flags(rawValue: 1 << 9)
    public static let italian = Flags(rawValue: 1 << 10)
    public static let spanish = Flags(rawValue: 1 << 11)
    public static let latin = Flags(rawValue: 1 << 12)
    public static let polish = Flags(rawValue: 1 << 13)
    public static let czech = Flags(rawValue: 1 << 14)
    public static let russian = Flags(rawValue: 1 << 15)

    static let english: Flags = [.word, .name, .abbreviation, .contraction]
    static let foreign = Flags(rawValue: 0xFF00)
  }

  // The table lives as long as the program: either embedded or leaked on purpose when a user's
  // dictionary is compiled at start-up.
  nonisolated(unsafe) let slots: UnsafePointer<UInt64>
  let slotBits: UInt64
  nonisolated(unsafe) let pairs: UnsafePointer<UInt32>
  let pairBits: UInt64
  nonisolated(unsafe) private let filter: UnsafePointer<UInt64>
  private let filterMask: UInt64
  nonisolated(unsafe) private let leftOut: UnsafePointer<UInt64>

  /// The English lexicon embedded in the program.
  public static let english = unsafe Lexicon(table: emend_lexicon_table())

  /// Opens a compiled table that came from outside the program.
  /// - Throws: `LexiconError` unless the table is whole, of this version, and has its checksum.
  /// - Complexity: O(*n*); the table is copied, and stays in memory as long as the program.
  public init(compiled bytes: [UInt8]) throws(LexiconError) {
    try LexiconHeader.check(bytes)
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    unsafe copy.copyBytes(from: bytes)
    unsafe self.init(table: UnsafeRawPointer(copy.baseAddress!))
  }

  /// Opens a compiled table.
  /// - Precondition: `table` starts with a header that `LexiconCompiler` wrote.
  init(table: UnsafeRawPointer) {
    let header = unsafe table.loadUnaligned(as: LexiconHeader.self)
    precondition(
      header.magic == LexiconHeader.currentMagic, "not a compiled lexicon of this version")
    slotBits = UInt64(header.slotBits)
    pairBits = UInt64(header.pairBits)
    unsafe slots = (table + LexiconHeader.size).assumingMemoryBound(to: UInt64.self)
    let pairStart = unsafe table + LexiconHeader.size + (8 << Int(header.slotBits))
    unsafe pairs = pairStart.assumingMemoryBound(to: UInt32.self)
    let filterStart = unsafe pairStart + (4 << Int(header.pairBits))
    unsafe filter = filterStart.assumingMemoryBound(to: UInt64.self)
    filterMask = 1 << (slotBits + UInt64(Self.filterBitsPerSlot)) - 1
    let leftOutStart = unsafe filterStart + Int((filterMask + 1) >> 3)
    unsafe leftOut = leftOutStart.assumingMemoryBound(to: UInt64.self)
  }

  /// Number of slots; slot numbers are below it.
  var slotCount: Int { 1 << Int(slotBits) }

  static let fingerprintMask: UInt64 = (1 << 40) - 1

  /// The slot at which a search for a word begins, and mostly ends.
  @inline(__always)
  func firstSlot(of hash: UInt64) -> Int { Int(hash >> (64 - slotBits)) }

  /// The slot that holds a word, or -1.
  /// - Complexity: O(1).
  @inline(__always)
  func slot(of hash: UInt64) -> Int {
    let fingerprint = hash & Self.fingerprintMask
    var slot = firstSlot(of: hash)
    while true {
      let stored = unsafe slots[slot]
      if stored == 0 { return -1 }
      if stored >> 24 == fingerprint { return slot }
      slot = (slot + 1) & (slotCount - 1)
    }
  }

  @inline(__always)
  func entry(inSlot slot: Int) -> Entry {
    slot < 0 ? .unknown : unsafe Entry(raw: UInt32(truncatingIfNeeded: slots[slot] & 0xFF_FFFF))
  }

  /// What is known of the word with this hash (see `WordHash`).
  @inline(__always)
  public func entry(_ hash: UInt64) -> Entry { entry(inSlot: slot(of: hash)) }

  public func entry(_ word: String) -> Entry { entry(WordHash.of(word)) }

  /// Whether `mayHold` leaves out the word in a slot: it is not English, or in large lists only.
  @inline(__always)
  func isLeftOut(slot: Int) -> Bool {
    unsafe leftOut[slot >> 6] >> UInt64(slot & 63) & 1 != 0
  }

  /// The first slot from one on whose word `mayHold` leaves out and that a text has twice at least, or the
  /// number of slots.
  /// - Parameter counts: by slot.
  func nextLeftOut(from slot: Int, repeatedIn counts: UnsafeBufferPointer<UInt16>) -> Int {
    // Small tables have fewer slots than are looked at together.
    guard counts.count >= 64 else {
      return (slot..<counts.count).first { unsafe counts[$0] > 1 && isLeftOut(slot: $0) }
        ?? counts.count
    }
    return unsafe cscan_next_repeated(
      counts.baseAddress.unsafelyUnwrapped, leftOut, slot, counts.count)
  }

  /// Words of 64 bits that have one for each slot.
  static func wordsOfBits(slotBits: Int) -> Int { ((1 << slotBits) + 63) / 64 }

  /// The lower 40 bits of the hash of the word in a slot.
  @inline(__always)
  func fingerprint(inSlot slot: Int) -> UInt64 { unsafe slots[slot] >> 24 }

  /// `false` for most words that are not English, `true` for all that are, but for those of large lists
  /// only (`Entry.isListedOnly`), which are two in three and as good as never what was printed.
  ///
  /// A quarter of a megabyte that stays in the cache answers for a table that does not: of the words
  /// that a misread one might have been, nearly none exists.
  /// - Complexity: O(1).
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    // As `HashFilter` has it, by other bits than give the slot.
    let bits = HashFilter.bits(of: hash)
    return unsafe filter[Int(truncatingIfNeeded: (hash & filterMask) >> 6)] & bits == bits
  }

  func withFilter(_ body: (cscan_filter) -> Void) {
    unsafe body(cscan_filter(words: filter, mask: filterMask))
  }

  /// The ordinary words, without those of large lists only.
  struct UsualWords: WordFilter {
    let lexicon: Lexicon

    @inline(__always)
    func mayHoldAtFirst(_ hash: UInt64) -> Bool {
      guard lexicon.mayHold(hash) else { return false }
      lexicon.fetch(hash)
      return true
    }

    @inline(__always)
    func mayHold(_ hash: UInt64) -> Bool {
      guard lexicon.mayHold(hash) else { return false }
      return lexicon.entry(hash).isUsualWord
    }

    @inline(__always)
    func fetch(_ hash: UInt64) { lexicon.fetch(hash) }

    func withFilter(_ body: (cscan_filter) -> Void) { unsafe lexicon.withFilter(body) }
  }

  /// Asks for the memory that a look-up of a word reads.
  @inline(__always)
  func fetch(_ hash: UInt64) { unsafe cscan_fetch(slots + firstSlot(of: hash)) }

  /// Asks for the memory that `bigram` reads.
  @inline(__always)
  func fetchBigram(_ first: UInt64, _ second: UInt64) {
    unsafe cscan_fetch(pairs + Int(WordHash.pair(first, second) >> (64 - pairBits)))
  }

  /// A copy of the filter, to which other words can be added.
  var filterOfWords: HashFilter {
    unsafe HashFilter(
      UnsafeBufferPointer(start: filter, count: Int((filterMask + 1) >> 6)))
  }

  /// Binary logarithm of the filter's bits for each slot of the table of words.
  static let filterBitsPerSlot = 2

  /// How often `second` follows `first`, as 7 times the binary logarithm; 0 when never seen.
  public func bigram(_ first: UInt64, _ second: UInt64) -> Int {
    let key = WordHash.pair(first, second)
    let fingerprint = UInt32(truncatingIfNeeded: key) & 0xFF_FFFF
    var slot = Int(key >> (64 - pairBits))
    while true {
      let stored = unsafe pairs[slot]
      if stored == 0 { return 0 }
      if stored >> 8 == fingerprint { return Int(stored & 0xFF) }
      slot = (slot + 1) & ((1 << Int(pairBits)) - 1)
    }
  }
}
