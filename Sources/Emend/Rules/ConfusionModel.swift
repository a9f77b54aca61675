/// What the machine wrote and what stood on the page, with a cost: the noisy channel.
///
/// Costs are in bits: the negative binary logarithm of how often the shape is misread so.
public struct ConfusionModel: Sendable {
  struct Confusion: Sendable {
    let read: Shape
    let printed: Shape
    /// Whether `WordSums` has the hash of a word in which the printed shape stands for the other.
    let isSummed: Bool
    /// Row of the table, or -1 for a letter taken for any other.
    let row: Int
    var bits: Double
    /// How often the document has shown it; 0 before anything is learnt.
    var shown = 0

    init(read: Shape, printed: Shape, row: Int, bits: Double) {
      self.read = read
      self.printed = printed
      self.row = row
      self.bits = bits
      isSummed =
        (printed.isASCII || WordHash.isFoldedByBytes(printed.bytes))
        && abs(printed.count - read.count) <= WordSums.reach / 2
    }
  }

  /// Ordered by the first byte of what was read, then the cheapest first.
  private let confusions: [Confusion]
  /// Where those of each first byte begin, and where the last ones end.
  private let starts: [Int]
  /// How many begin with the same byte, at most.
  private let mostForByte: Int
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
    mostForByte = zip(starts, starts.dropFirst()).map { $1 - $0 }.max() ?? 0
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
  /// A misread type offers some 400 words, nearly all of them none: they are dismissed by their hash,
  /// for which `WordSums` needs no bytes.
  /// - Parameters:
  ///   - word: as written, with its case.
  ///   - depth: 1 or 2.
  ///   - limit: the most bits.
  ///   - filter: dismisses most hashes of what is no word.
  /// - Complexity: O(confusions × length) to the power of `depth`.
  func forEachCandidate(
    of word: [UInt8], depth: Int, limit: Double, where filter: some WordFilter,
    _ body: (UnsafeBufferPointer<UInt8>, UInt64, Double, Confusion) -> Void
  ) {
    let sums = WordSums(word)
    unsafe Self.withRoom(for: word) { read, out, _ in
      /// Offers a word unless its hash, where the sums have it, dismisses it.
      @inline(__always)
      func offer(_ first: Change, _ second: Change?, _ hash: UInt64?) {
        if let hash, !filter.mayHold(hash) { return }
        let made = unsafe Self.write(
          read, exchange(first), second.map { exchange($0) }, to: out)
        let whole = unsafe hash ?? WordHash.of(written: made)
        if hash == nil, !filter.mayHold(whole) { return }
        let dearest = second.map { first.bits > $0.bits ? first.index : $0.index } ?? first.index
        unsafe body(
          made, whole, first.bits + (second?.bits ?? 0), confusions[Int(dearest)])
      }
      unsafe withChanges(of: read, sums, limit) { changes, places in
        for number in changes.indices {
          let first = unsafe changes[number]
          offer(first, nil, first.isSummed ? sums?.hash(first.sum, longerBy: first.moved) : nil)
          guard depth > 1 else { continue }
          let rest = limit - first.bits
          for place in Int(first.end)..<read.count {
            var next = unsafe places[place]
            let end = unsafe places[place + 1]
            // They are sorted: the others of the place are dearer.
            while next < end, unsafe changes[next].bits <= rest {
              let second = unsafe changes[next]
              next += 1
              guard let sums, first.isSummed, second.isSummed else {
                offer(first, second, nil)
                continue
              }
              let sum =
                first.moved == 0
                // Where nothing moves, each adds what it adds alone.
                ? first.sum &+ second.sum &- sums.whole
                : sums.sum(first.sum, moved: first.moved, exchange(second))
              offer(first, second, sums.hash(sum, longerBy: first.moved &+ second.moved))
            }
          }
        }
      }
      if let bits = anyLetterBits, bits <= limit {
        unsafe substitute(read, sums, bits, out, filter, body)
      }
    }
  }

  /// Calls `body` with each word that a confusion and, on top of it, any letter taken for any other
  /// make of `word`; a dear confusion costs no more than `most`.
  /// - Parameters:
  ///   - bits: what the other letter costs.
  ///   - filter: dismisses most hashes of what is no word.
  /// - Complexity: O(confusions × length × 26).
  func forEachCandidate(
    of word: [UInt8], withAnyLetterFor bits: Double, atMost most: Double,
    where filter: some WordFilter,
    _ body: (UnsafeBufferPointer<UInt8>, UInt64, Double, Confusion) -> Void
  ) {
    unsafe Self.withRoom(for: word) { read, out, more in
      unsafe withChanges(of: read, nil, .infinity) { changes, _ in
        for unsafe change in unsafe changes {
          let once = unsafe Self.write(read, exchange(change), nil, to: out)
          unsafe substitute(
            once, WordSums(Array(once)), Swift.min(change.bits, most) + bits, more, filter, body)
        }
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

  /// Lends a word with `Shape.room` bytes behind it that may be read, and twice the room for what is
  /// made of it.
  private static func withRoom(
    for word: [UInt8],
    _ body: (
      UnsafeBufferPointer<UInt8>, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt8>
    ) -> Void
  ) {
    let room = word.count + 3 * Shape.room
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * room) { space in
      unsafe space.initialize(repeating: 0)
      for i in word.indices { unsafe space[i] = word[i] }
      let base = unsafe space.baseAddress.unsafelyUnwrapped
      unsafe body(
        UnsafeBufferPointer(start: base, count: word.count), base + room, base + 2 * room)
    }
  }

  /// What one confusion makes of a word.
  private struct Change {
    /// Of the word with it; only where `isSummed`.
    let sum: UInt64
    let bits: Double
    let index: Int32
    let start: Int32
    let end: Int32
    private let movedBytes: Int8
    let isSummed: Bool

    /// Bytes by which what stands behind it moves.
    var moved: Int { Int(movedBytes) }

    init(_ place: WordSums.Exchange, _ confusion: Confusion, index: Int, _ sums: WordSums?) {
      bits = confusion.bits
      self.index = Int32(index)
      start = Int32(place.start)
      end = Int32(place.end)
      movedBytes = Int8(place.moved)
      isSummed = confusion.isSummed && sums != nil
      sum = isSummed ? sums?.sum(place) ?? 0 : 0
    }
  }

  private func exchange(_ change: Change) -> WordSums.Exchange {
    WordSums.Exchange(
      start: Int(change.start), end: Int(change.end), shape: confusions[Int(change.index)].printed)
  }

  /// Lends what each confusion makes of a word, by its place in the word, the cheapest first, and for
  /// each place the number of the first change there.
  /// - Parameter word: with `Shape.room` bytes behind it that may be read.
  private func withChanges(
    of word: UnsafeBufferPointer<UInt8>, _ sums: WordSums?, _ limit: Double,
    _ body: (UnsafeBufferPointer<Change>, UnsafePointer<Int>) -> Void
  ) {
    let most = word.count * mostForByte
    unsafe withUnsafeTemporaryAllocation(of: Change.self, capacity: most) { changes in
      unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: word.count + 1) { places in
        var count = 0
        unsafe confusions.withUnsafeBufferPointer { confusions in
          for at in 0..<word.count {
            unsafe places[at] = count
            let here = unsafe UnsafeRawPointer(word.baseAddress! + at)
              .loadUnaligned(as: UInt64.self)
            let first = Int(here & 0xFF)
            for index in starts[first]..<starts[first + 1] {
              // They are sorted: the rest is dearer.
              if unsafe confusions[index].bits > limit { break }
              let read = unsafe confusions[index].read
              guard read.begins(here), at + read.count <= word.count else { continue }
              let place = unsafe WordSums.Exchange(
                start: at, end: at + read.count, shape: confusions[index].printed)
              unsafe changes.initializeElement(
                at: count, to: Change(place, confusions[index], index: index, sums))
              count += 1
            }
          }
        }
        unsafe places[word.count] = count
        unsafe body(
          UnsafeBufferPointer(rebasing: changes[..<count]), UnsafePointer(places.baseAddress!))
      }
    }
  }

  /// Writes a word with one or two exchanges.
  /// - Parameter out: room for the word and three times `Shape.room`.
  private static func write(
    _ word: UnsafeBufferPointer<UInt8>, _ first: WordSums.Exchange, _ second: WordSums.Exchange?,
    to out: UnsafeMutablePointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    func copy(_ range: Range<Int>) {
      for at in range {
        unsafe out[count] = word[at]
        count += 1
      }
    }
    func put(_ shape: Shape) {
      unsafe shape.write(to: out + count)
      count += shape.count
    }
    copy(0..<first.start)
    put(first.shape)
    if let second {
      copy(first.end..<second.start)
      put(second.shape)
    }
    copy((second ?? first).end..<word.count)
    return unsafe UnsafeBufferPointer(start: out, count: count)
  }

  /// Each small letter in turn replaced by each other one.
  private func substitute(
    _ word: UnsafeBufferPointer<UInt8>, _ sums: WordSums?, _ bits: Double,
    _ out: UnsafeMutablePointer<UInt8>, _ filter: some WordFilter,
    _ body: (UnsafeBufferPointer<UInt8>, UInt64, Double, Confusion) -> Void
  ) {
    for at in word.indices where unsafe word[at].isLower {
      let read = unsafe word[at]
      let others = sums?.without(read, at: at)
      for number: UInt8 in 0..<26 where read != UInt8(ascii: "a") &+ number {
        let letter = UInt8(ascii: "a") &+ number
        var hash: UInt64 = 0
        if let sums, let others {
          hash = sums.hash(others.rest &+ UInt64(letter) &* others.unit, longerBy: 0)
          guard filter.mayHold(hash) else { continue }
        }
        let printed = Shape(letter)
        let place = WordSums.Exchange(start: at, end: at + 1, shape: printed)
        let made = unsafe Self.write(word, place, nil, to: out)
        if sums == nil {
          hash = unsafe WordHash.of(written: made)
          guard filter.mayHold(hash) else { continue }
        }
        let confusion = Confusion(read: Shape(read), printed: printed, row: -1, bits: bits)
        unsafe body(made, hash, bits, confusion)
      }
    }
  }
}
