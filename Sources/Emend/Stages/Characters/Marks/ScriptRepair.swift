/// Repairs letters that look alike in Latin and Cyrillic script: a word is in one script.
///
/// A word is Cyrillic if it has a Cyrillic letter that no Latin one looks like and each of its Latin
/// letters has a Cyrillic double; Latin the other way round. Where neither or both hold it is left.
struct ScriptRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// - Complexity: O(1) for a run of characters beyond ASCII that no ASCII letter touches.
  func propose(into edits: inout [Edit]) {
    var end = 0
    for mark in passage.survey.marks {
      let at = Int(mark)
      guard at >= end, (0xD0...0xD1).contains(text[at]) else { continue }
      let run = text.skip(from: at, while: \.isHigh)
      guard text.byte(at - 1).isLetter || text.byte(run).isLetter else { continue }
      let start = text.skipBack(from: at) { $0.isLetter || $0.isHigh }
      end = text.skip(from: run) { $0.isLetter || $0.isHigh }
      if let word = repaired(text.string(start..<end)) {
        edits.append(
          Edit(
            span: start..<end, replacement: word, rule: "characters/mixed-script",
            confidence: .certain, evidence: .pattern("one word, one script")))
      }
    }
  }

  /// The word in one script; `nil` where it cannot be told in which.
  private func repaired(_ word: String) -> String? {
    var latin = (own: 0, shared: 0)
    var cyrillic = (own: 0, shared: 0)
    for scalar in word.unicodeScalars {
      if scalar.isASCII {
        if Self.cyrillic[scalar] == nil { latin.own += 1 } else { latin.shared += 1 }
      } else if (0x400..<0x482).contains(scalar.value) {
        if Self.latin[scalar] == nil { cyrillic.own += 1 } else { cyrillic.shared += 1 }
      } else {
        // Accents, other scripts.
        return nil
      }
    }
    let doubles: [Unicode.Scalar: Unicode.Scalar]
    if cyrillic.own > 0, latin.own == 0, latin.shared > 0 {
      doubles = Self.cyrillic
    } else if latin.own > 0, cyrillic.own == 0, cyrillic.shared > 0 {
      doubles = Self.latin
    } else {
      return nil
    }
    var made = ""
    for scalar in word.unicodeScalars { made.unicodeScalars.append(doubles[scalar] ?? scalar) }
    return made
  }

  /// Cyrillic letters by the Latin ones that look the same in print.
  private static let cyrillic: [Unicode.Scalar: Unicode.Scalar] = [
    "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "I": "І", "J": "Ј", "K": "К", "M": "М",
    "O": "О", "P": "Р", "S": "Ѕ", "T": "Т", "X": "Х", "Y": "У", "a": "а", "c": "с", "e": "е",
    "i": "і", "j": "ј", "o": "о", "p": "р", "s": "ѕ", "x": "х", "y": "у",
  ]
  private static let latin = Dictionary(uniqueKeysWithValues: cyrillic.map { ($0.value, $0.key) })
}
