import SystemPackage

/// An error of the command: what, where, and what to do, in one line.
struct CommandError: Error, CustomStringConvertible {
  let description: String
  /// Whether the files that follow cannot be dealt with either, as when the output is full.
  let endsRun: Bool

  init(_ description: String, endsRun: Bool = false) {
    self.description = description
    self.endsRun = endsRun
  }

  /// An error of the operating system about a file.
  init(_ errno: Errno, _ action: String, _ path: String) {
    self.init("\(path): cannot \(action): \(errno)")
  }

  /// What is said of a folder that stands where a file is wanted.
  static func folder(_ path: String) -> CommandError {
    CommandError("\(path): is a folder; give files, such as \(path)/*.txt")
  }
}
