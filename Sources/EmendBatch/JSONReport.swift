import Emend

/// The report for other programs.
struct JSONReport {
  let data: ReportData

  static let schema = 1

  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("report", Self.schema)
      json.member("applied", data.applied)
      json.member("left", data.left)
      write("before", data.before, &json)
      write("after", data.after, &json)
      json.key("rules")
      json.array { json in
        for rule in data.rules {
          json.object { json in
            json.member("rule", rule.rule)
            json.member("sure", rule.sure)
            json.member("applied", rule.applied)
            json.member("left", rule.left)
          }
        }
      }
      json.key("documents")
      json.array { json in for document in data.documents { write(document, &json) } }
      json.key("names")
      json.array { json in
        for (name, count) in data.names {
          json.object { json in
            json.member("from", name.from)
            json.member("to", name.to)
            json.member("count", count)
          }
        }
      }
      json.key("edits")
      json.array { json in for edit in data.edits { write(edit, &json) } }
      json.member("omitted", data.omitted)
    }
    json.endLine()
    return json.bytes
  }

  private func write(_ key: String, _ quality: TextQuality, _ json: inout JSONWriter) {
    json.key(key)
    json.object { json in
      json.member("words", quality.words)
      json.member("known", quality.known)
    }
  }

  private func write(_ document: ReportData.Document, _ json: inout JSONWriter) {
    let record = document.record
    json.object { json in
      json.member("name", record.name)
      json.member("input", record.input)
      json.member("state", record.state.rawValue)
      if let error = record.error { json.member("error", error) }
      if let charset = record.charset { json.member("charset", charset) }
      json.member("applied", record.applied)
      json.member("left", record.left)
      write("before", record.before, &json)
      write("after", record.after, &json)
      if let page = document.worstPage {
        json.member("worstPage", page.number)
        write("worstPageWords", page.quality, &json)
      }
    }
  }

  private func write(_ edit: ReportData.Edit, _ json: inout JSONWriter) {
    json.object { json in
      json.member("document", edit.document)
      json.member("rule", edit.edit.rule.name)
      json.member("sure", edit.edit.confidence.name)
      json.member("outcome", edit.edit.outcome.rawValue)
      json.member("line", edit.line)
      json.member("column", edit.column)
      json.member("before", edit.before)
      json.member("old", String(decoding: edit.edit.removed, as: UTF8.self))
      json.member("new", edit.edit.inserted)
      json.member("after", edit.after)
      json.member("why", edit.edit.evidence)
    }
  }
}
