import Emend
import EmendTestSupport

/// How many applied edits are right, by rule.
struct PrecisionTally {
  struct Row {
    var right = 0
    var wrong = 0
    var share: Double { Double(right) / Double(max(1, right + wrong)) }
    var total: Int { right + wrong }
  }

  private(set) var rows: [String: Row] = [:]
  /// One line for each wrong edit.
  private(set) var failures: [String] = []

  init(_ cases: [GeneratedCase]) {
    for done in cases {
      let judge = EditJudge(done.document)
      for entry in done.applied {
        switch judge.verdict(entry) {
        case .right: rows[entry.rule.name, default: Row()].right += 1
        case .wrong:
          rows[entry.rule.name, default: Row()].wrong += 1
          failures.append(Self.describe(entry, done.document))
        case .counted: break
        }
      }
    }
  }

  /// All rules whose id starts with a prefix, together.
  func sum(_ prefix: String) -> Row {
    rows.filter { $0.key.hasPrefix(prefix) }.values.reduce(into: Row()) {
      $0.right += $1.right
      $0.wrong += $1.wrong
    }
  }

  /// Some wrong edits of the rules whose id starts with a prefix, for messages.
  func sample(_ prefix: String) -> String {
    failures.filter { $0.hasPrefix(prefix) }.prefix(5).joined(separator: "\n")
  }

  /// One line for each rule: right edits, all edits, their share.
  var table: String {
    rows.sorted { $0.key < $1.key }.map { rule, row in
      "\(rule)\t\(row.right)/\(row.total)\t\(Self.percent(row.share))"
    }.joined(separator: "\n")
  }

  static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded(.down))
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) %"
  }

  private static func describe(_ entry: JournalEntry, _ document: DamagedDocument) -> String {
    let removed = String(decoding: entry.removed, as: UTF8.self)
    return "\(entry.rule) seed \(document.seed) at \(entry.source): \(removed.debugDescription) → "
      + "\(entry.inserted.debugDescription) (\(entry.evidence.description)) in "
      + "“\(document.excerpt(entry.source))”"
  }
}
