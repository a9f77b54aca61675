import CommandKit
import Emend

/// Writes how good the output of samples is: by stage, by level, and in figures that others use.
struct ScoreReport {
  let record: CheckRecord
  let output: Output

  /// Wrong edits that are shown.
  private static let shown = 20

  func write() throws {
    let results = record.entries.map(\.result)
    let scores = results.compactMap(\.scores).reduce(EditScores(), +)
    try writeStages(scores)
    try writeLevels(scores)
    try writeRates(results.compactMap(\.accuracy))
    for entry in scores.wrong.prefix(Self.shown) {
      let line = CheckRecord.line(entry).map { $0 == "\n" ? "⏎" : $0 }
      try output.write("  wrong: \(String(line)) (\(entry.confidence.name))\n")
    }
    if scores.wrong.count > Self.shown {
      try output.write("  … \(scores.wrong.count - Self.shown) more wrong edits\n")
    }
  }

  private func writeStages(_ scores: EditScores) throws {
    guard !scores.stages.isEmpty else { return }
    try output.write("stage        fixed  harmed    open  missed words\n")
    for stage in StageID.allCases {
      guard let score = scores.stages[stage] else { continue }
      let figures = [score.fixed, score.harmed, score.open, score.missed]
        .map { number in String(repeating: " ", count: max(0, 8 - "\(number)".count)) + "\(number)"
        }
      try output.write(stage.rawValue.padded(to: 10) + figures.joined() + "\n")
    }
  }

  private func writeLevels(_ scores: EditScores) throws {
    for level in Confidence.allCases.reversed() {
      guard let proportion = scores.levels[level] else { continue }
      try output.write(
        "\(level.name.padded(to: 10))\(proportion.right) of \(proportion.all) right: "
          + "\(Self.percent(proportion.share)), at least \(Self.percent(proportion.lowerBound))"
          + " (95 %)\n")
    }
  }

  private func writeRates(_ all: [SampleResult.Accuracy]) throws {
    guard !all.isEmpty else { return }
    func sum(_ rates: [ErrorRate]) -> Double {
      rates.reduce(ErrorRate(errors: 0, length: 0), +).rate
    }
    func matches(_ rates: [MatchErrorRate]) -> Double {
      rates.reduce(MatchErrorRate(errors: 0, length: 0), +).rate
    }
    try write("CER", sum(all.map(\.characters.before)), all) { sum($0.map(\.characters.after)) }
    try write("WER", sum(all.map(\.words.before)), all) { sum($0.map(\.words.after)) }
    try write("cMER", matches(all.map(\.matches.before)), all) { matches($0.map(\.matches.after)) }
    let preference = { (some: [SampleResult.Accuracy]) in
      Double(some.reduce(0) { $0 + $1.preference }) / Double(some.count)
    }
    let bounds = interval(all, preference).map { ", \(Self.two($0.0)) to \(Self.two($0.1)) (95 %)" }
    try output.write("preference \(Self.two(preference(all)))\(bounds ?? "")\n")
  }

  private func write(
    _ name: String, _ before: Double, _ all: [SampleResult.Accuracy],
    _ after: @escaping ([SampleResult.Accuracy]) -> Double
  ) throws {
    let bounds = interval(all, after)
      .map { ", \(Self.percent($0.0)) to \(Self.percent($0.1)) (95 %)" }
    try output.write(
      "\(name.padded(to: 10))\(Self.percent(before)) -> \(Self.percent(after(all)))\(bounds ?? "")\n"
    )
  }

  private func interval(
    _ all: [SampleResult.Accuracy], _ statistic: ([SampleResult.Accuracy]) -> Double
  ) -> (Double, Double)? {
    Bootstrap.interval(count: all.count) { numbers in statistic(numbers.map { all[$0] }) }
  }

  private static func percent(_ share: Double) -> String { two(share * 100) + " %" }

  private static func two(_ number: Double) -> String {
    let hundredths = Int((abs(number) * 100).rounded())
    let decimals = hundredths % 100
    return "\(number < 0 ? "-" : "")\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }
}
