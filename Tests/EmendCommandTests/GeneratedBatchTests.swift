import EmendTestSupport
import Foundation
import Testing

/// Texts of a batch that do not depend on one another give the same files, whatever their order and however
/// many are cleaned at once. `Scripts/properties` tries it with thousands (`EMEND_DOCUMENTS`).
@Suite struct GeneratedBatchTests {
  private static let count =
    ProcessInfo.processInfo.environment["EMEND_DOCUMENTS"].flatMap { Int($0) } ?? 40

  @Test func orderAndJobsDoNotMatter() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let texts = shell.folder.appendingPathComponent("texts")
    try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
    for number in 0..<Self.count {
      let document = DamageGenerator(rates: .badScan).document(
        seed: UInt64(20_000 + number), paragraphs: 2 + number % 11)
      try Data(document.bytes).write(to: texts.appendingPathComponent("\(number).txt"))
    }
    let result = try shell.run(
      """
      set -e; cd texts
      ls | sort -n | xargs emend batch --jobs 1 --out ../in-order
      ls | sort -rn | xargs emend batch --jobs 4 --out ../backwards
      ls | sort -R --random-source=<(yes) | xargs emend batch --jobs 3 --out ../shuffled
      cd ..; ls in-order/*.txt | wc -l
      diff -rq -x .emend in-order backwards; diff -rq -x .emend in-order shuffled
      diff -rq texts in-order | grep -c differ
      """)
    let lines = result.text.split(separator: "\n")
    print("property: order and number of jobs: \(Self.count) documents; \(lines)")
    #expect(result.status == 0, "\(result.messages)")
    #expect(lines.count == 5)
    #expect(lines.dropFirst(3).first == "\(Self.count)")
    // All were damaged, so a batch that did nothing would be seen.
    #expect(lines.last == "\(Self.count)")
  }
}
