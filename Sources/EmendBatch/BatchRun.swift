import CommandKit
import Foundation
import SystemPackage

/// A run over many texts: threads that have a worker each, and one that commits and tells how far it is.
struct BatchRun {
  /// What became of the texts of a run.
  struct Outcome {
    var cleaned = 0
    var unchanged = 0
    var edits = 0
    var bytes = 0
    var failures: [(name: String, reason: String)] = []
    /// Why the run ended before all was done.
    var end: String?
  }

  let settings: BatchSettings
  let ledger: Ledger
  let jobs: [BatchJob]
  let threads: Int
  let lock: FolderLock

  /// Seconds after which finished texts are committed, and texts that are committed at once.
  private static let interval = 1.0
  private static let group = 256

  func start(_ id: Int64) -> Outcome {
    let queue = ResultQueue(workers: threads)
    let places = JobList(jobs)
    for _ in 0..<threads {
      let (settings, lock) = (settings, lock)
      Thread {
        let isStopped = { queue.isStopped || StopSignal.number != 0 }
        let worker = WorkerLink(settings: settings, run: id, lock: lock, isStopped: isStopped)
        while !isStopped(), let job = places.next() { queue.add(worker.result(of: job)) }
        worker.end()
        queue.leave()
      }.start()
    }
    return commit(queue)
  }

  private func commit(_ queue: ResultQueue) -> Outcome {
    let committer = Committer(settings: settings, ledger: ledger)
    var outcome = Outcome()
    var progress = BatchProgress(
      files: jobs.count, bytes: jobs.reduce(0) { $0 + $1.size })
    var waiting: [DocumentRun.Result] = []
    var since = ContinuousClock.now
    while let results = queue.take(within: 0.1) {
      for result in results {
        if let job = result.job { progress.add(job.size) }
        if case .unchanged = result { outcome.unchanged += 1 }
        if case .touched = result { outcome.unchanged += 1 }
      }
      waiting += results
      if waiting.count >= Self.group || ContinuousClock.now - since > .seconds(Self.interval) {
        commit(waiting, committer, queue, &outcome)
        waiting.removeAll()
        since = .now
      }
      progress.show(edits: outcome.edits)
    }
    commit(waiting, committer, queue, &outcome)
    progress.end()
    if outcome.end == nil, StopSignal.number != 0 { outcome.end = "interrupted" }
    return outcome
  }

  private func commit(
    _ results: [DocumentRun.Result], _ committer: Committer, _ queue: ResultQueue,
    _ outcome: inout Outcome
  ) {
    guard !results.isEmpty else { return }
    do {
      for record in try committer.commit(results) {
        switch record.state {
        case .clean:
          outcome.cleaned += 1
          outcome.edits += record.applied
          outcome.bytes += record.inputBytes ?? 0
        case .failed: outcome.failures.append((record.input, record.error ?? ""))
        }
      }
    } catch {
      outcome.end = error.description
      queue.stop()
    }
  }
}
