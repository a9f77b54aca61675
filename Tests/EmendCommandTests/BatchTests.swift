import Foundation
import Testing

/// A batch may end anywhere; what is there is whole, and what is missing comes with the next run.
@Suite struct BatchTests {
  private static let files = 60

  private func shell() throws -> Shell {
    let shell = try Shell()
    let scans = shell.folder.appendingPathComponent("scans")
    try FileManager.default.createDirectory(at: scans, withIntermediateDirectories: true)
    for number in 0..<Self.files {
      let text = (0..<40).map { "line \($0) of text \(number): the govern-\nment said so.\n" }
      try Data(text.joined().utf8).write(to: scans.appendingPathComponent("\(number).txt"))
    }
    return shell
  }

  @Test func goesOnAfterKills() throws {
    let shell = try shell()
    defer { shell.remove() }
    _ = try shell.run("emend batch scans --out reference")
    for number in 1...8 {
      _ = try shell.run(
        "timeout -s KILL 0.\(number * 11 + 5) emend batch scans --out clean > /dev/null 2>&1")
      // What has its final name is whole at any time.
      let broken = try shell.run(
        "for f in clean/*.txt; do [ ! -e $f ] || cmp $f reference/${f#clean/}; done")
      #expect(broken.text == "")
    }
    let last = try shell.run("emend batch scans --out clean")
    #expect(last.status == 0)
    #expect(last.messages == "")
    #expect(try shell.run("diff -r --exclude=.emend reference clean").text == "")
    #expect(try shell.run("ls clean/.emend/partial").text == "")
    let again = try shell.run("emend batch scans --out clean")
    #expect(again.text == "0 cleaned, \(Self.files) unchanged; 0 edits\n")
  }

  @Test func signalEndsItWithWhatIsDone() throws {
    let shell = try shell()
    defer { shell.remove() }
    let stopped = try shell.run(
      """
      for i in {1..5}; do mkdir -p more/$i; cp scans/*.txt more/$i; done
      emend batch more --out clean --jobs 1 & batch=$!
      until [ -e clean/.emend/ledger.sqlite ]; do sleep 0.02; done
      kill -TERM $batch; wait $batch; echo $?
      """)
    #expect(stopped.text.hasSuffix("143\n"))
    #expect(stopped.messages.contains("start it again and it goes on"))
    #expect(stopped.text.contains(" left"))
  }

  /// Two runs on one folder: one works, the other says so, and nothing is harmed.
  @Test func twoRunsAtOnce() throws {
    let shell = try shell()
    defer { shell.remove() }
    let both = try shell.run(
      """
      emend batch scans --out clean > one 2>&1 & emend batch scans --out clean > two 2>&1
      wait; cat one two; emend batch scans --out clean; ls clean/*.txt | wc -l
      """)
    #expect(both.text.contains("0 cleaned, \(Self.files) unchanged"))
    #expect(both.text.hasSuffix("\(Self.files)\n"))
  }
}
