import EmendTestSupport
import Testing

@testable import Emend

@Suite struct LetterPatternTests {
  /// The bit vectors say what the table of the whole distance says.
  @Test func agreesWithTheWholeDistance() {
    var random = SeededGenerator(seed: 17)
    var near = 0
    for _ in 0..<3000 {
      let a = (0..<Int.random(in: 0...64, using: &random)).map { _ in
        UInt8.random(in: 0x61...0x64, using: &random)
      }
      var b = a
      for _ in 0..<Int.random(in: 0...12, using: &random) where !b.isEmpty {
        let at = b.indices.randomElement(using: &random)!
        switch Int.random(in: 0...2, using: &random) {
        case 0: b.remove(at: at)
        case 1 where b.count < 64: b.insert(0x65, at: at)
        default: b[at] = 0x66
        }
      }
      let distance = EditDistance.between(a.map(Int32.init), b.map(Int32.init))
      let limit = Int.random(in: 0...10, using: &random)
      #expect(LetterPattern(a).isWithin(limit, of: b) == (distance <= limit), "\(a) \(b) \(limit)")
      if distance <= limit { near += 1 }
    }
    #expect(near > 300 && near < 2700)
  }

  /// The cells beside the diagonal say what the whole table says of the best beginning.
  @Test func beginningsAgreeWithTheWholeDistance() {
    var random = SeededGenerator(seed: 18)
    var near = 0
    for _ in 0..<1500 {
      let phrase = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        UInt8.random(in: 0x61...0x64, using: &random)
      }
      var line = phrase
      for _ in 0..<Int.random(in: 0...6, using: &random) where !line.isEmpty {
        let at = line.indices.randomElement(using: &random)!
        if Bool.random(using: &random) { line.remove(at: at) } else { line.insert(0x65, at: at) }
      }
      line += (0..<Int.random(in: 0...8, using: &random)).map { _ in
        UInt8.random(in: 0x61...0x64, using: &random)
      }
      let limit = Int.random(in: 0...4, using: &random)
      let best = (0...Swift.min(line.count, phrase.count + limit)).map {
        EditDistance.between(phrase.map(Int32.init), line[..<$0].map(Int32.init))
      }.min()!
      #expect(
        LetterDistance.isBeginningWithin(limit, phrase, of: line) == (best <= limit),
        "\(phrase) \(line) \(limit)")
      if best <= limit { near += 1 }
    }
    #expect(near > 300 && near < 1400)
  }

  @Test(
    arguments: [
      ("port", "the port", 0, 8), ("port", "the prt is", 1, 7), ("port", "the prt is", 0, nil),
      ("grain board", "of the grnin boald", 2, 18), ("a", "", 0, nil), ("", "a", 1, nil),
    ] as [(String, String, Int, Int?)])
  func findsWhereAPhraseEnds(phrase: String, line: String, limit: Int, end: Int?) {
    #expect(LetterPattern(Array(phrase.utf8)).end(in: Array(line.utf8), within: limit) == end)
  }
}
