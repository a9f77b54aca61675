import ArgumentParser
import CommandKit
import Emend
import SystemPackage

/// Tells what became of the texts of an output folder.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emend report",
    abstract: "Write a report on an output folder of emend batch.",
    discussion: """
      emend report clean > report.md            a summary
      emend report clean report.html            all, as a page for a browser
      emend report clean report.json            all, for other programs

      The ending of the file says what it becomes: .html, .json or .md. The page
      is one file that needs no network: totals by stage and rule, the texts
      with the fewest known words first, the edits in their context, the names.
      """,
    version: Version.line)

  @Argument(help: "An output folder of emend batch.")
  var folder: String

  @Argument(help: "Files to write; without one a summary goes to standard output.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp("Show this many edits at most, those of the worst texts.", valueName: "n"))
  var edits = 20_000

  func validate() throws {
    for file in files { try Self.check(file) }
  }

  func run() throws {
    let data = try ReportData(folder: FilePath(folder), limit: edits)
    guard !files.isEmpty else {
      let output = Output()
      try output.write(MarkdownReport(data: data).text)
      return try output.flush()
    }
    for file in files { try Self.write(data, to: file) }
  }

  static func check(_ file: String) throws {
    guard [".html", ".json", ".md"].contains(where: { file.hasSuffix($0) }) else {
      throw ValidationError("\(file): a report ends in .html, .json or .md")
    }
  }

  /// Writes a report in the form that the name's ending asks for.
  static func write(_ data: ReportData, to path: String) throws {
    let bytes: [UInt8] =
      path.hasSuffix(".html")
      ? Array(HTMLReport(data: data).text.utf8)
      : path.hasSuffix(".json")
        ? JSONReport(data: data).bytes : Array(MarkdownReport(data: data).text.utf8)
    let file = try AtomicFile(path: path)
    defer { file.discard() }
    try file.write(bytes)
    try file.commit()
  }
}
