@testable import Emend

/// Lines that make a text one that is known to be misread, to stand before what a test is about.
struct MisreadSetting {
  /// Whole lines, misread or not.
  let lines: String

  /// What is made of some text behind the lines.
  func clean(_ text: String, atLeast level: Confidence = .certain) throws -> String {
    var options = Cleaner.Options()
    options.policy.minimum = level
    let output = try Cleaner(options: options).clean(lines + text + "\n").text
    let count = lines.split(separator: "\n").count
    return output.dropLast().split(separator: "\n").dropFirst(count).joined(separator: "\n")
  }
}
