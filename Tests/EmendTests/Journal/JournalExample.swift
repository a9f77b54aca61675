@testable import Emend

/// The example of `Docs/journal.md`: a small text with a byte of another charset, a divided word
/// and a name that was left.
struct JournalExample {
  let source = Array("He said ".utf8) + [0x93] + Array("so\".\nan exam-\nple of M. Litvinow\n".utf8)
  let clean = Array("He said \u{201C}so\".\nan example\nof M. Litvinow\n".utf8)

  let entries = [
    JournalEntry(
      stage: .bytes, rule: "bytes/invalid", source: 8..<9, at: 8, removed: [0x93],
      inserted: "\u{201C}", confidence: .certain, evidence: .invalidUTF8, outcome: .applied),
    JournalEntry(
      stage: .hyphens, rule: "hyphens/soft", source: 17..<27, at: 19,
      removed: Array("exam-\nple ".utf8), inserted: "example\n", confidence: .certain,
      evidence: .inLexicon("example"), outcome: .applied),
    JournalEntry(
      stage: .names, rule: "names/authority", source: 33..<41, at: 33,
      removed: Array("Litvinow".utf8), inserted: "Litvinov", confidence: .likely,
      evidence: .authority(heading: "Litvinov"), outcome: .belowMinimum),
  ]

  func journal(all: Bool = false) -> [UInt8] {
    var bytes = [UInt8]()
    var writer = JournalWriter<Never>(all: all) { bytes.append(contentsOf: $0) }
    writer.begin(JournalHeader(version: "1.0.0", options: ["--dictionary", "own.tsv"]))
    writer.sourceBytes(source)
    for entry in entries { writer.edit(entry) }
    writer.outputBytes(clean)
    writer.finish()
    return bytes
  }

  static let text = #"""
    {"header":1,"emend":"1.0.0","options":["--dictionary","own.tsv"]}
    {"edit":"bytes/invalid","source":[8,9],"at":8,"old64":"kw==","new":"“",\#
    "sure":"certain","why":"not UTF-8"}
    {"edit":"hyphens/soft","source":[17,27],"at":19,"old":"exam-\nple ","new":"example\n",\#
    "sure":"certain","why":"lexicon has example"}
    {"trailer":4,\#
    "source":{"bytes":42,\#
    "sha256":"688f33790e4163b47a58b7513574babb24266112d41ad1c467d69068146c004c"},\#
    "output":{"bytes":42,\#
    "sha256":"94baa0461bb365581de03083dec8dbd065f1768ed1a5147b6a051dad576cb76d"},\#
    "applied":{"bytes":1,"hyphens":1},"left":{"names":1}}

    """#
}
