import Testing

@testable import Emend

@Suite struct PagesTests {
  /// Line numbers at which pages begin, for lines divided by `⏎`.
  private func starts(_ lines: String) -> [Int] {
    window(lines).pages.pages.map(\.lines.lowerBound)
  }

  private func window(_ lines: String) -> Window {
    let text = Text(String(lines.map { $0 == "⏎" ? "\n" : $0 == "␌" ? "\u{C}" : $0 }))
    var evidence = DocumentEvidence(for: .english)
    evidence.lines.add(Layout(of: text), of: text)
    return Window(text: text, evidence: evidence, lexicon: .english, isFirst: true)
  }

  private static let wrap = "A line of the usual length, which ends in a space \n"
  private static let body = String(repeating: wrap, count: 10).replacing("\n", with: "⏎")

  @Test(arguments: [
    ("a⏎b", [0]), ("a⏎␌b⏎c", [0, 1]), ("a⏎␌⏎b", [0, 2]), ("␌a⏎␌b", [0, 1]), ("a⏎⏎⏎⏎b", [0, 4]),
    // Runs of another length are no page ends, and cast doubt on those of three.
    ("a⏎⏎⏎b", [0]), ("a⏎⏎⏎⏎⏎b", [0]), ("a⏎⏎⏎⏎b⏎⏎⏎c", [0]),
    // An indented text has no page ends of one space.
    (" a⏎ b", [0]),
  ])
  func beginWhereTheTextSaysSo(lines: String, expected: [Int]) {
    #expect(starts(lines) == expected)
  }

  @Test func beginAtALeadingSpaceWhereNothingElseIsIndented() {
    let lines =
      Self.body + " and the page goes on here, with its first line set in by one ⏎" + Self.body
    #expect(starts(lines) == [0, 10])
    #expect(window(lines).pages.pages[1].mark == .leadingSpace)
    let indented = Self.body + " one⏎  two⏎   three⏎" + Self.body
    #expect(starts(indented) == [0])
  }

  @Test func holdEachLineOnce() {
    let window = window("a⏎␌b⏎c⏎⏎␌d⏎")
    #expect(window.pages.pages.flatMap(\.lines) == Array(window.layout.lines.indices))
    for (number, page) in window.pages.pages.enumerated() {
      for line in page.lines { #expect(window.pages.page(ofLine: line) == number) }
    }
    #expect(window.pages.pages.map(\.lines.lowerBound) == [0, 1, 4])
  }
}
