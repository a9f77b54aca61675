import EmendTestSupport
import Testing

@testable import Emend

@Suite struct RestorerTests {
  @Test(arguments: RandomRun.Form.allCases) func undoesRandomRuns(form: RandomRun.Form) throws {
    var changed = 0
    for seed in 0..<150 {
      let run = RandomRun(form, seed: UInt64(1000 + seed))
      let records = try JournalReader.read(run.journal(all: seed % 2 == 0), file: "run.jsonl")
      #expect(try Restorer.restore(clean: run.clean, journal: records) == run.source, "\(seed)")
      if run.clean != run.source { changed += 1 }
    }
    #expect(changed > 120)
  }

  @Test func restoresAnUnchangedText() throws {
    for text in ["", "a", "Clean text.\n"] {
      let bytes = Array(text.utf8)
      let journal = [trailer(source: bytes, output: bytes)]
      #expect(try Restorer.restore(clean: bytes, journal: journal) == bytes)
    }
  }

  @Test func undoesDeletionsAtOnePlaceInTheirOrder() throws {
    let journal = [
      edit(at: 1, "x", ""), edit(at: 1, "y", ""), edit(at: 1, "", "b"), edit(at: 2, "z", ""),
      trailer(source: Array("axyzc".utf8), output: Array("abc".utf8)),
    ]
    let restored = try Restorer.restore(clean: Array("abc".utf8), journal: journal)
    #expect(String(decoding: restored, as: UTF8.self) == "axyzc")
  }

  @Test func leavesAloneWhatWasNotApplied() throws {
    let bytes = Array("abc".utf8)
    let journal = [
      edit(at: 99, "x", "y", outcome: .belowMinimum), trailer(source: bytes, output: bytes),
    ]
    #expect(try Restorer.restore(clean: bytes, journal: journal) == bytes)
  }

  // MARK: Refusals

  @Test func refusesATextOfAnotherRun() throws {
    let run = JournalExample()
    let records = try JournalReader.read(run.journal(), file: "page.jsonl")
    var other = run.clean
    other[0] ^= 1
    let length = run.clean.count
    expect(.foreignText(length: length, expected: length), for: other, records)
    expect(.foreignText(length: length + 1, expected: length), for: run.clean + [0x0A], records)
    expect(.foreignText(length: 0, expected: length), for: [], records)
    expect(.foreignText(length: run.source.count, expected: length), for: run.source, records)
    #expect(
      RestoreError.foreignText(length: 3, expected: 4).description
        == "the text and the journal do not belong together: it has 3 bytes, the journal names 4;"
        + " give the text as emend wrote it, unchanged, and the journal of the same run")
  }

  @Test func refusesAJournalWithoutTrailer() {
    expect(.incomplete, for: [], [])
    expect(.incomplete, for: [], [.header(JournalHeader(version: "0"))])
    expect(.incomplete, for: [], [trailer(source: [], output: []), .notice("")])
  }

  @Test func refusesOffsetsThatCannotBe() {
    let clean = Array("abcdef".utf8)
    let end = trailer(source: clean, output: clean)
    let order = "is out of order or overlaps another"
    let beyond = "reaches beyond the end of the text"
    for at in [7, 6, Int.max, Int.max - 1] {
      let error = RestoreError.badEdit(rule: "hyphens/soft", at: at, why: beyond)
      expect(error, for: clean, [edit(at: at, "x", "f"), end])
    }
    for at in [-1, Int.min] {
      let error = RestoreError.badEdit(rule: "hyphens/soft", at: at, why: order)
      expect(error, for: clean, [edit(at: at, "x", ""), end])
    }
    let back = RestoreError.badEdit(rule: "hyphens/soft", at: 1, why: order)
    expect(back, for: clean, [edit(at: 2, "x", "c"), edit(at: 1, "x", "b"), end])
    expect(back, for: clean, [edit(at: 0, "x", "abc"), edit(at: 1, "x", "b"), end])
    let other = RestoreError.badEdit(
      rule: "hyphens/soft", at: 1, why: "put in something else than stands there")
    expect(other, for: clean, [edit(at: 1, "x", "c"), end])
    // A character that is canonically equivalent is not the same bytes.
    let accent = Array("\u{E9}\u{301}".utf8)
    expect(
      .badEdit(rule: "hyphens/soft", at: 0, why: "put in something else than stands there"),
      for: accent, [edit(at: 0, "x", "e\u{301}"), trailer(source: accent, output: accent)])
  }

  @Test func refusesACharsetThatDoesNotFit() {
    let clean = Array("a\u{416}".utf8)
    let end = trailer(source: [0x61, 0xC6], output: clean)
    func charset(_ name: String, _ source: Int) -> JournalRecord {
      .charset(name: name, source: source, confidence: 50)
    }
    #expect(throws: Never.self) {
      try Restorer.restore(clean: clean, journal: [charset("windows-1251", 1), end])
    }
    expect(.unknownCharset("klingon"), for: clean, [charset("klingon", 0), end])
    for source in [2, 3, 4, -1, Int.max, Int.min] {
      expect(
        .badCharset(name: "windows-1251", source: source), for: clean,
        [charset("windows-1251", source), end])
    }
    expect(
      .badCharset(name: "windows-1252", source: 0), for: clean, [charset("windows-1252", 0), end])
    expect(
      .foreignSource(length: 4, expected: 2), for: clean, [charset("UTF-16LE", 0), end])
  }

  /// Whatever is changed in a journal, what comes out is the source or an error.
  @Test(arguments: RandomRun.Form.allCases)
  func neverGivesAWrongSource(form: RandomRun.Form) throws {
    var random = SeededGenerator(seed: 99)
    var refused = 0
    for seed in 0..<100 {
      let run = RandomRun(form, seed: UInt64(5000 + seed))
      let records = try JournalReader.read(run.journal(), file: "run.jsonl")
      for _ in 0..<10 {
        do {
          let restored = try Restorer.restore(
            clean: run.clean, journal: tampered(records, &random))
          #expect(restored == run.source)
        } catch {
          refused += 1
        }
      }
    }
    #expect(refused > 500)
  }

  private func tampered(
    _ records: [JournalRecord], _ random: inout SeededGenerator
  ) -> [JournalRecord] {
    var records = records
    let edits = records.indices.filter { if case .edit = records[$0] { true } else { false } }
    guard let i = edits.randomElement(using: &random), case .edit(var edit) = records[i] else {
      return records
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: edit.at = [0, 1, 50, 1 << 40, .max, -1].randomElement(using: &random)!
    case 1: edit.at += Int.random(in: -2...2, using: &random)
    case 2: edit.removed.append(0x61)
    case 3: edit.inserted += "a"
    case 4: edit.stage = StageID.allCases.randomElement(using: &random)!
    default: edit.outcome = .overlaps
    }
    records[i] = .edit(edit)
    if Bool.random(using: &random), let j = edits.randomElement(using: &random) {
      records.swapAt(i, j)
    }
    return records
  }

  private func edit(
    at: Int, _ removed: String, _ inserted: String, outcome: Outcome = .applied
  ) -> JournalRecord {
    .edit(
      RecordedEdit(
        stage: .hyphens, rule: "hyphens/soft", source: 0..<0, at: at, removed: Array(removed.utf8),
        inserted: inserted, confidence: .certain, evidence: "", outcome: outcome))
  }

  private func trailer(source: [UInt8], output: [UInt8]) -> JournalRecord {
    .trailer(
      JournalTrailer(
        records: 1, source: .init(of: source), output: .init(of: output), applied: [:], left: [:]))
  }

  private func expect(_ error: RestoreError, for clean: [UInt8], _ journal: [JournalRecord]) {
    #expect(throws: error) { try Restorer.restore(clean: clean, journal: journal) }
    #expect(!error.description.contains("\n"))
  }
}
