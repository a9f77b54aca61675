import CommandKit
import Emend
import Foundation
import SystemPackage

/// One text from its file to its unfinished output.
struct DocumentRun {
  /// What became of a text.
  enum Result: Sendable {
    /// Input, rules and output are those of an earlier run.
    case unchanged(BatchJob)
    /// The same, but the ledger has another time of the input.
    case touched(BatchJob, DocumentRecord)
    case clean(BatchJob, DocumentRecord, [EditCount])
    case failed(BatchJob, DocumentRecord, endsRun: Bool)
    /// The run ends before the text is done.
    case stopped

    var job: BatchJob? {
      switch self {
      case .unchanged(let job), .touched(let job, _), .clean(let job, _, _), .failed(let job, _, _):
        job
      case .stopped: nil
      }
    }
  }

  let job: BatchJob
  let settings: BatchSettings
  let run: Int64

  /// Cleans the text; for workers.
  func answer() -> WorkerMessage.Answer {
    do {
      return try work()
    } catch {
      return WorkerMessage.Answer(
        record: failure(Self.reason(error, job)), counts: [],
        endsRun: (error as? CommandError)?.endsRun ?? false)
    }
  }

  func failed(_ reason: String, endsRun: Bool) -> Result {
    .failed(job, failure(reason), endsRun: endsRun)
  }

  private func failure(_ reason: String) -> DocumentRecord {
    discard()
    var record = record(.failed)
    record.error = reason
    record.outputHash = job.known?.outputHash
    record.outputStamp = job.known?.outputStamp
    return record
  }

  private func work() throws -> WorkerMessage.Answer {
    let source = try Backup.source(of: job, settings)
    // Asked before it is opened: to open a pipe waits for its other end.
    if let mode = FileStamp(at: source)?.mode, mode & S_IFMT != S_IFREG {
      throw CommandError("\(job.input): is no file, but a folder, a device or a pipe")
    }
    let input = try Input(file: source)
    guard let stamp = FileStamp(of: input.descriptor) else {
      throw CommandError(Errno(rawValue: errno), "read", job.input.string)
    }

    let start = ContinuousClock.now
    let extractor = TextExtractor(for: source, settings.extraction)
    if extractor != nil, settings.backup != nil {
      throw CommandError("its text cannot take its place; give --out instead of --in-place")
    }
    var hash = SHA256()
    let cleaning = try DocumentCleaning(
      partials: job.partials(in: settings), settings: settings, isInputCompressed: job.isCompressed,
      isLines: settings.field != nil && job.isLines)
    var isFirst = true
    try input.forEachStoredChunk { chunk in
      if isFirst, extractor == nil, let format = ForeignFormat(of: chunk) {
        throw format.error(name: job.input.string)
      }
      isFirst = false
      hash.update(chunk)
      if extractor == nil { try cleaning.feed(chunk) }
    }
    if let extractor {
      let notes = job.partials(in: settings).output.removingLastComponent()
        .appending("\(job.number).messages")
      let text = try extractor.text(of: source, notes: notes, settings.extraction)
      try cleaning.feed(text[...])
    }
    // Read again from the path: the file may have been replaced meanwhile.
    guard FileStamp(at: source) == stamp else {
      throw CommandError("\(job.input): changed while it was read; it is done in the next run")
    }
    let done = try cleaning.finish(like: stamp)
    var record = record(.clean)
    record.inputBytes = stamp.size
    record.inputHash = hash.finishHex()
    record.inputStamp = stamp.ofInput
    record.pendingHash = done.outputHash
    record.charset = done.charset
    record.applied = done.counts.reduce(0) { $0 + $1.applied }
    record.left = done.counts.reduce(0) { $0 + $1.left }
    record.wordsBefore = done.before.words
    record.knownBefore = done.before.known
    record.wordsAfter = done.after.words
    record.knownAfter = done.after.known
    record.milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
    let name = record.name
    let counts = done.counts.map {
      EditCount(name: name, rule: $0.rule, sure: $0.sure, applied: $0.applied, left: $0.left)
    }
    return WorkerMessage.Answer(record: record, counts: counts, endsRun: false)
  }

  /// What becomes of a text that needs no work; else `nil`.
  func unchanged() throws -> Result? {
    guard let stamp = FileStamp(at: job.input), var known = job.known, known.state == .clean,
      known.settings == settings.fingerprint(of: job),
      known.outputStamp == FileStamp(at: job.output(in: settings))?.ofOutput,
      known.journalStamp == FileStamp(at: job.journal(in: settings))?.ofOutput
    else { return nil }
    // In place the input is the output of the run before, which was just seen to be as it was.
    if settings.backup != nil { return .unchanged(job) }
    if !settings.verifies, known.inputStamp == stamp.ofInput, known.inputStamp != nil {
      return .unchanged(job)
    }
    guard try Self.isSame(job.input, as: known, size: stamp.size) else { return nil }
    known.inputStamp = stamp.ofInput
    return .touched(job, known)
  }

  /// Whether a file has the content that the ledger knows.
  static func isSame(_ path: FilePath, as known: DocumentRecord, size: Int) throws -> Bool {
    guard known.inputBytes == size else { return false }
    var hash = SHA256()
    try Input(file: path).forEachStoredChunk { hash.update($0) }
    return hash.finishHex() == known.inputHash
  }

  private func record(_ state: DocumentRecord.State) -> DocumentRecord {
    DocumentRecord(
      name: PathText.text(of: job.name), input: PathText.text(of: job.input), run: run,
      state: state, settings: settings.fingerprint(of: job),
      finished: Int(Date().timeIntervalSince1970))
  }

  private func discard() {
    let partials = job.partials(in: settings)
    for path in [partials.output, partials.journal] {
      _ = path.withPlatformString { unsafe unlink($0) }
    }
  }

  /// The message without the path, which stands before it in lists.
  static func reason(_ error: any Error, _ job: BatchJob) -> String {
    let text = "\(error)"
    let start = "\(job.input): "
    return text.hasPrefix(start) ? String(text.dropFirst(start.count)) : text
  }
}
