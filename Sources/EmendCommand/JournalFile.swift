import CommandKit
import Emend

/// A journal on its way into a file.
final class JournalFile {
  private let file: AtomicFile
  private var writer: JournalWriter<CommandError>

  /// - Parameters:
  ///   - options: the arguments of the command that shape the result.
  ///   - all: whether edits that were not applied are listed too.
  init(path: String, options: [String], all: Bool) throws(CommandError) {
    let file = try AtomicFile(path: path)
    self.file = file
    writer = JournalWriter(all: all) { (bytes) throws(CommandError) in try file.write(bytes) }
    try writer.begin(JournalHeader(version: Version.current, options: options))
  }

  func source(_ bytes: ArraySlice<UInt8>) { writer.sourceBytes(bytes) }

  func output(_ bytes: ArraySlice<UInt8>) { writer.outputBytes(bytes) }

  func add(_ event: CleaningEvent) throws(CommandError) {
    try writer.record(event)
  }

  /// Ends the journal and puts it into its place.
  func commit() throws(CommandError) {
    try writer.finish()
    try file.commit()
  }

  /// Leaves nothing behind, unless the journal is complete.
  func discard() { file.discard() }
}
