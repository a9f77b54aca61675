import Testing

@testable import Emend

@Suite struct LineEndTests {
  /// A line's end as `head|mark`; `nil` where no word can be divided.
  private func end(_ line: String) throws -> String? {
    let text = Text(line + "\n")
    let found = try #require(Layout(of: text).lines.first)
    guard let end = LineEnd(of: found, in: text) else { return nil }
    #expect(end.contentEnd == found.content.upperBound)
    let mark = text.string(end.breakStart..<end.contentEnd)
    return "\(text.string(end.head))|\(mark)|\(end.keptHyphen(in: text))"
  }

  @Test(
    arguments: [
      ("the govern-", "govern|-|-"), ("the govern- ", "govern|-|-"), ("the govern", "govern||-"),
      ("the govern\u{AD}", "govern|\u{AD}|-"), ("the govern\u{2010}", "govern|\u{2010}|\u{2010}"),
      ("the govern\u{2011}", "govern|\u{2011}|\u{2011}"), ("the govern—", "govern|—|-"),
      ("the govern=", "govern|=|-"),
      ("in 1914-", "1914|-|-"), ("vis-à-", "à|-|-"), ("the recon- 1", "recon|- 1|-"),
      ("the recon- *", "recon|- *|-"), ("the day.", nil), ("the day --", nil), ("-", nil),
      ("a", nil), ("(", nil),
    ] as [(String, String?)])
  func isRead(line: String, expected: String?) throws {
    #expect(try end(line) == expected)
  }

  /// A second half as `specks|letters|what is glued behind`.
  private func tail(_ line: String) throws -> String? {
    let text = Text(line + "\n")
    let content = try #require(Layout(of: text).lines.first).content
    guard let tail = Tail(of: content, in: text) else { return nil }
    let token = tail.token(in: text)
    #expect(tail.startsWithDigit == text[token.lowerBound].isDigit)
    let glued = tail.letters.upperBound..<token.upperBound
    return "\(text.string(tail.specks))|\(text.string(tail.letters))|\(text.string(glued))"
      + (tail.startsSmall ? "" : "|large")
  }

  @Test(
    arguments: [
      ("ment of", "|ment|"), ("ment, of", "|ment|,"), ("ment.'12) of", "|ment|.'12)"),
      ("ment", "|ment|"),
      ("  ment of", "|ment|"), ("* ment of", "* |ment|"), ("\u{2022}ment of", "\u{2022}|ment|"),
      (". ment", ". |ment|"), ("Ment of", "|Ment||large"), ("été of", "|été|"),
      ("18 of", "||18|large"),
      ("(ment)", nil), ("'ment", nil), ("— ment", nil), ("*** ", nil), ("", nil),
    ] as [(String, String?)])
  func readsTheSecondHalf(line: String, expected: String?) throws {
    if line.isEmpty {
      let tail = Tail(of: 0..<0, in: Text(""))
      #expect(tail == nil)
    } else {
      #expect(try tail(line) == expected)
    }
  }
}
