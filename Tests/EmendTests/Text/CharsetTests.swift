import EmendTestSupport
import Testing

@testable import Emend

@Suite struct CharsetTests {
  private static let single = [
    "windows-1252", "windows-1251", "KOI8-R", "windows-1250", "ISO-8859-2",
  ]

  @Test(arguments: single) func everyByteOfACharsetComesBack(name: String) throws {
    let charset = try #require(Charset(name: name))
    let bytes = (0..<256).map { UInt8($0) }
    var text = [UInt8]()
    #expect(charset.decode(bytes[...], isLast: true, into: &text) == 256)
    #expect(String(validating: text, as: UTF8.self) != nil)
    #expect(charset.encode(text[...]) == bytes)
    #expect(charset.unit == 1)
  }

  @Test(
    arguments: [
      ("windows-1252", [0x80, 0xE9, 0x93], "€é“"),
      ("windows-1251", [0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0], "Москва"),
      ("KOI8-R", [0xED, 0xCF, 0xD3, 0xCB, 0xD7, 0xC1], "Москва"),
      ("UTF-16LE", [0x41, 0, 0x3D, 0xD8, 0x00, 0xDE, 0xAC, 0x20], "A\u{1F600}€"),
      ("UTF-16BE", [0, 0x41, 0xD8, 0x3D, 0xDE, 0x00, 0x20, 0xAC], "A\u{1F600}€"),
    ] as [(String, [UInt8], String)])
  func decodesAndEncodes(name: String, bytes: [UInt8], text: String) throws {
    let charset = try #require(Charset(name: name))
    var decoded = [UInt8]()
    #expect(charset.decode(bytes[...], isLast: true, into: &decoded) == bytes.count)
    #expect(String(decoding: decoded, as: UTF8.self) == text)
    #expect(charset.encode(decoded[...]) == bytes)
  }

  /// Any 16-bit units come back, lone surrogates too; an odd last byte is left.
  @Test(arguments: ["UTF-16LE", "UTF-16BE"]) func randomUnitsComeBack(name: String) throws {
    let charset = try #require(Charset(name: name))
    #expect(charset.unit == 2)
    var random = SeededGenerator(seed: 77)
    for count in 0..<200 {
      // Every other unit from the surrogates, so that pairs and single ones occur.
      var bytes: [UInt8] = []
      for _ in 0..<count {
        let unit =
          Bool.random(using: &random)
          ? UInt16.random(in: 0xD7F0...0xE00F, using: &random)
          : UInt16.random(in: 0...0xFFFF, using: &random)
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        bytes += name == "UTF-16BE" ? pair : pair.reversed()
      }
      let odd = count % 2 == 1
      var text = [UInt8]()
      let done = charset.decode((bytes + (odd ? [0x41] : []))[...], isLast: true, into: &text)
      #expect(done == bytes.count)
      #expect(charset.encode(text[...]) == bytes)
    }
  }

  /// A surrogate at the end of a chunk waits for its partner.
  @Test(arguments: 1...9) func chunksOfUTF16DoNotMatter(chunk: Int) throws {
    let charset = try #require(Charset(name: "UTF-16LE"))
    let units = Array("a\u{1F600}é\u{10FFFF}".utf16) + [0xDC00, 0xD800, 0x62, 0xD800]
    let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var whole = [UInt8]()
    _ = charset.decode(bytes[...], isLast: true, into: &whole)
    var text = [UInt8]()
    var waiting = [UInt8]()
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      waiting += bytes[start..<min(bytes.count, start + chunk)]
      waiting.removeFirst(charset.decode(waiting[...], isLast: false, into: &text))
    }
    waiting.removeFirst(charset.decode(waiting[...], isLast: true, into: &text))
    #expect(waiting.isEmpty)
    #expect(text == whole)
  }

  @Test func refusesWhatCannotBeTakenBack() {
    #expect(Charset(name: "Shift_JIS") == nil)
    #expect(Charset(name: "klingon") == nil)
    #expect(Charset(name: "UTF-7") == nil)
    let latin = Charset(name: "windows-1252")
    #expect(latin?.encode(Array("Ж".utf8)[...]) == nil)
    #expect(latin?.encode([0xC3]) == nil)
  }

  private static let russian = """
    Народный комиссар иностранных дел принял посла в Москве и сообщил ему, что правительство не
    может согласиться с этим предложением. Посол ответил, что он передаст это своему правительству.
    """
  private static let french = """
    Le ministère des affaires étrangères a fait savoir à l'ambassadeur que la conférence était
    différée jusqu'à la fin de l'été, et que les délégués n'étaient pas encore désignés.
    """

  @Test(arguments: [
    ("windows-1251", russian), ("KOI8-R", russian), ("windows-1252", french),
    ("UTF-16LE", "\u{FEFF}" + russian), ("UTF-16BE", "\u{FEFF}" + french),
  ])
  func aSourceInACharsetIsReadAndGoesBack(name: String, text: String) throws {
    let charset = try #require(Charset(name: name))
    let source = try #require(charset.encode(Array(text.utf8)[...]))
    let run = try CleaningRun(source)
    #expect(run.charset == name)
    #expect(run.text == text)
    #expect(run.applied == [])
    let restored = try Restorer.restore(clean: run.output, journal: run.journal(of: source))
    #expect(restored == source)
  }

  @Test func halfAUnitIsKeptForTheJournal() throws {
    let source: [UInt8] = [0xFF, 0xFE, 0x41, 0, 0x42]
    let run = try CleaningRun(source)
    #expect(run.text == "\u{FEFF}A")
    #expect(run.tail == [0x42])
    #expect(try Restorer.restore(clean: run.output, journal: run.journal(of: source)) == source)
  }

  /// `width` bytes a character, the letter's at `place`.
  private static func spread(_ text: String, _ width: Int, _ place: Int) -> [UInt8] {
    text.utf8.flatMap { byte in (0..<width).map { $0 == place ? byte : 0 } }
  }
  private static let english = "The clerk said nothing,\nand went home.\n"

  @Test(
    arguments: [
      (2, 0, [], "UTF-16LE"), (2, 1, [], "UTF-16BE"), (4, 0, [], "UTF-32LE"),
      (4, 3, [], "UTF-32BE"),
      (4, 0, [0xFF, 0xFE, 0, 0], "UTF-32"), (4, 3, [0, 0, 0xFE, 0xFF], "UTF-32"),
    ] as [(Int, Int, [UInt8], String)])
  func wideCharsetsAreRefused(width: Int, place: Int, mark: [UInt8], name: String) {
    let source = mark + Self.spread(Self.english, width, place)
    for chunk in [1, 3, 4, source.count] {
      #expect(throws: EmendError.unsupportedCharset(name: name, confidence: 100)) {
        try CleaningRun(source, chunk: chunk)
      }
    }
  }

  /// Zeros for blanks, zeros alone, a few characters, zeros far inside.
  @Test(arguments: [
    Array(english.replacing(" ", with: "\0").utf8), [UInt8](repeating: 0, count: 5000),
    spread("The clerk", 2, 0),
    Array(String(repeating: english, count: 20).utf8) + spread(english, 2, 0),
  ])
  func zerosInATextStay(source: [UInt8]) throws {
    let run = try CleaningRun(source)
    #expect(run.charset == nil && run.output == source)
  }

  /// A few wrong bytes do not make UTF-8 another charset.
  @Test func brokenUTF8StaysUTF8() throws {
    let run = try CleaningRun(
      Array("Москва и Киев, 1939 \u{2014} ".utf8) + [0xE9, 0x20, 0xFF, 0x0A])
    #expect(run.charset == nil)
    #expect(run.text == "Москва и Киев, 1939 \u{2014} \u{FFFD} \u{FFFD}\n")
    #expect(run.applied.map(\.rule) == ["bytes/invalid", "bytes/invalid"])
  }
}
