import Foundation

/// Results on their way from the threads that clean to the one that commits.
final class ResultQueue: @unchecked Sendable {
  // The condition guards what follows.
  private let condition = NSCondition()
  private var results: [DocumentRun.Result] = []
  private var workers: Int
  private var stopped = false

  /// Results that may wait; cleaning does not run ahead of the disk further than this.
  private static let limit = 256

  init(workers: Int) { self.workers = workers }

  func add(_ result: DocumentRun.Result) {
    condition.lock()
    while results.count >= Self.limit { condition.wait() }
    results.append(result)
    condition.broadcast()
    condition.unlock()
  }

  /// A thread has nothing left to do.
  func leave() {
    condition.lock()
    workers -= 1
    condition.broadcast()
    condition.unlock()
  }

  func stop() {
    condition.lock()
    stopped = true
    condition.unlock()
  }

  var isStopped: Bool {
    condition.lock()
    defer { condition.unlock() }
    return stopped
  }

  /// What came in, after at most this time; `nil` when nothing comes any more.
  func take(within seconds: Double) -> [DocumentRun.Result]? {
    condition.lock()
    defer { condition.unlock() }
    if results.isEmpty, workers > 0 {
      _ = condition.wait(until: Date(timeIntervalSinceNow: seconds))
    }
    if results.isEmpty, workers == 0 { return nil }
    defer { condition.broadcast() }
    let taken = results
    results.removeAll(keepingCapacity: true)
    return taken
  }
}
