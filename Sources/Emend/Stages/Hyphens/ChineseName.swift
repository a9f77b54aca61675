/// Chinese names in the romanisation of Wade and Giles, `Chiang Kai-shek`: print keeps the hyphen of the given name.
///
/// No lexicon has them, and neither half is a word; so what tells them is that the surname before and both halves are
/// syllables of Mandarin, or of the Cantonese names that are as usual (`Sun Yat-sen`).
enum ChineseName {
  /// Whether a surname with a capital stands before two halves, and all three are syllables.
  /// - Complexity: O(length).
  static func holds(_ head: Range<Int>, _ tail: Range<Int>, in text: Text) -> Bool {
    let start = wordStart(before: head.upperBound, in: text)
    guard text[start].isUpper, isSyllable(start..<head.upperBound, in: text),
      isSyllable(tail.lowerBound..<wordEnd(from: tail.lowerBound, in: text), in: text)
    else { return false }
    let gap = text.skipBack(from: start, while: \.isWhite)
    guard (1...2).contains(start - gap) else { return false }
    let surname = wordStart(before: gap, in: text)
    return surname < gap && text[surname].isUpper && isSyllable(surname..<gap, in: text)
  }

  /// `T'ing`, also with a typographic apostrophe.
  private static func isPart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isHigh || byte == .apostrophe
  }

  private static func wordStart(before end: Int, in text: Text) -> Int {
    text.skipBack(from: end, to: Swift.max(0, end - longest), while: isPart)
  }

  private static func wordEnd(from start: Int, in text: Text) -> Int {
    text.skip(from: start, to: Swift.min(text.count, start + longest), while: isPart)
  }

  /// Bytes of a syllable, with its marks.
  private static let longest = 12

  private static func isSyllable(_ range: Range<Int>, in text: Text) -> Bool {
    guard range.count < longest else { return false }
    var word = ""
    for scalar in text.string(range).lowercased().unicodeScalars {
      switch scalar {
      case "'", "\u{2019}", "\u{2018}": continue
      case "\u{FC}": word += "u"
      case "\u{EA}": word += "e"
      default: word.unicodeScalars.append(scalar)
      }
    }
    if others.contains(word) { return true }
    return initials.contains { initial in
      word.hasPrefix(initial)
        && finals[initial]?.contains(String(word.dropFirst(initial.count))) == true
    }
  }

  /// Surnames and syllables that Mandarin does not spell so.
  private static let others: Set<String> = [
    "shek", "yat", "sen", "teh", "tse", "soong", "kung", "koo",
  ]

  private static let wide = "a ai an ang ao e en eng ou u uan ui un ung uo o"
  private static let narrow = "i iao ieh ien in ing iu"
  private static let initials = finals.keys.sorted { $0.count > $1.count }
  /// What follows each initial.
  private static let finals: [String: Set<String>] = [
    "p": "a ai an ang ao ei en eng i iao ieh ien in ing o u",
    "m": "a ai an ang ao ei en eng i iao ieh ien in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "t": wide + " i iao ieh ien ing iu",
    "n": wide + " ei iang uan " + narrow,
    "l": wide + " ei ia iang ueh " + narrow,
    "k": wide + " ei ua uai uang uei",
    "h": wide + " ei ua uai uang",
    "ch": wide + " ia iang ih iung ua uai uang ueh " + narrow,
    "hs": "i ia iang iao ieh ien in ing iu iung u uan ueh un",
    "sh": wide + " ih ua uai uang ui",
    "j": "an ang ao e en eng ih ou u uan ui un ung o",
    "ts": wide, "tz": "u", "ss": "u", "sz": "u e",
    "s": wide,
    "y": "a ai ang ao eh en in ing u ung uan ueh un",
    "w": "a ai an ang ei en eng u",
    "": "ai an ang ao en erh i o ou",
  ].mapValues { Set($0.split(separator: " ").map(String.init)) }
}
