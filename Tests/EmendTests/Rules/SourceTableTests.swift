import Foundation
import Testing

@testable import Emend

/// The rows of `en/sources.tsv`, in a text that is known to be misread.
struct SourceTableTests {
  private static let rows = TableRow.all(of: "en/sources.tsv")

  /// None is taken for another, and one whose E, F or I was read as the letter of nearly the same shape is
  /// that one again, unless that makes a word.
  @Test(arguments: rows)
  func row(_ row: TableRow) throws {
    let name = row[0]
    #expect(name.utf8.count >= 4 && name == name.uppercased() && !row[1].isEmpty)
    #expect(
      try MisreadSetting.words.clean("7. \(name), vol. 4, p. 57.").contains("7. \(name), vol"))
    for (printed, read) in [("F", "E"), ("E", "F"), ("I", "L")] {
      guard let at = name.range(of: printed, options: .backwards) else { continue }
      let misread = name.replacingCharacters(in: at, with: read)
      guard !Lexicon.english.entry(misread).isKnown,
        !Self.rows.contains(where: { $0[0] == misread })
      else { continue }
      let output = try MisreadSetting.words.clean("7. \(misread), vol. 4, p. 57.")
      #expect(output.contains("7. \(name), vol"))
    }
  }
}
