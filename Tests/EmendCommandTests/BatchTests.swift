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

  /// A text at which the program breaks off is listed; the others are done, and the next run does it.
  @Test func breakingOffCostsOneText() throws {
    let shell = try shell()
    defer { shell.remove() }
    let text = String(repeating: "The govern-\nment said tliat it would.\n", count: 20_000)
    try shell.write(Data(text.utf8), to: "scans/long.txt")
    let result = try shell.run(
      """
      emend batch scans --out clean --jobs 2 & batch=$!
      worker=
      while [ -z "$worker" ] && kill -0 $batch; do
        for child in $(grep -l "^PPid:.$batch$" /proc/[0-9]*/status 2> /dev/null | cut -d / -f 3); do
          ls -l /proc/$child/fd 2> /dev/null | grep -q partial/0.text && worker=$child
        done
      done
      kill -SEGV $worker; wait $batch; echo $?; ls clean/*.txt | wc -l; ls clean/.emend/partial
      """)
    #expect(result.text.contains("\(Self.files) cleaned, 0 unchanged, 1 failed;"))
    #expect(result.text.hasSuffix("2\n\(Self.files)\n"))
    #expect(
      result.messages.contains(
        "emend: scans/long.txt: the program broke off in this text (signal 11, Segmentation fault)")
    )
    let again = try shell.run("echo short > scans/long.txt; emend batch scans --out clean")
    #expect(again.status == 0)
    #expect(again.text.hasPrefix("1 cleaned, \(Self.files) unchanged;"))
  }

  @Test func neitherOrderNorJobsMatter() throws {
    let shell = try shell()
    defer { shell.remove() }
    let all = try shell.run(
      """
      mkdir a b; mv scans/1*.txt a; mv scans/*.txt b
      emend batch a b --out one --jobs 1; emend batch b a --out two --jobs 3
      diff -r --exclude=.emend one two; ls two/*.txt | wc -l
      """)
    #expect(all.status == 0)
    #expect(all.text.hasSuffix("\n\(Self.files)\n"))
    #expect(!all.text.contains("diff"))
  }
}
