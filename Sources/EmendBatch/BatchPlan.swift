import CommandKit
import Foundation
import SystemPackage

/// Which texts a run is about, and with `--dry-run` what would become of them.
struct BatchPlan {
  private var settings: BatchSettings
  private let finder: FileFinder

  init(_ settings: BatchSettings, _ finder: FileFinder) {
    self.settings = settings
    self.finder = finder
  }

  /// The texts, the longest first, so that no core waits for a long one at the end.
  /// - Throws: `CommandError` where two texts would go to the same place.
  static func jobs(
    _ finder: FileFinder, known: [FilePath: DocumentRecord], _ settings: BatchSettings
  ) throws(CommandError) -> [BatchJob] {
    var places: [FilePath: FilePath] = [:]
    var sized: [(found: FileFinder.Found, size: Int)] = []
    for found in finder.found {
      if let other = places.updateValue(found.input, forKey: found.name) {
        if other == found.input { continue }
        throw CommandError(
          "\(other) and \(found.input) would both become \(settings.output.pushing(found.name));"
            + " give the folder above both, or two folders for --out")
      }
      sized.append((found, FileStamp(at: found.input)?.size ?? 0))
    }
    let ordered = sized.enumerated().sorted {
      ($1.element.size, $0.offset) < ($0.element.size, $1.offset)
    }
    return ordered.enumerated().map { number, item in
      BatchJob(
        number: number, input: item.element.found.input, name: item.element.found.name,
        size: item.element.size, known: known[item.element.found.name])
    }
  }

  /// Writes a line for each text: what would be done, and why.
  /// - Parameter survey: gives the settings with what `--names corpus` found in the texts.
  mutating func write(_ survey: ([BatchJob]) -> BatchSettings) throws {
    let path = settings.state.appending(Ledger.name)
    var known: [FilePath: DocumentRecord] = [:]
    if FileIdentity(at: path) != nil {
      known = try Ledger(at: path, isReadOnly: true).documents()
    }
    let output = Output()
    var counts = (clean: 0, skip: 0)
    let jobs = try Self.jobs(finder, known: known, settings)
    settings = survey(jobs)
    for job in jobs.sorted(by: { $0.name < $1.name }) {
      let reason = reason(job)
      if reason == nil { counts.skip += 1 } else { counts.clean += 1 }
      try output.write(
        "\(reason == nil ? "skip " : "clean")  \(PathText.text(of: job.input))"
          + "  (\(reason ?? "unchanged"))\n")
    }
    for (path, reason) in finder.problems { try output.write("fail   \(path)  (\(reason))\n") }
    try output.write("\(counts.clean) to clean, \(counts.skip) unchanged\n")
    try output.flush()
  }

  /// Why a text would be cleaned; `nil` where it would not.
  private func reason(_ job: BatchJob) -> String? {
    guard let known = job.known else { return "new" }
    if known.state == .failed { return "failed before" }
    if known.settings != settings.fingerprint(of: job) {
      return known.settings.hasPrefix(settings.fingerprint)
        ? "the texts together spell a name in another way" : "other rules or options"
    }
    if FileStamp(at: job.output(in: settings))?.ofOutput != known.outputStamp {
      return "its clean text is not there as it was"
    }
    if FileStamp(at: job.journal(in: settings))?.ofOutput != known.journalStamp {
      return "its journal is not there as it was"
    }
    guard settings.backup == nil, let stamp = FileStamp(at: job.input) else { return nil }
    if !settings.verifies, known.inputStamp != nil, known.inputStamp == stamp.ofInput { return nil }
    let isSame = try? DocumentRun.isSame(job.input, as: known, size: stamp.size)
    return isSame == true ? nil : "the input is another"
  }
}

extension FilePath {
  /// In the order of the bytes.
  static func < (a: FilePath, b: FilePath) -> Bool {
    PathText.text(of: a) < PathText.text(of: b)
  }
}
