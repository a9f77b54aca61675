import ArgumentParser
import CAllocator
import CommandKit
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
    "romanise": RomaniseCommand.self, "names": NamesCommand.self, "explain": ExplainCommand.self,
    "review": ReviewCommand.self, "config": ConfigCommand.self,
  ]

  static func main() {
    // Buffers of windows given back to the kernel and asked for again, page by page, took a fifth
    // of the time on clean text.
    callocator_keep_buffers()
    let arguments = CommandArguments.all()
    if arguments.isEmpty, !ConfigurationFile.isThere { filter() }
    if arguments.first == "help" { help(arguments.dropFirst()) }
    if let name = arguments.first, let companion = companions[name] {
      CommandRun.run(companion, Array(arguments.dropFirst()))
    }
    if let name = arguments.first, BatchProgram.commands.contains(name) {
      BatchProgram.start(arguments)
    }
    CommandRun.run(CleanCommand.self, arguments)
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
    guard let topic = topics.first, !["help", "-h", "--help"].contains(topic) else {
      CommandRun.run(CleanCommand.self, ["--help"])
    }
    if BatchProgram.commands.contains(topic) { BatchProgram.start([topic, "--help"]) }
    guard let companion = companions[topic] else {
      let known = BatchProgram.commands.union(companions.keys).sorted().joined(separator: ", ")
      StandardError.report("help \(topic): no such command; there are \(known)")
      exit(2)
    }
    CommandRun.run(companion, ["--help"])
  }
}
