import CommandKit
import Emend

/// What a run of `check` found, for scores, for comparison, and for other programs.
struct CheckRecord {
  /// A sample that was cleaned.
  struct Entry {
    let result: SampleResult
    /// The edits that were applied, each as one line (see `CheckRecord.line`).
    let edits: [String]
  }

  private(set) var entries: [Entry] = []
  private(set) var failures: [(name: String, reason: String)] = []

  /// The form of the file.
  static let schema = 1

  mutating func add(_ result: SampleResult) {
    entries.append(
      Entry(result: result, edits: result.entries.filter(\.isApplied).map { Self.line($0) }))
  }

  mutating func add(failure: String, of sample: Sample) {
    failures.append((sample.name, failure))
  }

  /// An edit as text: rule, place, what was there, what is. Texts of documents stay the same, so this tells
  /// one edit from another.
  static func line(_ entry: JournalEntry) -> String {
    let removed = String(decoding: entry.removed, as: UTF8.self)
    return "\(entry.rule) \(entry.source.lowerBound) \"\(removed)\" -> \"\(entry.inserted)\""
  }

  /// Writes all as one JSON object.
  func write(json path: String) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("check", Self.schema)
      json.member("emend", Version.current)
      json.key("samples")
      json.array { json in
        for entry in entries { json.object { Self.write(entry, to: &$0) } }
      }
      json.key("failures")
      json.array { json in
        for failure in failures {
          json.object { json in
            json.member("name", failure.name)
            json.member("reason", failure.reason)
          }
        }
      }
    }
    json.endLine()
    try Self.write(json.bytes, path)
  }

  private static func write(_ entry: Entry, to json: inout JSONWriter) {
    let result = entry.result
    json.member("name", result.sample.name)
    json.key("pass")
    json.value(result.isPass)
    if let accuracy = result.accuracy {
      for (name, rates) in [("characters", accuracy.characters), ("words", accuracy.words)] {
        json.key(name)
        json.object { json in
          json.member("length", rates.after.length)
          json.member("before", rates.before.errors)
          json.member("after", rates.after.errors)
        }
      }
      json.key("matches")
      json.object { json in
        json.key("before")
        json.value(.double(accuracy.matches.before.rate))
        json.key("after")
        json.value(.double(accuracy.matches.after.rate))
      }
      json.member("preference", accuracy.preference)
      json.member("harmed", accuracy.harmed)
    }
    if let scores = result.scores { write(scores, to: &json) }
    json.key("edits")
    json.array { json in for edit in entry.edits { json.value(edit) } }
  }

  private static func write(_ scores: EditScores, to json: inout JSONWriter) {
    json.key("stages")
    json.object { json in
      for stage in StageID.allCases {
        guard let score = scores.stages[stage] else { continue }
        json.key(stage.rawValue)
        json.object { json in
          json.member("fixed", score.fixed)
          json.member("harmed", score.harmed)
          json.member("open", score.open)
          json.member("missed", score.missed)
        }
      }
    }
    json.key("levels")
    json.object { json in
      for level in Confidence.allCases {
        guard let proportion = scores.levels[level] else { continue }
        json.key(level.name)
        json.object { json in
          json.member("right", proportion.right)
          json.member("judged", proportion.all)
        }
      }
    }
  }

  /// Writes a file that a CI system shows as tests.
  func write(junit path: String) throws {
    let failed = entries.count { !$0.result.isPass } + failures.count
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml += "<testsuite name=\"emend check\" tests=\"\(entries.count + failures.count)\""
    xml += " failures=\"\(failed)\">\n"
    for entry in entries {
      xml += "  <testcase classname=\"samples\" name=\"\(Self.escaped(entry.result.sample.name))\""
      let problems = entry.result.problems.map(\.summary).joined(separator: "; ")
      xml +=
        problems.isEmpty
        ? "/>\n" : ">\n    <failure message=\"\(Self.escaped(problems))\"/>\n  </testcase>\n"
    }
    for failure in failures {
      xml += "  <testcase classname=\"samples\" name=\"\(Self.escaped(failure.name))\">\n"
      xml += "    <error message=\"\(Self.escaped(failure.reason))\"/>\n  </testcase>\n"
    }
    xml += "</testsuite>\n"
    try Self.write(Array(xml.utf8), path)
  }

  private static func write(_ bytes: [UInt8], _ path: String) throws {
    let file = try AtomicFile(path: path)
    defer { file.discard() }
    try file.write(bytes)
    try file.commit()
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case "\"": escaped += "&quot;"
      case _ where scalar.value < 0x20: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension SampleResult.Problem {
  /// The problem in a few words.
  var summary: String {
    switch self {
    case .noCleanText: "clean.txt is missing"
    case .differs: "the output is not what is expected"
    case .isNotRestored(let why): "output and journal do not give the scan back: \(why)"
    case .isNotStable: "cleaning the output changes it again"
    }
  }
}
