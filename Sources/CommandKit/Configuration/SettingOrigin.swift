/// Where the value of a setting comes from.
package enum SettingOrigin: Equatable, Sendable, CustomStringConvertible {
  case standard
  /// A place of a configuration file: `emend.toml:3:12`.
  case file(String)
  case commandLine

  package var description: String {
    switch self {
    case .standard: "default"
    case .file(let place): place
    case .commandLine: "command line"
    }
  }

  /// What messages call a setting: the option, or the place and the key.
  func label(of key: SettingKey) -> String {
    if case .file(let place) = self { return "\(place): \(key.name)" }
    return "--\(key.name)"
  }
}
