import EmendTestSupport
import Foundation
import Testing

@testable import Emend

@Suite struct JournalRoundTripTests {
  @Test func writesTheExampleOfTheManual() throws {
    let run = JournalExample()
    #expect(String(decoding: run.journal(), as: UTF8.self) == JournalExample.text)
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let manual = try String(contentsOfFile: "/\(root)/Docs/journal.md", encoding: .utf8)
    #expect(manual.contains("\n```json\n\(JournalExample.text)```\n"))
    let records = try JournalReader.read(run.journal(), file: "page.jsonl")
    #expect(try Restorer.restore(clean: run.clean, journal: records) == run.source)
  }

  @Test func listsAllProposalsOnlyWhenAsked() throws {
    let run = JournalExample()
    #expect(edits(in: try read(run.journal())) == run.entries.prefix(2).map(RecordedEdit.init))
    let all = edits(in: try read(run.journal(all: true)))
    #expect(all == run.entries.map(RecordedEdit.init))
    #expect(all.last?.outcome == .belowMinimum)
  }

  @Test(arguments: RandomRun.Form.allCases) func readsBackWhatItWrote(form: RandomRun.Form) throws {
    for seed in 0..<50 {
      let run = RandomRun(form, seed: UInt64(seed))
      let records = try read(run.journal(all: true))
      #expect(edits(in: records) == run.entries.map(RecordedEdit.init))
      guard case .trailer(let trailer)? = records.last else { throw Missing() }
      #expect(trailer.source == .init(of: run.source))
      #expect(trailer.output == .init(of: run.clean))
      #expect(trailer.applied.values.reduce(0, +) == run.entries.count(where: \.isApplied))
      #expect(trailer.left.values.reduce(0, +) == run.entries.count { !$0.isApplied })

      // What was read can be written again as it was.
      var json = JSONWriter()
      for record in records { record.write(to: &json) }
      #expect(json.bytes == run.journal(all: true))
    }
  }

  @Test func keepsEveryKindOfRecord() throws {
    let records: [JournalRecord] = [
      .header(JournalHeader(version: "1.2.3", options: ["--names", "off", "a \"b\"\n"])),
      .notice("the document exceeds a window of 8388608 bytes"),
      .charset(name: "UTF-16LE", source: 0, confidence: 100),
      .page(
        PageEntry(number: 1, source: 0..<2, folio: "xii", evidence: "form feed", notes: [3, 4])),
      .page(PageEntry(number: 2, source: 2..<3, folio: nil, evidence: "three blank lines")),
      .edit(
        RecordedEdit(
          stage: .names, rule: "own/rule", source: 2..<2, at: 7, removed: [], inserted: "",
          confidence: .doubtful, evidence: "", outcome: .overlaps)),
      .tail([0x41]),
      .trailer(
        JournalTrailer(
          records: 8, source: .init(of: [0x41, 0x00, 0x41]), output: .init(of: []), applied: [:],
          left: [.names: 1])),
    ]
    var json = JSONWriter()
    for record in records { record.write(to: &json) }
    #expect(try read(json.bytes) == records)
    #expect(String(decoding: json.bytes, as: UTF8.self).contains("\"stage\":\"names\""))
  }

  @Test func keepsRemovedBytesThatAreNoText() throws {
    let samples: [[UInt8]] = [
      [0xFF], [0xED, 0xA0, 0x80], Array("e\u{301}".utf8), [0x00],
      [UInt8](repeating: 0, count: 5000), [UInt8](repeating: 0x0A, count: 5000),
      [UInt8](repeating: 0x61, count: 2 << 20),
    ]
    for removed in samples {
      let edit = RecordedEdit(
        stage: .bytes, rule: "bytes/controls", source: 0..<removed.count, at: 0, removed: removed,
        inserted: "", confidence: .certain, evidence: "")
      var json = JSONWriter()
      JournalRecord.edit(edit).write(to: &json)
      // Escapes and base64 together never double it.
      #expect(json.bytes.count < 2 * removed.count + 200)
      let value = try JSONParser.parse(json.bytes[...], limit: 16 << 20)
      var fields = JournalFields(value, file: "x", line: 1)
      #expect(try fields.edit() == edit)
    }
  }

  @Test func keepsUsualRecordsShort() {
    let edits = [
      RecordedEdit(
        stage: .hyphens, rule: "hyphens/across-page", source: 1_048_576..<1_048_700, at: 1_048_000,
        removed: Array("inter-\n\n214  NOTES ON THE GRAIN TRADE\n\nnational ".utf8),
        inserted: "international\n", confidence: .certain,
        evidence: Evidence.inDocument("international", count: 12).description),
      RecordedEdit(
        stage: .names, rule: "names/authority", source: 904_000..<904_009, at: 903_000,
        removed: Array("Litvinoff".utf8), inserted: "Litvinov", confidence: .certain,
        evidence: Evidence.authority(heading: "Litvinov, Maksim Maksimovich").description),
    ]
    for edit in edits {
      var json = JSONWriter()
      JournalRecord.edit(edit).write(to: &json)
      #expect(json.bytes.count <= 250)
    }
  }

  @Test func handsOverWholeLinesInPieces() throws {
    var pieces: [[UInt8]] = []
    var writer = JournalWriter<Never> { pieces.append(Array($0)) }
    writer.begin(JournalHeader(version: "0"))
    for i in 0..<2000 { writer.notice("note number \(i)") }
    writer.finish()
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0.last == 0x0A && $0.count < 40 << 10 })
    #expect(try read(pieces.flatMap { $0 }).count == 2002)
  }

  @Test func throwsWhatTheClosureThrows() {
    struct DiskFull: Error {}
    var writer = JournalWriter<DiskFull> { _ throws(DiskFull) in throw DiskFull() }
    #expect(throws: DiskFull.self) {
      try writer.begin(JournalHeader(version: "0"))
      try writer.finish()
    }
  }

  private struct Missing: Error {}

  private func read(_ bytes: [UInt8]) throws(JournalError) -> [JournalRecord] {
    try JournalReader.read(bytes, file: "test.jsonl")
  }

  private func edits(in records: [JournalRecord]) -> [RecordedEdit] {
    records.compactMap { if case .edit(let edit) = $0 { edit } else { nil } }
  }
}
