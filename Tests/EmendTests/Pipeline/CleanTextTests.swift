import EmendTestSupport
import Testing

@testable import Emend

/// The first promise: what is right stays as it is, byte for byte.
@Suite struct CleanTextTests {
  private static let failing: [String: Comment] = [
    "bibliography": "a name in a bibliography is changed: its entries are not taken for titles",
    "francais": "a quotation mark behind a space at a line end is taken for a speck",
    "table-and-code": "half of an option is joined with the name of a file in the next line",
  ]

  @Test(arguments: PackageFiles.list("Samples/clean", suffix: ".txt"))
  func cleanSamplesStay(path: String) throws {
    let name = path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? ""
    try withKnownIssue(Self.failing[name]) {
      try expectUnchanged(PackageFiles.bytes(of: path), path)
    } when: {
      Self.failing[name] != nil
    }
  }

  @Test func thereAreCleanSamples() {
    #expect(PackageFiles.list("Samples/clean", suffix: ".txt").count >= 6)
  }

  @Test(arguments: 0..<60) func generatedTextsWithoutDamageStay(seed: Int) throws {
    let document = DamageGenerator(rates: .none).document(seed: UInt64(seed))
    #expect(document.text == document.truth)
    try expectUnchanged(document.bytes, "seed \(seed)")
  }

  private func expectUnchanged(_ source: [UInt8], _ name: String) throws {
    let run = try CleaningRun(source)
    let isUnchanged = run.output == source
    #expect(isUnchanged, "\(name)")
    #expect(run.applied.map(\.rule) == [], "\(name)")
    #expect(run.text.contains("\n"))
  }
}
