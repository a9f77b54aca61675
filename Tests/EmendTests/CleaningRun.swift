@testable import Emend

/// What a cleaning session gave for some bytes.
struct CleaningRun: Equatable {
  var output: [UInt8] = []
  var entries: [JournalEntry] = []
  var charset: String?
  var tail: [UInt8] = []
  var exceedsWindow = false

  var applied: [JournalEntry] { entries.filter(\.isApplied) }
  var text: String { String(decoding: output, as: UTF8.self) }

  /// Cleans bytes that come in chunks of a size, or all at once.
  init(_ source: [UInt8], by cleaner: Cleaner = Cleaner(), chunk: Int = .max) throws {
    var run = Self()
    let session = cleaner.session(
      output: { run.output.append(contentsOf: $0) },
      events: { event in
        switch event {
        case .charset(let name, _, _): run.charset = name
        case .exceedsWindow: run.exceedsWindow = true
        case .notice, .page: break
        case .edit(let entry): run.entries.append(entry)
        case .tail(let bytes): run.tail = bytes
        }
      })
    var at = 0
    while at < source.count {
      let end = min(source.count, at + min(chunk, source.count))
      try session.feed(source[at..<end])
      at = end
    }
    try session.finish()
    self = run
  }

  private init() {}

  /// The bytes of the journal file of a run, as the command writes it.
  static func journalFile(of source: [UInt8], by cleaner: Cleaner = Cleaner()) throws -> [UInt8] {
    var file: [UInt8] = []
    var journal = JournalWriter<Never>(all: true) { unsafe file.append(contentsOf: $0) }
    journal.begin(JournalHeader(version: "0"))
    journal.sourceBytes(source)
    let session = cleaner.session(
      output: { journal.outputBytes($0) },
      events: { journal.record($0) })
    try session.feed(source)
    try session.finish()
    journal.finish()
    return file
  }

  /// The records of a journal of this run, as `Restorer` takes them.
  func journal(of source: [UInt8]) -> [JournalRecord] {
    var records = entries.map { JournalRecord.edit(RecordedEdit($0)) }
    if let charset { records.insert(.charset(name: charset, source: 0, confidence: 100), at: 0) }
    if !tail.isEmpty { records.append(.tail(tail)) }
    return records + [
      .trailer(
        JournalTrailer(
          records: records.count + 1, source: .init(of: source), output: .init(of: output),
          applied: [:], left: [:]))
    ]
  }
}
