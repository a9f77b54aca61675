import Emend

/// The report as a summary for reading in any editor.
struct MarkdownReport {
  let data: ReportData

  private static let worst = 20
  private static let names = 60

  var text: String {
    var text = "# Emend: what was done\n\n"
    text += "\(data.documents.count) texts, \(data.failures.count) failed; "
    text += "\(data.applied) edits, \(data.left) proposals left to the reader.\n"
    text += "Known words: \(Self.percent(data.before)) before, \(Self.percent(data.after)) after.\n"
    if !data.failures.isEmpty {
      text += "\n## Failed\n\n"
      for document in data.failures {
        text += "- \(Self.cell(document.record.input)): \(Self.cell(document.record.error ?? ""))\n"
      }
    }
    text += "\n## Rules\n\n| rule | sure | applied | left |\n|---|---|--:|--:|\n"
    for rule in data.rules {
      text += "| \(rule.rule) | \(rule.sure) | \(rule.applied) | \(rule.left) |\n"
    }
    text += "\n## Texts, worst first\n\n| text | known before | after | edits | left |\n"
    text += "|---|--:|--:|--:|--:|\n"
    for document in data.documents.filter({ $0.record.state == .clean }).prefix(Self.worst) {
      let record = document.record
      text += "| \(Self.cell(record.name)) | \(Self.percent(record.before)) "
      text += "| \(Self.percent(record.after)) | \(record.applied) | \(record.left) |\n"
    }
    if !data.names.isEmpty {
      text += "\n## Names\n\n| became | was | times |\n|---|---|--:|\n"
      for (name, count) in data.names.prefix(Self.names) {
        text += "| \(Self.cell(name.to)) | \(Self.cell(name.from)) | \(count) |\n"
      }
    }
    return text
  }

  static func percent(_ quality: TextQuality) -> String {
    "\(BatchProgress.decimal(quality.share)) %"
  }

  private static func cell(_ text: String) -> String {
    String(text.flatMap { $0 == "|" ? "\\|" : $0 == "\n" ? "⏎" : String($0) })
  }
}
