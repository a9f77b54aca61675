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
      "Keep the lines, or give each paragraph one line: keep, reflow.", valueName: "how"))
  package var lines = "keep"

  @Option(
    help: ArgumentHelp(
      """
      Spell names by the authority file, as the document mostly does, by a scheme \
      (ala-lc, popular, …), or leave them: authority, document, SCHEME, off.
      """,
      valueName: "how"))
  package var names = "authority"

  @Option(
    help: ArgumentHelp(
      "Where a variant of a name is changed: text, quotations, titles.", valueName: "a,b"))
  package var namesIn = "text"

  package init() {}

  /// The options as the library takes them.
  /// - Throws: `CommandError` that names the value and what it may be.
  package func options() throws(CommandError) -> Cleaner.Options {
    var options = Cleaner.Options()
    if let stages { options.stages = try Self.stageSet(stages, option: "--stages") }
    if let skip { options.stages.subtract(try Self.stageSet(skip, option: "--skip")) }
    guard let minimum = Confidence(name: atLeast) else {
      throw CommandError("--at-least \(atLeast): no such level; give certain, likely or doubtful")
    }
    options.policy = Policy(
      minimum: minimum, select: try Self.rules(select, option: "--select"),
      ignore: try Self.rules(ignore, option: "--ignore"))
    guard let lines = LineStyle(rawValue: lines) else {
      throw CommandError("--lines \(lines): no such style; give keep or reflow")
    }
    options.lines = lines
    // Reflowing is asked for by itself; a choice of stages does not take it back.
    if lines == .reflow { options.stages.insert(.lines) }
    options.names = NameOptions(spelling: try Self.spelling(names), places: try places())
    return options
  }

  /// The arguments that differ from what is done without any, for the journal.
  package var arguments: [String] {
    let given: [(String, String?)] = [
      ("--stages", stages), ("--skip", skip), ("--select", select), ("--ignore", ignore),
      ("--at-least", atLeast == "certain" ? nil : atLeast),
      ("--lines", lines == "keep" ? nil : lines),
      ("--names", names == "authority" ? nil : names),
      ("--names-in", namesIn == "text" ? nil : namesIn),
    ]
    return given.flatMap { name, value in value.map { [name, $0] } ?? [] }
  }

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

  private static func spelling(_ name: String) throws(CommandError) -> NameOptions.Spelling {
    switch name {
    case "authority": return .authority
    case "document": return .document
    case "off": return .off
    default:
      guard let scheme = Romanisation.schemeID(for: name) else {
        let known = Romanisation.schemes.map(\.id).joined(separator: ", ")
        throw CommandError(
          "--names \(name): no such spelling; give authority, document, off or a scheme: \(known)")
      }
      return .scheme(scheme)
    }
  }
}
