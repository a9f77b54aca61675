import CommandKit

@testable import Emend

/// Decisions of strangers: read or refused; a text that is cleaned by them is valid and comes back.
///
/// A form feed stands between the decisions and the text.
func fuzzDecisions(_ input: [UInt8]) {
  let parts = input.split(separator: UInt8.formFeed, maxSplits: 1, omittingEmptySubsequences: false)
  guard let decisions = try? DecisionsReader.read(Array(parts[0]), file: "decisions") else {
    return
  }
  var options = Cleaner.Options()
  options.policy.decisions = decisions
  let text = String(decoding: parts.count > 1 ? parts[1] : [], as: UTF8.self)
  guard let result = try? Cleaner(options: options).clean(text) else { return }
  require(Array(result.text.utf8).isValidUTF8, "the output is no UTF-8")
  let records = result.entries.map { JournalRecord.edit(RecordedEdit($0)) }
  let trailer = JournalTrailer(
    records: records.count + 1, source: .init(of: Array(text.utf8)),
    output: .init(of: Array(result.text.utf8)), applied: [:], left: [:])
  let restored = try? Restorer.restore(
    clean: Array(result.text.utf8), journal: records + [.trailer(trailer)])
  require(restored == Array(text.utf8), "what is restored is not the source")
}

/// An `emend.toml`: read or refused with a place that is in the file.
func fuzzConfiguration(_ input: [UInt8]) {
  do {
    _ = try ConfigurationFile(input, path: "emend.toml")
  } catch {
    let message = "\(error)"
    require(message.contains("emend.toml"), "the message names no file: \(message)")
  }
}
