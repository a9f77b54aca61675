/// What the machine wrote and what stood on the page, with a cost: the noisy channel.
///
/// Costs are in bits: the negative binary logarithm of how often the shape is misread so.
public struct ConfusionModel: Sendable {
  struct Confusion: Sendable {
    let read: Shape
    let printed: Shape
    /// Row of the table, or -1 for a letter taken for any other.
    let row: Int
    var bits: Double
    /// How often the document has shown it; 0 before anything is learnt.
    var shown = 0
  }

  /// Ordered by the first byte of what was read, then the cheapest first.
  private let confusions: [Confusion]
  /// Where those of each first byte begin, and where the last ones end.
  private let starts: [Int]
  /// Bits for a letter that was taken for any other; such changes are tried only where this is set.
  var anyLetterBits: Double?
  let rowCount: Int

  /// The confusions of `Dictionaries/en/confusions.tsv`.
  public static let english = ConfusionModel(TextTable(embedded: "en/confusions.tsv"))

  /// Bits of a table's unit of cost.
  private static let bitsOfCost = 6.0

  init(_ table: TextTable) {
    let confusions: [Confusion] = table.rows.enumerated().compactMap { number, row in
      guard !row[0].isEmpty, let cost = Double(row[2]) else { return nil }
      return Confusion(
        read: Shape(row[0].utf8), printed: Shape(row[1].utf8), row: number,
        bits: cost * Self.bitsOfCost)
    }
    self.init(confusions, rowCount: table.rows.count)
  }

  private init(_ confusions: [Confusion], rowCount: Int) {
    self.rowCount = rowCount
    self.confusions = confusions.sorted {
      ($0.read[0], $0.bits, $0.row) < ($1.read[0], $1.bits, $1.row)
    }
    var starts = [Int](repeating: 0, count: 257)
    for confusion in confusions { starts[Int(confusion.read[0]) + 1] += 1 }
    for byte in 0..<256 { starts[byte + 1] += starts[byte] }
    self.starts = starts
  }

  /// The same confusions, cheaper where a document has shown them.
  /// - Parameter shown: by row of the table, how many of its words only this confusion explains.
  func adapted(to shown: [Int]) -> ConfusionModel {
    let adapted = confusions.map { confusion in
      let count = shown[confusion.row]
      guard count >= 3 else { return confusion }
      var discount = 0.0
      var power = 2
      while power <= count, discount < 10 {
        discount += 2
        power *= 2
      }
      var confusion = confusion
      confusion.bits = Swift.max(3, confusion.bits - discount)
      confusion.shown = count
      return confusion
    }
    return ConfusionModel(adapted, rowCount: rowCount)
  }

  /// Only the confusions that a document has shown often.
  func confined(toShown least: Int) -> ConfusionModel {
    ConfusionModel(confusions.filter { $0.shown >= least }, rowCount: rowCount)
  }

  /// How often letters with accents were shown to be letters without.
  var accentsShown: Int {
    confusions[starts[0x80]...].reduce(0) { $0 + $1.shown }
  }

  /// Calls `body` with each word that one confusion (or two, for `depth` 2) makes of `word`, with its
  /// hash, its bits and the dearest confusion. The bytes are gone when `body` returns.
  ///
  /// Nothing is allocated, and nothing is copied but the bytes: a misread type offers some 400 words,
  /// nearly all of them none.
  /// - Parameters:
  ///   - word: as written, with its case.
  ///   - depth: 1 or 2.
  ///   - limit: the most bits.
  ///   - mayBeWord: dismisses most hashes of what is no word.
  /// - Complexity: O(confusions × length) to the power of `depth`.
  func forEachCandidate(
    of word: [UInt8], depth: Int, limit: Double, where mayBeWord: (UInt64) -> Bool,
    _ body: (UnsafeBufferPointer<UInt8>, UInt64, Double, Confusion) -> Void
  ) {
    let room = word.count + 3 * Shape.room
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * room) { space in
      unsafe space.initialize(repeating: 0)
      for i in word.indices { unsafe space[i] = word[i] }
      let base = unsafe space.baseAddress.unsafelyUnwrapped
      let read = unsafe UnsafeBufferPointer(start: base, count: word.count)
      unsafe eachChange(of: read, from: 0, into: base + room, limit) { once, next, index in
        let first = confusions[index]
        let hash = unsafe WordHash.of(written: once)
        if mayBeWord(hash) { unsafe body(once, hash, first.bits, first) }
        guard depth > 1 else { return }
        unsafe eachChange(of: once, from: next, into: base + 2 * room, limit - first.bits) {
          twice, _, index in
          let hash = unsafe WordHash.of(written: twice)
          guard mayBeWord(hash) else { return }
          let second = confusions[index]
          unsafe body(
            twice, hash, first.bits + second.bits, first.bits > second.bits ? first : second)
        }
      }
      if let bits = anyLetterBits, bits <= limit {
        unsafe substitute(read, bits, base + room, mayBeWord, body)
      }
    }
  }

  /// Calls `body` with each word that a confusion and, on top of it, any letter taken for any other
  /// make of `word`; a dear confusion costs no more than `most`.
  /// - Parameters:
  ///   - bits: what the other letter costs.
  ///   - mayBeWord: dismisses most hashes of what is no word.
  /// - Complexity: O(confusions × length × 26).
  func forEachCandidate(
    of word: [UInt8], withAnyLetterFor bits: Double, atMost most: Double,
    where mayBeWord: (UInt64) -> Bool,
    _ body: (UnsafeBufferPointer<UInt8>, UInt64, Double, Confusion) -> Void
  ) {
    let room = word.count + 3 * Shape.room
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * room) { space in
      unsafe space.initialize(repeating: 0)
      for i in word.indices { unsafe space[i] = word[i] }
      let base = unsafe space.baseAddress.unsafelyUnwrapped
      let read = unsafe UnsafeBufferPointer(start: base, count: word.count)
      unsafe eachChange(of: read, from: 0, into: base + room, .infinity) { once, _, index in
        let first = Swift.min(confusions[index].bits, most)
        unsafe substitute(once, first + bits, base + 2 * room, mayBeWord, body)
      }
    }
  }

  /// Calls `body` with each word that one confusion reads for a printed word.
  /// - Complexity: O(confusions × length).
  func forEachMisreading(of word: [UInt8], _ body: ([UInt8], Confusion) -> Void) {
    for confusion in confusions where confusion.printed.count > 0 {
      let (read, printed) = (confusion.read.bytes, confusion.printed.bytes)
      // The first letter stays: a capital is seldom misread for another.
      for at in word.indices.dropFirst() where at + printed.count <= word.count {
        guard word[at..<at + printed.count].elementsEqual(printed) else { continue }
        body(word[..<at] + read + word[(at + printed.count)...], confusion)
      }
    }
  }

  /// Calls `body` with what each confusion makes of a word from an offset on, with the offset behind
  /// it and the number of the confusion.
  /// - Parameters:
  ///   - word: with `Shape.room` bytes behind it that may be read.
  ///   - out: room for the word and twice `Shape.room`.
  @inline(__always)
  private func eachChange(
    of word: UnsafeBufferPointer<UInt8>, from start: Int, into out: UnsafeMutablePointer<UInt8>,
    _ limit: Double, _ body: (UnsafeBufferPointer<UInt8>, Int, Int) -> Void
  ) {
    guard let base = unsafe word.baseAddress else { return }
    // What stands before the confusion is the same for all that follow.
    for at in 0..<start { unsafe out[at] = base[at] }
    for at in start..<Swift.max(start, word.count) {
      let here = unsafe UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
      let first = Int(here & 0xFF)
      for index in starts[first]..<starts[first + 1] {
        // They are sorted: the rest is dearer.
        if confusions[index].bits > limit { break }
        let (read, printed) = (confusions[index].read, confusions[index].printed)
        let end = at + read.count
        guard end <= word.count, read.begins(here) else { continue }
        // Eight bytes a step; what is too much is written over or left behind.
        unsafe printed.write(to: out + at)
        let printedEnd = at + printed.count
        var tail = end
        while tail < word.count {
          let piece = unsafe UnsafeRawPointer(base + tail).loadUnaligned(as: UInt64.self)
          unsafe UnsafeMutableRawPointer(out + (tail - end + printedEnd))
            .storeBytes(of: piece, as: UInt64.self)
          tail += 8
        }
        let made = unsafe UnsafeBufferPointer(start: out, count: word.count - end + printedEnd)
        unsafe body(made, printedEnd, index)
      }
      unsafe out[at] = base[at]
    }
  }

  /// Each small letter in turn replaced by each other one.
  private func substitute(
    _ word: UnsafeBufferPointer<UInt8>, _ bits: Double, _ out: UnsafeMutablePointer<UInt8>,
    _ mayBeWord: (UInt64) -> Bool,
    _ body: (UnsafeBufferPointer<UInt8>, UInt64, Double, Confusion) -> Void
  ) {
    for at in unsafe word.indices { unsafe out[at] = word[at] }
    let made = unsafe UnsafeBufferPointer(start: out, count: word.count)
    for at in unsafe word.indices where unsafe word[at].isLower {
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where unsafe letter != word[at] {
        unsafe out[at] = letter
        let hash = unsafe WordHash.of(written: made)
        guard mayBeWord(hash) else { continue }
        let confusion = unsafe Confusion(
          read: Shape(CollectionOfOne(word[at])), printed: Shape(CollectionOfOne(letter)),
          row: -1, bits: bits)
        unsafe body(made, hash, bits, confusion)
      }
      unsafe out[at] = word[at]
    }
  }
}
