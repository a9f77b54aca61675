import CommandKit
import Foundation
import SystemPackage

/// A run's side of a worker: hands it texts, and starts another one where it broke off.
///
/// Belongs to one thread, which has to live as long as the worker.
final class WorkerLink {
  private let settings: BatchSettings
  private let run: Int64
  private let lock: FolderLock
  private let isStopped: () -> Bool
  private var child: ChildProcess?

  init(
    settings: BatchSettings, run: Int64, lock: FolderLock, isStopped: @escaping () -> Bool
  ) {
    self.settings = settings
    self.run = run
    self.lock = lock
    self.isStopped = isStopped
  }

  /// What became of a text. What is unchanged is not handed on.
  func result(of job: BatchJob) -> DocumentRun.Result {
    let document = DocumentRun(job: job, settings: settings, run: run)
    do {
      // A text that cannot be compared cannot be read either; the worker says why.
      if let result = try? document.unchanged() { return result }
      let request = WorkerMessage.Request(job, run: run, settings: settings.fingerprint(of: job))
      let child = try self.child ?? start()
      self.child = child
      guard child.write(try WorkerMessage.line(request)),
        let line = child.line(while: { !isStopped() })
      else {
        self.child = nil
        return ended(document, child)
      }
      let answer: WorkerMessage.Answer = try WorkerMessage.read(line)
      return answer.record.state == .clean
        ? .clean(job, answer.record, answer.counts)
        : .failed(job, answer.record, endsRun: answer.endsRun)
    } catch {
      return document.failed("\(error)", endsRun: true)
    }
  }

  /// Waits until the worker has ended, now that there is nothing left to do.
  func end() {
    child?.closeInput()
    _ = child?.wait()
    child = nil
  }

  private func start() throws -> ChildProcess {
    do {
      let child = try ChildProcess(
        "/proc/self/exe",
        ([Worker.command] + CommandLine.arguments.dropFirst(2)).map { Array($0.utf8) },
        inherited: lock.descriptor)
      // One that has ended already is found out with the first text.
      _ = child.write(try WorkerMessage.line(WorkerMessage.Setup(settings)))
      return child
    } catch is ChildProcess.Missing {
      throw CommandError("/proc/self/exe: cannot be started; is /proc there?")
    }
  }

  private func ended(_ document: DocumentRun, _ child: ChildProcess) -> DocumentRun.Result {
    if isStopped() {
      _ = child.end()
      return .stopped
    }
    switch child.wait() {
    case .signal(let number):
      return document.failed(
        "the program broke off in this text (signal \(number), \(Self.name(of: number)));"
          + " please report it",
        endsRun: false)
    case .status(let status):
      return document.failed("a worker ended with status \(status)", endsRun: true)
    }
  }

  private static func name(of signal: Int32) -> String {
    if signal == SIGKILL { return "killed; out of memory, perhaps" }
    return unsafe String(cString: strsignal(signal))
  }
}
