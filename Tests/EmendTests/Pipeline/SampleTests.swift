import EmendTestSupport
import Testing

@testable import Emend

@Suite struct SampleTests {
  private static let scans = PackageFiles.list("Samples", suffix: "/scan.txt")

  @Test func thereAreSamples() { #expect(Self.scans.count >= 12) }

  @Test(arguments: scans) func cleaningTwiceChangesNothing(path: String) throws {
    let once = try CleaningRun(PackageFiles.bytes(of: path))
    #expect(!once.applied.isEmpty)
    let twice = try CleaningRun(once.output)
    let isUnchanged = twice.output == once.output
    #expect(isUnchanged, "\(path)")
    #expect(twice.applied.map(\.rule) == [], "\(path)")
  }

  @Test(arguments: scans) func outputAndJournalRestoreTheScan(path: String) throws {
    let source = try PackageFiles.bytes(of: path)
    let run = try CleaningRun(source)
    #expect(try Restorer.restore(clean: run.output, journal: run.journal(of: source)) == source)
  }
}
