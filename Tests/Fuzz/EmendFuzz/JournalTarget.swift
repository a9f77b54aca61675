@testable import Emend

/// Journals of strangers: read or refused, written again the same, and restored only to what their
/// hashes say.
///
/// The first two bytes are the length of the clean text, which the journal follows.
func fuzzJournal(_ input: [UInt8]) {
  var bytes = input
  let length = min(bytes.takeChoice() << 8 | bytes.takeChoice(), bytes.count)
  let clean = Array(bytes[..<length])
  guard
    let records = try? JournalReader.read(Array(bytes[length...]), file: "journal", lineLimit: 4096)
  else { return }
  let written = write(records)
  let again = try? JournalReader.read(written, file: "again")
  require(again.map(write) == written, "reads otherwise again")
  restore(clean, records)
  // Hashes are not guessed: with those of the text the edits are undone as well.
  guard case .trailer(let trailer)? = records.last else { return }
  let source = JournalTrailer.Digest(length: trailer.source.length, sha256: trailer.source.sha256)
  let fitting = JournalTrailer(
    records: trailer.records, source: source, output: .init(of: clean), applied: trailer.applied,
    left: trailer.left)
  restore(clean, records.dropLast() + [.trailer(fitting)])
}

private func write(_ records: [JournalRecord]) -> [UInt8] {
  var json = JSONWriter()
  for record in records { record.write(to: &json) }
  return json.bytes
}

private func restore(_ clean: [UInt8], _ records: [JournalRecord]) {
  guard let source = try? Restorer.restore(clean: clean, journal: records),
    case .trailer(let trailer)? = records.last
  else { return }
  require(JournalTrailer.Digest(of: source) == trailer.source, "restores something else")
}
