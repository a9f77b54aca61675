import ArgumentParser
import CommandKit
import Emend
import SystemPackage

/// The filter.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emend",
    abstract: "Turn OCR output back into what the printed page said.",
    discussion: """
      emend < scan.txt > clean.txt             clean a text
      emend --diff scan.txt                    show what would change
      emend --explain scan.txt > clean.txt     say why, edit by edit
      emend --journal j.jsonl scan.txt > clean.txt
      emend restore clean.txt j.jsonl          get the scan back, byte for byte
      emend --at-least likely scan.txt         apply edits that are less sure, too
      emend --skip names,furniture scan.txt    leave names and page heads alone
      emend --names ala-lc scan.txt            spell Russian names as libraries do
      emend --check *.txt && echo all clean
      emend --jsonl --field body < in.jsonl > out.jsonl

      Files never change: the result goes to standard output, messages to
      standard error.
      Exit status: 0 fine, 1 --check found something to change, 2 error.

      Other commands; "emend help COMMAND" explains each:
      emend restore CLEAN JOURNAL              write the source back
      emend batch FOLDER --out FOLDER          clean folders of texts
      emend report FOLDER                      tell what a batch did
      emend explain FILE:LINE[:COLUMN]         tell what is done at a place, and why
      emend check FOLDER…                      clean samples, compare with truth
      emend review FILE > review.html          accept or refuse edits one by one
      emend config show                        show the settings, and their origin
      emend rules [PREFIX]                     list the rules
      emend romanise --to SCHEME               spell Cyrillic in Latin letters
      emend names FILE…                        list names and their spellings
      A file that has the name of a command is given as ./check.
      """,
    version: Version.line)

  @Argument(help: "Files to clean, in order; - is standard input.")
  var files: [String] = ["-"]

  @OptionGroup var cleaning: CleaningOptions

  @Option(
    help: ArgumentHelp(
      "Write what was done, edit by edit, as JSON Lines; restore reads it.", valueName: "file"))
  var journal: String?

  @Flag(
    help: "Let the journal, or --explain, tell also of edits that were not applied.")
  var journalAll = false

  @Flag(help: "Print a unified diff instead of the clean text.")
  var diff = false

  @Flag(help: "Print nothing; exit with 1 if something would change.")
  var check = false

  @Flag(help: "Say why, edit by edit, with line and column of the source, on standard error.")
  var explain = false

  @Flag(help: "Read and write JSON Lines: a document a line, its text in a field.")
  var jsonl = false

  @Option(help: ArgumentHelp("The field with the text, for --jsonl.", valueName: "name"))
  var field = "text"

  func validate() throws {
    if jsonl, diff || explain || journal != nil {
      throw ValidationError("--jsonl: goes without --diff, --explain and --journal")
    }
    if diff, check { throw ValidationError("--diff and --check exclude each other; give one") }
    if journal != nil, files.count > 1 {
      throw ValidationError("--journal: a journal belongs to one text; give one file at a time")
    }
    if journalAll, journal == nil, !explain {
      throw ValidationError("--journal-all: has nothing to tell it to; add --journal or --explain")
    }
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("-: standard input can be read once; give - once")
    }
  }

  func run() throws {
    let output = Output()
    let settings = try cleaning.settings(for: files)
    let tasks = CleanTasks(
      journal: journal, journalAll: journalAll, diff: diff, check: check, explain: explain,
      arguments: settings.arguments)
    let cleaner = Cleaner(options: try settings.options(files: files))
    let run = CleanRun(tasks: tasks, cleaner: cleaner, output: output)
    let lines = JSONLinesRun(
      lines: JSONLines(cleaner: cleaner, field: field), output: output, isCheck: check)
    var isChanged = false
    var hasFailed = false
    for file in files {
      do {
        if try jsonl ? lines.clean(file) : run.clean(file) { isChanged = true }
      } catch let error as CommandError where !error.endsRun {
        // As cat does: the other files are still wanted.
        StandardError.report(error)
        hasFailed = true
      }
    }
    try output.flush()
    if hasFailed { throw ExitCode(2) }
    if isChanged, check { throw ExitCode(1) }
  }
}
