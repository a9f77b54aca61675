import Testing

@testable import Emend

/// A compiled lexicon that comes from outside the program is used only if it is whole.
@Suite struct ForeignLexiconTests {
  private static let compiled: [UInt8] = {
    var compiler = LexiconCompiler()
    compiler.add(word: "zzyzx", flags: .word, count: 40)
    return compiler.compile()
  }()

  @Test func isUsedInPlaceOfTheProgramsOwn() throws {
    let lexicon = try Lexicon(compiled: Self.compiled)
    #expect(lexicon.entry("zzyzx").isEnglish)
    #expect(!lexicon.entry("government").isKnown)
    var options = Cleaner.Options()
    options.lexicon = lexicon
    #expect(
      try Cleaner(options: options).clean("the zzy-\nzx of it\n").text == "the zzyzx\nof it\n")
  }

  @Test func everyChangedByteIsSeen() {
    for at in Self.compiled.indices {
      var bytes = Self.compiled
      bytes[at] ^= 4
      #expect(throws: LexiconError.self, "byte \(at)") { try Lexicon(compiled: bytes) }
    }
  }

  @Test func saysWhatIsWrong() {
    var bytes = Self.compiled
    #expect(throws: LexiconError.foreign) { try Lexicon(compiled: Array(bytes.prefix(60))) }
    #expect(throws: LexiconError.wrongLength(271, expected: 272)) {
      try Lexicon(compiled: Array(bytes.dropLast()))
    }
    bytes[200] ^= 1
    #expect(throws: LexiconError.wrongChecksum) { try Lexicon(compiled: bytes) }
  }

  /// With the right checksum a table without a free slot would be searched without an end.
  @Test func aFullTableIsRefused() {
    var bytes = Self.compiled
    for slot in 0..<16 { bytes[LexiconHeader.size + slot * 8] = 1 }
    #expect(throws: LexiconError.isFull) { try Lexicon(compiled: LexiconHeader.sealed(bytes)) }
  }
}
