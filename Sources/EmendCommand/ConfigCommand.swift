import ArgumentParser
import CommandKit
import Emend

/// Shows the settings and where each comes from.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emend config",
    abstract: "Show the settings, and where each comes from.",
    discussion: """
      emend config show                  for standard input, in this folder
      emend config show scans/page.txt   for a text, or a folder
      emend config show > emend.toml     begin a configuration
      emend config schema                a JSON Schema for editors

      The nearest emend.toml in the folder of the text, or above it, is read. What
      the command line says wins over it; --no-config leaves it unread.
      """,
    version: Version.line)

  @Argument(help: "show, or schema.")
  var what = "show"

  @Argument(help: "The text or folder that the settings are for.")
  var input = "-"

  @OptionGroup var cleaning: CleaningOptions

  func validate() throws {
    guard ["show", "schema"].contains(what) else {
      throw ValidationError("config \(what): there are show and schema")
    }
  }

  func run() throws {
    let output = Output()
    if what == "schema" {
      try output.write(SettingSchema.json[...])
    } else {
      let settings = try cleaning.settings(for: [input])
      // What the stages would refuse is an error here, too; names of a corpus need its files.
      if settings[.names]?.text != "corpus" { _ = try settings.options() }
      try show(settings, on: output)
    }
    try output.flush()
  }

  private func show(_ settings: CleaningSettings, on output: Output) throws {
    try output.write("# \(settings.configuration.path ?? "no \(ConfigurationFile.name)")\n")
    for section in SettingKey.Section.allCases {
      if section != .cleaning { try output.write("\n[\(section.rawValue)]\n") }
      for key in SettingKey.all(in: section) {
        let setting = section == .cleaning ? settings[key] : settings.configuration[key]
        let value = setting.map { Self.toml($0, key) } ?? key.standard
        let line = value.map { "\(key.name) = \($0)" } ?? "# \(key.name)"
        let origin = setting?.origin ?? .standard
        try output.write("\(line.padded(to: 38))  # \(origin)\n")
      }
    }
  }

  /// The value as a file has it: strings of JSON are strings of TOML, too.
  private static func toml(_ setting: Setting, _ key: SettingKey) -> String {
    var json = JSONWriter()
    switch key.kind {
    case .text, .path, .choice: json.value(setting.text)
    case .flag, .number: return setting.text
    case .list, .choices, .paths:
      let items =
        setting.origin == .commandLine
        ? setting.text.split(separator: ",").map { String($0) } : setting.values
      json.array { json in for item in items { json.value(item) } }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
