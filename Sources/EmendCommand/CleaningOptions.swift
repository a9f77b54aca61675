import ArgumentParser
import Emend

/// The options that shape the result; the same for every command that cleans.
struct CleaningOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Run only these stages: bytes, furniture, hyphens, characters, names.", valueName: "a,b"))
  var stages: String?

  @Option(help: ArgumentHelp("Leave these stages out.", valueName: "a,b"))
  var skip: String?

  @Option(help: ArgumentHelp("Apply only these rules, by id or prefix (hyphens/lost, characters).", valueName: "rule,…"))
  var select: String?

  @Option(help: ArgumentHelp("Leave these rules out, by id or prefix.", valueName: "rule,…"))
  var ignore: String?

  @Option(help: ArgumentHelp("Apply edits that are at least this sure: certain, likely, doubtful.", valueName: "level"))
  var atLeast = "certain"

  @Option(help: ArgumentHelp("Keep the lines, or give each paragraph one line: keep, reflow.", valueName: "how"))
  var lines = "keep"

  @Option(
    help: ArgumentHelp(
      "Spell names by the authority file, as the document mostly does, by a scheme (ala-lc, popular, …), or leave them: authority, document, SCHEME, off.",
      valueName: "how"))
  var names = "authority"

  @Option(help: ArgumentHelp("Where a variant of a name is changed: text, quotations, titles.", valueName: "a,b"))
  var namesIn = "text"

  /// - Throws: `ValidationError` that names the value and what it may be.
  func options() throws -> Cleaner.Options {
    var options = Cleaner.Options()
    if let stages { options.stages = try Self.stageSet(stages, option: "--stages") }
    if let skip { options.stages.subtract(try Self.stageSet(skip, option: "--skip")) }
    guard let minimum = Confidence(name: atLeast) else {
      throw ValidationError("--at-least \(atLeast): give certain, likely or doubtful")
    }
    options.policy = Policy(
      minimum: minimum, select: try Self.rules(select, option: "--select"),
      ignore: try Self.rules(ignore, option: "--ignore"))
    guard let lines = LineStyle(rawValue: lines) else {
      throw ValidationError("--lines \(lines): give keep or reflow")
    }
    options.lines = lines
    let places = try namesIn.split(separator: ",").map { name in
      guard let place = NameOptions.Place(rawValue: String(name)) else {
        throw ValidationError("--names-in \(name): give text, quotations, titles")
      }
      return place
    }
    options.names = NameOptions(spelling: try Self.spelling(names), places: Set(places))
    return options
  }

  private static func stageSet(_ list: String, option: String) throws -> Set<StageID> {
    Set(
      try list.split(separator: ",").map { name in
        guard let stage = StageID(rawValue: String(name)) else {
          let known = StageID.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("\(option) \(name): no such stage; there are \(known)")
        }
        return stage
      })
  }

  private static func rules(_ list: String?, option: String) throws -> [String] {
    try (list ?? "").split(separator: ",").map { selector in
      guard RuleCatalogue.standard.rules.contains(where: { $0.id.name.hasPrefix(selector) }) else {
        throw ValidationError("\(option) \(selector): no rule starts so; see `emend rules`")
      }
      return String(selector)
    }
  }

  private static func spelling(_ name: String) throws -> NameOptions.Spelling {
    switch name {
    case "authority": return .authority
    case "document": return .document
    case "off": return .off
    default:
      guard let scheme = Romanisation.schemeID(for: name) else {
        let known = Romanisation.schemes.map(\.id).joined(separator: ", ")
        throw ValidationError("--names \(name): give authority, document, off or a scheme: \(known)")
      }
      return .scheme(scheme)
    }
  }
}
