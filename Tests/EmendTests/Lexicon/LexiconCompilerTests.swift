import EmendTestSupport
import Foundation
import Testing

@testable import Emend

@Suite struct LexiconCompilerTests {
  private static let words: [(String, Lexicon.Flags, UInt64)] = (0..<300).map {
    ("word\($0)", $0 % 3 == 0 ? [.word, .rare] : .word, UInt64($0) * 977)
  }

  @Test func theOrderDoesNotMatter() {
    let pairs = (0..<100).map { ("word\($0)", "word\($0 * 2)", UInt64($0 + 1)) }
    func compiled(_ seed: UInt64) -> [UInt8] {
      var random = SeededGenerator(seed: seed)
      var compiler = LexiconCompiler()
      for (word, flags, count) in Self.words.shuffled(using: &random) {
        compiler.add(word: word, flags: flags, count: count)
      }
      for (first, second, count) in pairs.shuffled(using: &random) {
        compiler.add(pair: first, second, count: count)
      }
      return compiler.compile()
    }
    let first = compiled(0)
    for seed in 1..<8 { #expect(compiled(UInt64(seed)) == first) }
    #expect(first.count > LexiconHeader.size + 300 * 8)
  }

  @Test func theTableGivesBackWhatWasPutIn() {
    var compiler = LexiconCompiler()
    for (word, flags, count) in Self.words { compiler.add(word: word, flags: flags, count: count) }
    compiler.add(pair: "word1", "word2", count: 1000)
    compiler.mark(word: "word5", flags: .confusable)
    compiler.mark(word: "absent", flags: .confusable)
    let table = compiler.compile()
    table.withUnsafeBytes { bytes in
      let lexicon = unsafe Lexicon(table: bytes.baseAddress!)
      for (word, flags, count) in Self.words {
        let entry = lexicon.entry(word)
        #expect(entry.flags == (word == "word5" ? flags.union(.confusable) : flags))
        #expect(entry.frequency == Int(LexiconCompiler.frequency(of: count)))
      }
      #expect(!lexicon.entry("absent").isKnown)
      #expect(lexicon.bigram(WordHash.of("word1"), WordHash.of("word2")) == 69)
      #expect(lexicon.bigram(WordHash.of("word2"), WordHash.of("word1")) == 0)
    }
  }

  @Test func aWordIsRareOnlyIfAllThatIsKnownOfItSaysSo() {
    var compiler = LexiconCompiler()
    compiler.add(word: "a", flags: [.word, .rare])
    compiler.add(word: "a", flags: [.name])
    compiler.add(word: "b", flags: [.word, .rare])
    compiler.add(word: "b", flags: [.name, .rare])
    compiler.add(word: "c", flags: [.word, .rare])
    compiler.add(word: "c", flags: [.german])
    #expect(compiler.words[WordHash.of("a")]?.flags == [.word, .name])
    #expect(compiler.words[WordHash.of("b")]?.flags == [.word, .name, .rare])
    #expect(compiler.words[WordHash.of("c")]?.flags == [.word, .rare, .german])
  }

  @Test func frequencyIsSevenTimesTheBinaryLogarithm() {
    #expect(LexiconCompiler.frequency(of: 0) == 0)
    #expect(LexiconCompiler.frequency(of: 1) == 1)
    var random = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      let count =
        UInt64.random(in: 2...(.max), using: &random) >> UInt64.random(in: 0...62, using: &random)
      guard count > 1 else { continue }
      let exact = Foundation.log2(Double(count)) * 7
      let frequency = Double(LexiconCompiler.frequency(of: count))
      // In steps of 1/256 of the logarithm, rounded down: 7/256 below at most, and the whole step.
      #expect(min(exact, 255) - frequency < 1.03 && frequency <= exact + 0.001, "\(count)")
    }
  }
}
