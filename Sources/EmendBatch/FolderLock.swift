import CommandKit
import Foundation
import SystemPackage

/// Keeps a second run out of an output folder. The system gives it back when the program ends, however it
/// ends.
final class FolderLock {
  private let descriptor: FileDescriptor

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
    guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else {
      let error = errno
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
