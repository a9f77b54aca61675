import Emend
import EmendTestSupport
import Testing

/// The library as its callers see it: no `@testable` here.
@Suite struct CleanerTests {
  @Test func doesWhatItsExampleSays() throws {
    let result = try Cleaner().clean("the govern-\nment of Litvinoff\n")
    #expect(result.text == "the government\nof Litvinov\n")
    #expect(result.isChanged)
    #expect(result.entries.filter(\.isApplied).map(\.rule.name).first == "hyphens/soft")
    for entry in result.entries { #expect(!entry.evidence.description.isEmpty) }
  }

  @Test func theStreamingExampleGivesTheSame() throws {
    var clean: [UInt8] = []
    let session = Cleaner().session { bytes in clean += bytes }
    try session.feed("the govern-\n".utf8)
    try session.feed("ment of Litvinoff\n".utf8)
    try session.finish()
    #expect(String(decoding: clean, as: UTF8.self) == "the government\nof Litvinov\n")
  }

  @Test func runsOnlyTheStagesThatAreWanted() throws {
    var options = Cleaner.Options()
    options.stages = [.names]
    let text = "the govern-\nment met .\n"
    #expect(try Cleaner(options: options).clean(text).text == text)
    options.stages = [.hyphens]
    #expect(try Cleaner(options: options).clean(text).text == "the government\nmet .\n")
    options.policy.ignore = ["hyphens/soft"]
    let result = try Cleaner(options: options).clean(text)
    #expect(result.text == text)
    #expect(!result.isChanged)
    #expect(result.entries.map(\.outcome) == [.notSelected])
  }

  @Test func givesOneLineToAParagraphWhenAsked() throws {
    var options = Cleaner.Options()
    options.lines = .reflow
    let result = try Cleaner(options: options).clean(
      "The first line of it\ngoes on in the next.\n\nThe second paragraph\nends here.\n")
    #expect(
      result.text
        == "The first line of it goes on in the next.\n\nThe second paragraph ends here.\n")
  }

  /// The example of the README, as it stands there.
  @Test func doesWhatTheREADMEShows() throws {
    var options = Cleaner.Options()
    options.names.spelling = .authority
    options.policy.minimum = .likely

    let result = try Cleaner(options: options).clean("the govern-\nment of Litvinoff\n")
    #expect(result.text == "the government\nof Litvinov\n")
    var lines: [String] = []
    for entry in result.entries where entry.isApplied {
      lines.append("\(entry.rule) \(entry.source) \(entry.evidence.description)")
    }
    #expect(
      lines == [
        "hyphens/soft 10..<17 lexicon has government",
        "names/authority 20..<29 authority file: Litvinov",
      ])
    let readme = try PackageFiles.text(of: "README.md")
    #expect(
      readme.contains("try Cleaner(options: options).clean(\"the govern-\\nment of Litvinoff\\n\")")
    )
  }
}
