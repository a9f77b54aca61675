import ArgumentParser
import CommandKit
import Emend

/// The way back: from the clean text and the journal to the source.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emend restore",
    abstract: "Write the source of a clean text back, byte for byte.",
    discussion: """
      emend --journal j.jsonl scan.txt > clean.txt
      emend restore clean.txt j.jsonl | cmp - scan.txt

      The text and the journal must be of the same run, and unchanged: their
      hashes are checked before anything is written.
      """,
    version: Version.line)

  @Argument(help: "The text as emend wrote it; - is standard input.")
  var clean: String

  @Argument(help: "The journal of the same run; - is standard input.")
  var journal: String

  func validate() throws {
    if clean == "-", journal == "-" {
      throw ValidationError("-: standard input can be read once; give a file for one of the two")
    }
  }

  func run() throws {
    let journalInput = try Input(path: journal)
    let cleanInput = try Input(path: clean)
    let source: [UInt8]
    do {
      let records = try JournalReader.read(
        try journalInput.readAll(), file: journalInput.name)
      source = try Restorer.restore(clean: try cleanInput.readAll(), journal: records)
    } catch let error as JournalError {
      throw CommandError(error.description)
    } catch let error as RestoreError {
      throw CommandError("\(cleanInput.name), \(journalInput.name): \(error)")
    }
    let output = Output()
    try output.write(source[...])
    try output.flush()
  }
}
