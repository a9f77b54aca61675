import ArgumentParser
import CommandKit
import Emend
import Foundation
import SystemPackage

/// Cleans folders of texts.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emend batch",
    abstract: "Clean folders of texts into another folder, with an account of what was done.",
    discussion: """
      emend batch scans --out clean            all texts of a folder, and below
      emend batch scans --out clean            again: only what is new or changed
      emend batch a.txt b.txt --out clean      files
      emend batch scans --out clean --report report.html
      emend batch scans --out clean --exclude 'drafts/' --include '*.ocr'
      emend batch scans --in-place --backup .orig
      emend batch scans --out clean --dry-run  what would be done

      Each clean text has its journal beside it, NAME.emend.jsonl, for "emend
      restore". The folder .emend in the output folder holds the ledger: what
      became of each text. A run that was broken off, in whatever way, goes on
      where it stopped when it is started again.
      From folders the files *.txt, *.text and *.md are taken, also with .gz
      behind it; hidden ones, and what a .gitignore leaves out, are not.
      Exit status: 0 fine, 2 texts failed or the run could not go on (they are
      listed; the others are done), 130 and the like after a signal.
      """,
    version: Version.line)

  @Argument(help: "Folders and files to clean.")
  var inputs: [String]

  @Option(help: ArgumentHelp("Where the clean texts go.", valueName: "folder"))
  var out: String?

  @Flag(help: "Put the clean texts into the places of the inputs; needs --backup.")
  var inPlace = false

  @Option(
    help: ArgumentHelp(
      "Keep each input that is replaced, with this behind its name.", valueName: "ending"))
  var backup: String?

  @OptionGroup var cleaning: CleaningOptions

  @Option(
    help: ArgumentHelp(
      "Take files from folders that match, as in a .gitignore; may be repeated.",
      valueName: "pattern"))
  var include: [String] = []

  @Option(
    help: ArgumentHelp(
      "Leave out files and folders that match, as in a .gitignore; may be repeated.",
      valueName: "pattern"))
  var exclude: [String] = []

  @Flag(help: "Take also what a .gitignore leaves out.")
  var noGitignore = false

  @Flag(help: "Compress the journals.")
  var compress = false

  @Flag(help: "Take files *.jsonl, too: a document a line, its text in a field.")
  var jsonl = false

  @Option(help: ArgumentHelp("The field with the text, for --jsonl.", valueName: "name"))
  var field = "text"

  @Option(
    help: ArgumentHelp(
      "Write a report when all is done: a file .html, .json or .md; may be repeated.",
      valueName: "file"))
  var report: [String] = []

  @Flag(help: "Replace files of the output folder that emend did not write.")
  var overwrite = false

  @Flag(help: "Compare the content of inputs with the last run, not only length and times.")
  var verify = false

  @Flag(help: "Say what would be done, and do nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp("Clean this many texts at once; all cores unless given.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if inPlace {
      if out != nil { throw ValidationError("--in-place and --out exclude each other; give one") }
      if (backup ?? "").isEmpty || backup?.contains("/") == true {
        throw ValidationError("--in-place: give --backup with an ending, such as .orig")
      }
      if inputs.count > 1 { throw ValidationError("--in-place: give one folder") }
    } else {
      if out == nil { throw ValidationError("where to? give --out with a folder") }
      if backup != nil { throw ValidationError("--backup: belongs to --in-place") }
    }
    for file in report { try ReportCommand.check(file) }
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): give 1 or more") }
  }

  /// The patterns of what is taken from folders.
  private static let texts = ["*.txt", "*.text", "*.md"].flatMap { [$0, $0 + ".gz"] }

  func run() throws {
    let settings = try settings()
    let finder = try find(settings)
    if dryRun { return try BatchPlan(settings, finder).write() }
    try makeState(settings)
    let lock = try FolderLock(in: settings.state, of: settings.output)
    defer { withExtendedLifetime(lock) {} }
    try emptyPartials(settings)
    StopSignal.watch()
    let ledger = try Ledger(at: settings.state.appending(Ledger.name))
    let jobs = try BatchPlan.jobs(finder, known: ledger.documents(), settings)
    let start = ContinuousClock.now
    let id = try ledger.begin(
      RunRecord(
        started: Int(Date().timeIntervalSince1970), version: Version.current,
        arguments: cleaning.arguments.joined(separator: " "), settings: settings.fingerprint))
    let threads = min(self.jobs ?? ProcessInfo.processInfo.activeProcessorCount, max(1, jobs.count))
    let outcome = BatchRun(settings: settings, ledger: ledger, jobs: jobs, threads: threads)
      .start(id)
    // A ledger on a full disk keeps what it has.
    try? ledger.end(id, outcome: outcome.end ?? "done")
    ledger.close()
    if !report.isEmpty {
      let data = try ReportData(folder: settings.output, limit: 20_000)
      for file in report { try ReportCommand.write(data, to: file) }
    }
    let summary = BatchSummary(
      outcome: outcome, finder: finder, files: jobs.count,
      seconds: (ContinuousClock.now - start) / .seconds(1))
    try summary.write()
    if let code = summary.exitCode { throw ExitCode(code) }
  }

  private func settings() throws -> BatchSettings {
    let arguments = cleaning.arguments + (jsonl ? ["--jsonl", "--field", field] : [])
    return BatchSettings(
      cleaner: Cleaner(options: try cleaning.options()), arguments: arguments,
      fingerprint: try BatchSettings.fingerprint(
        arguments: arguments, files: cleaning.dataFiles, compressed: compress),
      output: FilePath(out ?? inputs.first ?? "."), backup: backup, field: jsonl ? field : nil,
      isJournalCompressed: compress, overwrites: overwrite, verifies: verify)
  }

  private func find(_ settings: BatchSettings) throws -> FileFinder {
    let output = FileIdentity(at: settings.output)
    if let output, !output.isFolder {
      throw CommandError("\(settings.output): is no folder; give --out with one")
    }
    if inPlace, output == nil {
      throw CommandError("\(settings.output): is no folder; --in-place takes one")
    }
    var finder = FileFinder(
      include: include.isEmpty ? Self.texts + (jsonl ? ["*.jsonl", "*.jsonl.gz"] : []) : include,
      exclude: exclude + (backup.map { ["*\($0)"] } ?? []),
      usesIgnoreFiles: !noGitignore, output: inPlace ? nil : output)
    for input in inputs {
      let path = FilePath(input)
      if !inPlace, let output, FileIdentity(at: path)?.isSamePlace(as: output) == true {
        throw CommandError("\(input): is also --out; give another folder, or --in-place")
      }
      finder.add(path)
    }
    guard !finder.found.isEmpty || !finder.problems.isEmpty else {
      throw CommandError(
        "\(inputs.joined(separator: ", ")): no texts there\(BatchSummary.passed(finder))")
    }
    return finder
  }

  private func makeState(_ settings: BatchSettings) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: settings.partial.string, withIntermediateDirectories: true)
    } catch {
      let reason = (error as NSError).userInfo[NSUnderlyingErrorKey] ?? error.localizedDescription
      throw CommandError("\(settings.output): cannot make the folder: \(reason)")
    }
  }

  /// Takes away what a run left that was killed.
  private func emptyPartials(_ settings: BatchSettings) throws {
    let folder = settings.partial.string
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }
}
