import Foundation
import SystemPackage

/// What tells without reading it that a file is still the same: length, times and number.
struct FileStamp: Equatable, Sendable {
  let size: Int
  let modified: timespec
  let changed: timespec
  let number: UInt64
  let mode: mode_t

  /// Follows links; `nil` where there is no file.
  init?(at path: FilePath) {
    var status = stat()
    guard path.withPlatformString({ unsafe stat($0, &status) }) == 0 else { return nil }
    self.init(status)
  }

  init?(of descriptor: FileDescriptor) {
    var status = stat()
    guard unsafe fstat(descriptor.rawValue, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    size = Int(status.st_size)
    modified = status.st_mtim
    changed = status.st_ctim
    number = UInt64(status.st_ino)
    mode = status.st_mode
  }

  /// For a file of the user's: a change that leaves length and time as they were shows in the time of
  /// the change. `nil` where a change in the same moment would not show.
  var ofInput: String? {
    let age = Date().timeIntervalSince1970 - Double(changed.tv_sec)
    return age < 2 ? nil : "\(ofOutput) \(Self.text(changed)) \(number)"
  }

  /// For a file that the program wrote: its length and its time.
  var ofOutput: String { "\(size) \(Self.text(modified))" }

  private static func text(_ time: timespec) -> String { "\(time.tv_sec).\(time.tv_nsec)" }

  static func == (a: FileStamp, b: FileStamp) -> Bool {
    a.ofOutput == b.ofOutput && text(a.changed) == text(b.changed) && a.number == b.number
  }
}
