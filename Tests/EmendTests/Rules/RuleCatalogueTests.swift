import Foundation
import Testing

@testable import Emend

/// Every row of the catalogue is a test: it carries a text to fix and a text to leave alone.
@Suite struct RuleCatalogueTests {
  @Test(arguments: RuleExample.all) func fixesItsExample(_ example: RuleExample) throws {
    let (text, entries) = try clean(example.setting + example.damaged, like: example)
    #expect(text.hasSuffix(example.repaired), "\(String(decoding: text, as: UTF8.self))")
    let edit = entries.last {
      $0.rule.name == example.id && ($0.isApplied || $0.outcome == .sic)
    }
    #expect(edit?.confidence == example.level)
  }

  @Test(arguments: RuleExample.all) func keepsItsCounterexample(_ example: RuleExample) throws {
    let (text, _) = try clean(example.setting + example.keeps, like: example)
    #expect(text.hasSuffix(example.keeps), "\(String(decoding: text, as: UTF8.self))")
  }

  @Test func rowsAreSortedUniqueAndWhole() {
    let ids = RuleExample.all.map(\.id)
    #expect(ids == Set(ids).sorted())
    for example in RuleExample.all {
      #expect(!example.summary.isEmpty && example.summary.hasSuffix("."), "\(example.id)")
      #expect(!example.damaged.isEmpty && !example.repaired.isEmpty, "\(example.id)")
      #expect(!example.keeps.isEmpty, "\(example.id)")
      #expect(example.level != nil, "\(example.id)")
    }
  }

  @Test func everyRuleOfTheSourcesHasARowAndEveryRowARule() throws {
    let stages = StageID.allCases.map(\.rawValue).joined(separator: "|")
    let literal = try Regex("\"((?:\(stages))/[a-z-]+)\"", as: (Substring, Substring).self)
    var found: Set<String> = []
    for file in try Self.sources() {
      let text = try String(contentsOf: file, encoding: .utf8)
      found.formUnion(text.matches(of: literal).map { String($0.output.1) })
    }
    #expect(found == Set(RuleExample.all.map(\.id)))
  }

  @Test func theCatalogueReadsTheTable() {
    let rules = RuleCatalogue.standard.rules
    #expect(rules.map(\.id.name) == RuleExample.all.map(\.id))
    #expect(rules.first { $0.id == "hyphens/soft" }?.damaged.contains("-\n") == true)
  }

  private func clean(
    _ source: [UInt8], like example: RuleExample
  ) throws -> (text: [UInt8], entries: [JournalEntry]) {
    var text: [UInt8] = []
    var entries: [JournalEntry] = []
    let session = Cleaner(options: try example.options()).session(
      output: { text += $0 }, events: { if case .edit(let entry) = $0 { entries.append(entry) } })
    try session.feed(source)
    try session.finish()
    return (text, entries)
  }

  /// The Swift files of the library.
  private static func sources() throws -> [URL] {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = package.appending(path: "Sources/Emend")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let swift = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    try #require(!swift.isEmpty)
    return swift
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    self.suffix(suffix.count).elementsEqual(suffix)
  }
}
