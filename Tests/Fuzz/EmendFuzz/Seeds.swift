import CommandKit
import EmendTestSupport
import Foundation

@testable import Emend

/// A first corpus for each target, made of the samples, the tables and generated documents.
enum Seeds {
  static func write(to folder: String) throws {
    let scans = PackageFiles.list("Samples", suffix: ".txt").compactMap {
      try? PackageFiles.bytes(of: $0)
    }
    let made = (0..<24).map {
      DamageGenerator(rates: .badScan).document(seed: $0, paragraphs: 4).bytes
    }
    // Short pieces are mutated faster than whole texts.
    let pieces = (scans + made).flatMap { text in
      stride(from: 0, to: min(text.count, 9000), by: 900).map {
        Array(text[$0..<min($0 + 1100, text.count)])
      }
    }
    for (number, piece) in pieces.enumerated() {
      let options = [UInt8(number % 8), UInt8(number % 61)]
      try put(options + piece, "text", in: folder)
      try put([UInt8(number % 5)] + piece.prefix(400), "scan", in: folder)
      try put([UInt8(number % 251)] + piece.prefix(300), "icu", in: folder)
      try put(journal(of: Array(piece.prefix(500))), "journal", in: folder)
      try put(line(piece.prefix(300)), "jsonl", in: folder)
      try put(changed(piece.prefix(400)), "diff", in: folder)
      if number % 8 == 0 { try put([13] + compressed(piece), "gzip", in: folder) }
    }
    for json in [
      "{\"a\":[1,2.5e3,null,true,\"\\u00e9\\ud83d\\ude00\\n\"]}", "[[[]]]", "\"QUJD\"", "-0",
    ] {
      try put(Array(json.utf8), "json", in: folder)
    }
    for (number, piece) in pieces.prefix(40).enumerated() {
      try put(try decisions(about: piece, number), "decisions", in: folder)
    }
    for path in PackageFiles.list("Samples", suffix: ".toml") {
      try put(try PackageFiles.bytes(of: path), "configuration", in: folder)
    }
    for toml in [
      "at-least = \"likely\"\nstages = [\"bytes\", 'hyphens']\n[names]\nspelling = \"ala-lc\"\n",
      "ignore = [\n  \"characters\", # dots\n]\nwindow = 1_000\n[files.\"*.txt\"]\nlines = \"keep\"",
      "a.b.c = { x = [1, [2.5, 1979-05-27]], y = \"\"\"\n\\u00e9\"\"\" }\n[[t]]\n[[t]]\n",
    ] {
      try put(Array(toml.utf8), "configuration", in: folder)
    }
    for name in ["names/authority.tsv", "rules.tsv", "en/compounds.tsv", "en/prefixes.tsv"] {
      let rows = try PackageFiles.bytes(of: "Dictionaries/\(name)").split(separator: UInt8.newline)
      for start in stride(from: 0, to: min(rows.count, 300), by: 10) {
        let table = rows[start..<min(start + 10, rows.count)].joined(separator: [UInt8.newline])
        try put(
          Array(table) + [UInt8.formFeed] + "Litvinoff met Tchitcherin".utf8, "table", in: folder)
      }
    }
    var compiler = LexiconCompiler()
    for count in 0..<11 {
      compiler.add(word: "word\(count)", flags: .word, count: UInt64(count))
      compiler.add(pair: "word", "word\(count)", count: UInt64(count))
      try put(compiler.compile(), "lexicon", in: folder)
    }
  }

  private static func put(_ bytes: [UInt8], _ target: String, in folder: String) throws {
    let place = "\(folder)/\(target)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: "\(place)/\(SHA256.hex(of: bytes).prefix(16))"))
  }

  private static func journal(of source: [UInt8]) -> [UInt8] {
    var journal = [UInt8]()
    var clean = [UInt8]()
    var writer = JournalWriter<Never>(all: true) { unsafe journal.append(contentsOf: $0) }
    writer.begin(JournalHeader(version: "0"))
    writer.sourceBytes(source)
    let session = Cleaner().session(
      output: { clean += $0 },
      events: { writer.record($0) })
    try? session.feed(source)
    try? session.finish()
    writer.outputBytes(clean)
    writer.finish()
    return [UInt8(clean.count >> 8), UInt8(clean.count & 0xFF)] + clean + journal
  }

  /// Decisions about the edits of a text, every second one refused, and the text.
  private static func decisions(about source: [UInt8], _ number: Int) throws -> [UInt8] {
    let text = String(decoding: source, as: UTF8.self)
    var json = JSONWriter()
    json.object { $0.member("decisions", 1) }
    json.endLine()
    for (i, entry) in try Cleaner().clean(text).entries.enumerated() {
      json.object {
        $0.member((i + number) % 2 == 0 ? "accept" : "refuse", entry.rule.name)
        $0.member("old", String(decoding: entry.removed, as: UTF8.self))
        $0.member("new", entry.inserted)
      }
      json.endLine()
    }
    return json.bytes + [UInt8.formFeed] + Array(text.utf8)
  }

  private static func line(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("id", 7)
      $0.member("text", String(decoding: text, as: UTF8.self))
    }
    return json.bytes
  }

  private static func changed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var lines = text.split(separator: UInt8.newline, omittingEmptySubsequences: false)
    if lines.count > 2 { lines.swapAt(0, lines.count / 2) }
    return Array(text) + [0] + Array(lines.joined(separator: [UInt8.newline]))
  }

  private static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    Gzip.compress(bytes) + Gzip.compress(Array(bytes.prefix(9)))
  }
}
