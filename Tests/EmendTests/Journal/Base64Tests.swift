import Emend
import EmendTestSupport
import Testing

@Suite struct Base64Tests {
  /// RFC 4648, section 10.
  static let published = [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ]

  @Test(arguments: published) func writesAndReadsThePublishedExamples(bytes: String, text: String) {
    #expect(Base64.encode(bytes.utf8) == Array(text.utf8))
    #expect(Base64.decode(text.utf8) == Array(bytes.utf8))
  }

  @Test func givesRandomBytesBack() {
    var random = SeededGenerator(seed: 64)
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }
  }

  @Test(arguments: [
    "Z", "Zg", "Zg=", "Zg===", "====", "=", "==", "Zh==", "Zm9=", "Zm9v=", "Z=g=", "Zg==Zg==",
    "Zm9v\n", "Zm-_", " Zg==", "Zm9vYg==\n",
  ])
  func refusesWhatItWouldNotWrite(text: String) {
    #expect(Base64.decode(text.utf8) == nil)
  }
}
