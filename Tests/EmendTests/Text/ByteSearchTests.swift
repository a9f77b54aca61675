import CScan
import EmendTestSupport
import Testing

@testable import Emend

/// What is searched by blocks is what a look at each byte finds, on every instruction set.
@Suite struct ByteSearchTests {
  private let white: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0C, 0x0D, 0]

  private func texts() -> [Text] {
    var random = SeededGenerator(seed: 51)
    let usual = Array("..1 1a, bC\n\t\u{C}\u{B}é9".utf8)
    return (0..<400).map { length in
      // Every other one has next to nothing in it.
      Text(
        (0..<length).map { _ in
          length.isMultiple(of: 2) || Int.random(in: 0..<200, using: &random) == 0
            ? usual.randomElement(using: &random)! : UInt8(ascii: "x")
        })
    }
  }

  @Test func findsTheEndsOfLetters() {
    var random = SeededGenerator(seed: 52)
    let others = Array("@[`{ 1\n\u{B}é".utf8)
    for length in 0..<60 {
      let text = Text(
        (0..<length).map { _ in
          Int.random(in: 0..<9, using: &random) == 0
            ? others.randomElement(using: &random)!
            : Array("aAmzZ".utf8).randomElement(using: &random)!
        })
      for at in 0...length {
        #expect(text.lettersEnd(from: at) == text.skip(from: at, while: \.isLetter))
        #expect(text.lettersStart(before: at) == text.skipBack(from: at, while: \.isLetter))
      }
    }
  }

  @Test(arguments: [CSCAN_PORTABLE, CSCAN_AVX2]) func countsMarksBehindLetters(set: Int) {
    cscan_limit(Int32(set))
    defer { cscan_limit(Int32(CSCAN_AVX512)) }
    for text in texts() {
      let glued = text.bytes.indices.count {
        text[$0] == .comma && white.contains(text.byte($0 + 1)) && text.byte($0 - 1).isLetter
      }
      for most in [0, 1, 3, glued, Int.max] {
        #expect(min(text.glued(.comma, upTo: most), most) == min(glued, most))
      }
    }
  }

  @Test(arguments: [CSCAN_PORTABLE, CSCAN_AVX2]) func findsTheNextOfSomeBytes(set: Int) {
    cscan_limit(Int32(set))
    defer { cscan_limit(Int32(CSCAN_AVX512)) }
    for members in [Array(".".utf8), Array(".,1\nbC".utf8) + [0xC3, 0xA9]] {
      let few = FewBytes(members)
      for text in texts() {
        for start in stride(from: 0, through: text.count, by: 5) {
          let end = text.count - start / 3
          guard start <= end else { continue }
          let expected = (start..<end).first { members.contains(text[$0]) } ?? end
          #expect(text.next(in: few, from: start, to: end) == expected)
        }
      }
    }
  }

  /// The key of a head is that of its letters and digits, whatever stands between.
  @Test(arguments: [CSCAN_PORTABLE, CSCAN_AVX2]) func readsHeads(set: Int) {
    cscan_limit(Int32(set))
    defer { cscan_limit(Int32(CSCAN_AVX512)) }
    var random = SeededGenerator(seed: 52)
    var keys: [[UInt8]: UInt64] = [:]
    for length in 0..<260 {
      let bytes = (0..<length).map { _ in
        Array("ab CD :=9é.\n".utf8).randomElement(using: &random)!
      }
      let text = Text(bytes)
      for start in [0, length / 3, length / 2] {
        let part = text.bytes[start...]
        let head = unsafe cscan_read_head(text.storage, start, length)
        let key = unsafe cscan_head_key(text.storage, start, length)
        let letters = part.filter { $0.isLetter || $0.isHigh || $0.isDigit }.map {
          $0.isLetter ? $0 | 0x20 : $0
        }
        #expect(keys.updateValue(key, forKey: letters) ?? key == key)
        #expect(head.letters == part.count { $0.isLetter || $0.isHigh })
        #expect(head.words == part.split(whereSeparator: \.isWhite).count)
        let labels = part.indices.filter {
          (text[$0] == UInt8(ascii: ":") || text[$0] == UInt8(ascii: "="))
            && text.byte($0 + 1).isWhite
        }
        #expect((head.has_label != 0) == !labels.isEmpty)
      }
    }
    #expect(Set(keys.values).count == keys.count)
  }
}
