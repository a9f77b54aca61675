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

  /// By the first byte of what was read, the cheapest first.
  private var byFirst: [[Confusion]]
  /// Bits for a letter that was taken for any other; such changes are tried only where this is set.
  var anyLetterBits: Double?
  let rowCount: Int

  /// The confusions of `Dictionaries/en/confusions.tsv`.
  public static let english = ConfusionModel(TextTable(embedded: "en/confusions.tsv"))

  /// Bits of a table's unit of cost.
  private static let bitsOfCost = 6.0

  init(_ table: TextTable) {
    var byFirst = [[Confusion]](repeating: [], count: 256)
    for (number, row) in table.rows.enumerated() {
      let read = Array(row[0].utf8)
      guard let first = read.first, let cost = Double(row[2]) else { continue }
      byFirst[Int(first)].append(
        Confusion(
          read: Shape(read), printed: Shape(row[1].utf8), row: number, bits: cost * Self.bitsOfCost)
      )
    }
    self.byFirst = byFirst.map { $0.sorted { $0.bits < $1.bits } }
    rowCount = table.rows.count
  }

  /// The same confusions, cheaper where a document has shown them.
  /// - Parameter shown: by row of the table, how many of its words only this confusion explains.
  func adapted(to shown: [Int]) -> ConfusionModel {
    var model = self
    for first in byFirst.indices {
      for index in byFirst[first].indices {
        let count = shown[byFirst[first][index].row]
        guard count >= 3 else { continue }
        let bits = byFirst[first][index].bits
        var discount = 0.0
        var power = 2
        while power <= count, discount < 10 {
          discount += 2
          power *= 2
        }
        model.byFirst[first][index].bits = Swift.max(3, bits - discount)
        model.byFirst[first][index].shown = count
      }
      model.byFirst[first].sort { $0.bits < $1.bits }
    }
    return model
  }

  /// Only the confusions that a document has shown often.
  func confined(toShown least: Int) -> ConfusionModel {
    var model = self
    model.byFirst = byFirst.map { $0.filter { $0.shown >= least } }
    model.anyLetterBits = nil
    return model
  }

  /// How often letters with accents were shown to be letters without.
  var accentsShown: Int {
    byFirst[0x80...].reduce(0) { $0 + $1.reduce(0) { $0 + $1.shown } }
  }

  /// Calls `body` with each word that one confusion (or two, for `depth` 2) makes of `word`, with its
  /// bits and the dearest confusion. The bytes are gone when `body` returns.
  ///
  /// Nothing is allocated: a misread type offers some 400 words, nearly all of them none.
  /// - Parameters:
  ///   - word: as written, with its case.
  ///   - limit: the most bits.
  /// - Complexity: O(confusions × length) to the power of `depth`.
  func forEachCandidate(
    of word: [UInt8], depth: Int, limit: Double,
    _ body: (UnsafeBufferPointer<UInt8>, Double, Confusion) -> Void
  ) {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count + Shape.room) {
      copy in
      unsafe copy.initialize(repeating: 0)
      for i in word.indices { unsafe copy[i] = word[i] }
      let word = unsafe UnsafeBufferPointer(rebasing: copy[..<word.count])
      unsafe expand(word, from: 0, depth: depth, bits: 0, limit: limit, dearest: nil, body)
      if let bits = anyLetterBits, bits <= limit { unsafe substitute(word, bits, body) }
    }
  }

  /// Calls `body` with each word that one confusion reads for a printed word.
  /// - Complexity: O(confusions × length).
  func forEachMisreading(of word: [UInt8], _ body: ([UInt8], Confusion) -> Void) {
    for confusion in byFirst.joined() where confusion.printed.count > 0 {
      let (read, printed) = (confusion.read.bytes, confusion.printed.bytes)
      // The first letter stays: a capital is seldom misread for another.
      for at in word.indices.dropFirst() where at + printed.count <= word.count {
        guard word[at..<at + printed.count].elementsEqual(printed) else { continue }
        body(word[..<at] + read + word[(at + printed.count)...], confusion)
      }
    }
  }

  /// - Parameter word: with `Shape.room` bytes behind it that may be read.
  private func expand(
    _ word: UnsafeBufferPointer<UInt8>, from start: Int, depth: Int, bits: Double, limit: Double,
    dearest: Confusion?, _ body: (UnsafeBufferPointer<UInt8>, Double, Confusion) -> Void
  ) {
    guard let base = unsafe word.baseAddress else { return }
    unsafe withUnsafeTemporaryAllocation(
      byteCount: word.count + 2 * Shape.room, alignment: 8
    ) { made in
      let out = unsafe made.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)
      // What stands before the confusion is the same for all that follow.
      for at in 0..<start { unsafe out[at] = base[at] }
      for at in start..<word.count {
        let here = unsafe UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
        let confusions = unsafe byFirst[Int(base[at])]
        for confusion in confusions {
          // They are sorted: the rest is dearer.
          if bits + confusion.bits > limit { break }
          let end = at + confusion.read.count
          guard end <= word.count, confusion.read.begins(here) else { continue }
          // Eight bytes a step; what is too much is written over or left behind.
          unsafe confusion.printed.write(to: out + at)
          let printedEnd = at + confusion.printed.count
          var tail = end
          while tail < word.count {
            let piece = unsafe UnsafeRawPointer(base + tail).loadUnaligned(as: UInt64.self)
            unsafe UnsafeMutableRawPointer(out + (tail - end + printedEnd))
              .storeBytes(of: piece, as: UInt64.self)
            tail += 8
          }
          let origin =
            if let dearest, dearest.bits > confusion.bits { dearest } else { confusion }
          let result = unsafe UnsafeBufferPointer(
            start: out, count: word.count - end + printedEnd)
          unsafe body(result, bits + confusion.bits, origin)
          if depth > 1 {
            unsafe expand(
              result, from: printedEnd, depth: depth - 1,
              bits: bits + confusion.bits, limit: limit, dearest: origin, body)
          }
        }
        unsafe out[at] = base[at]
      }
    }
  }

  /// Each small letter in turn replaced by each other one.
  private func substitute(
    _ word: UnsafeBufferPointer<UInt8>, _ bits: Double,
    _ body: (UnsafeBufferPointer<UInt8>, Double, Confusion) -> Void
  ) {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { made in
      _ = unsafe made.initialize(from: word)
      for at in unsafe word.indices where unsafe word[at].isLower {
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where unsafe letter != word[at] {
          unsafe made[at] = letter
          let confusion = unsafe Confusion(
            read: Shape(CollectionOfOne(word[at])), printed: Shape(CollectionOfOne(letter)),
            row: -1, bits: bits)
          unsafe body(UnsafeBufferPointer(made), bits, confusion)
        }
        unsafe made[at] = word[at]
      }
    }
  }
}
