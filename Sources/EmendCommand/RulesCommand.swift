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
      emend rules --examples hyphens/    with a text that each repairs, and one that it keeps
      """,
    version: Version.line)

  @Argument(help: "The beginning of the ids to list.")
  var prefix = ""

  @Flag(help: "Show what each rule repairs, and what it keeps.")
  var examples = false

  func run() throws {
    let rules = RuleCatalogue.standard.rules.filter { $0.id.name.hasPrefix(prefix) }
    guard !rules.isEmpty else {
      throw CommandError("rules \(prefix): no rule starts so; emend rules lists them all")
    }
    let width = rules.map(\.id.name.count).max() ?? 0
    let output = Output()
    for rule in rules {
      try output.write("\(rule.id.name.padded(to: width))  \(rule.summary)\n")
      if examples { try write(rule, to: output) }
    }
    try output.flush()
  }

  private func write(_ rule: RuleCatalogue.Rule, to output: Output) throws {
    for (name, text) in [
      ("given", rule.setting), ("damaged", rule.damaged), ("repaired", rule.repaired),
      ("kept", rule.keeps),
    ] where !text.isEmpty {
      let line = String(text.map { $0 == "\n" ? "⏎" : $0 })
      try output.write("    \(name.padded(to: 10))\(line)\n")
    }
  }
}
