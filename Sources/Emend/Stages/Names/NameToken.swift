/// A token that is a form of a known name, without a possessive or plural ending.
struct NameToken {
  /// Bytes of the form.
  let span: Range<Int>
  let name: AuthorityFile.Name
  private let isCapitals: Bool

  /// Reads the token around a word; `nil` where it is no form of a name.
  init?(around word: Range<Int>, in text: Text, _ authority: AuthorityFile) {
    let before = text.byte(word.lowerBound - 1)
    // Part of an address, a file name or another word.
    guard !before.isDigit, !before.isLetter,
      !"@/_.\\".utf8.contains(before)
        || before == .fullStop && !text.byte(word.lowerBound - 2).isLower
    else { return nil }
    for span in Self.spans(from: word, in: text) {
      let form = text.string(span)
      if let name = authority.name(for: form), form.first?.isUppercase == true {
        self.span = span
        self.name = name
        isCapitals = form.count > 1 && !form.contains(where: \.isLowercase)
        guard Self.ends(span.upperBound, in: text) else { return nil }
        return
      }
    }
    return nil
  }

  /// The token with what an apostrophe joins to it (`Sokol'nikov`), the word, and the word without a
  /// plural s; longest first.
  private static func spans(from word: Range<Int>, in text: Text) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var mark = word.upperBound
    if text.byte(mark) == .apostrophe {
      mark += 1
    } else if text.byte(mark) == 0xE2, text.scalar(at: mark).scalar == "\u{2019}" {
      mark += 3
    }
    if mark > word.upperBound, text.byte(mark).isLetter {
      spans.append(word.lowerBound..<text.skip(from: mark, while: \.isLetter))
    }
    // `Antonow-Owsejenko` is one name.
    if text.byte(word.upperBound) == .hyphen, text.byte(word.upperBound + 1).isUpper {
      let end = text.skip(from: word.upperBound + 1) { $0.isLetter || $0.isHigh }
      spans.insert(word.lowerBound..<end, at: 0)
    }
    spans.append(word)
    if word.count > 5, text[word.upperBound - 1] == UInt8(ascii: "s") {
      spans.append(word.lowerBound..<word.upperBound - 1)
    }
    return spans
  }

  private static func ends(_ offset: Int, in text: Text) -> Bool {
    let after = text.byte(offset)
    if after == UInt8(ascii: "s") { return !text.byte(offset + 1).isLetter }
    if after.isLetter || after.isDigit || after == UInt8(ascii: "@") || after == UInt8(ascii: "_") {
      return false
    }
    return !(after == .fullStop && text.byte(offset + 1).isLower)
  }

  /// A spelling in the case of the token.
  func dressed(_ form: String) -> String { isCapitals ? form.uppercased() : form }
}
