import Testing

@testable import Emend

/// One line for each paragraph.
@Suite struct ReflowTests {
  private static let lines = [
    "The harbour board met in the spring of the year in a room above",
    "the shop, which smelt of tar and of old rope.",
    "Nine men sat round a table that had been made for six, and the",
    "minutes were kept by a nephew of the treasurer.",
    "When the storm came the fleet was at sea, and of the boats that had",
    "gone out nineteen returned before dark.",
    "The inquiry lasted for seven days, and all that the witnesses said",
    "was printed on the next morning.",
    "By the autumn of the year the first hundred yards of the wall stood", "above high water.",
  ]
  private static let paragraphs = stride(from: 0, to: lines.count, by: 2).map {
    "\(lines[$0]) \(lines[$0 + 1])"
  }

  private func reflow(_ text: String) throws -> String {
    var options = Cleaner.Options()
    options.lines = .reflow
    return try Cleaner(options: options).clean(text).text
  }

  /// Paragraphs that have one line each, as this stage writes them, stay apart.
  @Test(arguments: ["\n", "\r\n"]) func paragraphsStayApart(lineEnd: String) throws {
    let clean = (Self.paragraphs + Self.paragraphs).joined(separator: lineEnd + lineEnd) + lineEnd
    #expect(Array(try reflow(clean).utf8) == Array(clean.utf8))
    let pairs = stride(from: 0, to: Self.lines.count, by: 2).map {
      Self.lines[$0] + lineEnd + Self.lines[$0 + 1]
    }
    let wrapped = (pairs + pairs).joined(separator: lineEnd + lineEnd) + lineEnd
    #expect(Array(try reflow(wrapped).utf8) == Array(clean.utf8))
  }

  /// Where a blank line stands between all lines it means nothing.
  @Test func doubleSpacedLinesAreJoined() throws {
    let text = Self.lines.joined(separator: "\n\n") + "\n"
    #expect(try reflow(text).contains("in a room above the shop"))
  }
}
