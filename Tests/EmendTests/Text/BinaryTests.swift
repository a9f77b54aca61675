import CScan
import EmendTestSupport
import Foundation
import Testing

@testable import Emend

/// What holds no text is made valid and nothing else; what holds some is cleaned.
@Suite struct BinaryTests {
  private static func noise(_ count: Int) -> [UInt8] {
    var random = SeededGenerator(seed: 61)
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  private static let page = String(
    repeating: "The govern-\nment of page seven met the delegates of the powers.\n", count: 200)

  @Test(arguments: [CSCAN_PORTABLE, CSCAN_AVX2]) func toldByControlCharacters(set: Int) throws {
    cscan_limit(Int32(set))
    defer { cscan_limit(Int32(CSCAN_AVX512)) }
    let noise = Self.noise(40_000)
    let cleaned = try CleaningRun(noise).output
    let page = Array(Self.page.utf8)
    let utf16: [UInt8] = page.flatMap { [$0, 0] }
    for binary in [noise, cleaned, utf16, [UInt8](repeating: 0, count: 4096)] as [[UInt8]] {
      #expect(Text(binary).isBinary)
    }
    let dirty: [UInt8] = page.flatMap { $0 == .newline ? [0, $0] : [$0] }
    let records: [UInt8] = page.map { $0 == .space ? 0x1F : $0 }
    let high: [UInt8] = noise.map { $0 | 0x80 }
    // A page of text among noise is text.
    let mixed = noise + page + noise
    let texts: [[UInt8]] = [page, dirty, records, high, mixed, Array(noise.prefix(4095)), []]
    for text in texts {
      #expect(!Text(text).isBinary)
    }
  }

  @Test func noiseIsOnlyMadeValid() throws {
    var options = Cleaner.Options()
    options.windowSize = 1 << 14
    let cleaner = Cleaner(options: options)
    let source = Self.noise(60_000) + Array(Self.page.utf8)
    let run = try CleaningRun(source, by: cleaner)
    #expect(try CleaningRun(source, by: cleaner, chunk: 1000) == run)
    #expect(try Restorer.restore(clean: run.output, journal: run.journal(of: source)) == source)
    let inNoise = run.entries.filter { $0.source.upperBound <= 32_768 }
    #expect(inNoise.count > 100)
    #expect(inNoise.allSatisfy { $0.stage == .bytes })
    // Behind it the text is cleaned as ever.
    #expect(run.text.hasSuffix("The government\nof page seven met the delegates of the powers.\n"))
    // What was made valid stays as it is, even where it looks like a wrong charset.
    let noise = try CleaningRun(Self.noise(400_000)).output
    #expect(try CleaningRun(noise).output == noise)
  }

  /// What is passed as composed is, whatever stands beside it.
  @Test func plainCharactersComposeWithNothing() {
    for value in UInt32(0x80)...0x7FF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let isPlain =
        unsafe bytes.withUnsafeBufferPointer { unsafe Text.plainPrefix(of: $0) } == bytes.count
      let properties = scalar.properties
      let isStarter = properties.canonicalCombiningClass.rawValue == 0
      let isComposed =
        Array(String(scalar).precomposedStringWithCanonicalMapping.unicodeScalars) == [scalar]
      // What Unicode has not given out yet may become a mark.
      let isOpen = properties.generalCategory == .unassigned
      #expect(
        isPlain
          ? isStarter && isComposed
          : isOpen || !isStarter || !isComposed || properties.age.map { $0.major > 14 } ?? true,
        "\(scalar)")
    }
  }
}
