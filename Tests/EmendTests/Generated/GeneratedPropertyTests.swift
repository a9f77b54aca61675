import CScan
import EmendTestSupport
import Testing

@testable import Emend

/// What holds for every document, on documents that nobody chose.
///
/// `Scripts/properties` runs these tests on thousands of documents (`EMEND_DOCUMENTS`). One after the other,
/// because the instruction set is chosen for all threads.
@Suite(.serialized) struct GeneratedPropertyTests {
  private static let cleaner = GeneratedSource.cleaner

  @Test func allDocumentsAreCleaned() {
    #expect(GeneratedSource.all.count == GeneratedSource.count)
    #expect(GeneratedSource.all.contains { $0.run.charset != nil })
    #expect(GeneratedSource.all.contains { $0.run.applied.contains { $0.rule == "bytes/invalid" } })
  }

  @Test func chunksDoNotMatter() {
    let failures = GeneratedSource.failures(of: "chunks") { document in
      let chunk = 1 + document.number % 997
      let run = try CleaningRun(document.source, by: Self.cleaner, chunk: chunk)
      return run == document.run ? nil : "differs in chunks of \(chunk) bytes"
    }
    #expect(failures == [])
  }

  @Test(arguments: 0...cscan_best()) func instructionsDoNotMatter(set: Int32) {
    cscan_limit(set)
    defer { cscan_limit(cscan_best()) }
    let failures = GeneratedSource.failures(of: "instruction set \(set)") { document in
      let run = try CleaningRun(document.source, by: Self.cleaner)
      return run == document.run ? nil : "differs with instruction set \(set)"
    }
    #expect(failures == [])
  }

  /// Eight threads cleaned them; now one does, in another order, with a cleaner of its own.
  @Test func threadsDoNotMatter() throws {
    let cleaner = Cleaner(options: Self.cleaner.options)
    var failures: [Int] = []
    for document in GeneratedSource.all.reversed() {
      let run = try CleaningRun(document.source, by: cleaner)
      if run != document.run { failures.append(document.number) }
    }
    print("property: threads: \(GeneratedSource.count) documents, \(failures.count) fail")
    #expect(failures == [])
  }

  @Test func outputAndJournalFileRestoreTheSource() {
    let failures = GeneratedSource.failures(of: "restore") { document in
      let journal = try CleaningRun.journalFile(of: document.source, by: Self.cleaner)
      let records = try JournalReader.read(journal, file: "journal")
      let restored = try Restorer.restore(clean: document.run.output, journal: records)
      guard document.run.text.utf8.elementsEqual(document.run.output) else { return "is no UTF-8" }
      return restored == document.source ? nil : "does not come back"
    }
    #expect(failures == [])
  }

  @Test func spansCiteTheSource() {
    let failures = GeneratedSource.failures(of: "spans cite the source") { document in
      guard document.run.charset ?? "UTF-16LE" == "UTF-16LE" else { return "has another charset" }
      var trace = ByteTrace(document.source, charset: document.run.charset)
      for stage in StageID.allCases {
        let problem = trace.apply(document.run.entries.filter { $0.stage == stage })
        if let problem { return problem }
      }
      return trace.bytes == document.run.output ? nil : "the edits do not make the output"
    }
    #expect(failures == [])
  }

  @Test func cleanTextStaysClean() {
    let failures = GeneratedSource.failures(of: "clean stays clean") { document in
      let source = GeneratedSource.document(document.number, .none).bytes
      let run = try CleaningRun(source, by: Self.cleaner)
      if run.output == source { return nil }
      return "\(GeneratedSource.kept(source, -document.number)): \(run.applied.map(\.rule))"
    }
    #expect(failures == [])
  }

  @Test func cleaningTwiceChangesNothing() {
    let failures = GeneratedSource.failures(of: "cleaning twice") { document in
      let again = try CleaningRun(document.run.output, by: Self.cleaner)
      guard again.output != document.run.output else { return nil }
      return again.applied.map { entry in
        let around = (entry.source.lowerBound - 30..<entry.source.upperBound + 30).clamped(
          to: 0..<document.run.output.count)
        let text = String(decoding: document.run.output[around], as: UTF8.self)
        return "\(entry.rule): \(text.debugDescription): \(entry.evidence)"
      }.joined(separator: "; ")
    }
    #expect(failures == [])
  }
}
