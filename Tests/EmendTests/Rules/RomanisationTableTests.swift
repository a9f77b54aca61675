import Foundation
import Testing

@testable import Emend

/// The examples of `romanisation/tests.tsv`, and that all schemes can be opened.
@Suite struct RomanisationTableTests {
  @Test func everyExampleComesOutExactly() throws {
    let table = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Dictionaries/romanisation/tests.tsv")
    let rows = TextTable(path: "romanisation/tests.tsv", text: try Data(contentsOf: table)).rows
    #expect(rows.count > 300)
    var schemes: [String: Romanisation] = [:]
    for row in rows {
      let scheme = schemes[row[0]] ?? Romanisation(scheme: row[0])
      schemes[row[0]] = scheme
      #expect(scheme.latin(row[1]) == row[2], "tests.tsv:\(row.line) \(row[0]) \(row[1])")
    }
    #expect(Set(schemes.keys) == Set(Romanisation.schemes.map(\.id)))
  }

  @Test func everyAliasNamesOneScheme() {
    let names = Romanisation.schemes.flatMap { [$0.id] + $0.aliases }
    #expect(names.count == Set(names).count)
    for scheme in Romanisation.schemes {
      for name in [scheme.id] + scheme.aliases {
        #expect(Romanisation.schemeID(for: name) == scheme.id)
      }
    }
  }
}
