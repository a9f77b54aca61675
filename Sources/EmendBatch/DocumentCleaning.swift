import CommandKit
import Emend
import SystemPackage

/// Cleans a text that comes in chunks, as stored, into two unfinished files: clean text and journal.
final class DocumentCleaning {
  /// What is known when all is written.
  struct Done {
    var outputHash: String
    var charset: String?
    var counts: [(rule: String, sure: String, applied: Int, left: Int)]
    var before: TextQuality
    var after: TextQuality
  }

  private struct Key: Hashable {
    let rule: RuleID
    let sure: Confidence
  }

  private let output: PartialFile
  private let journal: PartialFile
  private var writer: JournalWriter<CommandError>
  private let journalOptions: [String]
  private let listsAll: Bool
  private let cleaner: Cleaner
  /// For a text that is JSON Lines: each line is a document of its own.
  private let lines: JSONLines?
  private var cutter = LineCutter()
  private var session: CleaningSession?
  private var gzip: Gzip.Reader?
  private var isFirst = true
  private var charset: (name: String, start: Int)?
  private var counts: [Key: (applied: Int, left: Int)] = [:]
  /// The beginnings of source and output, to count words.
  private var source: [UInt8] = []
  private var clean: [UInt8] = []

  /// Bytes of source and output whose words are counted.
  private static let sample = 4 << 20

  init(
    partials: (output: FilePath, journal: FilePath), settings: BatchSettings,
    isInputCompressed: Bool, isLines: Bool
  ) throws(CommandError) {
    output = try PartialFile(at: partials.output, isCompressed: isInputCompressed)
    let journal = try PartialFile(
      at: partials.journal, isCompressed: settings.isJournalCompressed)
    self.journal = journal
    cleaner = settings.cleaner
    journalOptions = settings.arguments
    listsAll = settings.listsAll
    lines =
      isLines ? settings.field.map { JSONLines(cleaner: settings.cleaner, field: $0) } : nil
    writer = JournalWriter(all: settings.listsAll) { (bytes) throws(CommandError) in
      try journal.write(Array(bytes)[...])
    }
    if lines == nil { try begin(options: settings.arguments) }
  }

  /// Takes the next bytes of the file.
  func feed(_ chunk: ArraySlice<UInt8>) throws {
    if isFirst {
      isFirst = false
      if Gzip.isCompressed(chunk) { gzip = try Gzip.Reader(name: "the input") }
    }
    if let gzip { try gzip.feed(chunk, take) } else { try take(chunk) }
  }

  func finish(like model: FileStamp) throws -> Done {
    try gzip?.finish()
    if lines == nil {
      try startedSession().finish()
      session = nil
      try writer.finish()
    } else {
      try cutter.finish { try take(line: $0, $1) }
    }
    _ = try journal.finish(like: model)
    let hash = try output.finish(like: model)
    var text = source
    if let charset, let table = Charset(name: charset.name) {
      text =
        Array(source.prefix(charset.start))
        + Array(table.text(of: source.dropFirst(charset.start)).utf8)
    }
    return Done(
      outputHash: hash, charset: charset?.name,
      counts: counts.map { ($0.key.rule.name, $0.key.sure.name, $0.value.applied, $0.value.left) },
      before: TextQuality(of: text[...]), after: TextQuality(of: clean[...]))
  }

  private func begin(options: [String]) throws(CommandError) {
    try writer.begin(JournalHeader(version: Version.current, options: options))
  }

  /// Cleans a line of JSON Lines. Its journal is that of the field's text, and names the line.
  private func take(line: ArraySlice<UInt8>, _ number: Int) throws {
    guard let lines else { return }
    let end = line.last == 0x0A ? 1 : 0
    let result: JSONLines.Result
    do {
      result = try lines.clean(line.dropLast(end), number: number)
    } catch let error as EmendError {
      throw CommandError("line \(number): \(error)")
    }
    try output.write((result.line + line.suffix(end))[...])
    guard let text = result.source else { return }
    let journal = journal
    writer = JournalWriter(all: listsAll) { (bytes) throws(CommandError) in
      try journal.write(Array(bytes)[...])
    }
    try begin(options: journalOptions + ["--line", "\(number)"])
    for event in result.events { try add(event) }
    writer.sourceBytes(text)
    writer.outputBytes(result.text)
    try writer.finish()
    if source.count < Self.sample { source += text + [0x0A] }
    if clean.count < Self.sample { clean += result.text + [0x0A] }
  }

  private func take(_ bytes: ArraySlice<UInt8>) throws {
    if lines != nil { return try cutter.feed(bytes) { try take(line: $0, $1) } }
    writer.sourceBytes(bytes)
    if source.count < Self.sample { source.append(contentsOf: bytes) }
    try startedSession().feed(bytes)
  }

  private func startedSession() throws -> CleaningSession {
    if let session { return session }
    let started = cleaner.session(
      output: { [unowned self] bytes in
        writer.outputBytes(bytes)
        if clean.count < Self.sample { clean.append(contentsOf: bytes) }
        try output.write(bytes)
      },
      events: { [unowned self] event in try add(event) })
    session = started
    return started
  }

  private func add(_ event: CleaningEvent) throws {
    switch event {
    case .charset(let name, let start, _): charset = (name, start)
    case .edit(let entry):
      let key = Key(rule: entry.rule, sure: entry.confidence)
      if entry.isApplied {
        counts[key, default: (0, 0)].applied += 1
      } else {
        counts[key, default: (0, 0)].left += 1
      }
    case .exceedsWindow, .notice, .page, .tail: break
    }
    try writer.record(event)
  }
}
