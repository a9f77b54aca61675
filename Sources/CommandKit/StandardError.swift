import SystemPackage

/// Messages for people.
package enum StandardError {
  package static func write(_ message: String) {
    // Nothing can be said about a standard error that cannot be written to.
    _ = try? FileDescriptor.standardError.writeAll(Array(message.utf8))
  }

  /// One line about an error. Names and values that it cites may be those of strangers.
  package static func report(_ message: some CustomStringConvertible) {
    write("emend: \(message.description.withoutHidden)\n")
  }
}
