import CAllocator
import CLinux
import CommandKit
import Foundation
import SystemPackage

/// The process that cleans texts for a run, one after the other.
///
/// A process, so that a text at which the program breaks off costs that text and no other.
enum Worker {
  /// What the program is started with to be a worker; the arguments of `emend batch` come behind it.
  static let command = "worker"

  /// Answers requests until there are no more.
  static func run(_ arguments: [String]) throws {
    // Where the run is killed, nobody is left to clean for.
    clinux_end_with_parent()
    callocator_keep_buffers()
    // The run's lock is held as long as a worker lives, but not by programs that a worker starts.
    _ = fcntl(ChildProcess.inheritedFile, F_SETFD, FD_CLOEXEC)
    var command = try BatchCommand.parse(arguments)
    var settings = try command.settings(fingerprint: "")
    let output = FileDescriptor.standardOutput
    guard let first = readLine() else { return }
    let setup: WorkerMessage.Setup = try WorkerMessage.read(Array(first.utf8))
    setup.complete(&settings)
    while let line = readLine() {
      let request: WorkerMessage.Request = try WorkerMessage.read(Array(line.utf8))
      settings.fingerprint = request.settings
      let work = DocumentRun(job: request.job, settings: settings, run: request.run)
      _ = try output.writeAll(WorkerMessage.line(work.answer()))
    }
  }
}
