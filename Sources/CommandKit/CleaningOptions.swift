import ArgumentParser
import Emend

/// The options that shape the result; the same for every command that cleans.
///
/// What is not given comes from `emend.toml`, or is the default: `CleaningSettings`.
package struct CleaningOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Run only these stages: bytes, furniture, hyphens, characters, names.", valueName: "a,b"))
  package var stages: String?

  @Option(help: ArgumentHelp("Leave these stages out.", valueName: "a,b"))
  package var skip: String?

  @Option(
    help: ArgumentHelp(
      "Apply only these rules, by id or prefix (hyphens/lost, characters); see emend rules.",
      valueName: "rule,…"))
  package var select: String?

  @Option(help: ArgumentHelp("Leave these rules out, by id or prefix.", valueName: "rule,…"))
  package var ignore: String?

  @Option(
    help: ArgumentHelp(
      "Apply edits that are at least this sure: certain (default), likely, doubtful.",
      valueName: "level"))
  package var atLeast: String?

  @Option(
    help: ArgumentHelp(
      """
      Take running heads, folios and download sheets out, mark them, or keep them: drop \
      (default), mark, keep.
      """,
      valueName: "how"))
  package var furniture: String?

  @Option(
    help: ArgumentHelp(
      "Keep the lines, or give each paragraph one line: keep (default), reflow.", valueName: "how"))
  package var lines: String?

  @Option(
    help: ArgumentHelp(
      """
      Spell names by the authority file, as the document or all files mostly do, by a \
      scheme (ala-lc, popular, …), in Cyrillic, or leave them: authority (default), \
      document, corpus, SCHEME, cyrillic, off.
      """,
      valueName: "how"))
  package var names: String?

  @Option(
    help: ArgumentHelp(
      "Where a variant of a name is changed: text (default), quotations, titles.", valueName: "a,b")
  )
  package var namesIn: String?

  @Option(
    help: ArgumentHelp(
      """
      Leave names, and put the normal form behind them in brackets, or into the journal \
      alone: text, journal.
      """,
      valueName: "where"))
  package var namesAnnotate: String?

  @Option(
    help: ArgumentHelp(
      "An authority file of your own, which wins over the standard one; see emend names.",
      valueName: "file"))
  package var authority: String?

  @Option(
    help: ArgumentHelp(
      "A compiled lexicon in place of the program's own; its checksum is verified.",
      valueName: "file"))
  package var lexicon: String?

  @Option(
    help: ArgumentHelp(
      "A list of words that are right as they are written, one a line.", valueName: "file"))
  package var words: String?

  @Option(
    help: ArgumentHelp(
      "Obey decisions about single edits, saved by the page of emend review.", valueName: "file"))
  package var decisions: String?

  @Option(
    help: ArgumentHelp(
      "Take settings from this file, not from the emend.toml beside or above the text.",
      valueName: "file"))
  package var config: String?

  @Flag(help: "Take no settings from an emend.toml.")
  package var noConfig = false

  package init() {}

  package func validate() throws {
    if noConfig, config != nil {
      throw ValidationError("--config and --no-config exclude each other; give one")
    }
  }

  /// What the command line says.
  var given: [SettingKey: Setting] {
    let given: [(SettingKey, String?)] = [
      (.stages, stages), (.skip, skip), (.select, select), (.ignore, ignore),
      (.atLeast, atLeast), (.furniture, furniture), (.lines, lines), (.names, names),
      (.namesIn, namesIn), (.namesAnnotate, namesAnnotate), (.authority, authority),
      (.lexicon, lexicon), (.words, words), (.decisions, decisions),
    ]
    var settings: [SettingKey: Setting] = [:]
    for case (let key, let value?) in given { settings[key] = Setting([value], .commandLine) }
    return settings
  }

  /// The configuration that holds for some inputs.
  /// - Parameter inputs: files, folders, or `-`; none where only `--config` counts.
  /// - Throws: `CommandError` with the place of what is wrong.
  package func configuration(for inputs: [String]) throws -> ConfigurationFile {
    try noConfig ? ConfigurationFile() : ConfigurationFile.find(for: inputs, given: config)
  }

  /// What holds for some inputs.
  /// - Throws: `CommandError` with the place of what is wrong.
  package func settings(for inputs: [String]) throws -> CleaningSettings {
    CleaningSettings(given: given, configuration: try configuration(for: inputs))
  }
}
