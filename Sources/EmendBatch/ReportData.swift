import CommandKit
import Emend
import Foundation
import SystemPackage

/// What a report tells: the ledger of an output folder, and the edits of its journals in their context.
struct ReportData {
  struct Document {
    let record: DocumentRecord
    /// The page of the clean text with the fewest known words; `nil` where pages are not marked.
    var worstPage: (number: Int, quality: TextQuality)?
  }

  struct Edit {
    /// The place of the text in `documents`.
    let document: Int
    let edit: RecordedEdit
    /// Both count from 1, in the source.
    let line: Int
    let column: Int
    let before: String
    let after: String
  }

  /// A spelling of a name that became another one.
  struct Name: Hashable {
    let from: String
    let to: String
  }

  private(set) var documents: [Document] = []
  private(set) var counts: [EditCount] = []
  private(set) var edits: [Edit] = []
  /// Edits that are in the journals and not in `edits`.
  private(set) var omitted = 0
  private(set) var names: [(name: Name, count: Int)] = []
  /// What could not be read.
  private(set) var notices: [String] = []
  let folder: FilePath

  /// Characters of context on each side.
  private static let context = 48

  /// - Parameters:
  ///   - folder: an output folder of `emend batch`.
  ///   - limit: edits that are taken, those of the worst texts first.
  init(folder: FilePath, limit: Int) throws {
    self.folder = folder
    let path = folder.appending(".emend").appending(Ledger.name)
    guard FileIdentity(at: path) != nil else {
      throw CommandError("\(folder): is no output folder of emend batch; it has no \(path)")
    }
    let ledger = try Ledger(at: path, isReadOnly: true)
    counts = try ledger.counts()
    let records = try ledger.documents().values.sorted { Self.isWorse($0, $1) }
    var found: [Name: Int] = [:]
    for record in records {
      var document = Document(record: record)
      if record.state == .clean {
        document.worstPage = worstPage(record)
        addEdits(of: record, at: documents.count, limit: limit, names: &found)
      }
      documents.append(document)
    }
    names = found.map { ($0.key, $0.value) }.sorted {
      ($0.name.to, $1.count, $0.name.from) < ($1.name.to, $0.count, $1.name.from)
    }
  }

  var failures: [Document] { documents.filter { $0.record.state == .failed } }
  var applied: Int { documents.reduce(0) { $0 + $1.record.applied } }
  var left: Int { documents.reduce(0) { $0 + $1.record.left } }
  var before: TextQuality { documents.reduce(TextQuality()) { $0 + $1.record.before } }
  var after: TextQuality { documents.reduce(TextQuality()) { $0 + $1.record.after } }

  /// Applied and left edits of each rule, in the order of the stages, then by number.
  var rules: [(rule: String, sure: String, applied: Int, left: Int)] {
    var sums: [String: EditCount] = [:]
    for count in counts {
      let key = "\(count.rule) \(count.sure)"
      var sum =
        sums[key] ?? EditCount(name: "", rule: count.rule, sure: count.sure, applied: 0, left: 0)
      sum.applied += count.applied
      sum.left += count.left
      sums[key] = sum
    }
    return sums.values.map { ($0.rule, $0.sure, $0.applied, $0.left) }.sorted {
      (Self.order($0.0), $1.2, $1.3, $0.0, $0.1) < (Self.order($1.0), $0.2, $0.3, $1.0, $1.1)
    }
  }

  /// Applied and left edits of each stage.
  var stages: [(stage: String, applied: Int, left: Int)] {
    StageID.allCases.compactMap { stage in
      let own = counts.filter { RuleID($0.rule).stage == stage.rawValue }
      guard !own.isEmpty else { return nil }
      return (
        stage.rawValue, own.reduce(0) { $0 + $1.applied }, own.reduce(0) { $0 + $1.left }
      )
    }
  }

  private static func order(_ rule: String) -> Int {
    StageID(rawValue: String(RuleID(rule).stage))?.order ?? 0
  }

  /// Failed texts first, then those with the fewest known words.
  private static func isWorse(_ a: DocumentRecord, _ b: DocumentRecord) -> Bool {
    if a.state != b.state { return a.state == .failed }
    return (a.after.share, a.name) < (b.after.share, b.name)
  }

  private func worstPage(_ record: DocumentRecord) -> (number: Int, quality: TextQuality)? {
    let path = folder.pushing(PathText.path(of: record.name))
    guard let text = try? Input(file: path).readAll(), text.contains(0x0C) else { return nil }
    let pages = text.split(separator: 0x0C, omittingEmptySubsequences: false)
    return pages.enumerated().map { ($0.offset + 1, TextQuality(of: $0.element)) }
      .filter { $0.1.words >= 20 }.min { $0.1.share < $1.1.share }
      .map { (number: $0.0, quality: $0.1) }
  }

  private mutating func addEdits(
    of record: DocumentRecord, at index: Int, limit: Int, names: inout [Name: Int]
  ) {
    let output = folder.pushing(PathText.path(of: record.name))
    var journal = BatchJob.journal(of: output, isCompressed: false)
    if FileIdentity(at: journal) == nil {
      journal = BatchJob.journal(of: output, isCompressed: true)
    }
    let journals: [(line: Int?, records: [JournalRecord])]
    do {
      journals = try Self.journals(at: journal)
    } catch {
      notices.append("\(error)")
      return
    }
    if journals.contains(where: { $0.line != nil }) {
      // Documents of JSON Lines: the line is that of the file, the context is not at hand.
      for (line, records) in journals {
        for case .edit(let edit) in records {
          add(edit, index, (line ?? 0, edit.source.lowerBound + 1, "", ""), limit, &names)
        }
      }
      return
    }
    var source = (try? Input(file: PathText.path(of: record.input)).readAll()) ?? []
    var edits: [RecordedEdit] = []
    var charset: Charset?
    for item in journals.flatMap(\.records) {
      switch item {
      case .edit(let edit): edits.append(edit)
      case .charset(let name, _, _): charset = Charset(name: name)
      case .trailer(let trailer):
        // The input has changed since, or is no text.
        if trailer.source.length != source.count { source = restored(output, journals[0].records) }
      default: break
      }
    }
    var places = LinePlaces(source, charset: charset, context: Self.context)
    edits.sort { ($0.source.lowerBound, $0.stage.order) < ($1.source.lowerBound, $1.stage.order) }
    for edit in edits { add(edit, index, places.place(of: edit.source), limit, &names) }
  }

  /// The source that a clean text was made of; nothing where they do not belong together any more.
  private func restored(_ output: FilePath, _ journal: [JournalRecord]) -> [UInt8] {
    guard let clean = try? Input(file: output).readAll() else { return [] }
    return (try? Restorer.restore(clean: clean, journal: journal)) ?? []
  }

  private mutating func add(
    _ edit: RecordedEdit, _ document: Int,
    _ place: (line: Int, column: Int, before: String, after: String), _ limit: Int,
    _ names: inout [Name: Int]
  ) {
    if edit.stage == .names, edit.isApplied {
      let from = String(decoding: edit.removed, as: UTF8.self)
      names[Name(from: from, to: edit.inserted), default: 0] += 1
    }
    guard edits.count < limit else {
      omitted += 1
      return
    }
    edits.append(
      Edit(
        document: document, edit: edit, line: place.line, column: place.column,
        before: place.before, after: place.after))
  }

  /// The journals of a file, and the lines that they are of where there are several.
  private static func journals(
    at path: FilePath
  ) throws -> [(line: Int?, records: [JournalRecord])] {
    let bytes = try Input(file: path).readAll()
    let head = Array("{\"header\"".utf8)
    var starts: [Int] = []
    var at = 0
    while at < bytes.count {
      if bytes[at...].starts(with: head) { starts.append(at) }
      at = (bytes[at...].firstIndex(of: 0x0A) ?? bytes.count) + 1
    }
    return try zip(starts, starts.dropFirst() + [bytes.count]).map { start, end in
      let records = try JournalReader.read(
        Array(bytes[start..<end]), file: PathText.text(of: path))
      guard case .header(let header)? = records.first, header.options.count >= 2,
        header.options[header.options.count - 2] == "--line"
      else { return (nil, records) }
      return (Int(header.options[header.options.count - 1]), records)
    }
  }
}
