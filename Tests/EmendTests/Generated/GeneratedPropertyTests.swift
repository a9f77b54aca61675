import CScan
import Dispatch
import EmendTestSupport
import Foundation
import Synchronization
import Testing

@testable import Emend

/// What holds for every document, on documents that nobody chose.
///
/// `Scripts/properties` runs these tests on thousands of documents (`EMEND_DOCUMENTS`).
@Suite struct GeneratedPropertyTests {
  private struct Made {
    let source: [UInt8]
    let run: CleaningRun
    let journal: [UInt8]
  }

  private static let cleaner = GeneratedCorpus.cleaner
  private static let count =
    ProcessInfo.processInfo.environment["EMEND_DOCUMENTS"].flatMap { Int($0) } ?? 40

  /// Seeds that `GeneratedCorpus` does not use.
  private static func document(_ number: Int, _ rates: DamageRates = .badScan) -> DamagedDocument {
    DamageGenerator(rates: rates).document(
      seed: UInt64(10_000 + number), paragraphs: 2 + number % 11)
  }

  /// The documents in parallel, so that threads are tested as well: each test cleans them again on its
  /// own thread.
  private static let made: [Made] = {
    let made = Mutex<[Int: Made]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { number in
      // One in three in another charset or with other line ends.
      var source = document(number).bytes
      if number % 6 == 1 {
        source = Array(document(number).text.replacing("\n", with: "\r\n").utf8)
      }
      if number % 6 == 4 {
        source = Charset(name: "UTF-16LE")?.encode([0xEF, 0xBB, 0xBF] + source[...]) ?? []
      }
      guard let run = try? CleaningRun(source, by: cleaner),
        let journal = try? CleaningRun.journalFile(of: source, by: cleaner)
      else { return }
      made.withLock { $0[number] = Made(source: source, run: run, journal: journal) }
    }
    return made.withLock { made in made.sorted { $0.key < $1.key }.map(\.value) }
  }()

  @Test func chunksInstructionsAndThreadsDoNotMatter() throws {
    #expect(Self.made.count == Self.count)
    cscan_limit(Int32(CSCAN_PORTABLE))
    defer { cscan_limit(Int32(CSCAN_AVX512)) }
    // In another order, too.
    for (number, done) in Self.made.enumerated().reversed() {
      let run = try CleaningRun(done.source, by: Self.cleaner, chunk: 1 + number % 997)
      let isSame = run == done.run
      #expect(isSame, "document \(number)")
    }
  }

  @Test func outputAndJournalFileRestoreTheSource() throws {
    for (number, done) in Self.made.enumerated() {
      let records = try JournalReader.read(done.journal, file: "journal")
      let isSame = try Restorer.restore(clean: done.run.output, journal: records) == done.source
      #expect(isSame, "document \(number)")
      #expect(done.run.text.utf8.elementsEqual(done.run.output), "document \(number)")
    }
  }

  /// An edit's bytes stand in the source where it says, unless an earlier stage changed them.
  @Test func spansCiteTheSource() throws {
    for (number, done) in Self.made.enumerated() where done.run.charset == nil {
      var earlier: [Range<Int>] = []
      var stage = StageID.bytes
      var changed: [Range<Int>] = []
      for entry in done.run.entries {
        if entry.stage != stage {
          stage = entry.stage
          earlier = (earlier + changed).sorted { $0.lowerBound < $1.lowerBound }
          changed = []
        }
        let isCited = done.source[entry.source].elementsEqual(entry.removed)
        let isTouched = earlier.contains {
          $0.lowerBound <= entry.source.upperBound && entry.source.lowerBound <= $0.upperBound
        }
        #expect(isCited || isTouched, "document \(number): \(entry.rule) at \(entry.source)")
        if entry.isApplied { changed.append(entry.source) }
      }
    }
  }

  /// What a user refuses changes nothing before it and, in its own stage, nothing but what had lost
  /// against it.
  @Test(arguments: [
    "furniture/running-head", "hyphens/soft", "characters/space-before-stop",
    "characters/confusion",
  ])
  func refusingARuleLeavesWhatDoesNotDependOnIt(rule: String) throws {
    var options = Self.cleaner.options
    options.policy.ignore = [rule]
    let cleaner = Cleaner(options: options)
    let stage = try #require(StageID(rawValue: String(rule.prefix { $0 != "/" })))
    var refused = 0
    for (number, done) in Self.made.enumerated() {
      let run = try CleaningRun(done.source, by: cleaner)
      let before = done.run.entries.filter { $0.stage.order <= stage.order }
      let after = run.entries.filter { $0.stage.order <= stage.order }
      let isSameSpans = before.map(\.source) == after.map(\.source)
      #expect(isSameSpans && before.map(\.rule) == after.map(\.rule), "document \(number)")
      for (a, b) in zip(before, after) where a.outcome != b.outcome {
        if b.rule.name.hasPrefix(rule) { refused += 1 }
        #expect(
          b.rule.name.hasPrefix(rule) || a.outcome == .overlaps, "document \(number): \(a.rule)")
      }
    }
    #expect(refused > 0)
  }

  @Test func cleanTextStaysClean() throws {
    for number in 0..<Self.count {
      let source = Self.document(number, .none).bytes
      let run = try CleaningRun(source, by: Self.cleaner)
      let isSame = run.output == source
      #expect(isSame, "document \(number): \(run.applied.map(\.rule))")
    }
  }

  /// Of 5,000 documents one or two change once more: a second run has other words beside a place.
  @Test func cleaningTwiceChangesNothing() throws {
    var changed: [String: [Int]] = [:]
    for (number, done) in Self.made.enumerated() {
      let again = try CleaningRun(done.run.output, by: Self.cleaner)
      guard again.output != done.run.output else { continue }
      for entry in again.applied where changed[entry.rule.name]?.last != number {
        changed[entry.rule.name, default: []].append(number)
        let around =
          max(
            0, entry.source.lowerBound - 30)..<min(
            done.run.output.count, entry.source.upperBound + 30)
        let text = String(decoding: done.run.output[around], as: UTF8.self)
        print("document \(number): \(entry.rule): \(text.debugDescription): \(entry.evidence)")
      }
    }
    print("changed again: \(changed.mapValues(\.count)) of \(Self.made.count) documents")
    let documents = Set(changed.values.joined())
    #expect(documents.count <= (Self.count + 999) / 1000, "\(changed)")
  }
}
