/// A text for comparison: its words, with one space between them. Layout does not count.
public struct ComparedText: Sendable {
  /// The words, as white space divides them.
  public let words: [Substring]

  /// - Complexity: O(*n*).
  public init(_ bytes: [UInt8]) {
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  public init(_ text: String) {
    words = text.split { $0.isWhitespace }
  }

  /// The text without case and punctuation, as HIPE-OCRepair 2026 compares texts: small letters, and
  /// what is neither letter nor digit is a space.
  var normalised: ComparedText {
    var text = ""
    for word in words {
      for scalar in word.lowercased().unicodeScalars {
        let keeps = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        text.unicodeScalars.append(
          keeps || scalar.properties.canonicalCombiningClass != .notReordered ? scalar : " ")
      }
      text += " "
    }
    return ComparedText(text)
  }

  /// The characters, as code points.
  var characters: [Int32] {
    var characters = [Int32]()
    for word in words {
      if !characters.isEmpty { characters.append(0x20) }
      characters.append(contentsOf: word.unicodeScalars.map { Int32($0.value) })
    }
    return characters
  }

  /// The words of two texts as numbers: the same number for the same word.
  static func numbers(_ a: ComparedText, _ b: ComparedText) -> ([Int32], [Int32]) {
    var numbers: [Substring: Int32] = [:]
    func number(_ word: Substring) -> Int32 {
      if let known = numbers[word] { return known }
      let next = Int32(numbers.count)
      numbers[word] = next
      return next
    }
    return (a.words.map(number), b.words.map(number))
  }

  /// For each word whether another text has it in its place, when both are laid side by side.
  package func wordsThatAreRight(in other: ComparedText) -> [Bool] {
    let (own, others) = Self.numbers(self, other)
    return ShortestEdit(from: own, to: others).removed.map { !$0 }
  }
}
