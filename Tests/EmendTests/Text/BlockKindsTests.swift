import CScan
import EmendTestSupport
import Testing

@testable import Emend

/// Places that are found by blocks are those that a look at each byte finds, on every instruction set.
@Suite struct BlockKindsTests {
  /// What is sought, and the same as a question to one offset.
  private static let places: [(sought: BlockKinds.Sought, stands: @Sendable (Text, Int) -> Bool)] =
    [
      (.apostrophe, { $0[$1] == .apostrophe }),
      (.closeBracket, { $0[$1] == .closeBracket }),
      (.typographic, { $0[$1] == 0xE2 && $0.byte($1 + 1) == 0x80 }),
      (.spacedOne, { $0.has("1 ", at: $1) }),
      (.century, { $0.has("19", at: $1) }),
      (.tBeforeStop, { $0.has("t.", at: $1) }),
      (.capitalI, { $0.has("I", at: $1) }),
      (.capitalIBeforeL, { $0.has("Il", at: $1) }),
      (.capitalW, { $0.has("W", at: $1) && (0x61...0x6F).contains($0.byte($1 + 1)) }),
      (
        .commaBeforeCapital,
        {
          $0[$1] == .comma && [.space, .newline].contains($0.byte($1 + 1))
            && ($0.byte($1 + 2).isUpper || $0.byte($1 + 3).isUpper)
        }
      ),
    ]
    + "!:;?[]|".utf8.map { mark in (.mark(mark), { $0[$1] == mark }) }
    + ",.?".utf8.map { mark in
      (.joined(mark), { $0[$1] == mark && !white.contains($0.byte($1 + 1)) })
    }

  private static let beforeDigits:
    [(sought: BlockKinds.Sought, stands: @Sendable (Text, Int) -> Bool)] =
      ",.;".utf8.map { mark in
        (.beforeDigit(mark), { $0[$1] == mark && $0.byte($1 + 1).isDigit })
      }

  private static let white: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0C, 0x0D, 0]

  /// All bytes, each behind each.
  private static let allPairs = Text(
    (UInt8.min...UInt8.max).flatMap { first in
      (UInt8.min...UInt8.max).flatMap { [first, $0] }
    })

  private static func random() -> [Text] {
    var random = SeededGenerator(seed: 53)
    let usual = Array("')1 19t.tIlWoh,1;2|[]!:;?,.a\t\n, A,  Z\u{2019}\u{2026}é".utf8)
    return (0..<300).map { length in
      // Every other one has next to nothing in it, some more blocks than are looked at together.
      Text(
        (0..<length * (length.isMultiple(of: 50) ? 50 : 1)).map { _ in
          length.isMultiple(of: 2) || Int.random(in: 0..<200, using: &random) == 0
            ? usual.randomElement(using: &random)! : UInt8(ascii: "x")
        })
    }
  }

  @Test(arguments: [CSCAN_PORTABLE, CSCAN_AVX2, CSCAN_AVX512]) func findsAllPlaces(set: Int) {
    cscan_limit(Int32(set))
    defer { cscan_limit(Int32(CSCAN_AVX512)) }
    for text in Self.random() + [Self.allPairs] {
      let kinds = BlockKinds(text)
      for (sought, stands) in Self.places + Self.beforeDigits {
        #expect(kinds.offsets(of: sought) == text.bytes.indices.filter { stands(text, $0) })
      }
    }
  }
}
