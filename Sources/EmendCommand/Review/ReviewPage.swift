import CommandKit
import Emend

/// The page of a review, for a browser.
struct ReviewPage: HTMLPage {
  let review: Review

  var text: String {
    var body = "<header><h1>Edits of \(Self.escaped(review.name))</h1></header>\n<main>\n"
    body += "<p>\(review.edits.count) edits to decide about."
    if review.fixed > 0 {
      body += " \(review.fixed) more only make the text valid UTF-8 and cannot be refused."
    }
    if !review.kept.isEmpty {
      body += " Decisions that are about no edit of this text alone, and are kept: "
      body += "\(review.kept.count)."
    }
    body += "</p>\n<noscript><p>To decide, allow the script of this page; it needs no network."
    body += "</p></noscript>\n" + ReviewScript.body + "</main>\n"
    return Self.page(
      title: "Emend: edits of \(review.name)", style: ReviewScript.style, body: body, data: payload,
      script: ReviewScript.script)
  }

  /// What the script reads: what repeats is given by number.
  private var payload: [UInt8] {
    let rules = Array(Set(review.edits.map(\.entry.rule.name))).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    var json = JSONWriter()
    json.array { json in
      for edit in review.edits { write(edit, rule: numbers[edit.entry.rule.name] ?? 0, &json) }
    }
    var hash = SHA256()
    hash.update(json.bytes)
    let edits = json.bytes
    json.removeAll()
    json.object { json in
      json.member("schema", DecisionsReader.schema)
      json.member("emend", Version.current)
      json.member("source", review.name)
      // Under this name the browser keeps what was decided and not yet saved.
      json.member("key", hash.finishHex())
      json.key("rules")
      json.array { json in for rule in rules { json.value(rule) } }
      json.key("levels")
      json.array { json in for level in Confidence.allCases { json.value(level.name) } }
      json.key("kept")
      json.array { json in for decision in review.kept { write(decision, &json) } }
      json.key("edits")
      json.value(json: edits)
    }
    return json.bytes
  }

  private func write(_ edit: Review.Edit, rule: Int, _ json: inout JSONWriter) {
    json.array { json in
      json.value(rule)
      json.value(Int(edit.entry.confidence.rawValue))
      json.value(edit.isProposed ? 1 : 0)
      json.value(edit.line)
      json.value(edit.column)
      json.value(edit.surroundings.before)
      json.value(Decision.shown(String(decoding: edit.entry.removed, as: UTF8.self)))
      json.value(Decision.shown(edit.entry.inserted))
      json.value(edit.surroundings.after)
      json.value(edit.entry.evidence.description)
      json.value(edit.verdict == nil ? 0 : edit.verdict == .accept ? 1 : 2)
    }
  }

  private func write(_ decision: Decision, _ json: inout JSONWriter) {
    json.object { json in
      json.member(decision.verdict.rawValue, decision.rule.name)
      json.member("old", decision.old)
      json.member("new", decision.new)
      if let surroundings = decision.surroundings {
        json.member("before", surroundings.before)
        json.member("after", surroundings.after)
      }
    }
  }
}
