import CLinux
import CommandKit
import Emend
import Foundation
import SystemPackage

/// A file that is being written in a place of its own, with the hash of what was written.
final class PartialFile {
  let path: FilePath
  private let descriptor: FileDescriptor
  private let isCompressed: Bool
  private var hash = SHA256()
  /// What waits to be compressed together.
  private var waiting: [UInt8] = []
  private var isOpen = true

  /// Bytes that become one gzip member: memory stays bounded, and little is lost of the ratio.
  private static let member = 4 << 20

  init(at path: FilePath, isCompressed: Bool) throws(CommandError) {
    self.path = path
    self.isCompressed = isCompressed
    do {
      descriptor = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .truncate, .closeOnExec],
        permissions: FilePermissions(rawValue: 0o666))
    } catch {
      throw CommandError(error as? Errno ?? .ioError, "write", path.string)
    }
  }

  deinit { if isOpen { try? descriptor.close() } }

  func write(_ bytes: ArraySlice<UInt8>) throws(CommandError) {
    guard isCompressed else { return try put(bytes) }
    waiting.append(contentsOf: bytes)
    if waiting.count >= Self.member { try compress() }
  }

  /// Ends the file: its length, times and permissions are those of a finished one.
  /// - Parameter model: the file whose times and permissions it gets.
  /// - Returns: the hash of the bytes as they are stored.
  func finish(like model: FileStamp) throws(CommandError) -> String {
    if isCompressed { try compress() }
    var times = [model.modified, model.modified]
    _ = fchmod(descriptor.rawValue, model.mode & 0o777)
    _ = unsafe futimens(descriptor.rawValue, &times)
    do {
      isOpen = false
      // Some file systems say only here that the bytes did not fit.
      try descriptor.close()
    } catch {
      throw CommandError(error as? Errno ?? .ioError, "write", path.string)
    }
    return hash.finishHex()
  }

  private func compress() throws(CommandError) {
    guard !waiting.isEmpty || hash.length == 0 else { return }
    try put(Gzip.compress(waiting)[...])
    waiting.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: ArraySlice<UInt8>) throws(CommandError) {
    hash.update(bytes)
    do {
      _ = try bytes.withUnsafeBytes { unsafe try descriptor.writeAll($0) }
    } catch {
      let errno = error as? Errno ?? .ioError
      // A full disk is full for the next text, too.
      throw CommandError(
        "\(path): cannot write: \(errno)", endsRun: errno == .noSpace || errno == .diskQuotaExceeded
      )
    }
  }

  /// Brings all finished files in a folder to the disk.
  ///
  /// At once, because to ask for each file by itself made the disk commit thousands of times: 2,000 texts
  /// took 80 s for 7 s of work.
  static func synchronise(_ folder: FilePath) throws(CommandError) {
    do {
      let descriptor = try FileDescriptor.open(folder, .readOnly)
      defer { try? descriptor.close() }
      let status = clinux_synchronise(descriptor.rawValue)
      guard status == 0 else { throw Errno(rawValue: status) }
    } catch {
      throw CommandError("\(folder): cannot write: \(error)", endsRun: true)
    }
  }
}
