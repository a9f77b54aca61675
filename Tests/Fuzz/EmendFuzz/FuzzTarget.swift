/// A part of Emend that reads what strangers wrote.
struct FuzzTarget: Sendable {
  let name: String
  let run: @Sendable ([UInt8]) -> Void

  static let all = [
    FuzzTarget(name: "text", run: fuzzText),
    FuzzTarget(name: "scan", run: fuzzScan),
    FuzzTarget(name: "journal", run: fuzzJournal),
    FuzzTarget(name: "json", run: fuzzJSON),
    FuzzTarget(name: "jsonl", run: fuzzJSONLines),
    FuzzTarget(name: "table", run: fuzzTable),
    FuzzTarget(name: "lexicon", run: fuzzLexicon),
    FuzzTarget(name: "icu", run: fuzzICU),
    FuzzTarget(name: "gzip", run: fuzzGzip),
    FuzzTarget(name: "diff", run: fuzzDiff),
    FuzzTarget(name: "decisions", run: fuzzDecisions),
    FuzzTarget(name: "configuration", run: fuzzConfiguration),
  ]
}

extension [UInt8] {
  /// Takes the first byte as a choice; 0 where there is none.
  mutating func takeChoice() -> Int { isEmpty ? 0 : Int(removeFirst()) }

  var isValidUTF8: Bool { String(validating: self, as: UTF8.self) != nil }
}
