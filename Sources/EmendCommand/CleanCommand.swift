import ArgumentParser
import Emend

/// The filter.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Clean texts (the default command).")

  @Argument(help: "Files to clean, in order; - is standard input.")
  var files: [String] = ["-"]

  @OptionGroup var cleaning: CleaningOptions

  @Option(help: ArgumentHelp("Write what was done, edit by edit, as JSON Lines; restore reads it.", valueName: "file"))
  var journal: String?

  @Flag(help: "Write edits that were not applied into the journal, too.")
  var journalAll = false

  @Flag(help: "Print a unified diff instead of the clean text.")
  var diff = false

  @Flag(help: "Print nothing; exit with 1 if something would change.")
  var check = false

  @Flag(help: "Say why, edit by edit, on standard error.")
  var explain = false

  func validate() throws {
    if diff && check { throw ValidationError("--diff and --check exclude each other") }
    if journal != nil, files.count > 1 {
      throw ValidationError("--journal takes one file at a time; a journal belongs to one text")
    }
  }

  func run() throws {
    let cleaner = Cleaner(options: try cleaning.options())
    let output = Output()
    var isChanged = false
    for file in files {
      let run = CleanRun(command: self, cleaner: cleaner, output: output)
      if try run.clean(file) { isChanged = true }
    }
    try output.flush()
    if isChanged, check { throw ExitCode(1) }
  }
}
