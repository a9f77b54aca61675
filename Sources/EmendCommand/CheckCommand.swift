import ArgumentParser
import CommandKit
import Emend
import SystemPackage

/// Cleans samples and compares with what is expected.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emend check",
    abstract: "Clean samples and compare with what they must become.",
    discussion: """
      emend check                      all samples below Samples
      emend check Samples/book-envoy   one sample
      emend check --verbose            with the rules that had something to do
      emend check --update             make the outputs of now what is expected
      emend check gold --names off --scores     how good, by stage and level
      emend check --save before.json            keep scores and edits …
      emend check --against before.json         … and see what changed since
      emend check --command 'other-tool -x'     measure another filter

      A sample is a folder with scan.txt, truth.txt (what the page said, one
      paragraph a line) and clean.txt (what emend must make of the scan, byte
      for byte). A file options may hold options of emend, one a line. Texts in
      a folder clean must come out as they are. A pair NAME.raw.txt and
      NAME.gold.txt is measured only.

      A sample fails when its output is not clean.txt, when output and journal
      do not give the scan back, or when cleaning the output changes it again.
      CER and WER count the wrong characters and words against the truth;
      harmed words are right in the scan and wrong in the output.
      Exit status: 0 all pass, 1 a sample fails or is worse than the baseline, 2
      error.
      """,
    version: Version.line)

  @Argument(help: "Folders with samples.")
  var folders: [String] = ["Samples"]

  @Flag(help: "Write clean.txt for each sample whose output is another.")
  var update = false

  @Flag(help: "List the rules with their counts.")
  var verbose = false

  @Flag(
    help: "Show scores by stage and level, error rates with their intervals, edits that are wrong.")
  var scores = false

  @Option(
    name: [.customLong("save"), .customLong("json")],
    help: ArgumentHelp("Write scores and edits as JSON.", valueName: "file"))
  var save: String?

  @Option(
    help: ArgumentHelp("Compare with what --save wrote: new and lost edits.", valueName: "file"))
  var against: String?

  @Option(help: ArgumentHelp("Write the results as JUnit XML.", valueName: "file"))
  var junit: String?

  @Option(
    help: ArgumentHelp(
      "Measure another filter: a shell command that reads the scan and writes the clean text.",
      valueName: "line"))
  var command: String?

  @OptionGroup(title: "Options for samples without a file options") var cleaning: CleaningOptions

  func validate() throws {
    if update, command != nil { throw ValidationError("--update: blesses emend's output only") }
  }

  func run() throws {
    let options = try cleaning.settings(for: []).options()
    let items = try folders.flatMap { try SampleFolder(path: $0, standard: options).items }
    // Read first: the same file may be written at the end.
    let baseline = try against.map { try CheckBaseline(path: $0) }
    let tool = command.map { OtherTool(line: $0) }
    var record = CheckRecord()
    let output = Output()
    var report = SampleReport(
      output: output, isVerbose: verbose, nameWidth: items.map(\.sample.name.count).max() ?? 0)
    for item in items {
      do {
        let result =
          try tool.map { try SampleResult(of: item.sample, output: try $0.run(on: item.sample)) }
          ?? SampleResult(checking: item.sample)
        record.add(result)
        if update, let folder = item.folder, result.output != item.sample.expected {
          let updated = try bless(result, in: folder, output: output)
          try report.add(updated)
        } else {
          try report.add(result)
        }
      } catch let error as EmendError {
        try report.add(failure: error.description, of: item.sample)
        record.add(failure: error.description, of: item.sample)
      }
    }
    try report.writeSummary()
    if scores { try ScoreReport(record: record, output: output).write() }
    let isWorse = try baseline?.compare(with: record, output: output) ?? false
    try output.flush()
    try save.map { try record.write(json: $0) }
    try junit.map { try record.write(junit: $0) }
    if report.hasFailed || isWorse { throw ExitCode(1) }
  }

  /// Writes an output as what is expected from now on, and says what that changes.
  private func bless(
    _ result: SampleResult, in folder: FilePath, output: Output
  ) throws -> SampleResult {
    let sample = result.sample
    let path = folder.appending("clean.txt").string
    let file = try AtomicFile(path: path)
    defer { file.discard() }
    try file.write(result.output)
    try file.commit()
    var line = "\(path): \(sample.expected == nil ? "written" : "updated")"
    if let accuracy = result.accuracy {
      let now = accuracy.characters.after
      if let old = sample.expected, let truth = sample.truth {
        let before = ErrorRate(charactersOf: ComparedText(old), against: ComparedText(truth))
        line += ", CER \(SampleReport.change((before, now)))"
      } else {
        line += ", CER \(now)"
      }
    }
    try output.write(line + "\n")
    return try SampleResult(
      checking: Sample(
        name: sample.name, source: sample.source, truth: sample.truth, expected: result.output,
        options: sample.options))
  }
}
