import CScan
import Testing

@testable import Emend

@Suite struct ConfusionModelTests {
  private let table = TextTable(embedded: "en/confusions.tsv")

  /// What the model offers is what replacing each shape by hand offers, at the same cost.
  @Test(arguments: ["tbe", "governrnent", "Stafifords", "cafe", "ln", "x", "modem", "hypothesesS"])
  func offersWhatEachConfusionMakes(word: String) {
    for depth in 1...2 {
      var expected: Set<String> = []
      for once in changes(of: Array(word.utf8), from: 0, limit: 30) {
        expected.insert(Self.line(once.word, once.bits))
        guard depth == 2 else { continue }
        for twice in changes(of: once.word, from: once.end, limit: 30 - once.bits) {
          expected.insert(Self.line(twice.word, once.bits + twice.bits))
        }
      }
      var found: Set<String> = []
      ConfusionModel.english.forEachCandidate(
        of: Array(word.utf8), depth: depth, limit: 30, where: Everything(),
        { made, hash, bits, _ in
          #expect(hash == WordHash.of(String(decoding: made, as: UTF8.self)))
          found.insert(Self.line(Array(made), bits))
        })
      #expect(found == expected, "\(word) \(depth)")
    }
  }

  /// A filter leaves out what it does not hold and nothing else, in the same order, whatever the
  /// processor has.
  @Test(
    arguments: ["governrnent", "Stafifords", "ln", "hypothesesS", "illimitable", "na\u{ef}vete"],
    0...cscan_best())
  func offersWhatTheFilterHolds(word: String, set: Int32) {
    cscan_limit(set)
    defer { cscan_limit(Int32(CSCAN_AVX512)) }
    var model = ConfusionModel.english
    model.anyLetterBits = 26
    func offered(_ filter: some WordFilter) -> [String] {
      var found: [String] = []
      unsafe model.forEachCandidate(
        of: Array(word.utf8), depth: 2, limit: 30, where: filter,
        { made, hash, bits, _ in
          let spelling = unsafe Array(made)
          if hash % 3 == 0 || !(filter is Everything) {
            found.append("\(hash) " + Self.line(spelling, bits))
          }
        })
      return found
    }
    let some = offered(Everything())
    var filter = HashFilter(bits: 18)
    for line in some { filter.insert(UInt64(line.prefix { $0 != " " }) ?? 0) }
    let found = offered(filter)
    #expect(!some.isEmpty && found.count < 2 * some.count)
    #expect(found.filter { some.contains($0) } == some)
    #expect(found.allSatisfy { filter.mayHold(UInt64($0.prefix { $0 != " " }) ?? 0) })
  }

  /// Nothing that the caller dismisses is offered, and with a price any letter may be another.
  @Test func offersWhatTheCallerWants() {
    var model = ConfusionModel.english
    model.anyLetterBits = 26
    var wanted = HashFilter(bits: 16)
    wanted.insert(WordHash.of("wxter"))
    var found: [String] = []
    model.forEachCandidate(
      of: Array("water".utf8), depth: 2, limit: 30, where: wanted,
      { made, _, bits, confusion in
        found.append(String(decoding: made, as: UTF8.self))
        #expect(bits == 26 && confusion.read.string == "a" && confusion.printed.string == "x")
      })
    #expect(found == ["wxter"])
  }

  private struct Everything: WordFilter {
    func mayHold(_ hash: UInt64) -> Bool { true }

    func withFilter(_ body: (cscan_filter) -> Void) {
      var all = HashFilter(bits: 6)
      for bit in 0..<64 as Range<UInt64> { all.insert(bit << 32 | bit) }
      all.withFilter(body)
    }
  }

  private func changes(
    of word: [UInt8], from start: Int, limit: Double
  ) -> [(word: [UInt8], end: Int, bits: Double)] {
    var out: [(word: [UInt8], end: Int, bits: Double)] = []
    for row in table.rows {
      let (read, printed) = (Array(row[0].utf8), Array(row[1].utf8))
      let bits = (Double(row[2]) ?? .infinity) * 6
      guard bits <= limit else { continue }
      for at in stride(from: start, to: word.count, by: 1)
      where word[at...].starts(with: read) {
        out.append(
          (word[..<at] + printed + word[(at + read.count)...], at + printed.count, bits))
      }
    }
    return out
  }

  private static func line(_ word: [UInt8], _ bits: Double) -> String {
    "\(String(decoding: word, as: UTF8.self)) \((bits * 1000).rounded())"
  }
}
