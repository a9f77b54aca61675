import Testing

@testable import Emend

/// Raised markers that were read as signs, above notes whose labels tell their numbers.
struct RaisedMarkerTests {
  private static let setting = MisreadSetting.words

  /// A page with three notes; the text between the markers is ordinary.
  private func page(_ first: String, _ second: String, _ third: String) -> String {
    """
    They came to the old town in the winter, and nobody met them at the gate\(first) The
    council had gone home. The letter was read to the king, who had asked for it\(second) She
    stood by the river until the evening, and the children of the town stood there\(third)

    1. Marsh, The Long Winter, p. 7.
    2. Holt, The Old Town, p. 9.
    3. Marsh, The Long Winter, p. 31.
    """
  }

  @Test(arguments: [
    [".*", ".®", ".°"], [".1", ".'", ".*"], [".!", "?*", ".3"], [".®", ".2", ".8"],
    ["*", ",*", ".'*"],
  ])
  func areReadByTheLabels(signs: [String]) throws {
    let printed = zip(signs, ["1", "2", "3"]).map { sign, number in
      (".,?".contains(sign.first ?? " ") ? String(sign.prefix(1)) : "") + number
    }
    #expect(
      try Self.setting.clean(page(signs[0], signs[1], signs[2]))
        == page(printed[0], printed[1], printed[2]).replacing("\n\n", with: "\n"))
  }

  /// One place too few or too many, or numbers in another order, say nothing.
  @Test(arguments: [[".*", ".®", "."], [".3", ".2", ".*"], [".", "'s.", "'."]])
  func stayWhereTheyDoNotCount(signs: [String]) throws {
    let read = page(signs[0], signs[1], signs[2])
    #expect(try Self.setting.clean(read) == read.replacing("\n\n", with: "\n"))
  }

  /// Quotation marks and digits may be what they are read as: without a sign that no print has no page is read.
  @Test(arguments: [[".1", ".'", ".''"], [".1", ".2", ".8"]])
  func stayWithoutASign(signs: [String]) throws {
    let read = page(signs[0], signs[1], signs[2])
    #expect(try Self.setting.clean(read) == read.replacing("\n\n", with: "\n"))
  }

  /// A text that sets its markers in brackets has no raised ones.
  @Test func stayBesideMarkersInBrackets() throws {
    let read = page(".*", ".® (1) It was cold.", ".°")
    #expect(try Self.setting.clean(read) == read.replacing("\n\n", with: "\n"))
  }
}
