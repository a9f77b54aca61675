import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Which file a path or a descriptor stands for, whatever names it has.
package struct FileIdentity: Equatable {
  private let device: UInt64
  private let number: UInt64
  private let mode: mode_t

  /// Follows symbolic links; `nil` where there is no file.
  package init?(at path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  package init?(at path: FilePath) {
    var status = stat()
    guard path.withPlatformString({ unsafe stat($0, &status) }) == 0 else { return nil }
    self.init(status)
  }

  package init?(of descriptor: FileDescriptor) {
    var status = stat()
    guard unsafe fstat(descriptor.rawValue, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    mode = status.st_mode
  }

  /// Neither a folder nor a device, a pipe or a socket.
  package var isRegular: Bool { mode & S_IFMT == S_IFREG }
  package var isFolder: Bool { mode & S_IFMT == S_IFDIR }
  package var permissions: FilePermissions { FilePermissions(rawValue: mode & 0o777) }

  /// Whether both are one folder, or one file.
  package func isSamePlace(as other: FileIdentity) -> Bool {
    device == other.device && number == other.number
  }

  /// Whether both are one file, so that writing the one would spoil the other.
  package func isSameFile(as other: FileIdentity?) -> Bool {
    guard let other, isRegular else { return false }
    return device == other.device && number == other.number
  }
}
