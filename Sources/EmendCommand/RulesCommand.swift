import ArgumentParser
import Emend

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rules")
  func run() throws {}
}
