import EmendTestSupport
import Testing

@testable import Emend

@Suite struct SourceMapTests {
  @Test(arguments: ["UTF-16LE", "windows-1251"]) func countsTheBytesOfTheSource(name: String) throws
  {
    let charset = try #require(Charset(name: name))
    var random = SeededGenerator(seed: 4)
    let letters = name == "UTF-16LE" ? Array("abЖя€\u{1F600}") : Array("abЖя№")
    // Longer than a step between checkpoints.
    let characters = (0..<5000).map { _ in letters.randomElement(using: &random)! }
    let text = Text(String(characters))
    let map = SourceMap(start: 100, text: text, charset: charset)
    var utf8 = 0
    var source = 100
    for character in characters {
      let bytes = Array(String(character).utf8)
      let width = try #require(charset.encode(bytes[...])).count
      if map.source(of: utf8..<utf8 + bytes.count) != source..<source + width {
        Issue.record("\(character) at \(utf8)")
      }
      utf8 += bytes.count
      source += width
    }
    #expect(map.source(of: 0..<text.count) == 100..<source)
  }

  @Test func isTheSameBytesInUTF8() {
    let map = SourceMap(start: 7, text: Text("é"), charset: nil)
    #expect(map.source(of: 0..<2) == 7..<9)
  }
}
