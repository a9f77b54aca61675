import ArgumentParser
import CommandKit
import Emend

/// The concordance of names.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emend names",
    abstract: "List the transliterated names of texts, each with its forms and their places.",
    usage: """
      emend names [<files> ...] [--as <format>] [--authority <file>]
             emend names [<files> ...] --write-authority <file>
      """,
    discussion: """
      emend names thesis.txt
      emend names --as tsv chapters/*.txt > names.tsv
      emend names --write-authority own.tsv thesis.txt
      emend --authority own.tsv thesis.txt > clean.txt

      A name is one of the authority file, or a word with a Russian ending that
      the lexicon does not have; forms that stand for one Cyrillic form are one
      name. The files are not changed.
      """,
    version: Version.line)

  @Argument(help: "Files to read; - is standard input.")
  var files: [String] = ["-"]

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("What to write: table, tsv or json.", valueName: "format"))
  var format = "table"

  @Option(
    help: ArgumentHelp("Use this authority file besides the standard one.", valueName: "file"))
  var authority: String?

  @Option(
    help: ArgumentHelp(
      "Write the names as an authority file to edit, instead of the list.", valueName: "file"))
  var writeAuthority: String?

  func run() throws {
    guard let format = NameReport.Format(rawValue: format) else {
      throw CommandError("--as \(format): no such format; give table, tsv or json")
    }
    let file = try authority.map { try AuthorityFile(path: $0) }
    let concordance = try NameSurvey(authority: file).read(files)
    if let writeAuthority {
      let table = AuthorityTable(names: concordance.names())
      let written = try AtomicFile(path: writeAuthority)
      try written.write(Array(table.text.utf8))
      try written.commit()
      return
    }
    let output = Output()
    try output.write(NameReport(names: concordance.names(), format: format).text)
    try output.flush()
  }
}
