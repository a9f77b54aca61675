/// One line of a journal; `Docs/journal.md` describes the schema.
public enum JournalRecord: Equatable, Sendable {
  case header(JournalHeader)
  /// From this byte of the source on the text was converted from this charset; what stands before
  /// is ASCII. The confidence is the detector's, 0 to 100.
  case charset(name: String, source: Int, confidence: Int)
  /// A row of the page table.
  case page(PageEntry)
  case edit(RecordedEdit)
  /// Bytes at the end of a source in UTF-16 that are no whole unit; they are in no output.
  case tail([UInt8])
  /// Something a reader should know: a document longer than a window, a cap that was reached.
  case notice(String)
  case trailer(JournalTrailer)

  /// Writes the record as one line of JSON Lines.
  func write(to json: inout JSONWriter) {
    json.object { json in
      switch self {
      case .header(let header): Self.write(header, to: &json)
      case .charset(let name, let source, let confidence):
        json.member("charset", name)
        json.member("source", source)
        json.member("sure", confidence)
      case .page(let page): Self.write(page, to: &json)
      case .edit(let edit): Self.write(edit, to: &json)
      case .tail(let bytes):
        json.key("tail64")
        json.value(base64: bytes)
      case .notice(let text): json.member("notice", text)
      case .trailer(let trailer): Self.write(trailer, to: &json)
      }
    }
    json.endLine()
  }

  private static func write(_ header: JournalHeader, to json: inout JSONWriter) {
    json.member("header", header.schema)
    json.member("emend", header.version)
    json.key("options")
    json.array { json in
      for option in header.options { json.value(option) }
    }
  }

  private static func write(_ page: PageEntry, to json: inout JSONWriter) {
    json.member("page", page.number)
    json.key("source")
    json.array { json in
      json.value(page.source.lowerBound)
      json.value(page.source.upperBound)
    }
    if let folio = page.folio { json.member("folio", folio) }
    json.member("why", page.evidence)
    for (key, numbers) in [("notes", page.notes), ("markers", page.markers)]
    where !numbers.isEmpty {
      json.key(key)
      json.array { json in
        for number in numbers { json.value(number) }
      }
    }
  }

  private static func write(_ edit: RecordedEdit, to json: inout JSONWriter) {
    json.member("edit", edit.rule.name)
    // Said only where the rule's id does not say it.
    if edit.rule.stage != edit.stage.rawValue { json.member("stage", edit.stage.rawValue) }
    json.key("source")
    json.array { json in
      json.value(edit.source.lowerBound)
      json.value(edit.source.upperBound)
    }
    json.member("at", edit.at)
    if isReadable(edit.removed) {
      json.key("old")
      unsafe edit.removed.withUnsafeBytes { unsafe json.value(utf8: $0) }
    } else {
      json.key("old64")
      json.value(base64: edit.removed)
    }
    json.member("new", edit.inserted)
    json.member("sure", edit.confidence.name)
    json.member("why", edit.evidence)
    if !edit.isApplied { json.member("outcome", edit.outcome.rawValue) }
  }

  /// Whether bytes can stand as a string: UTF-8, and not so much longer with its escapes (a run of
  /// NUL bytes takes six times its length) that the line could exceed the reader's limit.
  private static func isReadable(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= 1 << 20, JSONWriter.length(of: bytes) <= 2 * bytes.count + 16 else {
      return false
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  private static func write(_ trailer: JournalTrailer, to json: inout JSONWriter) {
    json.member("trailer", trailer.records)
    for (key, digest) in [("source", trailer.source), ("output", trailer.output)] {
      json.key(key)
      json.object { json in
        json.member("bytes", digest.length)
        json.member("sha256", digest.sha256)
      }
    }
    for (key, counts) in [("applied", trailer.applied), ("left", trailer.left)] {
      json.key(key)
      json.object { json in
        for stage in StageID.allCases {
          if let count = counts[stage], count > 0 { json.member(stage.rawValue, count) }
        }
      }
    }
  }
}
