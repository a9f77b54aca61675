/// Who bears a name, as far as the first name or initials before it tell: `David Litvinoff` is no form of
/// `Maksim Litvinov`.
struct NameBearer {
  let text: Text

  /// What stands before a surname.
  private enum Before {
    case forename(Forenames.Bearer)
    case initial(Character)
  }

  /// Whether another one bears it than those whose first names are given.
  /// - Parameter forenames: in Cyrillic; empty where they are not known.
  func isOther(at span: Range<Int>, than forenames: [String]) -> Bool {
    switch before(span.lowerBound) {
    case .forename(.foreign): true
    case .forename(.russian(let names)):
      !forenames.isEmpty && !names.contains { forenames.contains($0) }
    case .initial(let letter):
      !forenames.isEmpty
        && !forenames.contains { Forenames.standard.mayBegin($0, with: letter) }
    case nil: false
    }
  }

  /// Whether a first name that Russians do not bear stands before: the bearer keeps the form of his language.
  func isForeign(_ span: Range<Int>) -> Bool {
    if case .forename(.foreign) = before(span.lowerBound) { return true }
    return false
  }

  /// The word before a surname, where it is none of the first names that are known.
  func unknownForename(_ span: Range<Int>) -> Range<Int>? {
    guard let word = word(before: span.lowerBound), text[word.upperBound - 1] != .fullStop,
      forename(word) == nil
    else { return nil }
    return word
  }

  private func before(_ start: Int) -> Before? {
    guard let word = word(before: start) else { return nil }
    if text[word.upperBound - 1] == .fullStop { return initial(word) }
    if Self.isPatronymic(text[word]), let first = self.word(before: word.lowerBound) {
      return forename(first)
    }
    return forename(word)
  }

  private func forename(_ word: Range<Int>) -> Before? {
    Forenames.standard.bearer(of: text.string(word)).map { .forename($0) }
  }

  /// The capitalised word, or the initials, that one space or line end divides from what stands behind.
  private func word(before start: Int) -> Range<Int>? {
    let end = text.skipBack(from: start, while: \.isWhite)
    guard end < start, start - end <= 3 else { return nil }
    let first = text.skipBack(from: end) { $0.isLetter || $0.isHigh || $0 == .fullStop }
    guard end - first > 1, text[first].isUpper || text[first].isHigh else { return nil }
    return first..<end
  }

  /// The first of some initials: `M. M.`, `M.M.`; `M.` alone is Monsieur, too.
  private func initial(_ word: Range<Int>) -> Before? {
    var first = word
    while let next = self.word(before: first.lowerBound), isInitials(next) { first = next }
    guard isInitials(first) else { return nil }
    let letter = text[first.lowerBound]
    if letter == UInt8(ascii: "M") { return nil }
    return .initial(Character(Unicode.Scalar(letter)))
  }

  private func isInitials(_ word: Range<Int>) -> Bool {
    guard word.count.isMultiple(of: 2), word.count <= 6 else { return false }
    return stride(from: word.lowerBound, to: word.upperBound, by: 2).allSatisfy {
      text[$0].isUpper && text[$0 + 1] == .fullStop
    }
  }

  private static func isPatronymic(_ word: ArraySlice<UInt8>) -> Bool {
    let word = String(decoding: word, as: UTF8.self)
    return word.count > 6
      && ["vich", "vitch", "vič", "witsch", "vitsch", "wicz", "vna", "wna"].contains {
        word.hasSuffix($0)
      }
  }
}
