import EmendTestSupport
import Testing

@testable import Emend

/// Texts whose lines end in carriage returns alone.
@Suite struct CarriageReturnTests {
  private static let made = DamageGenerator(rates: .badScan).document(seed: 7, paragraphs: 24).bytes

  private static func returns(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0 == 0x0A ? 0x0D : $0 }
  }

  private static func cleaner(_ windowSize: Int) -> Cleaner {
    var options = Cleaner.Options()
    options.windowSize = windowSize
    return Cleaner(options: options)
  }

  @Test(arguments: [2048, 4 << 20], [1, 7, 4096])
  func areCleanedAsLineFeedsAre(windowSize: Int, chunk: Int) throws {
    let cleaner = Self.cleaner(windowSize)
    let feeds = try CleaningRun(Self.made, by: cleaner)
    let returns = try CleaningRun(Self.returns(Self.made), by: cleaner, chunk: chunk)
    #expect(returns.output == Self.returns(feeds.output))
    #expect(returns.entries.map(\.source) == feeds.entries.map(\.source))
    #expect(!feeds.applied.isEmpty)
  }

  @Test(arguments: [2048, 4 << 20], ["", "UTF-16LE", "windows-1252"])
  func theJournalGivesThemBack(windowSize: Int, charset: String) throws {
    let ascii = Self.made.filter { $0 < 0x80 }
    let text = Self.returns(ascii + Array("\nDer Rat für Öl\n".utf8))
    let mark: [UInt8] = charset.hasPrefix("UTF") ? [0xEF, 0xBB, 0xBF] : []
    let source =
      charset.isEmpty
      ? text : try #require(Charset(name: charset)?.encode(mark + text[...]))
    let run = try CleaningRun(source, by: Self.cleaner(windowSize))
    #expect(run.applied.contains { $0.removed.contains(0x0D) })
    #expect(!run.output.contains(0x0A))
    let restored = try Restorer.restore(clean: run.output, journal: run.journal(of: source))
    #expect(restored == source)
  }

  /// One line feed says that carriage returns are something else.
  @Test func besideLineFeedsTheyEndNoLine() throws {
    let text = "The govern-\rment fell.\n"
    #expect(try Cleaner().clean(text).text == text)
    #expect(try Cleaner().clean("The govern-\rment fell.\r").text == "The government\rfell.\r")
  }
}
