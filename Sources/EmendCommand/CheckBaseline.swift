import CommandKit
import Emend

/// What an earlier run of `check` wrote, to compare with.
struct CheckBaseline {
  private struct Entry {
    var isPass: Bool
    var errors: Int?
    var harmed: Int
    var edits: [String]
  }

  private var entries: [String: Entry] = [:]
  private let path: String

  /// Edits of each rule that are shown.
  private static let shown = 5

  /// - Throws: `CommandError` for a file that `check --save` did not write.
  init(path: String) throws {
    self.path = path
    let bytes = try Input(path: path).readAll()
    guard let json = try? JSONParser.parse(bytes[...], limit: Int.max),
      json["check"]?.int == CheckRecord.schema, let samples = json["samples"]?.array
    else { throw CommandError("\(path): is not what emend check --save writes") }
    for sample in samples {
      guard let name = sample["name"]?.string else { continue }
      entries[name] = Entry(
        isPass: sample["pass"] == .bool(true), errors: sample["characters"]?["after"]?.int,
        harmed: sample["harmed"]?.int ?? 0,
        edits: sample["edits"]?.array?.compactMap(\.string) ?? [])
    }
  }

  /// Writes what changed since, by rule.
  /// - Returns: whether something is worse: a sample fails that passed, or has more wrong characters or
  ///   harmed words.
  func compare(with record: CheckRecord, output: Output) throws -> Bool {
    var changes: [String: (new: [String], lost: [String])] = [:]
    var worse: [String] = []
    var better = 0
    for entry in record.entries {
      let name = entry.result.sample.name
      guard let old = entries[name] else {
        try output.write("\(name): is not in \(path)\n")
        continue
      }
      let difference = entry.edits.difference(from: old.edits)
      for change in difference {
        switch change {
        case .insert(_, let edit, _):
          changes[Self.rule(edit), default: ([], [])].new.append("\(name): \(edit)")
        case .remove(_, let edit, _):
          changes[Self.rule(edit), default: ([], [])].lost.append("\(name): \(edit)")
        }
      }
      let accuracy = entry.result.accuracy
      let (errors, harmed) = (accuracy?.characters.after.errors, accuracy?.harmed ?? 0)
      if old.isPass, !entry.result.isPass { worse.append("\(name): passed, fails now") }
      if let errors, let before = old.errors, errors != before {
        if errors > before {
          worse.append("\(name): wrong characters \(before) -> \(errors)")
        } else {
          better += 1
        }
      }
      if harmed > old.harmed { worse.append("\(name): harmed words \(old.harmed) -> \(harmed)") }
    }
    try write(changes, output)
    for line in worse { try output.write("worse: \(line)\n") }
    try output.write(
      "against \(path): \(changes.values.reduce(0) { $0 + $1.new.count }) new edits, "
        + "\(changes.values.reduce(0) { $0 + $1.lost.count }) lost; "
        + "\(better) samples better, \(worse.count) reports of worse\n")
    return !worse.isEmpty
  }

  private func write(_ changes: [String: (new: [String], lost: [String])], _ output: Output) throws
  {
    for (rule, change) in changes.sorted(by: { $0.key < $1.key }) {
      try output.write("\(rule): \(change.new.count) new, \(change.lost.count) lost\n")
      for (sign, edits) in [("+", change.new), ("-", change.lost)] {
        for edit in edits.prefix(Self.shown) {
          try output.write("  \(sign) \(String(edit.map { $0 == "\n" ? "⏎" : $0 }))\n")
        }
        if edits.count > Self.shown {
          try output.write("  \(sign) … \(edits.count - Self.shown) more\n")
        }
      }
    }
  }

  private static func rule(_ edit: String) -> String { String(edit.prefix { $0 != " " }) }
}
