import CScan
import EmendTestSupport
import Testing

/// The byte classifier against one line a class, for every instruction set that this machine has.
@Suite struct ClassifierTests {
  private typealias Member = @Sendable (UInt8) -> Bool
  private typealias Masks = KeyPath<cscan_masks, UInt64> & Sendable

  private static let classes: [(name: String, mask: Masks, member: Member)] = [
    ("letter", \.letter, { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }),
    ("quote", \.quote, { "'\"".utf8.contains($0) }),
    ("digit", \.digit, { "0123456789".utf8.contains($0) }),
    ("blank", \.blank, { " \t".utf8.contains($0) }),
    ("newline", \.newline, { $0 == 0x0A }),
    ("high", \.high, { $0 > 0x7F }),
    ("stop", \.stop, { ",-.:;".utf8.contains($0) }),
    (
      "odd", \.odd,
      {
        $0 < 0x20 && ![9, 10, 13].contains($0) || "#$%&*+/<=>@[\\]^_`{|}~!\u{7F}".utf8.contains($0)
      }
    ),
  ]

  private static let available = [CSCAN_PORTABLE, CSCAN_AVX2, CSCAN_AVX512].map { Int32($0) }
    .filter { $0 <= cscan_best() }

  /// Classifies the blocks that start at an offset; the mask behind the last must stay as it is.
  private func classify(_ bytes: [UInt8], from offset: Int, blocks: Int, with set: Int32)
    -> [cscan_masks]
  {
    let untouched = cscan_masks(
      letter: 7, quote: 7, digit: 7, blank: 7, newline: 7, high: 7, stop: 7, hyphen: 7, odd: 7)
    var out = [cscan_masks](repeating: untouched, count: blocks + 1)
    bytes.withUnsafeBufferPointer { bytes in
      #expect(cscan_classify_with(set, bytes.baseAddress! + offset, blocks, &out) == 1)
    }
    let last = out.removeLast()
    #expect(Self.classes.allSatisfy { last[keyPath: $0.mask] == 7 })
    return out
  }

  private func expectReference(
    _ bytes: [UInt8], from offset: Int, blocks: Int, with set: Int32
  ) {
    let masks = classify(bytes, from: offset, blocks: blocks, with: set)
    for (name, mask, member) in Self.classes {
      for block in 0..<blocks {
        var expected: UInt64 = 0
        for lane in 0..<64 where member(bytes[offset + block * 64 + lane]) { expected |= 1 << lane }
        #expect(
          masks[block][keyPath: mask] == expected,
          "\(name), set \(set), block \(block) from \(offset)")
      }
    }
  }

  @Test(arguments: available) func putsEveryByteValueInItsClassesInEveryLane(set: Int32) {
    for first in 0..<256 {
      expectReference((0..<64).map { UInt8((first + $0) & 0xFF) }, from: 0, blocks: 1, with: set)
    }
  }

  @Test(arguments: available) func readsAnyNumberOfBlocksFromAnyAddress(set: Int32) {
    var random = SeededGenerator(seed: 11)
    let bytes = (0..<600).map { _ in UInt8.random(in: 0...255, using: &random) }
    for offset in 0..<64 {
      expectReference(bytes, from: offset, blocks: offset % 9, with: set)
    }
  }

  @Test func refusesAnInstructionSetThatTheMachineLacks() {
    var masks = cscan_masks()
    let bytes = [UInt8](repeating: 0x41, count: 64)
    #expect(cscan_classify_with(cscan_best() + 1, bytes, 1, &masks) == 0)
    #expect(masks.letter == 0)
  }

  @Test func theBestSetIsTheOneThatIsUsed() {
    let bytes = Array(
      "The govern-\nment's 3 *odd* \u{201C}words\u{201D}, and so on to the end of it.!".utf8)
    var chosen = [cscan_masks](repeating: cscan_masks(), count: 1)
    cscan_classify(bytes, 1, &chosen)
    let best = classify(bytes, from: 0, blocks: 1, with: cscan_best())
    #expect(Self.classes.allSatisfy { chosen[0][keyPath: $0.mask] == best[0][keyPath: $0.mask] })
    #expect(chosen[0].letter != 0)
  }
}
