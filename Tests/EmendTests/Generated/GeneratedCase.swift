import Emend
import EmendTestSupport

/// A generated document and what became of it.
struct GeneratedCase: Sendable {
  let document: DamagedDocument
  let entries: [JournalEntry]
  let output: [UInt8]

  var applied: [JournalEntry] { entries.filter(\.isApplied) }
}
