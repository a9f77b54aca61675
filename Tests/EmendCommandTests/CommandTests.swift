import Foundation
import Testing

/// The command as its users see it: each block of `Commands/` and of the reference is run.
@Suite struct CommandTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  static let blocks: [CommandBlock] = {
    let folder = root.appendingPathComponent("Commands")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
    let reference = root.appendingPathComponent("../../Docs/command.md")
    return ((files ?? []) + [reference]).flatMap { (try? CommandBlock.blocks(in: $0)) ?? [] }
  }()

  @Test func thereAreBlocks() {
    #expect(Self.blocks.count > 60)
    #expect(Set(Self.blocks.map(\.file)).count > 5)
  }

  @Test(arguments: blocks) func doesWhatItsBlockSays(_ block: CommandBlock) throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run(block.command, input: Data(block.input.utf8))
    #expect(result.text == block.output, "standard output")
    #expect(result.messages == block.errors, "standard error")
    #expect(result.status == block.status, "exit status")
  }
}
