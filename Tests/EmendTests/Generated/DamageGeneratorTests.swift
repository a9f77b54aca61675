import EmendTestSupport
import Testing

@testable import Emend

@Suite struct DamageGeneratorTests {
  @Test(arguments: 0..<20) func theSameSeedGivesTheSameDocument(seed: Int) {
    let generator = DamageGenerator(rates: .badScan)
    let document = generator.document(seed: UInt64(seed))
    let again = generator.document(seed: UInt64(seed))
    #expect(document.text == again.text && document.edits == again.edits)
    #expect(document.text != generator.document(seed: UInt64(seed + 1)).text)
  }

  /// Undoing all damage by its parts gives the truth, to the byte.
  @Test(arguments: 0..<20) func thePartsMakeTheTruth(seed: Int) {
    let document = DamageGenerator(rates: .badScan).document(seed: UInt64(seed))
    #expect(document.truth(of: 0..<document.bytes.count) == document.truth)
    #expect(document.text != document.truth)
    for (part, next) in zip(document.parts, document.parts.dropFirst()) {
      #expect(part.span.upperBound <= next.span.lowerBound)
    }
    for edit in document.edits {
      #expect(edit.parts.count == (edit.kind.isBreak ? 2 : 1))
      for part in edit.parts {
        let damaged = String(decoding: document.bytes[part.span], as: UTF8.self)
        #expect(damaged != part.truth)
      }
    }
  }

  @Test(arguments: DamageKind.allCases) func eachKindCanBeDoneByItself(kind: DamageKind) {
    var count = 0
    for seed in 0..<12 {
      let document = DamageGenerator(rates: .only(kind)).document(seed: UInt64(seed))
      #expect(document.edits.allSatisfy { $0.kind == kind })
      count += document.edits.count
    }
    #expect(count >= 8)
  }

  @Test func withoutDamageTheTextIsTheTruth() {
    let document = DamageGenerator(rates: .none).document(seed: 3)
    #expect(document.edits.isEmpty)
    #expect(document.text == document.truth)
  }

  /// The vocabulary is made of words, so that a change to a generated text is a mistake.
  @Test func theVocabularyIsKnown() {
    for word in ProseVocabulary.all {
      for part in word.split(separator: "-") where part.first?.isLowercase == true {
        #expect(Lexicon.english.entry(String(part)).flags.contains(.word), "\(part)")
      }
    }
    #expect(ProseVocabulary.all.count > 300)
  }

  @Test func damagesTextsOfOthers() {
    var random = SeededGenerator(seed: 1)
    let style = DocumentStyle(using: &random)
    let text = "The committee reconsidered the recommendations of its administrative council. "
    let document = DamageGenerator(rates: .only(.softHyphen)).damage(
      [String(repeating: text, count: 6)], style: style, seed: 1)
    #expect(!document.edits.isEmpty)
    #expect(document.truth.wordsInOneLine == String(repeating: text, count: 6).wordsInOneLine)
  }
}
