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
