import ArgumentParser
import Emend

/// The options that shape the result; the same for every command that cleans.
package struct CleaningOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Run only these stages: bytes, furniture, hyphens, characters, names.", valueName: "a,b"))
  package var stages: String?

  @Option(help: ArgumentHelp("Leave these stages out.", valueName: "a,b"))
  package var skip: String?

  @Option(
    help: ArgumentHelp(
      "Apply only these rules, by id or prefix (hyphens/lost, characters); see emend rules.",
      valueName: "rule,…"))
  package var select: String?

  @Option(help: ArgumentHelp("Leave these rules out, by id or prefix.", valueName: "rule,…"))
  package var ignore: String?

  @Option(
    help: ArgumentHelp(
      "Apply edits that are at least this sure: certain, likely, doubtful.", valueName: "level"))
  package var atLeast = "certain"

  @Option(
    help: ArgumentHelp(
      "Take running heads, folios and download sheets out, mark them, or keep them: drop, mark, keep.",
      valueName: "how"))
  package var furniture = "drop"

  @Option(
    help: ArgumentHelp(
      "Keep the lines, or give each paragraph one line: keep, reflow.", valueName: "how"))
  package var lines = "keep"

  @Option(
    help: ArgumentHelp(
      """
      Spell names by the authority file, as the document or all files mostly do, by a \
      scheme (ala-lc, popular, …), in Cyrillic, or leave them: authority, document, \
      corpus, SCHEME, cyrillic, off.
      """,
      valueName: "how"))
  package var names = "authority"

  @Option(
    help: ArgumentHelp(
      "Where a variant of a name is changed: text, quotations, titles.", valueName: "a,b"))
  package var namesIn = "text"

  @Option(
    help: ArgumentHelp(
      """
      Leave names, and put the normal form behind them in brackets, or into the journal \
      alone: text, journal.
      """,
      valueName: "where"))
  package var namesAnnotate: String?

  @Option(
    help: ArgumentHelp(
      "An authority file of your own, which wins over the standard one; see emend names.",
      valueName: "file"))
  package var authority: String?

  @Option(
    help: ArgumentHelp(
      "A compiled lexicon in place of the program's own; its checksum is verified.",
      valueName: "file"))
  package var lexicon: String?

  package init() {}

  /// The options as the library takes them.
  /// - Parameter files: what `--names corpus` reads beforehand.
  /// - Throws: `CommandError` that names the value and what it may be.
  package func options(files: [String] = []) throws -> Cleaner.Options {
    var options = Cleaner.Options()
    if let stages { options.stages = try Self.stageSet(stages, option: "--stages") }
    if let skip { options.stages.subtract(try Self.stageSet(skip, option: "--skip")) }
    guard let minimum = Confidence(name: atLeast) else {
      throw CommandError("--at-least \(atLeast): no such level; give certain, likely or doubtful")
    }
    options.policy = Policy(
      minimum: minimum, select: try Self.rules(select, option: "--select"),
      ignore: try Self.rules(ignore, option: "--ignore"))
    guard let furniture = FurnitureStyle(rawValue: furniture) else {
      throw CommandError("--furniture \(furniture): no such style; give drop, mark or keep")
    }
    options.furniture = furniture
    guard let lines = LineStyle(rawValue: lines) else {
      throw CommandError("--lines \(lines): no such style; give keep or reflow")
    }
    options.lines = lines
    // Reflowing is asked for by itself; a choice of stages does not take it back.
    if lines == .reflow { options.stages.insert(.lines) }
    if let lexicon { options.lexicon = try Lexicon(path: lexicon) }
    options.names = NameOptions(places: try places())
    options.names.authority = try authority.map { try AuthorityFile(path: $0) }
    options.names.spelling = try spelling(files: files, authority: options.names.authority)
    options.names.manner = try manner()
    return options
  }

  /// The arguments that differ from what is done without any, for the journal.
  package var arguments: [String] {
    let given: [(String, String?)] = [
      ("--stages", stages), ("--skip", skip), ("--select", select), ("--ignore", ignore),
      ("--at-least", atLeast == "certain" ? nil : atLeast),
      ("--furniture", furniture == "drop" ? nil : furniture),
      ("--lines", lines == "keep" ? nil : lines),
      ("--names", names == "authority" ? nil : names),
      ("--names-in", namesIn == "text" ? nil : namesIn), ("--names-annotate", namesAnnotate),
      ("--authority", authority), ("--lexicon", lexicon),
    ]
    return given.flatMap { name, value in value.map { [name, $0] } ?? [] }
  }

  /// The files that the options read: what is in them shapes the result, too.
  package var dataFiles: [String] { [authority, lexicon].compactMap { $0 } }

  private func places() throws(CommandError) -> Set<NameOptions.Place> {
    var places: Set<NameOptions.Place> = []
    for name in namesIn.split(separator: ",") {
      guard let place = NameOptions.Place(rawValue: String(name)) else {
        throw CommandError("--names-in \(name): no such place; give text, quotations or titles")
      }
      places.insert(place)
    }
    return places
  }

  private func manner() throws(CommandError) -> NameOptions.Manner {
    guard let namesAnnotate else { return .replace }
    switch namesAnnotate {
    case "text": return .annotate
    case "journal": return .report
    default:
      throw CommandError("--names-annotate \(namesAnnotate): no such place; give text or journal")
    }
  }

  private static func stageSet(
    _ list: String, option: String
  ) throws(CommandError) -> Set<StageID> {
    let known = StageID.allCases.filter { $0 != .lines }
    var stages: Set<StageID> = []
    for name in list.split(separator: ",") {
      guard let stage = known.first(where: { $0.rawValue == name }) else {
        let names = known.map(\.rawValue).joined(separator: ", ")
        throw CommandError("\(option) \(name): no such stage; there are \(names)")
      }
      stages.insert(stage)
    }
    return stages
  }

  private static func rules(
    _ list: String?, option: String
  ) throws(CommandError) -> [String] {
    let selectors = (list ?? "").split(separator: ",").map { String($0) }
    for selector in selectors
    where !RuleCatalogue.standard.rules.contains(where: { $0.id.name.hasPrefix(selector) }) {
      throw CommandError("\(option) \(selector): no rule starts so; see emend rules")
    }
    return selectors
  }

  private func spelling(
    files: [String], authority: AuthorityFile?
  ) throws -> NameOptions.Spelling {
    switch names {
    case "authority": return .authority
    case "document": return .document
    case "cyrillic": return .cyrillic
    case "off": return .off
    case "corpus":
      guard !files.isEmpty, !files.contains("-") else {
        throw CommandError("--names corpus: reads all texts twice; give files")
      }
      return .corpus(try NameSurvey(authority: authority).read(files).counts)
    default:
      guard let scheme = Romanisation.schemeID(for: names) else {
        throw CommandError(
          "--names \(names): no such spelling; give authority, document, corpus, cyrillic, off or a"
            + " scheme of emend romanise --list")
      }
      return .scheme(scheme)
    }
  }
}
