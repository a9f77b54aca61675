import CommandKit
import Foundation
import SystemPackage

/// Keeps a second run out of an output folder. The system gives it back when the program and its workers
/// have ended, however they ended.
final class FolderLock: Sendable {
  /// What a worker inherits: the lock is one, whoever holds it.
  let descriptor: FileDescriptor

  /// Tenths of a second for which the workers of a run that was killed may still be there.
  private static let patience = 10

  /// - Throws: `CommandError` where another run has it.
  init(in state: FilePath, of folder: FilePath) throws(CommandError) {
    let path = state.appending("lock")
    do {
      descriptor = try FileDescriptor.open(
        path, .readWrite, options: [.create, .closeOnExec],
        permissions: FilePermissions(rawValue: 0o666))
    } catch {
      throw CommandError(error as? Errno ?? .ioError, "write", path.string)
    }
    var error: Int32 = 0
    for attempt in 0...Self.patience {
      if attempt > 0 { usleep(100_000) }
      error = flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 ? 0 : errno
      guard error == EWOULDBLOCK else { break }
    }
    guard error == 0 else {
      try? descriptor.close()
      guard error == EWOULDBLOCK else {
        throw CommandError(Errno(rawValue: error), "lock", path.string)
      }
      throw CommandError(
        "\(folder): another run is at work here; wait for it, or give another --out")
    }
  }

  deinit { try? descriptor.close() }
}
