import CommandKit
import Emend

/// The report as one page that needs no other file and no network.
///
/// The tables are there without scripts; the edits, which may be many, are shown a hundred at a time.
struct HTMLReport: HTMLPage {
  let data: ReportData

  /// Rows of a table; a browser takes seconds for a table of thousands.
  private static let rows = 1000

  var text: String {
    let folder = PathText.text(of: data.folder)
    var body = "<header><h1>What was done in \(Self.escaped(folder))</h1>\n"
    body += "<nav aria-label=\"Parts of this page\"><a href=\"#totals\">Totals</a> "
    body += "<a href=\"#texts\">Texts</a> <a href=\"#names\">Names</a> "
    body += "<a href=\"#edits\">Edits</a></nav></header>\n<main>\n"
    body += totals + texts + names + edits + "</main>\n"
    return Self.page(
      title: "Emend: \(folder)", style: ReportPage.style, body: body, data: payload,
      script: ReportPage.script)
  }

  private var totals: String {
    var part = "<section id=\"totals\"><h2>Totals</h2>\n<p>\(data.documents.count) texts"
    if !data.failures.isEmpty { part += ", \(data.failures.count) failed" }
    part += "; \(data.applied) edits; \(data.left) proposals left to the reader. Known words: "
    part += "\(MarkdownReport.percent(data.before)) before, "
    part += "\(MarkdownReport.percent(data.after)) after.</p>\n"
    for notice in data.notices { part += "<p>Not read: \(Self.escaped(notice))</p>\n" }
    part += Self.table(
      "Edits by stage", ["stage", "applied", "left"],
      data.stages.map { [$0.stage, "\($0.applied)", "\($0.left)"] })
    part += Self.table(
      "Edits by rule", ["rule", "sure", "applied", "left"],
      data.rules.map { [$0.rule, $0.sure, "\($0.applied)", "\($0.left)"] })
    return part + "</section>\n"
  }

  private var texts: String {
    let rows = data.documents.map { document -> [String] in
      let record = document.record
      if record.state == .failed {
        return [record.input, "–", "–", "–", "–", "failed: \(record.error ?? "")"]
      }
      let page = document.worstPage.map {
        "page \($0.number): \(MarkdownReport.percent($0.quality))"
      }
      return [
        record.name, MarkdownReport.percent(record.before), MarkdownReport.percent(record.after),
        "\(record.applied)", "\(record.left)", page ?? "",
      ]
    }
    return "<section id=\"texts\"><h2>Texts</h2>\n"
      + Self.table(
        "Texts, worst first: share of known words, edits",
        ["text", "before", "after", "applied", "left", "worst page"], rows)
      + "</section>\n"
  }

  private var names: String {
    "<section id=\"names\"><h2>Names</h2>\n"
      + Self.table(
        "Spellings of names that were changed", ["became", "was", "times"],
        data.names.map { [$0.name.to, $0.name.from, "\($0.count)"] })
      + "</section>\n"
  }

  private var edits: String {
    var part = "<section id=\"edits\"><h2>Edits</h2>\n"
    part += "<noscript><p>To see the edits one by one, allow the script of this page; the journals "
    part += "beside the texts hold them, too.</p></noscript>\n"
    if data.omitted > 0 {
      part += "<p>\(data.omitted) more edits are in the journals; this page has the first "
      part += "\(data.edits.count), those of the worst texts.</p>\n"
    }
    return part + ReportPage.filter + "</section>\n"
  }

  /// The edits for the script: what repeats is given by number.
  private var payload: [UInt8] {
    let rules = Array(Set(data.edits.map(\.edit.rule.name))).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    var json = JSONWriter()
    json.object { json in
      json.key("rules")
      json.array { json in for rule in rules { json.value(rule) } }
      json.key("levels")
      json.array { json in for level in Confidence.allCases { json.value(level.name) } }
      json.key("texts")
      json.array { json in
        // Behind the last one that has an edit here no name is asked for.
        for document in data.documents.prefix((data.edits.last?.document ?? -1) + 1) {
          json.value(document.record.name)
        }
      }
      json.key("edits")
      json.array { json in
        for edit in data.edits {
          json.array { json in
            json.value(edit.document)
            json.value(numbers[edit.edit.rule.name] ?? 0)
            json.value(Int(edit.edit.confidence.rawValue))
            json.value(edit.edit.isApplied ? 1 : 0)
            json.value(edit.line)
            json.value(edit.column)
            json.value(edit.before)
            json.value(String(decoding: edit.edit.removed.prefix(2000), as: UTF8.self))
            json.value(edit.edit.inserted)
            json.value(edit.after)
            json.value(edit.edit.evidence)
          }
        }
      }
    }
    return json.bytes
  }

  /// A table with its caption; the first column names the row.
  private static func table(_ caption: String, _ heads: [String], _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "<p>\(escaped(caption)): none.</p>\n" }
    var table =
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(escaped(caption))\">"
    table += "<table><caption>\(escaped(caption))</caption><thead><tr>"
    for head in heads { table += "<th scope=\"col\">\(escaped(head))</th>" }
    table += "</tr></thead><tbody>\n"
    for row in rows.prefix(Self.rows) {
      table += "<tr><th scope=\"row\">\(escaped(row[0]))</th>"
      for cell in row.dropFirst() { table += "<td>\(escaped(cell))</td>" }
      table += "</tr>\n"
    }
    table += "</tbody></table></div>\n"
    if rows.count > Self.rows {
      table += "<p>\(rows.count - Self.rows) more rows are in the report .json.</p>\n"
    }
    return table
  }
}
