import EmendTestSupport
import Foundation
import Testing

@testable import Emend

@Suite struct ByteRepairTests {
  private static let cleaner: Cleaner = {
    var options = Cleaner.Options()
    options.stages = [.bytes]
    return Cleaner(options: options)
  }()

  /// Each stretch that cannot stand in UTF-8 is one mark, as Swift's own decoder has it.
  @Test func makesRandomBytesValid() throws {
    var random = SeededGenerator(seed: 9)
    let usual: [UInt8] = [0x41, 0x20, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0xED, 0xA0]
    for length in 0..<150 {
      // Valid characters first, so that no other charset is taken for it.
      let source =
        Array(String(repeating: "ж", count: 3 * length + 1).utf8)
        + (0..<length).map { _ in usual.randomElement(using: &random)! }
      let run = try CleaningRun(source, by: Self.cleaner)
      let decoded = String(decoding: source, as: UTF8.self).precomposedStringWithCanonicalMapping
      #expect(Array(decoded.utf8) == run.output, "\(source)")
      #expect(try Restorer.restore(clean: run.output, journal: run.journal(of: source)) == source)
    }
  }

  @Test func invalidBytesAreThoseOfTheStandardLibrary() {
    var random = SeededGenerator(seed: 10)
    let usual: [UInt8] = [
      0x41, 0xC1, 0xC2, 0xC3, 0xA9, 0x80, 0xE0, 0xE2, 0x82, 0xED, 0xA0, 0xEF, 0xF0, 0x9F, 0x90,
      0xF4,
      0x8F, 0xF5,
    ]
    for length in 0..<3000 {
      let bytes = (0..<length % 12).map { _ in usual.randomElement(using: &random)! }
      var expected: Range<Int>?
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span)
      } catch {
        expected = error.byteOffsets
      }
      #expect(
        unsafe bytes.withUnsafeBufferPointer { unsafe Text.firstInvalid(in: $0) } == expected,
        "\(bytes)")
    }
  }

  /// Noise is a few long edits, not one for every other byte; a text in which some letters are broken
  /// has one for each.
  @Test func noiseIsOneEdit() throws {
    // Valid characters first, so that no other charset is taken for it.
    let valid = String(repeating: "ж", count: 900) + "\n"
    let noise = Array(valid.utf8) + (0..<400).flatMap { _ in [0xFF, 0x20, 0x41] }
    let run = try CleaningRun(noise, by: Self.cleaner)
    // Eight before it is noise; the last of them takes the others in.
    #expect(run.applied.count == 8)
    #expect(run.text == valid + String(repeating: "\u{FFFD} A", count: 400))
    #expect(try Restorer.restore(clean: run.output, journal: run.journal(of: noise)) == noise)
    let few = Array(valid.utf8) + (0..<7).flatMap { _ in [0xFF, 0x20, 0x41] }
    #expect(try CleaningRun(few, by: Self.cleaner).applied.count == 7)
  }

  @Test(arguments: [
    ("e\u{301}", "\u{E9}"), ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),
    ("a\u{323}\u{302}", "\u{1EAD}"),
    ("\u{212B}", "\u{C5}"), ("\u{41}\u{30A}", "\u{C5}"), ("q\u{301}", "q\u{301}"),
  ])
  func composesWhereverTheChunksFall(decomposed: String, composed: String) throws {
    let source = Array("Ж the \(decomposed) end\n".utf8)
    for chunk in 1...source.count {
      let run = try CleaningRun(source, by: Self.cleaner, chunk: chunk)
      #expect(run.output == Array("Ж the \(composed) end\n".utf8))
    }
  }

  @Test(arguments: ["\u{FEFF}a\r\nb\tc \n\n\u{A0}d\u{2009}e", "", "\n", "\u{FEFF}", " \u{C}\u{B}x"])
  func leavesWhiteSpaceAlone(text: String) throws {
    let run = try CleaningRun(Array(text.utf8), by: Self.cleaner)
    #expect(run.output == Array(text.utf8))
    #expect(run.entries == [])
  }

  @Test(arguments: [
    ("CafÃ© of GenÃ¨ve\n", "Café of Genève\n"),
    ("the Ministerâ€™s cafÃ© â€“ closed\n", "the Minister’s café – closed\n"),
    // windows-1251 and KOI8-R read as Latin-1; short words in a row with long ones.
    ("Ðàññêàç î Ñòàëèíå è Ëèòâèíîâå âûøåë\n", "Рассказ о Сталине и Литвинове вышел\n"),
    ("òÁÓÓËÁÚ Ï óÔÁÌÉÎÅ É ìÉÔ×ÉÎÏ×Å\n", "Рассказ о Сталине и Литвинове\n"),
    // A letter at the end of the text, or before a zero: nothing follows that could be half of one.
    ("Ã© and Ã© and Ã", "é and é and Ã"), ("Ã© and Ã© and Ã\0.", "é and é and Ã\0."),
    // What the languages of Europe write themselves.
    ("NÃO, CAFÉ” and the Å of “Å”\n", "NÃO, CAFÉ” and the Å of “Å”\n"),
    ("l’été où naïf à Genève; 5 × 3 ÷ 2\n", "l’été où naïf à Genève; 5 × 3 ÷ 2\n"),
    ("the letters àâäéèêëîïôöùûü of it\n", "the letters àâäéèêëîïôöùûü of it\n"),
  ])
  func undoesTheWrongCharset(source: String, repaired: String) throws {
    let run = try CleaningRun(Array(source.utf8), by: Self.cleaner)
    #expect(String(decoding: run.output, as: UTF8.self) == repaired)
    #expect(
      try Restorer.restore(clean: run.output, journal: run.journal(of: Array(source.utf8)))
        == Array(source.utf8))
  }

  /// Marks that stand in the wrong order are put into the right one, unless there are too many of them: it
  /// takes quadratic time.
  @Test(.timeLimit(.minutes(1)), arguments: [(2, true), (64, true), (30_000, false)])
  func composesMarks(count: Int, isComposed: Bool) throws {
    let marks = String(repeating: "\u{315}\u{300}\u{327}", count: count)
    let source = Array("caf\("e\u{301}") o\(marks)e\u{301} end\n".utf8)
    let run = try CleaningRun(source, by: Self.cleaner)
    let text = String(decoding: run.output, as: UTF8.self)
    #expect(text.unicodeScalars.starts(with: "café ".unicodeScalars))
    #expect(text.unicodeScalars.suffix(6).elementsEqual("é end\n".unicodeScalars))
    #expect(text.unicodeScalars.contains("\u{F2}") == isComposed)
    #expect(try Restorer.restore(clean: run.output, journal: run.journal(of: source)) == source)
  }
}
