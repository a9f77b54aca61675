import CommandKit
import Emend

/// Tells what became of samples: a line each, a diff where one fails, and a summary.
struct SampleReport {
  let output: Output
  /// Whether rules are listed with their counts.
  let isVerbose: Bool
  /// Characters of the longest name, so that columns stand below each other.
  let nameWidth: Int

  private var passed = 0
  private var failed = 0
  private var harmed = 0
  private var before = ErrorRate(errors: 0, length: 0)
  private var after = ErrorRate(errors: 0, length: 0)

  /// Lines of a diff that are shown.
  private static let diffLimit = 60

  init(output: Output, isVerbose: Bool, nameWidth: Int) {
    self.output = output
    self.isVerbose = isVerbose
    self.nameWidth = nameWidth
  }

  var hasFailed: Bool { failed > 0 }

  mutating func add(_ result: SampleResult) throws {
    var columns = [
      result.sample.name.padded(to: nameWidth), Self.stages(of: result).padded(to: 54),
    ]
    if let accuracy = result.accuracy {
      columns.append("CER \(Self.change(accuracy.characters))")
      columns.append("WER \(Self.change(accuracy.words))")
      columns.append("harmed \(accuracy.harmed)")
      before = before + accuracy.characters.before
      after = after + accuracy.characters.after
      harmed += accuracy.harmed
    }
    columns.append(result.isPass ? "pass" : "FAIL")
    if result.isPass { passed += 1 } else { failed += 1 }
    try output.write(columns.joined(separator: "  ") + "\n")
    if isVerbose { try writeRules(of: result) }
    for problem in result.problems { try write(problem, of: result) }
  }

  /// A sample that could not be cleaned at all.
  mutating func add(failure: String, of sample: Sample) throws {
    failed += 1
    try output.write("\(sample.name.padded(to: nameWidth))  FAIL\n  \(failure)\n")
  }

  func writeSummary() throws {
    var line = "\(passed + failed) samples: \(passed) pass, \(failed) FAIL"
    if before.length > 0 { line += "; CER \(before) -> \(after); harmed words \(harmed)" }
    try output.write(line + "\n")
  }

  static func change(_ rates: (before: ErrorRate, after: ErrorRate)) -> String {
    "\(rates.before) -> \(rates.after)"
  }

  private static func stages(of result: SampleResult) -> String {
    let stages = StageID.allCases.filter { $0 != .lines || result.edits[$0] != nil }
    return stages.map { "\($0.rawValue) \(result.edits[$0] ?? 0)" }.joined(separator: " ")
  }

  private func writeRules(of result: SampleResult) throws {
    let width = result.rules.keys.map(\.name.count).max() ?? 0
    for (rule, count) in result.rules.sorted(by: { $0.key.name < $1.key.name }) {
      let left = count.left == 0 ? "" : ", \(count.left) left"
      try output.write("    \(rule.name.padded(to: width))  \(count.applied) applied\(left)\n")
    }
  }

  private func write(_ problem: SampleResult.Problem, of result: SampleResult) throws {
    let sample = result.sample
    switch problem {
    case .noCleanText:
      try output.write("  clean.txt is missing: look at the output, then run check --update\n")
    case .differs:
      let what =
        sample.isClean ? "a clean text is changed" : "the output is not clean.txt"
      try output.write("  \(what):\n")
      try writeDiff(sample.expected ?? [], result.output, "expected", "output")
    case .isNotRestored(let why):
      try output.write("  output and journal do not give the scan back: \(why)\n")
    case .isNotStable(let again):
      try output.write("  cleaning the output changes it again:\n")
      try writeDiff(result.output, again, "output", "output of the output")
    }
  }

  private func writeDiff(
    _ old: [UInt8], _ new: [UInt8], _ oldLabel: String, _ newLabel: String
  ) throws {
    var bytes = [UInt8]()
    let diff = UnifiedDiff(old: old, new: new, oldLabel: oldLabel, newLabel: newLabel)
    diff.write { bytes.append(contentsOf: $0) }
    let newline = UInt8(ascii: "\n")
    let lines = bytes.split(separator: newline, omittingEmptySubsequences: false).dropLast()
    for line in lines.prefix(Self.diffLimit) { try output.write(line + [newline]) }
    let rest = lines.count - Self.diffLimit
    if rest > 0 { try output.write("  … \(rest) more lines of diff\n") }
  }
}
