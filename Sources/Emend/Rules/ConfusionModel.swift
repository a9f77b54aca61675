/// What the machine wrote and what stood on the page, with a cost: the noisy channel.
public struct ConfusionModel: Sendable {
  struct Confusion: Sendable {
    let read: [UInt8]
    let printed: [UInt8]
    /// From 1 (very common) to 6 (rare).
    let cost: Double

    var readString: String { String(decoding: read, as: UTF8.self) }
    var printedString: String { String(decoding: printed, as: UTF8.self) }
  }

  /// By the first byte of what was read.
  private let byFirst: [[Confusion]]

  /// The confusions of `Dictionaries/en/confusions.tsv`.
  public static let english = ConfusionModel(TextTable(embedded: "en/confusions.tsv"))

  init(_ table: TextTable) {
    var byFirst = [[Confusion]](repeating: [], count: 256)
    for row in table.rows {
      let read = Array(row[0].utf8)
      guard let first = read.first, let cost = Double(row[2]) else { continue }
      byFirst[Int(first)].append(Confusion(read: read, printed: Array(row[1].utf8), cost: cost))
    }
    self.byFirst = byFirst
  }

  /// Calls `body` with each word that one confusion (or two, for `depth` 2) makes of `word`, with its
  /// cost and the first confusion.
  ///
  /// - Parameters:
  ///   - word: as written, with its case.
  ///   - limit: the highest cost.
  /// - Complexity: O(confusions × length) to the power of `depth`.
  func forEachCandidate(
    of word: [UInt8], depth: Int, limit: Double, _ body: ([UInt8], Double, Confusion) -> Void
  ) {
    expand(word, from: 0, depth: depth, cost: 0, limit: limit, first: nil, body)
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
    _ word: [UInt8], from start: Int, depth: Int, cost: Double, limit: Double,
    first: Confusion?, _ body: ([UInt8], Double, Confusion) -> Void
  ) {
    var made = [UInt8]()
    made.reserveCapacity(word.count + 8)
    for at in start..<word.count {
      for confusion in byFirst[Int(word[at])] where cost + confusion.cost <= limit {
        let end = at + confusion.read.count
        guard end <= word.count, Self.matches(word, at, confusion.read) else { continue }
        made.removeAll(keepingCapacity: true)
        made += word[..<at]
        made += confusion.printed
        made += word[end...]
        let origin = first ?? confusion
        body(made, cost + confusion.cost, origin)
        if depth > 1 {
          expand(
            made, from: at + confusion.printed.count, depth: depth - 1,
            cost: cost + confusion.cost, limit: limit, first: origin, body)
        }
      }
    }
  }

  @inline(__always)
  private static func matches(_ word: [UInt8], _ start: Int, _ read: [UInt8]) -> Bool {
    for i in 1..<Swift.max(1, read.count) where word[start + i] != read[i] { return false }
    return true
  }
}
