import SystemPackage

/// An error of the command: what, where, and what to do, in one line.
package struct CommandError: Error, CustomStringConvertible {
  package let description: String
  /// Whether the files that follow cannot be dealt with either, as when the output is full.
  package let endsRun: Bool

  package init(_ description: String, endsRun: Bool = false) {
    self.description = description
    self.endsRun = endsRun
  }

  /// An error of the operating system about a file.
  package init(_ errno: Errno, _ action: String, _ path: String) {
    self.init(
      path.isEmpty
        ? "cannot \(action) a file without a name: an empty path was given"
        : "\(path): cannot \(action): \(errno)")
  }

  /// What is said of a folder that stands where a file is wanted.
  package static func folder(_ path: String) -> CommandError {
    CommandError("\(path): is a folder; give files, such as \(path)/*.txt")
  }
}
