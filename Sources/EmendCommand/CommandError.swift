import SystemPackage

/// An error of the command: what, where, and what to do, in one line.
struct CommandError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  /// An error of the operating system about a file.
  init(_ errno: Errno, _ action: String, _ path: String) {
    self.init("\(path): cannot \(action): \(errno)")
  }
}
