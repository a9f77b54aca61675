import CommandKit
import Emend
import SystemPackage

/// What a run is asked to do with each text.
struct BatchSettings: Sendable {
  var cleaner: Cleaner
  /// The arguments that shape the result, for the journals.
  var arguments: [String]
  /// The hash of all that the result depends on besides the text.
  var fingerprint: String
  /// What the collection makes of the names of each text, with `--names corpus`: a hash by the text's name.
  var corpus: [FilePath: String] = [:]
  /// Where clean texts, journals and the ledger go.
  var output: FilePath
  /// The ending of the copy that is kept of an input which is replaced; `nil` where inputs stay.
  var backup: String?
  /// The field with the text, where files .jsonl hold a document a line.
  var field: String?
  var extraction = TextExtractor.Options()
  var isJournalCompressed = false
  /// Whether the journals list edits that were not applied.
  var listsAll = true
  /// Whether outputs that the program did not write are replaced.
  var overwrites = false
  /// Whether the content of each input is compared, not only its length and times.
  var verifies = false

  /// The folder in the output folder for what is no text: the ledger, the lock, unfinished files.
  var state: FilePath { output.appending(".emend") }
  var partial: FilePath { state.appending("partial") }

  /// The hash of all that the result of a text depends on.
  func fingerprint(of job: BatchJob) -> String {
    corpus[job.name].map { "\(fingerprint) \($0)" } ?? fingerprint
  }

  /// The fingerprint of a program, its options and the files that they name.
  /// - Parameter files: what is read besides the texts.
  static func fingerprint(
    arguments: [String], files: [String], compressed: Bool
  ) throws -> String {
    var hash = SHA256()
    // The program holds rules, dictionaries and code: whatever changed in them shows here.
    try Input(path: "/proc/self/exe").forEachStoredChunk { hash.update($0) }
    for argument in arguments { hash.update(Array(argument.utf8) + [0]) }
    for file in files {
      var content = SHA256()
      try Input(path: file).forEachChunk { content.update($0) }
      hash.update(Array(content.finishHex().utf8))
    }
    hash.update([compressed ? 1 : 0])
    return hash.finishHex()
  }
}
