import EmendTestSupport
import Testing

@testable import Emend

/// The first promise: what is right stays as it is, byte for byte.
@Suite struct CleanTextTests {
  @Test(arguments: PackageFiles.list("Samples/clean", suffix: ".txt"))
  func cleanSamplesStay(path: String) throws {
    try expectUnchanged(PackageFiles.bytes(of: path), path)
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
