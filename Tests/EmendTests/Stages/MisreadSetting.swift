@testable import Emend

/// Lines that make a text one that is known to be misread, to stand before what a test is about.
struct MisreadSetting {
  /// Whole lines, misread or not.
  let lines: String

  /// Words are misread, one letter in all sorts of them.
  static let words = MisreadSetting(
    lines: "They came wIth a letter of the king, and she stood wIth him in April of the year.\n"
      + "They saw tbe house and tbe garden, tbe river and tbe hills, in tbe light of the day.\n")

  /// A text in which words are misread, one in so many.
  static func goodScan(signs: Int, oneIn words: Int) -> MisreadSetting {
    MisreadSetting(
      lines: String(repeating: "They saw tbe house of the king in April.\n", count: signs)
        + String(
          repeating: "They came with a letter of the king, and she stood with him at the gate.\n",
          count: signs * words / 16))
  }

  /// What is made of some text behind the lines.
  func clean(
    _ text: String, atLeast level: Confidence = .certain,
    names: NameOptions.Spelling = .authority
  ) throws -> String {
    var options = Cleaner.Options()
    options.policy.minimum = level
    options.names.spelling = names
    let output = try Cleaner(options: options).clean(lines + text + "\n").text
    let count = lines.split(separator: "\n").count
    return output.dropLast().split(separator: "\n").dropFirst(count).joined(separator: "\n")
  }
}
