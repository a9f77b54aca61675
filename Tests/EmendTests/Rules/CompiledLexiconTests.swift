import Dictionaries
import Foundation
import Testing

@testable import Emend

/// The lexicon that the program embeds is the one that its tables make.
@Suite struct CompiledLexiconTests {
  @Test func theTablesMakeTheEmbeddedLexicon() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Dictionaries")
    let compiled = try EnglishTables.compile { path in
      Array(try Data(contentsOf: folder.appending(path: path)))
    }
    let embedded = unsafe UnsafeRawBufferPointer(
      start: emend_lexicon_table(), count: emend_lexicon_size())
    let isSame = unsafe embedded.elementsEqual(compiled)
    #expect(isSame, "run Scripts/rebuild-dictionaries")
  }
}
