import EmendTestSupport
import Testing

@testable import Emend

@Suite struct GeneratedDocumentTests {
  private static let tally = PrecisionTally(GeneratedCorpus.cases)

  /// What is certain is right: measured over all edits that were applied to the corpus.
  @Test func certainEditsAreRight() {
    let tally = Self.tally
    print(tally.table)
    #expect(tally.sum("").total >= 20_000)
    #expect(tally.sum("hyphens/").share >= 0.99, "\(tally.sample("hyphens/"))")
    #expect(tally.sum("").share >= 0.98, "\(tally.sample(""))")
  }

  @Test func everyRuleIsRight() {
    for (rule, row) in Self.tally.rows where row.total >= 20 {
      #expect(row.share >= 0.98, "\(rule): \(Self.tally.sample(rule))")
    }
  }

  /// Documents that change once more, and why.
  @Test func cleaningTwiceChangesNothing() throws {
    var failing: [String: [UInt64]] = [:]
    for done in GeneratedCorpus.cases.prefix(210) {
      let again = try CleaningRun(done.output, by: GeneratedCorpus.cleaner)
      guard again.output != done.output else { continue }
      for rule in Set(again.applied.map(\.rule.name)) {
        failing[rule, default: []].append(done.document.seed)
      }
    }
    #expect(failing == [:])
  }

  @Test func outputAndJournalRestoreTheInput() throws {
    #expect(GeneratedCorpus.cases.count == GeneratedCorpus.size)
    for done in GeneratedCorpus.cases {
      let edits = done.entries.map { JournalRecord.edit(RecordedEdit($0)) }
      let trailer = JournalTrailer(
        records: edits.count + 1, source: .init(of: done.document.bytes),
        output: .init(of: done.output), applied: [:], left: [:])
      let restored = try Restorer.restore(clean: done.output, journal: edits + [.trailer(trailer)])
      #expect(restored == done.document.bytes, "seed \(done.document.seed)")
      #expect(done.output != done.document.bytes)
    }
  }

  /// Most of the damage is undone, or the precision would say nothing.
  @Test(arguments: [
    (DamageKind.softHyphen, 0.97), (.hardHyphen, 0.75), (.lostHyphen, 0.25), (.runningHead, 0.5),
    (.folio, 0.7), (.quote, 0.75), (.spaceBeforeStop, 0.95), (.confusion, 0.5), (.speck, 0.5),
  ])
  func undoesMostOfTheDamage(kind: DamageKind, least: Double) {
    var known = 0
    var undone = 0
    for done in GeneratedCorpus.cases {
      for edit in done.document.edits where edit.kind == kind {
        known += 1
        if done.applied.contains(where: { $0.source.overlaps(edit.hull) || $0.source == edit.hull })
        {
          undone += 1
        }
      }
    }
    let share = Double(undone) / Double(max(1, known))
    #expect(known > 50)
    #expect(share >= least)
  }
}
