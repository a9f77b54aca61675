import Foundation
import Testing

@testable import Emend

struct NearestWordsTests {
  private func words(near read: String, atMost most: Int) -> [String: Int] {
    var found: [String: Int] = [:]
    unsafe NearestWords.english.forEachWord(near: Array(read.utf8), atMost: most) {
      word, distance in
      found[unsafe String(decoding: word, as: UTF8.self)] = distance
    }
    return found
  }

  @Test func findsWhatIsLostAddedOrChanged() {
    #expect(words(near: "parliment", atMost: 1) == ["parliament": 1])
    #expect(words(near: "necss arv", atMost: 3)["necessary"] == 3)
    #expect(words(near: "the", atMost: 0) == ["the": 0])
    #expect(words(near: "necss arv", atMost: 2).isEmpty)
  }

  /// Against the slow distance, for all usual words.
  @Test(arguments: ["representativc", "tbe", "b~oks", "a", "goverment"])
  func agreesWithThePlainDistance(read: String) throws {
    let plain = try String(decoding: Self.table(), as: UTF8.self).split(separator: "\n").reduce(
      into: [String: Int]()
    ) { found, word in
      let distance = EditDistance.between(read.utf8.map(Int32.init), word.utf8.map(Int32.init))
      if distance <= 2 { found[String(word)] = distance }
    }
    #expect(words(near: read, atMost: 2) == plain)
  }

  @Test func theTablesMakeTheEmbeddedWords() throws {
    let made = try EnglishTables.usualWords { path in
      Array(try Data(contentsOf: Self.folder.appending(path: path)))
    }
    let isSame = try made == Self.table()
    #expect(isSame, "run Scripts/rebuild-dictionaries")
    let embedded = unsafe Array(EmbeddedText.bytes(of: "compiled/en.words"))
    #expect(embedded == made)
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Dictionaries")

  private static func table() throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: "compiled/en.words")))
  }
}
