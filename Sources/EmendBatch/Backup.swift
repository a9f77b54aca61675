import CommandKit
import Emend
import Foundation
import SystemPackage

/// The copy that is kept of an input before its clean text takes its place.
enum Backup {
  static func path(of input: FilePath, ending: String) -> FilePath {
    input.removingLastComponent()
      .appending(byteName: (input.lastComponent?.bytes ?? []) + Array(ending.utf8))
  }

  /// Where the original of a job's text is: its backup, if an earlier run put the clean text in its place.
  static func source(of job: BatchJob, _ settings: BatchSettings) throws(CommandError) -> FilePath {
    guard let ending = settings.backup, try isInPlace(of: job, settings) else { return job.input }
    return path(of: job.input, ending: ending)
  }

  /// Whether what stands in the place of an input is the clean text of an earlier run: then its backup is
  /// the original.
  static func isInPlace(of job: BatchJob, _ settings: BatchSettings) throws(CommandError) -> Bool {
    guard let ending = settings.backup, let known = job.known,
      FileIdentity(at: path(of: job.input, ending: ending)) != nil
    else { return false }
    do {
      return try [known.outputHash, known.pendingHash].contains(hash(of: job.input))
    } catch {
      throw error as? CommandError ?? CommandError("\(job.input): \(error)")
    }
  }

  /// Keeps the input under another name; one that was kept before stays.
  ///
  /// A second name for the same bytes: nothing is copied, and a rename over the first leaves it alone.
  static func make(of input: FilePath, ending: String) throws(CommandError) {
    let copy = path(of: input, ending: ending)
    let status = input.withPlatformString { input in
      copy.withPlatformString { copy in unsafe link(input, copy) }
    }
    if status == 0 { return }
    let error = Errno(rawValue: errno)
    guard error == .fileExists else {
      throw CommandError("\(copy): cannot keep a copy of the input: \(error)")
    }
    do {
      guard try hash(of: copy) == hash(of: input) else {
        throw CommandError(
          "\(copy): is there with another content; move it, or choose another --backup")
      }
    } catch {
      throw error as? CommandError ?? CommandError("\(copy): \(error)")
    }
  }

  private static func hash(of path: FilePath) throws -> String {
    var hash = SHA256()
    try Input(file: path).forEachStoredChunk { hash.update($0) }
    return hash.finishHex()
  }
}
