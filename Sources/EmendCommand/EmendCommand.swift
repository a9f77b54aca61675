import ArgumentParser

/// `emend`: the filter and its companions.
@main struct EmendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emend",
    abstract: "Turn OCR output back into what the printed page said.",
    discussion: """
      emend < scan.txt > clean.txt            clean a text
      emend --diff scan.txt                   show what would change
      emend --explain scan.txt > clean.txt    say why, edit by edit, on standard error
      emend --journal j.jsonl scan.txt > clean.txt
      emend restore clean.txt j.jsonl         get the scan back, byte for byte

      Files never change: the result goes to standard output, messages to standard error.
      Exit status: 0 fine, 1 --check found something to change (or a sample regressed), 2 error.
      A first argument that is a command's name is that command: write ./check for a file.
      """,
    version: "emend \(Version.current)",
    subcommands: [CleanCommand.self, RestoreCommand.self, CheckCommand.self, RulesCommand.self],
    defaultSubcommand: CleanCommand.self)

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      fail(error)
    }
  }

  /// Prints one line on standard error and ends with the status that the error stands for.
  private static func fail(_ error: any Error) -> Never {
    if let error = error as? CommandError {
      StandardError.write("emend: \(error.description)\n")
      Self.exit(withStatus: 2)
    }
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code.rawValue == 0 {
      print(message)
      Self.exit(withStatus: 0)
    }
    if !message.isEmpty { StandardError.write(message + "\n") }
    // Usage errors are errors like others: 2, not 64.
    Self.exit(withStatus: code == .validationFailure ? 2 : code.rawValue)
  }
}
