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

      A sample is a folder with scan.txt, truth.txt (what the page said, one
      paragraph a line) and clean.txt (what emend must make of the scan, byte
      for byte). A file options may hold options of emend, one a line. Texts in
      a folder clean must come out as they are.

      A sample fails when its output is not clean.txt, when output and journal
      do not give the scan back, or when cleaning the output changes it again.
      CER and WER count the wrong characters and words against the truth;
      harmed words are right in the scan and wrong in the output.
      Exit status: 0 all pass, 1 a sample fails, 2 error.
      """,
    version: Version.line)

  @Argument(help: "Folders with samples.")
  var folders: [String] = ["Samples"]

  @Flag(help: "Write clean.txt for each sample whose output is another.")
  var update = false

  @Flag(help: "List the rules with their counts.")
  var verbose = false

  func run() throws {
    let items = try folders.flatMap { try SampleFolder(path: $0).items }
    let output = Output()
    var report = SampleReport(
      output: output, isVerbose: verbose, nameWidth: items.map(\.sample.name.count).max() ?? 0)
    for item in items {
      do {
        let result = try SampleResult(checking: item.sample)
        if update, let folder = item.folder, result.output != item.sample.expected {
          let updated = try bless(result, in: folder, output: output)
          try report.add(updated)
        } else {
          try report.add(result)
        }
      } catch let error as EmendError {
        try report.add(failure: error.description, of: item.sample)
      }
    }
    try report.writeSummary()
    try output.flush()
    if report.hasFailed { throw ExitCode(1) }
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
