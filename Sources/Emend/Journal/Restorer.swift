/// Gives the source back from the clean text and the journal of the run that made it.
///
/// The stages are undone in reverse. Nothing in the journal is trusted: every offset is checked, the
/// text that an edit put in must stand where it says, and the result must have the source's hash.
public struct Restorer {
  private let trailer: JournalTrailer
  private var charset: (name: String, source: Int)?
  private var tail: [UInt8] = []
  /// The applied edits of each stage, in the order of the journal.
  private var edits = [[RecordedEdit]](repeating: [], count: StageID.allCases.count)

  /// Restores the bytes of the source.
  /// - Parameters:
  ///   - clean: the text as Emend wrote it.
  ///   - journal: the records of the journal of the same run, as `JournalReader` gives them.
  /// - Throws: `RestoreError` where the two do not belong together or the journal was changed.
  /// - Complexity: O(*n*) in bytes of the text and of the journal, for each stage; memory is that of
  ///   the text twice, and the journal.
  public static func restore(
    clean: [UInt8], journal: [JournalRecord]
  ) throws(RestoreError) -> [UInt8] {
    let restorer = try Restorer(journal)
    let output = restorer.trailer.output
    guard matches(clean, output) else {
      throw .foreignText(length: clean.count, expected: output.length)
    }
    var text = clean
    for stage in StageID.allCases.reversed() {
      text = try undo(restorer.edits[stage.order], in: text)
    }
    text = try restorer.convertBack(text)
    let source = restorer.trailer.source
    guard matches(text, source) else {
      throw .foreignSource(length: text.count, expected: source.length)
    }
    return text
  }

  private init(_ journal: [JournalRecord]) throws(RestoreError) {
    guard case .trailer(let trailer)? = journal.last else { throw .incomplete }
    self.trailer = trailer
    for record in journal {
      switch record {
      case .charset(let name, let source, _): charset = (name, source)
      case .edit(let edit) where edit.isApplied: edits[edit.stage.order].append(edit)
      case .tail(let bytes): tail = bytes
      case .header, .page, .edit, .notice, .trailer: break
      }
    }
  }

  private static func matches(_ text: [UInt8], _ digest: JournalTrailer.Digest) -> Bool {
    text.count == digest.length && JournalTrailer.Digest(of: text) == digest
  }

  /// Gives back the text that a stage was given.
  private static func undo(
    _ edits: [RecordedEdit], in text: [UInt8]
  ) throws(RestoreError) -> [UInt8] {
    guard !edits.isEmpty else { return text }
    var given = [UInt8]()
    // More than this it cannot be: each part is in memory already.
    given.reserveCapacity(edits.reduce(text.count) { $0 + $1.removed.count })
    var done = 0
    for edit in edits {
      let inserted = edit.inserted.utf8
      guard edit.at >= done else { throw bad(edit, "is out of order or overlaps another") }
      guard edit.at <= text.count, inserted.count <= text.count - edit.at else {
        throw bad(edit, "reaches beyond the end of the text")
      }
      let end = edit.at + inserted.count
      guard text[edit.at..<end].elementsEqual(inserted) else {
        throw bad(edit, "put in something else than stands there")
      }
      given.append(contentsOf: text[done..<edit.at])
      given.append(contentsOf: edit.removed)
      done = end
    }
    given.append(contentsOf: text[done...])
    return given
  }

  private static func bad(_ edit: RecordedEdit, _ why: String) -> RestoreError {
    .badEdit(rule: edit.rule.name, at: edit.at, why: why)
  }

  private func convertBack(_ text: [UInt8]) throws(RestoreError) -> [UInt8] {
    guard let (name, source) = charset else { return text + tail }
    guard let charset = Charset(name: name) else { throw .unknownCharset(name) }
    // Bytes before the charset's are ASCII, so they are as many in the text as in the source.
    guard source >= 0, source <= text.count, text[..<source].allSatisfy({ !$0.isHigh }),
      let rest = charset.encode(text[source...])
    else { throw .badCharset(name: name, source: source) }
    return text[..<source] + rest + tail
  }
}
