import CommandKit
import Emend
import Foundation
import SystemPackage

/// Puts finished texts into their places, and into the ledger, some at a time.
///
/// The order is what makes it safe to be killed anywhere: bytes to the disk, the hashes into the ledger,
/// the files to their places, the rest into the ledger. What is not in the ledger is done again, and a
/// file whose hash was announced is known as the program's own.
struct Committer {
  let settings: BatchSettings
  let ledger: Ledger

  private typealias Finished = (job: BatchJob, record: DocumentRecord, counts: [EditCount])

  /// - Returns: what became of each text, failures among them.
  /// - Throws: `CommandError` where nothing can be written any more.
  func commit(_ results: [DocumentRun.Result]) throws(CommandError) -> [DocumentRecord] {
    var finished: [Finished] = []
    var records: [(DocumentRecord, [EditCount])] = []
    var touched: [DocumentRecord] = []
    var end: CommandError?
    for result in results {
      switch result {
      case .unchanged, .stopped: break
      case .touched(_, let record): touched.append(record)
      case .failed(_, let record, let endsRun):
        records.append((record, []))
        if endsRun { end = CommandError(record.error ?? "", endsRun: true) }
      case .clean(let job, let record, let counts):
        do {
          try prepare(job, record)
          finished.append((job, record, counts))
        } catch {
          if error.endsRun { end = error }
          records.append((failure(record, job, error), []))
        }
      }
    }
    if !finished.isEmpty { try PartialFile.synchronise(settings.partial) }
    try ledger.announce(
      touched
        + finished.map { item in
          // Until the files are in their places, what the ledger said before holds.
          guard var known = item.job.known, known.state == .clean else {
            var record = item.record
            record.state = .failed
            record.error = "broken off"
            return record
          }
          known.pendingHash = item.record.pendingHash
          return known
        })
    for item in finished {
      do {
        records.append((try place(item.job, item.record), item.counts))
      } catch {
        records.append((failure(item.record, item.job, error), []))
      }
    }
    try ledger.add(records)
    if let end { throw end }
    return records.map(\.0)
  }

  /// Sees to it that nothing of the user's is lost.
  private func prepare(_ job: BatchJob, _ record: DocumentRecord) throws(CommandError) {
    let output = job.output(in: settings)
    try makeFolder(output.removingLastComponent())
    if let ending = settings.backup {
      if try !Backup.isInPlace(of: job, settings) { try Backup.make(of: output, ending: ending) }
    } else if !settings.overwrites {
      try checkIsOwn(output, job.known, record)
    }
  }

  private func checkIsOwn(
    _ output: FilePath, _ known: DocumentRecord?, _ record: DocumentRecord
  ) throws(CommandError) {
    guard let stamp = FileStamp(at: output), stamp.ofOutput != known?.outputStamp else { return }
    var hash = SHA256()
    do {
      try Input(file: output).forEachStoredChunk { hash.update($0) }
    } catch {
      throw error as? CommandError ?? CommandError("\(output): \(error)")
    }
    let own = [known?.outputHash, known?.pendingHash, record.pendingHash]
    guard !own.contains(hash.finishHex()) else { return }
    throw CommandError(
      "\(output): is there, and not as emend left it; move it, or give --overwrite")
  }

  private func makeFolder(_ folder: FilePath) throws(CommandError) {
    if folder.isEmpty { return }
    if FileIdentity(at: folder) != nil { return try checkIsInside(folder) }
    try makeFolder(folder.removingLastComponent())
    let status = folder.withPlatformString { unsafe mkdir($0, 0o777) }
    if status != 0, errno != EEXIST {
      throw CommandError(Errno(rawValue: errno), "make the folder", folder.string)
    }
  }

  /// A link in the output folder must not lead out of it: nobody named the place behind it.
  private func checkIsInside(_ folder: FilePath) throws(CommandError) {
    guard settings.backup == nil, let real = folder.real, let whole = settings.output.real,
      !real.starts(with: whole)
    else { return }
    throw CommandError("\(folder): leads out of \(settings.output) by a link; remove the link")
  }

  private func place(
    _ job: BatchJob, _ record: DocumentRecord
  ) throws(CommandError) -> DocumentRecord {
    let partials = job.partials(in: settings)
    let output = job.output(in: settings)
    let journal = job.journal(in: settings)
    try move(partials.journal, to: journal)
    try move(partials.output, to: output)
    var record = record
    record.outputHash = record.pendingHash
    record.pendingHash = nil
    record.outputStamp = FileStamp(at: output)?.ofOutput
    record.journalStamp = FileStamp(at: journal)?.ofOutput
    return record
  }

  private func move(_ from: FilePath, to: FilePath) throws(CommandError) {
    let status = from.withPlatformString { from in
      to.withPlatformString { to in unsafe rename(from, to) }
    }
    guard status == 0 else { throw CommandError(Errno(rawValue: errno), "write", to.string) }
  }

  private func failure(
    _ record: DocumentRecord, _ job: BatchJob, _ error: CommandError
  ) -> DocumentRecord {
    var failed = record
    failed.state = .failed
    failed.error = error.description
    failed.inputStamp = nil
    failed.outputHash = job.known?.outputHash
    failed.outputStamp = job.known?.outputStamp
    let partials = job.partials(in: settings)
    for path in [partials.output, partials.journal] {
      _ = path.withPlatformString { unsafe unlink($0) }
    }
    return failed
  }
}
