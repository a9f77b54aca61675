import ArgumentParser
import Emend

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "restore")
  func run() throws {}
}
