@testable import Emend

/// What `WordSurveyor` finds, found by the plain words of its description.
struct SlowSurvey {
  var suspects: [Suspect] = []
  var marks: [UInt32] = []
  var singleOpenings = 0
  var doubleOpenings = 0
  var words = 0
  /// Occurrences of each word, by its hash, and of each compound.
  var counts: [UInt64: Int] = [:]
  var compounds: [UInt64: Int] = [:]

  private let bytes: [UInt8]
  private let lexicon: Lexicon

  init(_ text: String, lexicon: Lexicon) {
    bytes = Array(text.utf8)
    self.lexicon = lexicon
    findWords(in: text)
    findMarks()
  }

  private func byte(_ at: Int) -> UInt8 { bytes.indices.contains(at) ? bytes[at] : 0 }

  private mutating func findWords(in text: String) {
    var at = 0
    var word = ""
    var previous: (hash: UInt64, end: Int)?
    for scalar in text.unicodeScalars + ["\0"] {
      let isLetter =
        scalar.value < 0x80
        ? UInt8(scalar.value).isLetter
        : scalar.properties.isAlphabetic
          || scalar.properties.canonicalCombiningClass != .notReordered
      if isLetter {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        let start = at - word.utf8.count
        words += 1
        // Nothing is known of words that begin, beyond ASCII, with Greek or what follows it.
        if word.utf8.first(where: { $0 > 0x7F }).map({ $0 < 0xCD }) ?? true {
          let hash = WordHash.of(word)
          counts[hash, default: 0] += 1
          if let previous, previous.end == start - 1, byte(start - 1) == UInt8(ascii: "-") {
            compounds[WordHash.pair(previous.hash, hash), default: 0] += 1
          }
          previous = (hash, at)
          judge(word, start: start, end: at)
        }
        word = ""
      }
      at += scalar.utf8.count
    }
  }

  private mutating func judge(_ word: String, start: Int, end: Int) {
    let entry = lexicon.entry(word)
    let known = entry.isKnown
    if end - start == 1 {
      let english: Lexicon.Flags = [.word, .name, .abbreviation, .contraction]
      if entry.flags.isDisjoint(with: english), byte(start - 1).isWhite, byte(end).isWhite {
        suspects.append(
          Suspect(
            start: start, count: 1, kind: .single, hash: WordHash.of(word), isInLexicon: known))
      }
      return
    }
    let letters = Array(word.unicodeScalars)
    let isUpper = { (scalar: Unicode.Scalar) in
      scalar.value < 0x80 ? UInt8(scalar.value).isUpper : scalar.properties.isUppercase
    }
    let usualInSmall: Lexicon.Flags = [
      .word, .contraction, .abbreviation, .german, .french, .italian, .spanish, .latin, .polish,
      .czech, .russian,
    ]
    let kind: Suspect.Kind
    if !known {
      kind = .unknown
    } else if entry.flags.contains(.confusable) || entry.flags.contains(.nameVariant) {
      kind = .flagged
    } else if !letters.contains(where: isUpper) {
      if !entry.flags.isDisjoint(with: usualInSmall) { return }
      kind = .unknown
    } else if letters.allSatisfy(isUpper)
      || (isUpper(letters[0]) && !letters.dropFirst().contains(where: isUpper))
    {
      return
    } else {
      kind = .mixedCase
    }
    suspects.append(
      Suspect(
        start: start, count: end - start, kind: kind, hash: WordHash.of(word), isInLexicon: known))
  }

  private mutating func findMarks() {
    for at in bytes.indices {
      let here = bytes[at]
      let before = byte(at - 1)
      let isSymbol =
        "#$%&*+/<=>@[\\]^_`{|}~!\u{7F}".utf8.contains(here)
        || (here < 0x20 && ![9, 10, 13].contains(here))
      let isStopBehindBlank = ",-.:;".utf8.contains(here) && before.isBlank && at > 0
      let touches = (here.isDigit && before.isLetter) || (here.isLetter && before.isDigit)
      let startsRun = here.isHigh && !before.isHigh
      if isSymbol || isStopBehindBlank || touches || startsRun { marks.append(UInt32(at)) }
      if at == 0 || before.isBlank || before == 0x0A, byte(at + 1).isLetter {
        if here == UInt8(ascii: "'") { singleOpenings += 1 }
        if here == UInt8(ascii: "\"") { doubleOpenings += 1 }
      }
    }
  }
}
