import ArgumentParser
import CommandKit
import Emend

/// Cyrillic to Latin, as a filter.
struct RomaniseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emend romanise",
    abstract: "Spell Cyrillic in Latin letters; everything else passes as it is.",
    usage: """
      emend romanise [<files> ...] --to <scheme> [--from <language>]
             emend romanise [<files> ...] --to-cyrillic [--from <language>]
             emend romanise --list
      """,
    discussion: """
      echo 'Максим Литвинов' | emend romanise --to ala-lc
      emend romanise --to popular notes.txt > notes.latin.txt
      emend romanise --from uk --to bgn kyiv.txt
      echo 'Maksim Litvinov' | emend romanise --to-cyrillic
      echo 'Hrushevsky' | emend romanise --to-cyrillic --from uk
      emend romanise --list

      Each run of Cyrillic letters is spelt by itself; with --to-cyrillic, each
      word of Latin letters in the language of --from (Russian unless given), by
      the scheme of --to or by any. The text must be in UTF-8.
      """,
    version: Version.line)

  @Argument(help: "Files to spell, in order; - is standard input.")
  var files: [String] = ["-"]

  @Option(help: ArgumentHelp("The scheme, by its id or another name of it.", valueName: "scheme"))
  var to: String?

  @Option(
    help: ArgumentHelp("The language of the Cyrillic: ru, uk, be or bg.", valueName: "language"))
  var from: String?

  @Flag(help: "Spell Latin letters in Cyrillic instead.")
  var toCyrillic = false

  @Flag(help: "List the schemes.")
  var list = false

  func run() throws {
    let output = Output()
    if list {
      try writeSchemes(to: output)
      try output.flush()
      return
    }
    let direction = try direction()
    var hasFailed = false
    for file in files {
      do {
        let input = try Input(path: file)
        var run = RomaniseRun(direction: direction, output: output)
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

  private func direction() throws -> RomaniseRun.Direction {
    if toCyrillic {
      if to != nil { return .toCyrillic(Deromanisation(scheme: try scheme())) }
      guard let usual = Deromanisation.usual(language: try language() ?? "rus") else {
        throw Self.noLanguage(from)
      }
      return .toCyrillic(usual)
    }
    return .toLatin(Romanisation(scheme: try scheme()))
  }

  /// ISO 639-3 code of the language of --from.
  private func language() throws(CommandError) -> String? {
    guard let from else { return nil }
    let code = Self.languages[from] ?? from
    guard Romanisation.schemes.contains(where: { $0.language == code }) else {
      throw Self.noLanguage(from)
    }
    return code
  }

  private static func noLanguage(_ from: String?) -> CommandError {
    CommandError("--from \(from ?? ""): no such language; give ru, uk, be or bg")
  }

  private static let languages = ["ru": "rus", "uk": "ukr", "be": "bel", "bg": "bul"]

  private func scheme() throws -> String {
    guard let to else { throw CommandError("--to is missing: see emend romanise --list") }
    let language = try language()
    // `bgn` for Ukrainian is `bgn-ukr`.
    let names = language.map { ["\(to)-\($0)", to] } ?? [to]
    let found = names.compactMap { Romanisation.schemeID(for: $0) }.compactMap { id in
      Romanisation.schemes.first { $0.id == id }
    }
    guard let scheme = found.first(where: { language == nil || $0.language == language }) else {
      let which = from.map { " for \($0)" } ?? ""
      throw CommandError("--to \(to): no such scheme\(which); see emend romanise --list")
    }
    return scheme.id
  }

  private func writeSchemes(to output: Output) throws {
    let width = Romanisation.schemes.map(\.id.count).max() ?? 0
    for scheme in Romanisation.schemes {
      let aliases = scheme.aliases.joined(separator: ", ")
      try output.write("\(scheme.id.padded(to: width))  \(scheme.title) (also: \(aliases))\n")
    }
  }
}
