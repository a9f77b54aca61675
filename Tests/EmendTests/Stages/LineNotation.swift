@testable import Emend

/// Texts of test tables in one line: `⏎` ends a line, `␌` is a form feed.
enum LineNotation {
  static func text(_ notation: String) -> String {
    String(notation.map { $0 == "⏎" ? "\n" : $0 == "␌" ? "\u{C}" : $0 })
  }

  static func notation(_ text: String) -> String {
    String(text.unicodeScalars.map { $0 == "\n" ? "⏎" : $0 == "\u{C}" ? "␌" : Character($0) })
  }

  /// Runs some stages over a text behind another that gives it its evidence.
  static func clean(
    _ notation: String, behind setting: String = "", stages: Set<StageID>
  ) throws -> String {
    var options = Cleaner.Options()
    options.stages = stages
    let cleaner = Cleaner(options: options)
    let result = try CleaningRun(Array(text(setting + notation).utf8), by: cleaner)
    let out = self.notation(result.text)
    // The setting may be repaired as well; it keeps its lines.
    let lines = setting.count { $0 == "⏎" }
    return out.split(separator: "⏎", omittingEmptySubsequences: false).dropFirst(lines)
      .joined(separator: "⏎")
  }
}
