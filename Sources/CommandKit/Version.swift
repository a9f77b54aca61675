/// The version of the command.
package enum Version {
  package static let current = "0.1.0"
  /// What `--version` prints.
  package static let line = "emend \(current)"
}
