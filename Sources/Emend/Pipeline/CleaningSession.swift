/// Cleans one document that arrives in chunks.
///
/// Chunks may be of any size: windows are cut by content alone. Memory is bounded by the size of a
/// window, however long the document is.
///
/// ```swift
/// let session = Cleaner().session { bytes in try file.write(bytes) }
/// while let chunk = try input.read() { try session.feed(chunk) }
/// try session.finish()
/// ```
public final class CleaningSession {
  /// Takes clean text, UTF-8, as it is ready.
  public typealias Output = (ArraySlice<UInt8>) throws -> Void
  /// Takes what happened, in order of the source, stage by stage within a window.
  public typealias Events = (CleaningEvent) throws -> Void

  private let pipeline: Pipeline
  private let cutter: WindowCutter
  private let output: Output
  private let events: Events?
  private var progress: Pipeline.Progress

  /// Source bytes that are not decoded yet (an odd byte of UTF-16), or not looked at (the first).
  private var undecoded: [UInt8] = []
  /// Decoded bytes that wait for their window to fill.
  private var pending: [UInt8] = []
  private var charset: Charset?
  /// Whether the charset is settled: UTF-8 once valid characters beyond ASCII were seen.
  private var isSettled = false
  private var hasStarted = false
  /// Whether line feeds and carriage returns are exchanged in `pending`: settled by the first window.
  private var endsLinesByReturns = false
  /// Source bytes whose windows are out.
  private var sourceOffset = 0
  private var windows = 0

  init(pipeline: Pipeline, cutter: WindowCutter, output: @escaping Output, events: Events?) {
    self.pipeline = pipeline
    self.cutter = cutter
    self.output = output
    self.events = events
    progress = Pipeline.Progress(lexicon: pipeline.lexicon, words: pipeline.words)
  }

  /// Takes the next bytes of the source.
  /// - Throws: `EmendError`, or what the output or event closure throws.
  public func feed(_ chunk: some Collection<UInt8>) throws {
    // The first chunk is taken over as it is.
    if hasStarted { makeRoom(for: chunk.count) }
    if hasStarted, charset == nil {
      let start = pending.count
      pending.append(contentsOf: chunk)
      if endsLinesByReturns { CarriageReturns.exchange(in: &pending, from: start) }
    } else {
      undecoded.append(contentsOf: chunk)
      guard hasStarted || undecoded.count >= 2 else { return }
      try start()
      decode(isLast: false)
    }
    while pending.count > cutter.size { try processWindow(isLast: false) }
  }

  /// Gives a text that may fill a window the room of one, and no more: an array that grows takes up to twice
  /// that, and what it leaves behind each time.
  private func makeRoom(for count: Int) {
    let all = pending.count + count
    guard all > pending.capacity, windows > 0 || all >= Self.largeText else { return }
    pending.reserveCapacity(cutter.size + count + Text.padding)
  }

  /// Bytes of a text that has the room of a window from the start.
  private static let largeText = 1 << 20

  /// Cleans what is left. The session cannot be used afterwards.
  public func finish() throws {
    try start()
    decode(isLast: true)
    while !pending.isEmpty { try processWindow(isLast: true) }
    if !undecoded.isEmpty {
      // Half a unit of UTF-16: kept as it is would not be UTF-8.
      try events?(.tail(undecoded))
    }
  }

  private func start() throws {
    guard !hasStarted else { return }
    hasStarted = true
    let mark = undecoded.prefix(2)
    if mark.elementsEqual([0xFF, 0xFE]) || mark.elementsEqual([0xFE, 0xFF]) {
      try settle(Charset(name: mark.first == 0xFF ? "UTF-16LE" : "UTF-16BE"), confidence: 100)
    }
    // A byte order mark in UTF-8 says what the rest is, even where some of it is broken; a first
    // chunk that ends inside the mark is told by its first two bytes.
    if mark.elementsEqual([0xEF, 0xBB]) { try settle(nil, confidence: 100) }
  }

  private func settle(_ found: Charset?, confidence: Int) throws {
    isSettled = true
    charset = found
    if let found {
      try events?(.charset(name: found.name, source: sourceOffset, confidence: confidence))
    }
  }

  private func decode(isLast: Bool) {
    let start = pending.count
    defer { if endsLinesByReturns { CarriageReturns.exchange(in: &pending, from: start) } }
    guard let charset else {
      if pending.isEmpty {
        swap(&pending, &undecoded)
      } else {
        pending.append(contentsOf: undecoded)
      }
      undecoded.removeAll(keepingCapacity: true)
      return
    }
    let done = charset.decode(undecoded[...], isLast: isLast, into: &pending)
    undecoded.removeFirst(done)
  }

  private func processWindow(isLast: Bool) throws {
    let isBinary = unsafe pending.prefix(cutter.size).withUnsafeBufferPointer {
      unsafe Text.isBinary($0)
    }
    if windows == 0 { try refuseWideCharset() }
    // What is no text has no charset.
    if !isSettled, !isBinary { try detectCharset() }
    if windows == 0, !isBinary, CarriageReturns.endLines(of: pending.prefix(cutter.size)) {
      endsLinesByReturns = true
      CarriageReturns.exchange(in: &pending)
    }
    let length = cutter.length(of: pending[...], isLast: isLast)
    // The window takes the buffer over; only what is left behind it is copied, and gets its room when the
    // window's is free again.
    var window = Array(pending[length...])
    swap(&window, &pending)
    window.removeLast(window.count - length)
    let text = Text(adopting: consume window)
    let origin = SourceMap(start: sourceOffset, text: text, charset: charset)
    let source = sourceOffset
    sourceOffset = origin.source(of: 0..<text.count).upperBound
    // Handed over: it is gone as soon as a stage has changed it.
    let result = pipeline.run(
      consume text, isBinary: isBinary, origin: origin, progress: &progress,
      wantsEntries: events != nil)
    windows += 1
    if windows == 2 { try events?(.exceedsWindow(size: cutter.size)) }
    if isBinary {
      try events?(
        .notice("bytes \(source) to \(sourceOffset) are no text: only invalid UTF-8 was replaced"))
    }
    for page in result.pages { try events?(.page(page)) }
    for notice in result.notices { try events?(.notice(notice)) }
    for entry in result.entries {
      try events?(.edit(endsLinesByReturns ? CarriageReturns.exchanged(entry) : entry))
    }
    guard result.text.count > 0 else { return }
    let bytes = result.text.bytes
    try output(endsLinesByReturns ? CarriageReturns.exchanged(bytes)[...] : bytes)
  }

  /// UTF-32, and UTF-16 without a mark, look like ASCII with zeros between.
  private func refuseWideCharset() throws {
    if let name = Charset.wide(pending[...], isMarkedUTF16: charset != nil) {
      throw EmendError.unsupportedCharset(name: name, confidence: 100)
    }
  }

  /// Settles on a charset as soon as a window holds characters beyond ASCII.
  private func detectCharset() throws {
    let window = pending.prefix(cutter.size)
    let high = unsafe window.withUnsafeBufferPointer { unsafe Text.asciiPrefix(of: $0) }
    guard high < window.count else { return }
    if Self.isValid(window) { return try settle(nil, confidence: 100) }
    let share = Self.validShare(of: window)
    // Broken UTF-8 is still UTF-8: what is valid outweighs what is not.
    if share.valid > share.invalid || share.invalid == 0 { return try settle(nil, confidence: 100) }
    let sample = window[Swift.max(0, high - 512)..<Swift.min(window.count, high + 3584)]
    guard let (name, confidence) = Charset.detect(sample) else {
      return try settle(nil, confidence: 0)
    }
    if name.hasPrefix("UTF-") { return try settle(nil, confidence: confidence) }
    if let found = Charset(name: name) {
      let rest = pending
      try settle(found, confidence: confidence)
      pending.removeAll(keepingCapacity: true)
      _ = found.decode(rest[...], isLast: true, into: &pending)
    } else if confidence >= 50 {
      throw EmendError.unsupportedCharset(name: name, confidence: confidence)
    } else {
      try settle(nil, confidence: 0)
    }
  }

  private static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var isValid = true
      unsafe Text.forEachRoughStretch(of: buffer) {
        isValid =
          unsafe (try? UTF8Span(
            validating: Span(_unsafeElements: UnsafeBufferPointer(rebasing: buffer[$0])))) != nil
        return isValid
      }
      return isValid
    }
  }

  /// Characters beyond ASCII that are valid UTF-8, and stretches that are not.
  private static func validShare(of bytes: ArraySlice<UInt8>) -> (valid: Int, invalid: Int) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var invalid = 0
      var leads = unsafe bytes.count { $0 >= 0xC0 }
      var start = 0
      while let found = unsafe Text.firstInvalid(in: UnsafeBufferPointer(rebasing: bytes[start...]))
      {
        invalid += 1
        for at in found where unsafe bytes[start + at] >= 0xC0 { leads -= 1 }
        start += found.upperBound
      }
      return (leads, invalid)
    }
  }
}
