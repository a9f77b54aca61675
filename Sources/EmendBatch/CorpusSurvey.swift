import CommandKit
import Emend
import Foundation
import Synchronization
import SystemPackage

/// The first of the two passes of `--names corpus`: the names of all texts are counted, so that each text is
/// cleaned with the forms that the collection uses most.
///
/// Counts are added up, so neither the order of the texts nor the number of threads matters. What the collection
/// makes of the names of a text belongs to that text's fingerprint: when another text changes the choice, the
/// texts that it concerns are done again, and no others.
struct CorpusSurvey {
  private let base: BatchSettings
  private let jobs: [BatchJob]
  private let threads: Int

  private final class Found: Sendable {
    let counts = Mutex<[FilePath: NameCounts]>([:])
  }

  init(_ settings: BatchSettings, _ jobs: [BatchJob], _ threads: Int) {
    base = settings
    self.jobs = jobs
    self.threads = threads
  }

  /// The settings with what was found; those that were given where `--names corpus` is not asked for.
  var settings: BatchSettings {
    var options = base.cleaner.options
    guard case .corpus = options.names.spelling else { return base }
    let found = counts()
    var all = NameCounts()
    for counts in found.values { all.add(counts) }
    var settings = base
    options.names.spelling = .corpus(all)
    settings.cleaner = Cleaner(options: options)
    let choices = CorpusChoices(all, authority: options.names.authority ?? .standard)
    for (name, counts) in found {
      var hash = SHA256()
      hash.update(Array(choices.account(of: counts).utf8))
      settings.corpus[name] = hash.finishHex()
    }
    return settings
  }

  /// The counts of each text. One that cannot be read has none: the second pass says why.
  private func counts() -> [FilePath: NameCounts] {
    let survey = NameSurvey(base.cleaner.options)
    let list = JobList(jobs)
    let found = Found()
    let group = DispatchGroup()
    for _ in 0..<min(threads, max(1, jobs.count)) {
      group.enter()
      let thread = Thread {
        while StopSignal.number == 0, let job = list.next() {
          if let counts = try? counts(of: job, survey) {
            found.counts.withLock { $0[job.name] = counts }
          }
        }
        group.leave()
      }
      thread.stackSize = 16 << 20
      thread.start()
    }
    group.wait()
    return found.counts.withLock { $0 }
  }

  private func counts(of job: BatchJob, _ survey: NameSurvey) throws -> NameCounts {
    // A pipe would wait for its other end.
    let source = try Backup.source(of: job, base)
    guard let mode = FileStamp(at: source)?.mode, mode & S_IFMT == S_IFREG else { return .init() }
    // Taking the text out of a page twice would cost more than it tells.
    if TextExtractor(for: source, base.extraction) != nil { return NameCounts() }
    let input = try Input(file: source)
    if let field = base.field, job.isLines {
      return try survey.counts(ofLines: input, field: field)
    }
    return try survey.counts(of: input)
  }
}
