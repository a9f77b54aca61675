import ArgumentParser
import CommandKit
import Foundation

/// `emend-batch`: what `emend` starts for folders of texts.
///
/// A program of its own, because the ledger brings Foundation, and the filter is to stay one small
/// file that starts at once.
@main enum EmendBatch {
  private static let commands: [String: any ParsableCommand.Type] = [
    "batch": BatchCommand.self, "report": ReportCommand.self,
  ]

  static func main() {
    let arguments = CommandArguments.all()
    if arguments.first == Worker.command { work(Array(arguments.dropFirst())) }
    guard let name = arguments.first, let command = commands[name] else {
      let known = commands.keys.sorted().joined(separator: ", ")
      StandardError.report("emend-batch: is started by emend; its commands are \(known)")
      exit(2)
    }
    CommandRun.run(command, Array(arguments.dropFirst()))
  }

  private static func work(_ arguments: [String]) -> Never {
    do {
      try Worker.run(arguments)
      exit(0)
    } catch {
      StandardError.report("\(error)")
      exit(2)
    }
  }
}
