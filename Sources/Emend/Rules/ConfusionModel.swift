/// What the machine wrote and what stood on the page, with a cost: the noisy channel.
///
/// Costs are in bits: the negative binary logarithm of how often the shape is misread so.
public struct ConfusionModel: Sendable {
  struct Confusion: Sendable {
    let read: [UInt8]
    let printed: [UInt8]
    /// Row of the table, or -1 for a letter taken for any other.
    let row: Int
    var bits: Double
    /// How often the document has shown it; 0 before anything is learnt.
    var shown = 0

    var readString: String { String(decoding: read, as: UTF8.self) }
    var printedString: String { String(decoding: printed, as: UTF8.self) }
  }

  /// By the first byte of what was read.
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
          read: read, printed: Array(row[1].utf8), row: number, bits: cost * Self.bitsOfCost))
    }
    self.byFirst = byFirst
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
  /// bits and the dearest confusion.
  ///
  /// - Parameters:
  ///   - word: as written, with its case.
  ///   - limit: the most bits.
  /// - Complexity: O(confusions × length) to the power of `depth`.
  func forEachCandidate(
    of word: [UInt8], depth: Int, limit: Double, _ body: ([UInt8], Double, Confusion) -> Void
  ) {
    expand(word, from: 0, depth: depth, bits: 0, limit: limit, dearest: nil, body)
    if let bits = anyLetterBits, bits <= limit { substitute(word, bits, body) }
  }

  /// Calls `body` with each word that one confusion reads for a printed word.
  /// - Complexity: O(confusions × length).
  func forEachMisreading(of word: [UInt8], _ body: ([UInt8], Confusion) -> Void) {
    for confusion in byFirst.joined() where !confusion.printed.isEmpty {
      let length = confusion.printed.count
      // The first letter stays: a capital is seldom misread for another.
      for at in word.indices.dropFirst() where at + length <= word.count {
        guard word[at..<at + length].elementsEqual(confusion.printed) else { continue }
        body(word[..<at] + confusion.read + word[(at + length)...], confusion)
      }
    }
  }

  private func expand(
    _ word: [UInt8], from start: Int, depth: Int, bits: Double, limit: Double,
    dearest: Confusion?, _ body: ([UInt8], Double, Confusion) -> Void
  ) {
    var made = [UInt8]()
    made.reserveCapacity(word.count + 8)
    for at in start..<word.count {
      for confusion in byFirst[Int(word[at])] where bits + confusion.bits <= limit {
        let end = at + confusion.read.count
        guard end <= word.count, Self.matches(word, at, confusion.read) else { continue }
        made.removeAll(keepingCapacity: true)
        made += word[..<at]
        made += confusion.printed
        made += word[end...]
        let origin =
          if let dearest, dearest.bits > confusion.bits { dearest } else { confusion }
        body(made, bits + confusion.bits, origin)
        if depth > 1 {
          expand(
            made, from: at + confusion.printed.count, depth: depth - 1,
            bits: bits + confusion.bits, limit: limit, dearest: origin, body)
        }
      }
    }
  }

  /// Each small letter in turn replaced by each other one.
  private func substitute(
    _ word: [UInt8], _ bits: Double, _ body: ([UInt8], Double, Confusion) -> Void
  ) {
    var made = word
    for at in word.indices where word[at].isLower {
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where letter != word[at] {
        made[at] = letter
        body(made, bits, Confusion(read: [word[at]], printed: [letter], row: -1, bits: bits))
      }
      made[at] = word[at]
    }
  }

  @inline(__always)
  private static func matches(_ word: [UInt8], _ start: Int, _ read: [UInt8]) -> Bool {
    for i in 1..<Swift.max(1, read.count) where word[start + i] != read[i] { return false }
    return true
  }
}
