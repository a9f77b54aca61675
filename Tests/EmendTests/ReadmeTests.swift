import Emend
import Foundation
import Testing

/// What README.md shows is what happens.
@Suite struct ReadmeTests {
  @Test func itsPassageComesOutAsItSays() throws {
    let passages = try Self.blocks("text")
    try #require(passages.count >= 2)
    #expect(try Cleaner().clean(passages[0]).text == passages[1])
  }

  @Test func itsLibraryExampleRuns() throws {
    var options = Cleaner.Options()
    options.names.spelling = .authority
    options.policy.minimum = .likely

    let result = try Cleaner(options: options).clean("the govern-\nment of Litvinoff\n")
    print(result.text)
    for entry in result.entries where entry.isApplied {
      print(entry.rule, entry.source, entry.evidence.description)
    }

    #expect(result.text == "the government\nof Litvinov\n")
    #expect(result.entries.map(\.rule) == ["hyphens/soft", "names/authority"])
  }

  @Test func itsLibraryExampleIsTheOneAbove() throws {
    let example = Self.lines(try #require(try Self.blocks("swift").first))
      .filter { $0 != "import Emend" }
    let source = Self.lines(try String(contentsOfFile: #filePath, encoding: .utf8))
    #expect(source.contains(example))
  }

  /// The fenced blocks of the README in a language.
  private static func blocks(_ language: String) throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    return try String(contentsOf: file, encoding: .utf8)
      .components(separatedBy: "```\(language)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
  }

  /// The lines without their indentation, and without empty ones.
  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
}
