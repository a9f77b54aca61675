import ArgumentParser
import CommandKit
import Emend

/// Cyrillic to Latin, as a filter.
struct RomaniseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emend romanise",
    abstract: "Spell Cyrillic in Latin letters; everything else passes as it is.",
    discussion: """
      echo 'Максим Литвинов' | emend romanise --to ala-lc
      emend romanise --to popular notes.txt > notes.latin.txt
      emend romanise --list

      Each run of Cyrillic letters is spelt by itself. The text must be in UTF-8.
      """,
    version: Version.line)

  @Argument(help: "Files to spell, in order; - is standard input.")
  var files: [String] = ["-"]

  @Option(help: ArgumentHelp("The scheme, by its id or another name of it.", valueName: "scheme"))
  var to: String?

  @Flag(help: "List the schemes.")
  var list = false

  func run() throws {
    let output = Output()
    if list {
      try writeSchemes(to: output)
      try output.flush()
      return
    }
    let romanisation = Romanisation(scheme: try scheme())
    var hasFailed = false
    for file in files {
      do {
        let input = try Input(path: file)
        var run = RomaniseRun(romanisation: romanisation, output: output)
        try input.forEachChunk { try run.feed($0) }
        try run.finish()
      } catch let error as CommandError where !error.endsRun {
        StandardError.report(error)
        hasFailed = true
      }
    }
    try output.flush()
    if hasFailed { throw ExitCode(2) }
  }

  private func scheme() throws -> String {
    let known = "the schemes are \(Romanisation.schemes.map(\.id).joined(separator: ", "))"
    guard let to else { throw CommandError("--to is missing: \(known)") }
    guard let scheme = Romanisation.schemeID(for: to) else {
      throw CommandError("--to \(to): no such scheme; \(known)")
    }
    return scheme
  }

  private func writeSchemes(to output: Output) throws {
    let width = Romanisation.schemes.map(\.id.count).max() ?? 0
    for scheme in Romanisation.schemes {
      let aliases = scheme.aliases.joined(separator: ", ")
      try output.write("\(scheme.id.padded(to: width))  \(scheme.title) (also: \(aliases))\n")
    }
  }
}
