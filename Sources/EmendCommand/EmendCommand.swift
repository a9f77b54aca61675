import ArgumentParser
import CAllocator
import Emend
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `emend`: chooses the command, and ends with the status of what became of it.
///
/// The first argument chooses. The parser's own subcommands would hide the options of the filter
/// from `emend --help`.
@main enum EmendCommand {
  private static let companions: [String: any ParsableCommand.Type] = [
    "restore": RestoreCommand.self, "check": CheckCommand.self, "rules": RulesCommand.self,
    "romanise": RomaniseCommand.self, "names": NamesCommand.self,
  ]

  static func main() {
    // Buffers of windows given back to the kernel and asked for again, page by page, took a fifth
    // of the time on clean text.
    callocator_keep_buffers()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.isEmpty { filter() }
    if arguments.first == "help" { help(arguments.dropFirst()) }
    if let name = arguments.first, let companion = companions[name] {
      run(companion, Array(arguments.dropFirst()))
    } else {
      run(CleanCommand.self, arguments)
    }
  }

  /// `emend < in > out`, without the parser: to read the declarations of its options took it two
  /// thirds of the time to start.
  private static func filter() -> Never {
    do {
      let output = Output()
      _ = try CleanRun(tasks: CleanTasks(), cleaner: Cleaner(), output: output).clean("-")
      try output.flush()
      exit(0)
    } catch let error as CommandError {
      StandardError.report(error)
    } catch {
      StandardError.report("\(error)")
    }
    exit(2)
  }

  /// `emend help [COMMAND]` is `emend [COMMAND] --help`.
  private static func help(_ topics: ArraySlice<String>) -> Never {
    guard let topic = topics.first else { run(CleanCommand.self, ["--help"]) }
    guard let companion = companions[topic] else {
      let known = companions.keys.sorted().joined(separator: ", ")
      StandardError.report("help \(topic): no such command; there are \(known)")
      exit(2)
    }
    run(companion, ["--help"])
  }

  private static func run(_ type: any ParsableCommand.Type, _ arguments: [String]) -> Never {
    do {
      var command = try type.parseAsRoot(arguments)
      try command.run()
      exit(0)
    } catch let error as CommandError {
      StandardError.report(error)
      exit(2)
    } catch let error as ExitCode {
      exit(error.rawValue)
    } catch {
      end(type, with: error)
    }
  }

  /// Ends for what the parser throws: a request for help, or an error of usage.
  private static func end(_ type: any ParsableCommand.Type, with error: any Error) -> Never {
    guard type.exitCode(for: error).isSuccess else {
      let message = type.message(for: error).split(separator: "\n").joined(separator: " ")
      let name = type.configuration.commandName ?? "emend"
      StandardError.report("\(message); usage: \(name) --help")
      exit(2)
    }
    do {
      let output = Output()
      try output.write(type.fullMessage(for: error) + "\n")
      try output.flush()
      exit(0)
    } catch {
      StandardError.report(error)
      exit(2)
    }
  }
}
