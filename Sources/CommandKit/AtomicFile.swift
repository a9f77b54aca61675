import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that appears when it is complete: it is written beside its place and renamed at the end.
///
/// A device or a pipe is written to directly.
package final class AtomicFile {
  private let path: String
  /// Where the bytes go until they are complete; `nil` for a device.
  private let temporary: FilePath?
  private let target: FilePath
  private let descriptor: FileDescriptor
  private var isOpen = true

  /// - Throws: `CommandError` where no file can be written.
  package init(path: String) throws(CommandError) {
    self.path = path
    // Before anything is written: a file can be made beside no name, but not renamed to it.
    guard !path.isEmpty else { throw CommandError(.noSuchFileOrDirectory, "write", path) }
    // Elsewhere it is a standard stream, and the standard output has the result.
    guard path != "-" else {
      throw CommandError(
        "-: is no file to write to; give a name, or ./- for a file that is called so")
    }
    let existing = FileIdentity(at: path)
    if existing?.isFolder == true { throw CommandError("\(path): is a folder; name a file in it") }
    let isDevice = existing.map { !$0.isRegular } ?? false
    target = isDevice ? FilePath(path) : Self.resolved(path)
    do {
      if isDevice {
        temporary = nil
        descriptor = try FileDescriptor.open(target, .writeOnly)
      } else {
        var beside = target
        let name = target.lastComponent?.string ?? ""
        beside.removeLastComponent()
        beside.append(".\(name).\(getpid())")
        temporary = beside
        descriptor = try FileDescriptor.open(
          beside, .writeOnly, options: [.create, .exclusiveCreate],
          permissions: FilePermissions(rawValue: 0o666))
        Interruption.remove(beside)
        if let existing { _ = fchmod(descriptor.rawValue, existing.permissions.rawValue) }
      }
    } catch {
      throw CommandError(error as? Errno ?? .ioError, "write", path)
    }
  }

  deinit { discard() }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(CommandError) {
    do {
      _ = unsafe try descriptor.writeAll(bytes)
    } catch {
      throw CommandError(error as? Errno ?? .ioError, "write", path)
    }
  }

  package func write(_ bytes: [UInt8]) throws(CommandError) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(CommandError) in
      try write(UnsafeRawBufferPointer(buffer))
    }
  }

  /// Puts the file into its place.
  package func commit() throws(CommandError) {
    do {
      isOpen = false
      // Some file systems say only here that the bytes did not fit.
      try descriptor.close()
    } catch {
      removeTemporary()
      throw CommandError(error as? Errno ?? .ioError, "write", path)
    }
    guard let temporary else { return }
    // Not as strings: a folder's name need not be UTF-8.
    let status = temporary.withPlatformString { from in
      target.withPlatformString { to in unsafe rename(from, to) }
    }
    guard status == 0 else {
      let error = Errno(rawValue: errno)
      removeTemporary()
      throw CommandError(error, "write", path)
    }
    Interruption.keep()
  }

  /// Forgets what was written, unless the file is complete.
  package func discard() {
    guard isOpen else { return }
    isOpen = false
    try? descriptor.close()
    removeTemporary()
  }

  private func removeTemporary() {
    guard let temporary else { return }
    _ = temporary.withPlatformString { unsafe unlink($0) }
    Interruption.keep()
  }

  /// The file that a symbolic link leads to, so that the link stays a link.
  private static func resolved(_ path: String) -> FilePath {
    guard let name = unsafe realpath(path, nil) else { return FilePath(path) }
    defer { unsafe free(name) }
    return unsafe FilePath(platformString: name)
  }
}
