import EmendTestSupport
import Testing

@testable import Emend

@Suite struct CleaningSessionTests {
  private static let sizes = [2048, 8 << 20]
  private static let whole: [String: CleaningRun] = {
    var out: [String: CleaningRun] = [:]
    for (path, source) in sources {
      for size in sizes { out["\(path) \(size)"] = try? CleaningRun(source, by: cleaner(size)) }
    }
    return out
  }()

  private static let sources: [(path: String, bytes: [UInt8])] = {
    let samples = ["book-envoy", "ocr-straits", "mojibake-report", "latin1-memoir"].map {
      "Samples/\($0)/scan.txt"
    }
    let read = samples.compactMap { path in (try? PackageFiles.bytes(of: path)).map { (path, $0) } }
    let made = DamageGenerator(rates: .badScan).document(seed: 4, paragraphs: 16).bytes
    let utf16 = Charset(name: "UTF-16BE")?.encode([0xEF, 0xBB, 0xBF] + made[...]) ?? []
    return read + [("generated", made), ("generated, UTF-16", utf16)]
  }()

  private static func cleaner(_ windowSize: Int) -> Cleaner {
    var options = Cleaner.Options()
    options.windowSize = windowSize
    return Cleaner(options: options)
  }

  /// Where the chunks fall must not matter.
  @Test(arguments: [1, 2, 3, 5, 7, 64, 4096], sizes)
  func chunksDoNotMatter(chunk: Int, windowSize: Int) throws {
    #expect(Self.sources.count == 6)
    for (path, source) in Self.sources {
      // The bytes one by one cost nothing but the feeding.
      let run = try CleaningRun(source, by: Self.cleaner(windowSize), chunk: chunk)
      let whole = try #require(Self.whole["\(path) \(windowSize)"])
      #expect(run == whole, "\(path)")
      #expect(!run.applied.isEmpty, "\(path)")
      #expect(run.exceedsWindow == (windowSize == 2048), "\(path)")
    }
  }

  @Test(arguments: sizes) func windowsDoNotMatterToTheRestorer(windowSize: Int) throws {
    for (path, source) in Self.sources {
      let run = try #require(Self.whole["\(path) \(windowSize)"])
      let restored = try Restorer.restore(clean: run.output, journal: run.journal(of: source))
      #expect(restored == source, "\(path)")
    }
  }

  /// The journal names the bytes of the source, however many stages and windows lie between.
  @Test(arguments: sizes) func entriesNameTheirBytes(windowSize: Int) throws {
    for (path, source) in Self.sources where !path.contains("UTF-16") && !path.contains("latin1") {
      let run = try #require(Self.whole["\(path) \(windowSize)"])
      var last = 0
      for entry in run.entries where entry.stage == .furniture {
        #expect(entry.source.lowerBound >= last, "\(path)")
        last = entry.source.lowerBound
        // Nothing is changed before this stage in these texts.
        if Array(source[entry.source]) != entry.removed {
          Issue.record("\(path): \(entry.rule) at \(entry.source)")
        }
      }
    }
  }

  @Test func anEmptySourceGivesNothing() throws {
    let run = try CleaningRun([])
    #expect(run.output == [] && run.entries == [] && run.charset == nil && !run.exceedsWindow)
  }

  @Test func throwsWhatTheOutputThrows() {
    struct Full: Error {}
    #expect(throws: Full.self) {
      let session = Cleaner().session(output: { _ in throw Full() })
      try session.feed(Array("The text.\n".utf8))
      try session.finish()
    }
  }

  @Test func saysWhichCharsetItCannotConvert() throws {
    // Shift JIS, with enough of it that the detector is sure.
    let japanese: [UInt8] = [
      0x93, 0xFA, 0x96, 0x7B, 0x82, 0xCC, 0x8A, 0x4F, 0x8C, 0xF0, 0x82, 0xCD,
    ]
    let source = Array(repeatElement(japanese + [0x0A], count: 40).joined())
    let error = #expect(throws: EmendError.self) { try CleaningRun(source) }
    #expect(error?.description.contains("iconv -f Shift_JIS") == true)
  }
}
