import CommandKit
import Emend

/// What there is to say of a rule, line by line.
struct RuleDescription {
  let rule: RuleCatalogue.Rule

  /// What it repairs and what it keeps.
  var examples: String {
    lines([
      ("given", rule.setting), ("damaged", rule.damaged), ("repaired", rule.repaired),
      ("kept", rule.keeps),
    ])
  }

  /// How sure it is of its example, and why.
  /// - Throws: `CommandError` where the catalogue is wrong.
  func evidence() throws -> String {
    var options = try CleaningOptions.parse(rule.options).settings(for: []).options()
    options.policy.minimum = rule.level
    var found: JournalEntry?
    let session = Cleaner(options: options).session(
      output: { _ in },
      events: { event in
        if case .edit(let entry) = event, entry.rule == rule.id,
          entry.isApplied || entry.outcome == .sic
        {
          found = entry
        }
      })
    try session.feed(rule.example)
    try session.finish()
    guard let found else { throw CommandError("\(rule.id): its example does not come out") }
    let needs = rule.options.isEmpty ? "" : ", with \(rule.options.joined(separator: " "))"
    return lines([("evidence", "\(found.evidence.description) (\(rule.level.name)\(needs))")])
  }

  /// How to prevent its edits.
  var prevention: String {
    let stage = rule.id.stage
    if rule.id == "bytes/invalid" {
      return lines([("off", "--skip bytes; while that stage runs the output is UTF-8")])
    }
    if stage == StageID.lines.rawValue { return lines([("off", "--lines keep, the default")]) }
    return lines([
      ("off", "--ignore \(rule.id), or --skip \(stage) for the stage"),
      ("", "in emend.toml: ignore = [\"\(rule.id)\"]; single edits: emend review"),
    ])
  }

  private func lines(_ lines: [(name: String, text: String)]) -> String {
    lines.filter { !$0.text.isEmpty }.map { name, text in
      "    \(name.padded(to: 10))\(String(text.map { $0 == "\n" ? "⏎" : $0 }))\n"
    }.joined()
  }
}
