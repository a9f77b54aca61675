/// Writes a journal as JSON Lines while a text is cleaned.
///
/// ```swift
/// var journal = JournalWriter { bytes throws(WriteError) in try file.write(bytes) }
/// try journal.begin(JournalHeader(version: "1.0.0"))
/// journal.sourceBytes(chunk)        // all of the source, as it is read
/// try journal.record(event)         // what `CleaningSession` reports
/// journal.outputBytes(text)         // all of the output, as it is written
/// try journal.finish()
/// ```
///
/// It throws what the closure throws and nothing else; a journal that breaks off has no trailer,
/// and readers refuse it. It holds about 32 KiB, however long the journal is. Safe: the sink is given the bytes of an array.
@safe public struct JournalWriter<Failure: Error> {
  /// Takes whole lines; the bytes are valid until it returns.
  public typealias Sink = (UnsafeRawBufferPointer) throws(Failure) -> Void

  private static var bufferSize: Int { 32 << 10 }

  private let all: Bool
  private let sink: Sink
  private var json = JSONWriter()
  private var records = 0
  private var source = SHA256()
  private var output = SHA256()
  private var applied: [StageID: Int] = [:]
  private var left: [StageID: Int] = [:]

  /// - Parameter all: whether edits that were not applied are listed too, the doubtful among them.
  public init(all: Bool = false, sink: @escaping Sink) {
    self.all = all
    unsafe self.sink = sink
  }

  /// Writes the header, which must come first.
  public mutating func begin(_ header: JournalHeader) throws(Failure) {
    try write(.header(header))
  }

  /// Writes what a cleaning session tells.
  public mutating func record(_ event: CleaningEvent) throws(Failure) {
    switch event {
    case .charset(let name, let source, let confidence):
      try charset(name: name, source: source, confidence: confidence)
    case .exceedsWindow(let size):
      try notice("longer than a window of \(size) bytes: cleaned in parts")
    case .notice(let text): try notice(text)
    case .page(let page): try self.page(page)
    case .edit(let entry): try edit(entry)
    case .tail(let bytes): try tail(bytes)
    }
  }

  /// Notes from where on the source is in another charset than UTF-8; once at most.
  /// - Parameters:
  ///   - source: the first converted byte of the source; what stands before is ASCII.
  ///   - confidence: the detector's, 0 to 100.
  public mutating func charset(
    name: String, source: Int, confidence: Int
  ) throws(Failure) {
    try write(.charset(name: name, source: source, confidence: confidence))
  }

  /// Counts an edit, and writes it if it was applied or all are wanted.
  ///
  /// The applied edits of one stage must come in ascending order of `at`.
  public mutating func edit(_ entry: JournalEntry) throws(Failure) {
    count(entry.stage, isApplied: entry.isApplied)
    if all || entry.isApplied { try write(.edit(RecordedEdit(entry))) }
  }

  /// Writes a row of the page table.
  public mutating func page(_ page: PageEntry) throws(Failure) {
    try write(.page(page))
  }

  /// Notes bytes at the end of the source that could not be decoded and are in no output.
  public mutating func tail(_ bytes: [UInt8]) throws(Failure) {
    try write(.tail(bytes))
  }

  public mutating func notice(_ text: String) throws(Failure) {
    try write(.notice(text))
  }

  /// Takes the next bytes of the source, before decoding, for length and hash.
  /// - Complexity: O(*n*); about 5 ms a megabyte.
  public mutating func sourceBytes(_ bytes: some Collection<UInt8>) {
    source.update(bytes)
  }

  /// Takes the next bytes of the output for length and hash.
  /// - Complexity: O(*n*); about 5 ms a megabyte.
  public mutating func outputBytes(_ bytes: some Collection<UInt8>) {
    output.update(bytes)
  }

  /// Writes the trailer and hands over what is left. Nothing may be written afterwards.
  /// - Returns: the trailer, whose counts a summary can show.
  @discardableResult
  public mutating func finish() throws(Failure) -> JournalTrailer {
    let trailer = JournalTrailer(
      records: records + 1,
      source: JournalTrailer.Digest(length: source.length, sha256: source.finishHex()),
      output: JournalTrailer.Digest(length: output.length, sha256: output.finishHex()),
      applied: applied, left: left)
    try write(.trailer(trailer))
    try flush()
    return trailer
  }

  private mutating func count(_ stage: StageID, isApplied: Bool) {
    if isApplied { applied[stage, default: 0] += 1 } else { left[stage, default: 0] += 1 }
  }

  private mutating func write(_ record: JournalRecord) throws(Failure) {
    record.write(to: &json)
    records += 1
    if json.bytes.count >= Self.bufferSize { try flush() }
  }

  private mutating func flush() throws(Failure) {
    let sink = unsafe sink
    unsafe try json.bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
      unsafe try sink(UnsafeRawBufferPointer(bytes))
    }
    json.removeAll()
  }
}
