import EmendTestSupport
import Testing

@testable import Emend

@Suite struct SampleTests {
  private static let scans = PackageFiles.list("Samples", suffix: "/scan.txt")

  @Test func thereAreSamples() { #expect(Self.scans.count >= 12) }

  private static let failing: [String: Comment] = [
    "ocr-straits": "a digit in a word is seen only when the marker behind it is repaired",
    "thesis-timber": "a speck at a line start is seen only when the line before it is whole",
  ]

  @Test(arguments: scans) func cleaningTwiceChangesNothing(path: String) throws {
    let name = String(path.split(separator: "/")[1])
    let once = try CleaningRun(PackageFiles.bytes(of: path))
    #expect(!once.applied.isEmpty)
    try withKnownIssue(Self.failing[name]) {
      let twice = try CleaningRun(once.output)
      let isUnchanged = twice.output == once.output
      #expect(isUnchanged, "\(path)")
      #expect(twice.applied.map(\.rule) == [], "\(path)")
    } when: {
      Self.failing[name] != nil
    }
  }

  @Test(arguments: scans) func outputAndJournalRestoreTheScan(path: String) throws {
    let source = try PackageFiles.bytes(of: path)
    let run = try CleaningRun(source)
    #expect(try Restorer.restore(clean: run.output, journal: run.journal(of: source)) == source)
  }
}
