import ArgumentParser
import Emend

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "check")
  func run() throws {}
}
