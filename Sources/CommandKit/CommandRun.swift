import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A command from its arguments to the exit status.
package enum CommandRun {
  /// Parses, runs and ends the program.
  package static func run(_ type: any ParsableCommand.Type, _ arguments: [String]) -> Never {
    reserveStandardDescriptors()
    do {
      try AddressSpace.check()
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

  /// Takes the places of standard streams that were closed, or the next file to be opened would be one of
  /// them and be read or overwritten as such. What is opened here can neither be read nor written to.
  private static func reserveStandardDescriptors() {
    for descriptor: CInt in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
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
