import Synchronization

/// Hands out texts to threads.
final class JobList: Sendable {
  private let jobs: [BatchJob]
  private let taken = Atomic<Int>(0)

  init(_ jobs: [BatchJob]) { self.jobs = jobs }

  func next() -> BatchJob? {
    let index = taken.add(1, ordering: .relaxed).oldValue
    return index < jobs.count ? jobs[index] : nil
  }
}
