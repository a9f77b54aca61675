import CommandKit
import Foundation

/// What a run says at its end.
struct BatchSummary {
  let outcome: BatchRun.Outcome
  let finder: FileFinder
  let files: Int
  let seconds: Double

  /// The status of the program where all is not well.
  var exitCode: Int32? {
    if StopSignal.number != 0 { return 128 + StopSignal.number }
    return outcome.failures.isEmpty && finder.problems.isEmpty && outcome.end == nil ? nil : 2
  }

  /// The counts go to standard output, what failed to standard error.
  func write() throws {
    let failures =
      outcome.failures + finder.problems.map { (PathText.text(of: $0.path), $0.reason) }
    for (name, reason) in failures.sorted(by: { $0.0 < $1.0 }) {
      StandardError.report("\(name): \(reason)")
    }
    let left = files - outcome.cleaned - outcome.unchanged - outcome.failures.count
    if let end = outcome.end {
      StandardError.report(
        "\(end); \(left) of \(files) texts are left; start it again and it goes on")
    }
    let output = Output()
    var line = "\(outcome.cleaned) cleaned, \(outcome.unchanged) unchanged"
    if !failures.isEmpty { line += ", \(failures.count) failed" }
    if left > 0 { line += ", \(left) left" }
    line += "; \(outcome.edits) edits"
    if outcome.bytes > 0 {
      line +=
        "; \(BatchProgress.time(seconds)), "
        + "\(BatchProgress.decimal(Double(outcome.bytes) / 1e6 / max(seconds, 0.001))) MB/s"
    }
    try output.write(line + "\n")
    try output.flush()
  }

  /// What was passed over, for a folder without texts.
  static func passed(_ finder: FileFinder) -> String {
    let most = finder.passed.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4)
    guard let first = most.first else { return "" }
    let list = most.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    return " (passed over: \(list)); --include '*\(first.key)' takes such files"
  }
}
