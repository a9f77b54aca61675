import ArgumentParser
import CommandKit
import Emend

/// Lists the rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emend rules",
    abstract: "List the rules, by the ids that --select, --ignore and the journal use.",
    discussion: """
      emend rules                        all rules
      emend rules hyphens                those of a stage
      emend rules --examples hyphens/    with a text that each repairs and keeps
      emend rules hyphens/soft           one rule: evidence, how to switch it off
      """,
    version: Version.line)

  @Argument(help: "The id of a rule, or the beginning of the ids to list.")
  var prefix = ""

  @Flag(help: "Show what each rule repairs, and what it keeps.")
  var examples = false

  func run() throws {
    let all = RuleCatalogue.standard.rules
    let output = Output()
    if let rule = all.first(where: { $0.id.name == prefix }) {
      let about = RuleDescription(rule: rule)
      try output.write("\(rule.id)  \(rule.summary)\n\(about.examples)")
      try output.write(try about.evidence() + about.prevention)
      return try output.flush()
    }
    let rules = all.filter { $0.id.name.hasPrefix(prefix) }
    guard !rules.isEmpty else {
      throw CommandError("rules \(prefix): no rule starts so; emend rules lists them all")
    }
    let width = rules.map(\.id.name.count).max() ?? 0
    for rule in rules {
      try output.write("\(rule.id.name.padded(to: width))  \(rule.summary)\n")
      if examples { try output.write(RuleDescription(rule: rule).examples) }
    }
    try output.flush()
  }
}
